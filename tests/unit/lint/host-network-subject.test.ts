// Good and bad examples of host-network-subject (SEMANTICS 1.23).
import { judge } from './judge.ts';
import { deployment, policy } from './manifests.ts';

const ON_HOST = deployment('ops/exporter', 'app: exporter', '', 'hostNetwork: true');
const OTHER = deployment('ops/web', 'app: web');

judge('host-network-subject', {
  good: {
    'a pod of the pod network': [
      ON_HOST,
      OTHER,
      policy('ops/p', 'podSelector: {matchLabels: {app: web}}'),
    ],
    'hostNetwork: false': [
      deployment('ops/web', 'app: web', '', 'hostNetwork: false'),
      policy('ops/p', 'podSelector: {matchLabels: {app: web}}'),
    ],
    'such a pod in another namespace': [ON_HOST, policy('shop/p', 'podSelector: {}')],
  },
  bad: {
    'it selects nothing else': {
      documents: [ON_HOST, OTHER, policy('ops/p', 'podSelector: ▸{matchLabels: {app: exporter}}')],
      level: 'warning',
      says: /ops\/exporter\[Deployment\] uses the host's network.* likely to have no effect/,
    },
    'it selects everything, said once': {
      documents: [
        ON_HOST,
        OTHER,
        policy('ops/a', 'podSelector: ▸{}'),
        policy('ops/b', 'podSelector: {}\npolicyTypes: [Egress]'),
      ],
      level: 'info',
      says: /selected here among others, uses the host's network/,
    },
    'it selects several': {
      documents: [
        ON_HOST,
        deployment('ops/proxy', 'app: proxy', '', 'hostNetwork: true'),
        policy(
          'ops/p',
          'podSelector: ▸{matchExpressions: [{key: app, operator: In, values: [proxy, exporter]}]}',
        ),
      ],
      level: 'warning',
      says: /ops\/exporter\[Deployment\] and ops\/proxy\[Deployment\] use the host's network/,
    },
  },
});
