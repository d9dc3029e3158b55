// Good and bad examples of redundant.
import { judge } from './judge.ts';
import { policy } from './manifests.ts';

const ALL = 'podSelector: {}';
const WEB = 'podSelector: {matchLabels: {app: web}}';
const HERE = '{from: [{podSelector: {}}]}';

judge('redundant', {
  good: {
    'a default deny beside what is allowed': [
      policy('shop/a', ALL),
      policy('shop/b', `${ALL}\ningress: [${HERE}]`),
    ],
    'fewer pods are selected by the wider rule': [
      policy('shop/a', `${ALL}\ningress: [${HERE}]`),
      policy('shop/b', `${WEB}\ningress: [{}]`),
    ],
    'another port': [
      policy('shop/a', `${ALL}\ningress: [{ports: [{port: 80, endPort: 89}]}]`),
      policy('shop/b', `${WEB}\ningress: [{ports: [{port: 88, endPort: 90}]}]`),
    ],
    'a hole that the other block leaves': [
      policy(
        'shop/a',
        `${ALL}\ningress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}]}]`,
      ),
      policy('shop/b', `${WEB}\ningress: [{from: [{ipBlock: {cidr: 10.1.2.0/24}}]}]`),
    ],
    'another namespace': [
      policy('shop/a', `${ALL}\ningress: [{}]`),
      policy('test/a', `${ALL}\ningress: [{}]`),
    ],
    'only this one isolates the other way': [
      policy('shop/a', `${ALL}\ningress: [{}]`),
      policy('shop/b', `${WEB}\npolicyTypes: [Ingress, Egress]`),
    ],
    'a name is not the number that it may stand for': [
      policy('shop/a', `${ALL}\ningress: [{ports: [{port: 80}]}]`),
      policy('shop/b', `${ALL}\ningress: [{ports: [{port: http}]}]`),
    ],
  },
  bad: {
    'the same policy under two names: the later one': {
      documents: [
        policy('shop/a', `${WEB}\ningress: [${HERE}]`),
        policy('shop/▸b', `${WEB}\ningress: [${HERE}]`),
      ],
      level: 'info',
      says: /Policy a selects at least the same pods and allows at least the same/,
    },
    'a wide rule beside a narrow one': {
      documents: [
        policy(
          'shop/a',
          `${WEB}
ingress:
  - ▸from: [{podSelector: {matchLabels: {app: api}}}]
    ports: [{port: 80}]
  - from: [{namespaceSelector: {}}]`,
        ),
      ],
      level: 'info',
      says: /Rule 2 of this policy's ingress allows at least the same/,
    },
    'a rule of another policy for more pods': {
      documents: [
        policy('shop/a', `${ALL}\ningress: [{ports: [{port: 80, endPort: 84}, {port: 85}]}]`),
        policy(
          'shop/b',
          `${WEB}
ingress:
  - ▸ports: [{port: 82, endPort: 85}]
  - ports: [{port: 9090}]`,
        ),
      ],
      level: 'info',
      says: /Policy a allows at least the same for these pods/,
    },
    'two default denies': {
      documents: [
        policy('shop/▸a', ALL),
        policy('shop/b', `${ALL}\npolicyTypes: [Ingress, Egress]`),
      ],
      level: 'info',
      says: /Policy b selects at least the same/,
    },
    'a block inside a block': {
      documents: [
        policy(
          'shop/a',
          `${ALL}
policyTypes: [Egress]
egress:
  - to: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}]
  - ▸to: [{ipBlock: {cidr: 10.2.0.0/16}}]`,
        ),
      ],
      level: 'info',
      says: /Rule 1 of this policy's egress/,
    },
  },
});
