// `env` and `printenv`: the variables that the container is given.
import type { PodCall, PodCommand, Result } from '../command.ts';
import { complain, printLine } from '../outcome.ts';
import { environmentOf } from './environment.ts';

export const env: PodCommand = {
  name: 'env',
  synopsis: 'env',
  summary: 'the variables that the container is given',
  run: (call) =>
    call.args.length === 0
      ? listed(call)
      : { output: [complain('not simulated here: env with words behind it')], status: 1 },
  complete: () => [],
};

export const printenv: PodCommand = {
  name: 'printenv',
  synopsis: 'printenv [NAME…]',
  summary: 'variables that the container is given, by name',
  run: (call) => {
    if (call.args.length === 0) return listed(call);
    const all = new Map(variables(call));
    const found = call.args.flatMap((name) => all.get(name) ?? []);
    return { output: found.map(printLine), status: found.length < call.args.length ? 1 : 0 };
  },
  complete: () => [],
};

function listed(call: PodCall): Result {
  return { output: variables(call).map(([name, text]) => printLine(`${name}=${text}`)) };
}

function variables({ pod, container, world, session }: PodCall) {
  const own = session.inside?.pod === pod.name ? session.inside.variables : [];
  return [...environmentOf(pod, container, world, session), ...own];
}
