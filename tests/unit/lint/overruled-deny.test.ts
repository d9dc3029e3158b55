// Good and bad examples of overruled-deny.
import { judge } from './judge.ts';
import { adminPolicy, clusterPolicy, deployment, namespace, policy } from './manifests.ts';

const CLUSTER = [
  namespace('shop', 'team: shop'),
  namespace('tools', 'team: tools'),
  deployment('shop/web', 'app: web'),
  deployment('shop/db', 'app: db'),
  deployment('tools/scraper', 'app: scraper'),
];
const DENY = policy('shop/deny-all', 'podSelector: {}\npolicyTypes: [Ingress, Egress]');
const TOOLS = 'namespaces: {matchLabels: {team: tools}}';
const SHOP = 'subject:\n  namespaces: {matchLabels: {team: shop}}';
const accept = (action: string, tier = 'Admin', ports = '') =>
  clusterPolicy(
    'p',
    `tier: ${tier}\npriority: 1\n${SHOP}\ningress:\n- action: ${action}\n  from:\n  - ${TOOLS}${ports}`,
  );
const on80 = '\n  protocols: [{tcp: {destinationPort: {number: 80}}}]';

judge('overruled-deny', {
  good: {
    'Pass leaves it to the team': [...CLUSTER, DENY, accept('Pass')],
    'no NetworkPolicy isolates the pods': [...CLUSTER, accept('Accept')],
    'the NetworkPolicy allows it, too': [
      ...CLUSTER,
      policy(
        'shop/in',
        `podSelector: {}\ningress:\n- from:\n  - namespaceSelector: {matchLabels: {team: tools}}`,
      ),
      accept('Accept'),
    ],
    'the baseline tier is asked behind NetworkPolicies': [
      ...CLUSTER,
      DENY,
      accept('Accept', 'Baseline'),
    ],
    'the other direction is isolated': [
      ...CLUSTER,
      policy('shop/out', 'podSelector: {}\npolicyTypes: [Egress]'),
      accept('Accept'),
    ],
    'the NetworkPolicy allows these ports': [
      ...CLUSTER,
      policy('shop/in', 'podSelector: {}\ningress:\n- ports: [{port: 80}]'),
      accept('Accept', 'Admin', on80),
    ],
    'an earlier rule denies it': [
      ...CLUSTER,
      DENY,
      clusterPolicy(
        'p',
        `tier: Admin\npriority: 1\n${SHOP}\ningress:\n- action: Deny\n  from:\n  - namespaces: {}\n- action: Accept\n  from:\n  - ${TOOLS}`,
      ),
    ],
  },
  bad: {
    'Accept before a default deny': {
      documents: [...CLUSTER, DENY, accept('▸Accept')],
      level: 'info',
      says: /Accept comes before NetworkPolicies: what shop\/deny-all would stop towards shop\/db\[Deployment\] and shop\/web\[Deployment\] is let through\. Write Pass/,
    },
    'a port more than the team allows': {
      documents: [
        ...CLUSTER,
        policy(
          'shop/in',
          'podSelector: {matchLabels: {app: db}}\ningress:\n- ports: [{port: 5432}]',
        ),
        accept('▸Accept', 'Admin', on80),
      ],
      level: 'info',
      says: /what shop\/in would stop towards shop\/db\[Deployment\]/,
    },
    'Allow of egress to addresses outside': {
      documents: [
        ...CLUSTER,
        policy('shop/out', 'podSelector: {matchLabels: {app: web}}\npolicyTypes: [Egress]'),
        adminPolicy(
          'p',
          `priority: 1\n${SHOP}\negress:\n- action: ▸Allow\n  to:\n  - networks: [203.0.113.0/24]`,
        ),
      ],
      level: 'info',
      says: /Allow comes before NetworkPolicies: what shop\/out would stop from shop\/web\[Deployment\]/,
    },
  },
});
