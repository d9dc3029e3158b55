// `kubens`: the namespaces, and the one that commands mean.

import type { Command } from '../../command.ts';
import { CONTEXT } from '../../kubectl/config.ts';
import { complain, print, printLine } from '../../outcome.ts';

export const kubens: Command = {
  name: 'kubens',
  synopsis: 'kubens [NAMESPACE]',
  summary: 'list the namespaces, or choose the one that commands mean',
  run: ({ args, session, world }) => {
    const names = world.namespaces.map(({ name }) => name);
    const [name] = args;
    if (name === '-c' || name === '--current') return { output: [printLine(session.namespace)] };
    if (name === undefined) return { output: [print(names.map((one) => `${one}\n`).join(''))] };
    if (!names.includes(name)) {
      return { output: [complain(`error: no namespace exists with name "${name}".`)], status: 1 };
    }
    return {
      output: [
        printLine(`Context "${CONTEXT}" modified.`),
        printLine(`Active namespace is "${name}".`),
      ],
      session: { ...session, namespace: name },
    };
  },
  complete: (_, world) => world.namespaces.map(({ name }) => name),
};
