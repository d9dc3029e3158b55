// `kubectx`: the one context there is.
import type { Command } from '../../command.ts';
import { CONTEXT } from '../../kubectl/config.ts';
import { complain, printLine } from '../../outcome.ts';

export const kubectx: Command = {
  name: 'kubectx',
  synopsis: 'kubectx',
  summary: 'the one context there is',
  run: ({ args }) => {
    const [name] = args;
    if (name === undefined || name === '-c' || name === CONTEXT)
      return { output: [printLine(CONTEXT)] };
    return { output: [complain(`error: no context exists with the name: "${name}"`)], status: 1 };
  },
  complete: () => [CONTEXT],
};
