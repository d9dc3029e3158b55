// Good and bad examples of unprotected.
import { judge } from './judge.ts';
import { clusterPolicy, deployment, namespace, policy } from './manifests.ts';

const WEB = deployment('shop/web', 'app: web');
const BOTH = 'policyTypes: [Ingress, Egress]';

judge('unprotected', {
  good: {
    'a policy selects all of it, both ways': [WEB, policy('shop/p', `podSelector: {}\n${BOTH}`)],
    'two policies, one a way': [
      WEB,
      policy('shop/in', 'podSelector: {matchLabels: {app: web}}'),
      policy('shop/out', 'podSelector: {}\npolicyTypes: [Egress]'),
    ],
    'a namespace without pods': [namespace('shop')],
    "pods on the host's network": [deployment('shop/web', 'app: web', '', 'hostNetwork: true')],
    'an administrator denies something, both ways': [
      WEB,
      clusterPolicy(
        'p',
        `tier: Baseline
priority: 1
subject:
  namespaces: {}
ingress: [{action: Deny, from: [{namespaces: {}}]}]
egress: [{action: Deny, to: [{namespaces: {}}]}]`,
      ),
    ],
  },
  bad: {
    'no policy at all: at the namespace': {
      documents: [namespace('▸shop'), WEB, deployment('shop/api', 'app: api')],
      level: 'info',
      says: /No policy isolates the ingress or the egress of namespace shop: 2 workloads, open to everybody, both ways/,
    },
    'one way of the whole namespace: at its first workload': {
      documents: [deployment('shop/▸api', 'app: api'), WEB, policy('shop/p', 'podSelector: {}')],
      level: 'info',
      says: /No policy isolates the egress of namespace shop: 2 workloads, open to connections to everybody/,
    },
    'one workload of several': {
      documents: [
        deployment('shop/▸api', 'app: api'),
        WEB,
        policy('shop/p', `podSelector: {matchLabels: {app: web}}\n${BOTH}`),
      ],
      level: 'info',
      says: /No policy isolates the ingress or the egress of shop\/api\[Deployment\]: open to everybody/,
    },
    'an administrator denies nothing, or one way only': {
      documents: [
        deployment('shop/▸web', 'app: web'),
        clusterPolicy(
          'p',
          `tier: Admin
priority: 1
subject:
  namespaces: {}
ingress: [{action: Accept, from: [{namespaces: {}}]}]
egress: [{action: Deny, to: [{namespaces: {}}]}]`,
        ),
      ],
      level: 'info',
      says: /No policy isolates the ingress of namespace shop: 1 workload/,
    },
  },
});
