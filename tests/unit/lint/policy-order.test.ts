// Good and bad examples of policy-order (SEMANTICS 1.8, T38).
import { judge } from './judge.ts';
import { policy } from './manifests.ts';

const ALL = 'podSelector: {}';
const WEB = 'podSelector: {matchLabels: {app: web}}';

judge('policy-order', {
  good: {
    'a default deny, and what one app is allowed': [
      policy('shop/default-deny', ALL),
      policy('shop/web', `${WEB}\ningress: [{}]`),
    ],
    'a deny of both ways, and all of one way': [
      policy('shop/default-deny', `${ALL}\npolicyTypes: [Ingress, Egress]`),
      policy('shop/allow-egress', `${ALL}\npolicyTypes: [Egress]\negress: [{}]`),
    ],
    'numbers that only sort': [
      policy('shop/01-web', `${WEB}\ningress: [{}]`),
      policy('shop/02-api', 'podSelector: {matchLabels: {app: api}}\ningress: [{}]'),
    ],
    'a number in a name that says no order': [
      policy('shop/deny-10-dot-net', ALL),
      policy('shop/web-8080', `${WEB}\ningress: [{ports: [{port: 8080}]}]`),
    ],
    'the allowing one is in another namespace': [
      policy('shop/deny', ALL),
      policy('test/allow', `${ALL}\ningress: [{}]`),
    ],
  },
  bad: {
    'a deny of everything beside an allow of everything': {
      documents: [policy('shop/▸deny', ALL), policy('shop/allow', `${ALL}\ningress: [{}]`)],
      level: 'warning',
      says: /allow allows everything for the same pods, and policies only add up: nothing is denied/,
    },
    'numbers as if the deny came first': {
      documents: [
        policy('shop/▸01-deny', ALL),
        policy('shop/99-allow', `${WEB}\ningress: [{from: [{podSelector: {}}]}]`),
      ],
      level: 'info',
      says: /The numbers in the names of this policy and 99-allow have no meaning/,
    },
    'an annotation from another kind of policy': {
      documents: [
        policy('shop/p', ALL, 'annotations:\n  ▸example.org/priority: "100"').replace(
          'metadata:\n',
          'metadata:\n',
        ),
      ],
      level: 'info',
      says: /has no order and no priority/,
    },
    'both ways are denied, and both allowed': {
      documents: [
        policy('shop/▸deny', `${WEB}\npolicyTypes: [Ingress, Egress]`),
        policy('shop/in', `${ALL}\ningress: [{}]`),
        policy('shop/out', `${WEB}\npolicyTypes: [Egress]\negress: [{}]`),
      ],
      level: 'warning',
      says: /in allows everything/,
    },
  },
});
