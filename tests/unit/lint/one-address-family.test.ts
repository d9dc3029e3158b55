// Good and bad examples of one-address-family (SEMANTICS 1.12, 1.13).
import { judge } from './judge.ts';
import { clusterPolicy, livePod, policy } from './manifests.ts';

function to(name: string, ...blocks: readonly string[]): string {
  return policy(
    `shop/${name}`,
    `podSelector: {}
policyTypes: [Egress]
egress:
  - to: [${blocks.map((block) => `{ipBlock: ${block}}`).join(', ')}]`,
  );
}

/** @param rules action and networks of each */
function admin(...rules: readonly (readonly [string, string])[]): string {
  const egress = rules.map(
    ([action, networks]) => `- action: ${action}\n  to: [{networks: [${networks}]}]`,
  );
  return clusterPolicy(
    'c',
    `tier: Admin
priority: 1
subject: {namespaces: {}}
egress:
${egress.join('\n')}`,
  );
}

const BOTH = livePod('shop/a', 'app: a', '10.200.0.9', 'fd00::9');

judge('one-address-family', {
  good: {
    "both stand in an administrator's networks": [BOTH, admin(['Deny', '0.0.0.0/0, "::/0"'])],
    'a later rule that does the same has the other': [
      BOTH,
      admin(['Deny', '0.0.0.0/0'], ['Deny', '"::/0"']),
    ],
    'nothing shows IPv6': [to('a', '{cidr: 0.0.0.0/0}')],
    'nothing shows IPv4': [to('a', '{cidr: "::/0"}')],
    'both stand there': [
      livePod('shop/a', 'app: a', '10.200.0.9', 'fd00::9'),
      to('a', '{cidr: 0.0.0.0/0}', '{cidr: "::/0"}'),
    ],
    'only part of a family is meant': [
      livePod('shop/a', 'app: a', '10.200.0.9', 'fd00::9'),
      to('a', '{cidr: 192.0.2.0/24}'),
    ],
  },
  bad: {
    "one of them stands in an administrator's networks": {
      documents: [BOTH, admin(['Deny', '▸0.0.0.0/0'])],
      level: 'info',
      says: /0\.0\.0\.0\/0 is all of IPv4 and nothing of IPv6.* write beside it ::\/0/,
    },
    'the other is in a rule that does something else': {
      documents: [admin(['Accept', '"fd00::/8"'], ['Deny', '▸0.0.0.0/0'])],
      level: 'info',
      says: /nothing of IPv6/,
    },
    'pods have addresses of both': {
      documents: [
        livePod('shop/a', 'app: a', '10.200.0.9', 'fd00::9'),
        to('a', '{cidr: ▸0.0.0.0/0}'),
      ],
      level: 'info',
      says: /0\.0\.0\.0\/0 is all of IPv4 and nothing of IPv6.* add an entry with ::\/0/,
    },
    'another policy speaks of IPv4': {
      documents: [to('a', '{cidr: ▸"::/0"}'), to('b', '{cidr: 192.0.2.0/24}')],
      level: 'info',
      says: /add an entry with 0\.0\.0\.0\/0/,
    },
    'with exceptions, and a pod of the other family': {
      documents: [
        livePod('shop/a', 'app: a', 'fd00::9'),
        to('a', '{cidr: ▸0.0.0.0/0, except: [10.0.0.0/8]}'),
      ],
      level: 'info',
      says: /nothing of IPv6/,
    },
  },
});
