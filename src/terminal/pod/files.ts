// The files inside a container that people look into: only those that Kubernetes itself writes.
import type { Pod } from '../cluster/pods.ts';
import type { World } from '../cluster/world.ts';

/** null: no such file here. */
export function readPodFile(path: string, pod: Pod, _world: World): string | null {
  if (path === '/etc/hostname') return `${pod.name}\n`;
  if (path !== '/etc/resolv.conf') return null;
  const search = `${pod.namespace}.svc.cluster.local svc.cluster.local cluster.local`;
  return `search ${search}\nnameserver 10.96.0.10\noptions ndots:5\n`;
}
