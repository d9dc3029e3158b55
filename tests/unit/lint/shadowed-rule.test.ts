// Good and bad examples of shadowed-rule.
import { judge } from './judge.ts';
import { adminPolicy, clusterPolicy } from './manifests.ts';

const ALL = 'subject:\n  namespaces: {}';
const head = (tier: string, priority: number) => `tier: ${tier}\npriority: ${priority}\n${ALL}`;
const rule = (action: string, peer: string, more = '', mark = '') =>
  `- ${mark}action: ${action}\n  to:\n  - ${peer}${more === '' ? '' : `\n  ${more}`}`;
const EVERYBODY = 'namespaces: {}';
const SHOP = 'namespaces: {matchLabels: {team: shop}}';
const tcp = (port: string) => `protocols: [{tcp: {destinationPort: ${port}}}]`;

judge('shadowed-rule', {
  good: {
    'the narrower rule first': [
      clusterPolicy(
        'p',
        `${head('Admin', 1)}\negress:\n${rule('Accept', SHOP)}\n${rule('Deny', EVERYBODY)}`,
      ),
    ],
    'other ports of the same peers': [
      clusterPolicy(
        'p',
        `${head('Admin', 1)}\negress:\n${rule('Accept', EVERYBODY, tcp('{number: 53}'))}\n${rule('Deny', EVERYBODY)}`,
      ),
    ],
    'the other direction': [
      clusterPolicy(
        'p',
        `${head('Admin', 1)}\ningress:\n- action: Deny\n  from:\n  - ${EVERYBODY}\negress:\n${rule('Accept', EVERYBODY)}`,
      ),
    ],
    'another tier behind a Pass': [
      clusterPolicy('a', `${head('Admin', 1)}\negress:\n${rule('Pass', EVERYBODY)}`),
      clusterPolicy('b', `${head('Baseline', 1)}\negress:\n${rule('Deny', EVERYBODY)}`),
    ],
    'one family of addresses does not hold all pods': [
      clusterPolicy(
        'p',
        `${head('Admin', 1)}\negress:\n${rule('Deny', 'networks: [0.0.0.0/0]')}\n${rule('Accept', SHOP)}`,
      ),
    ],
    'an earlier policy for other pods': [
      clusterPolicy(
        'a',
        `tier: Admin\npriority: 1\nsubject:\n  ${SHOP}\negress:\n${rule('Deny', EVERYBODY)}\n${rule('Deny', 'networks: [10.0.0.0/8]')}`,
      ),
      clusterPolicy('b', `${head('Admin', 2)}\negress:\n${rule('Accept', SHOP)}`),
    ],
  },
  bad: {
    'a Deny of all before an Accept of some': {
      documents: [
        clusterPolicy(
          'p',
          `${head('Admin', 1)}\negress:\n${rule('Deny', EVERYBODY)}\n${rule('Accept', SHOP, '', '▸')}`,
        ),
      ],
      level: 'warning',
      says: /rule 1 \(Deny\) of the egress decides all its traffic: it never takes effect\. Move it up/,
    },
    'Pass decides for the rest of its tier': {
      documents: [
        adminPolicy(
          'p',
          `priority: 1\n${ALL}\negress:\n${rule('Pass', EVERYBODY)}\n${rule('Deny', SHOP, '', '▸')}`,
        ),
      ],
      level: 'warning',
      says: /rule 1 \(Pass\)/,
    },
    'the same action: it could go': {
      documents: [
        clusterPolicy(
          'p',
          `${head('Baseline', 1)}\negress:\n${rule('Deny', EVERYBODY, tcp('{range: {start: 1, end: 1024}}'))}\n${rule('Deny', SHOP, tcp('{number: 80}'), '▸')}`,
        ),
      ],
      level: 'info',
      says: /It does the same, so it could be removed/,
    },
    'several earlier rules, one for each peer': {
      documents: [
        clusterPolicy(
          'p',
          `${head('Admin', 1)}\negress:\n${rule('Deny', 'networks: [10.0.0.0/8]')}\n${rule('Deny', SHOP)}\n- ▸action: Accept\n  to:\n  - networks: [10.1.0.0/16]\n  - ${SHOP}`,
        ),
      ],
      level: 'warning',
      says: /rule 1 \(Deny\) and rule 2 \(Deny\)/,
    },
    'a policy of a lower number, for one of two rules': {
      documents: [
        clusterPolicy('first', `${head('Admin', 1)}\negress:\n${rule('Deny', EVERYBODY)}`),
        clusterPolicy(
          'second',
          `${head('Admin', 2)}\negress:\n${rule('Accept', SHOP, '', '▸')}\n${rule('Accept', 'networks: [10.0.0.0/8]')}`,
        ),
      ],
      level: 'warning',
      says: /rule 1 of ClusterNetworkPolicy first \(Deny\)/,
    },
    'all addresses hold all pods': {
      documents: [
        clusterPolicy(
          'p',
          `${head('Admin', 1)}\negress:\n${rule('Deny', 'networks: [0.0.0.0/0, "::/0"]')}\n${rule('Accept', SHOP, '', '▸')}`,
        ),
      ],
      level: 'warning',
      says: /rule 1 \(Deny\)/,
    },
  },
});
