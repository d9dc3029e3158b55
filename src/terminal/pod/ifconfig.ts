// `ifconfig`: the pod's own address, in the old form.
import type { PodCommand } from '../command.ts';
import { printLine } from '../outcome.ts';
import { linkAddress, networkOf } from './ip.ts';

export const ifconfig: PodCommand = {
  name: 'ifconfig',
  synopsis: 'ifconfig',
  summary: 'the address of the pod',
  run: ({ pod }) => {
    const own = pod.ip.includes(':')
      ? `          inet6 addr: ${pod.ip}/128 Scope:Global`
      : `          inet addr:${pod.ip}  Bcast:${networkOf(pod.ip)}.255  Mask:255.255.255.0`;
    const lines = [
      `eth0      Link encap:Ethernet  HWaddr ${linkAddress(pod).toUpperCase()}`,
      own,
      '          UP BROADCAST RUNNING MULTICAST  MTU:1450  Metric:1',
      '',
      'lo        Link encap:Local Loopback',
      '          inet addr:127.0.0.1  Mask:255.0.0.0',
      '          UP LOOPBACK RUNNING  MTU:65536  Metric:1',
    ];
    return { output: lines.map(printLine) };
  },
  complete: () => [],
};
