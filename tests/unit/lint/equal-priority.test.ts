// Good and bad examples of equal-priority.
import { judge } from './judge.ts';
import { adminPolicy, baseline, clusterPolicy, deployment, namespace } from './manifests.ts';

const CLUSTER = [
  namespace('shop', 'team: shop'),
  namespace('tools', 'team: tools'),
  deployment('shop/web', 'app: web'),
  deployment('tools/ci', 'app: ci'),
];
const inTeam = (team: string) => `namespaces: {matchLabels: {team: ${team}}}`;
const policyOf = (
  name: string,
  priority: string,
  action: string,
  more = '',
  subject = 'namespaces: {}',
) =>
  clusterPolicy(
    name,
    `tier: Admin\npriority: ${priority}\nsubject:\n  ${subject}\ningress:\n- action: ${action}\n  from:\n  - ${inTeam('tools')}${more === '' ? '' : `\n  protocols: [{tcp: {destinationPort: {number: ${more}}}}]`}`,
  );

judge('equal-priority', {
  good: {
    'different priorities': [...CLUSTER, policyOf('a', '1', 'Accept'), policyOf('b', '2', 'Deny')],
    'the same action': [...CLUSTER, policyOf('a', '1', 'Deny'), policyOf('b', '1', 'Deny')],
    'other ports': [
      ...CLUSTER,
      policyOf('a', '1', 'Accept', '80'),
      policyOf('b', '1', 'Deny', '81'),
    ],
    'other pods': [
      ...CLUSTER,
      policyOf('a', '1', 'Accept', '', inTeam('shop')),
      policyOf('b', '1', 'Deny', '', inTeam('tools')),
    ],
    'other tiers': [
      ...CLUSTER,
      policyOf('a', '1', 'Accept'),
      policyOf('b', '1', 'Deny').replace('tier: Admin', 'tier: Baseline'),
    ],
    'an earlier policy decides what they disagree about': [
      ...CLUSTER,
      policyOf('zero', '0', 'Pass'),
      policyOf('a', '1', 'Accept'),
      policyOf('b', '1', 'Deny'),
    ],
  },
  bad: {
    'Accept and Deny of the same': {
      documents: [...CLUSTER, policyOf('a', '1', 'Accept'), policyOf('b', '▸1', 'Deny')],
      level: 'warning',
      says: /ClusterNetworkPolicy a has priority 1, too.*either first\. Give them different priorities/,
    },
    'subjects that share a pod': {
      documents: [
        ...CLUSTER,
        policyOf('a', '1', 'Accept', '80', inTeam('shop')),
        policyOf('b', '▸1', 'Deny', '', 'pods: {podSelector: {matchLabels: {app: web}}}'),
      ],
      level: 'warning',
      says: /does something else to some of the same traffic/,
    },
    'Pass and Deny, in v1alpha1': {
      documents: [
        adminPolicy(
          'a',
          `priority: 7\nsubject:\n  namespaces: {}\negress:\n- action: Pass\n  to:\n  - networks: [10.0.0.0/8]`,
        ),
        adminPolicy(
          'b',
          `priority: ▸7\nsubject:\n  namespaces: {}\negress:\n- action: Deny\n  to:\n  - networks: [10.1.0.0/16]`,
        ),
      ],
      level: 'warning',
      says: /AdminNetworkPolicy a has priority 7, too/,
    },
    'the one without a priority': {
      documents: [
        policyOf('a', '1', 'Accept').replace('tier: Admin', 'tier: Baseline'),
        baseline(
          `subject:\n  namespaces: {}\ningress:\n- action: Deny\n  from:\n  - namespaces: {}`,
          '▸default',
        ),
      ],
      level: 'warning',
      says: /BaselineAdminNetworkPolicy default has no priority/,
    },
  },
});
