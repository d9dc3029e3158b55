// `ip addr` and `ip route`: the pod's own address and the way out.
import { hashOf } from '../cluster/naming.ts';
import type { Pod } from '../cluster/pods.ts';
import type { PodCommand } from '../command.ts';
import { complain, printLine } from '../outcome.ts';

export const ip: PodCommand = {
  name: 'ip',
  synopsis: 'ip addr | ip route',
  summary: 'the addresses of the pod, and its routes',
  run({ args, pod }) {
    const [what = '', ...more] = args.filter((word) => !word.startsWith('-'));
    const isShow = more.length === 0 || /^(?:s|show|ls|list)$/.test(more[0] ?? '');
    if (isShow && what !== '' && 'address'.startsWith(what)) {
      return { output: addressLines(pod).map(printLine) };
    }
    if (isShow && what !== '' && 'route'.startsWith(what)) {
      return { output: routeLines(pod).map(printLine) };
    }
    return {
      output: [
        complain(`not simulated here: ip ${args.join(' ')}; there are "ip addr" and "ip route"`),
      ],
      status: 1,
    };
  },
  complete: () => ['addr', 'route'],
};

function addressLines({ ip: address, namespace, name }: Pod): readonly string[] {
  const hash = hashOf(`${namespace}/${name}`);
  const link = linkAddress({ namespace, name });
  const interfaceNumber = 3 + (hash % 40);
  const own = address.includes(':')
    ? [`    inet6 ${address}/128 scope global`]
    : [`    inet ${address}/24 brd ${networkOf(address)}.255 scope global eth0`];
  const forever = '       valid_lft forever preferred_lft forever';
  return [
    '1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN qlen 1000',
    '    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00',
    '    inet 127.0.0.1/8 scope host lo',
    forever,
    `2: eth0@if${interfaceNumber}: <BROADCAST,MULTICAST,UP,LOWER_UP,M-DOWN> mtu 1450 qdisc noqueue state UP`,
    `    link/ether ${link} brd ff:ff:ff:ff:ff:ff`,
    ...own,
    forever,
  ];
}

/** Of its network card; made up. */
export function linkAddress({ namespace, name }: Pick<Pod, 'namespace' | 'name'>): string {
  const hash = hashOf(`${namespace}/${name}`);
  const hex = (shift: number) => ((hash >>> shift) & 255).toString(16).padStart(2, '0');
  return `0a:58:${hex(24)}:${hex(16)}:${hex(8)}:${hex(0)}`;
}

function routeLines({ ip: address }: Pod): readonly string[] {
  const network = networkOf(address);
  return [
    `default via ${network}.1 dev eth0`,
    `${network}.0/24 dev eth0 scope link  src ${address}`,
  ];
}

/** The first three numbers of an address. */
export function networkOf(address: string): string {
  return address.split('.').slice(0, 3).join('.');
}
