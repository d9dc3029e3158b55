// Good and bad examples of unreachable-policy.
import { judge } from './judge.ts';
import { clusterPolicy } from './manifests.ts';

const policyOf = (name: string, tier: string, priority: number, ...rules: readonly string[]) =>
  clusterPolicy(
    name,
    `tier: ${tier}\npriority: ${priority}\nsubject:\n  namespaces: {}\ningress:\n${rules.join('\n')}`,
  );
const rule = (action: string, peer = 'namespaces: {}') =>
  `- action: ${action}\n  from:\n  - ${peer}`;
const SHOP = 'namespaces: {matchLabels: {team: shop}}';

judge('unreachable-policy', {
  good: {
    'the narrower policy first': [
      policyOf('first', 'Admin', 1, rule('Accept', SHOP)),
      policyOf('second', 'Admin', 2, rule('Deny')),
    ],
    'a part of it is left': [
      policyOf('first', 'Admin', 1, rule('Deny', SHOP)),
      policyOf('second', 'Admin', 2, rule('Accept', SHOP), rule('Deny')),
    ],
    'a baseline behind a Pass': [
      policyOf('admin', 'Admin', 1, rule('Pass', SHOP), rule('Deny')),
      policyOf('base', 'Baseline', 1, rule('Accept', SHOP)),
    ],
    'of one priority neither is first': [
      policyOf('one', 'Admin', 1, rule('Deny')),
      policyOf('other', 'Admin', 1, rule('Deny')),
    ],
    'a policy without rules': [
      policyOf('first', 'Admin', 1, rule('Deny')),
      clusterPolicy('none', 'tier: Admin\npriority: 2\nsubject:\n  namespaces: {}'),
    ],
  },
  bad: {
    'a Deny of all before it': {
      documents: [
        policyOf('first', 'Admin', 1, rule('Deny')),
        policyOf('▸second', 'Admin', 2, rule('Accept', SHOP)),
      ],
      level: 'warning',
      says: /No rule of this policy is ever asked: rule 1 of ClusterNetworkPolicy first \(Deny\) decides/,
    },
    'a baseline behind an admin tier that denies all': {
      documents: [
        policyOf('admin', 'Admin', 1, rule('Deny')),
        policyOf('▸base', 'Baseline', 1, rule('Accept', SHOP), rule('Deny')),
      ],
      level: 'warning',
      says: /ClusterNetworkPolicy admin \(Deny\)/,
    },
    'several policies before it': {
      documents: [
        policyOf('one', 'Admin', 1, rule('Deny', SHOP)),
        policyOf('two', 'Admin', 2, rule('Pass', 'namespaces: {matchLabels: {team: tools}}')),
        policyOf(
          '▸three',
          'Admin',
          3,
          rule('Accept', SHOP),
          rule('Deny', 'namespaces: {matchLabels: {team: tools}}'),
        ),
      ],
      level: 'warning',
      says: /rule 1 of ClusterNetworkPolicy one \(Deny\) and rule 1 of ClusterNetworkPolicy two \(Pass\) decide/,
    },
  },
});
