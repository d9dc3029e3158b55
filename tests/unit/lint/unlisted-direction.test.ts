// Good and bad examples of unlisted-direction.
import { judge } from './judge.ts';
import { policy } from './manifests.ts';

judge('unlisted-direction', {
  good: {
    'both are listed': [
      policy(
        'shop/p',
        `podSelector: {}
policyTypes: [Ingress, Egress]
ingress: [{from: [{podSelector: {}}]}]
egress: [{to: [{podSelector: {}}]}]`,
      ),
    ],
    'the default lists what has rules': [
      policy(
        'shop/p',
        `podSelector: {}
egress: [{to: [{podSelector: {}}]}]`,
      ),
    ],
    'no rules are in the list': [
      policy(
        'shop/p',
        `podSelector: {}
policyTypes: [Ingress]
egress: []`,
      ),
    ],
    'everything would be allowed, as it is': [
      policy(
        'shop/p',
        `podSelector: {}
policyTypes: [Ingress]
egress: [{}]`,
      ),
    ],
  },
  bad: {
    'egress rules without Egress': {
      documents: [
        policy(
          'shop/p',
          `podSelector: {}
policyTypes: [Ingress]
▸egress:
  - to: [{podSelector: {}}]`,
        ),
      ],
      level: 'warning',
      says: /policyTypes do not list Egress, so this rule has no effect and all egress stays open/,
    },
    'ingress rules without Ingress': {
      documents: [
        policy(
          'shop/p',
          `▸ingress:
  - from: [{podSelector: {}}]
  - ports: [{port: 80}]
podSelector: {}
policyTypes: [Egress]`,
        ),
      ],
      level: 'warning',
      says: /do not list Ingress, so these 2 rules have no effect/,
    },
    'a type that stands twice lists only itself': {
      documents: [
        policy(
          'shop/p',
          `podSelector: {}
policyTypes: [Ingress, Ingress]
▸egress: [{ports: [{port: 53, protocol: UDP}]}]`,
        ),
      ],
      level: 'warning',
      says: /Add Egress/,
    },
  },
});
