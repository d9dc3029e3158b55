// What `kubectl run --rm` does at the end: the pod goes, and its document with it.
import type { World } from '../cluster/world.ts';
import type { Result } from '../command.ts';
import { removeObjects } from '../editing/documents.ts';
import { printLine } from '../outcome.ts';

export function removePod(
  { namespace, pod }: { readonly namespace: string; readonly pod: string },
  world: World,
): Pick<Result, 'output' | 'files'> {
  const object = world.objects.find(
    (one) => one.kind.kind === 'Pod' && one.namespace === namespace && one.name === pod,
  );
  if (object === undefined) return {};
  return {
    output: [printLine(`pod "${pod}" deleted from ${namespace} namespace`)],
    files: removeObjects(world, [object]),
  };
}
