// How much of a Service is reached, in words.
import type { Reachable } from '../../../core/index.ts';

export function countText({ allow, depends, total }: Reachable['count']): string {
  const noun = total === 1 ? 'endpoint' : 'endpoints';
  const unsure = depends === 0 ? '' : `, ${depends} depending`;
  return `${allow} of ${total} ${noun} reachable${unsure}`;
}
