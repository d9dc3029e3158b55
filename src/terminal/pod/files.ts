// The files inside a container that people look into: only those that Kubernetes itself writes.
import type { Pod } from '../cluster/pods.ts';
import type { World } from '../cluster/world.ts';

/** null: no such file here. */
export function readPodFile(path: string, pod: Pod, _world: World): string | null {
  if (path === '/etc/hostname') return `${pod.name}\n`;
  if (path === '/etc/hosts') return hostsFile(pod);
  if (path === `${ACCOUNT}/namespace`) return pod.namespace;
  if (path !== '/etc/resolv.conf') return null;
  const search = `${pod.namespace}.svc.cluster.local svc.cluster.local cluster.local`;
  return `search ${search}\nnameserver 10.96.0.10\noptions ndots:5\n`;
}

const ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';

function hostsFile({ ip, name }: Pod): string {
  const lines = [
    '# Kubernetes-managed hosts file.',
    '127.0.0.1\tlocalhost',
    '::1\tlocalhost ip6-localhost ip6-loopback',
    `${ip}\t${name}`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}
