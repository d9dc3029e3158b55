// Good and bad examples of split-peer.
import { judge } from './judge.ts';
import { deployment, namespace, policy } from './manifests.ts';

const CLUSTER = [
  namespace('shop', 'team: shop'),
  namespace('monitoring', 'team: ops'),
  deployment('shop/web', 'app: web'),
  deployment('shop/api', 'app: api'),
  deployment('monitoring/prometheus', 'app: prometheus'),
  deployment('monitoring/grafana', 'app: grafana'),
];

function from(...entries: readonly string[]): readonly string[] {
  return [
    ...CLUSTER,
    policy(
      'shop/p',
      `podSelector: {matchLabels: {app: api}}
ingress:
  - from:
${entries.map((entry) => `      - ${entry}`).join('\n')}`,
    ),
  ];
}

judge('split-peer', {
  good: {
    'one entry that asks for both': from(
      `namespaceSelector: {matchLabels: {team: ops}}
        podSelector: {matchLabels: {app: prometheus}}`,
    ),
    'either is meant: pods here, and all of another namespace': from(
      'podSelector: {matchLabels: {app: web}}',
      'namespaceSelector: {matchLabels: {team: ops}}',
    ),
    'every pod here, and all of another namespace': from(
      'podSelector: {}',
      'namespaceSelector: {matchLabels: {team: ops}}',
    ),
    'a label that is found nowhere is another matter': from(
      'namespaceSelector: {matchLabels: {team: ops}}',
      'podSelector: {matchLabels: {api-client: "true"}}',
    ),
    'every namespace, and every pod here': from('namespaceSelector: {}', 'podSelector: {}'),
  },
  bad: {
    'the pods are only in the other namespace': {
      documents: from(
        'namespaceSelector: {matchLabels: {team: ops}}',
        '▸podSelector: {matchLabels: {app: prometheus}}',
      ),
      level: 'warning',
      says: /every pod of namespaces with team=ops is meant.* monitoring\/prometheus\[Deployment\]/,
    },
    'the other way round': {
      documents: from(
        '▸podSelector: {matchLabels: {app: prometheus}}',
        'namespaceSelector: {matchLabels: {team: ops}}',
      ),
      level: 'warning',
      says: /two entries/,
    },
    'every namespace holds these pods already': {
      documents: from('namespaceSelector: {}', '▸podSelector: {matchLabels: {app: web}}'),
      level: 'warning',
      says: /every pod of all namespaces is meant.* already among them/,
    },
    'the own namespace is among the selected': {
      documents: from(
        'namespaceSelector: {matchLabels: {team: shop}}',
        '▸podSelector: {matchLabels: {app: web}}',
      ),
      level: 'warning',
      says: /already among them/,
    },
  },
});
