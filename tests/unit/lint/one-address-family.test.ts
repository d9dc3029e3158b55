// Good and bad examples of one-address-family (SEMANTICS 1.12, 1.13).
import { judge } from './judge.ts';
import { livePod, policy } from './manifests.ts';

function to(name: string, ...blocks: readonly string[]): string {
  return policy(
    `shop/${name}`,
    `podSelector: {}
policyTypes: [Egress]
egress:
  - to: [${blocks.map((block) => `{ipBlock: ${block}}`).join(', ')}]`,
  );
}

judge('one-address-family', {
  good: {
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
