// What all commands of the network have in common: their remarks, the flow to ask about, names to complete.
import type { World } from '../../cluster/world.ts';
import type { Completions, PodCall, Result } from '../../command.ts';
import { complain, type Piece } from '../../outcome.ts';
import type { Session } from '../../session.ts';
import { type Dialled, dial, type Protocol } from './dial.ts';
import { remarksOf } from './waiting.ts';

export function dialFrom(
  { world, pod }: PodCall,
  host: string,
  port: number,
  protocol: Protocol = 'TCP',
): Dialled {
  return dial({ world, pod, host, port, protocol });
}

/** The remarks come last: a real command says none. */
export function resultOf(dialled: Dialled, output: readonly Piece[], status: number): Result {
  const { why } = dialled;
  return {
    output: [...output, ...remarksOf(dialled)],
    status,
    ...(why === null ? {} : { why }),
  };
}

export function misused(words: string, synopsis: string): Result {
  return { output: [complain(words), complain(`Usage: ${synopsis}`)], status: 1 };
}

/** Services, as their names are written in the pod that the shell is in. */
export function hostNames(world: World, { inside, namespace }: Session): Completions {
  const own = inside?.namespace ?? namespace;
  return world.services.map((service) =>
    service.namespace === own ? service.name : `${service.name}.${service.namespace}`,
  );
}
