// `alias` and `unalias`: short names for commands.
import type { Command } from '../../command.ts';
import { complain, type Piece, printLine } from '../../outcome.ts';
import { withName } from '../../session.ts';

export const alias: Command = {
  name: 'alias',
  synopsis: "alias [NAME='COMMAND …']",
  summary: 'give a command a short name',
  run: ({ args, session }) => {
    const show = ([name, text]: readonly [string, string]) =>
      printLine(`alias ${name}='${text.replaceAll("'", "'\\''")}'`);
    if (args.length === 0) return { output: [...session.aliases].sort().map(show) };
    let { aliases } = session;
    const output: Piece[] = [];
    for (const word of args) {
      const equals = word.indexOf('=');
      if (equals > 0) {
        aliases = withName(aliases, word.slice(0, equals), word.slice(equals + 1));
        continue;
      }
      const found = aliases.find(([name]) => name === word);
      output.push(found === undefined ? complain(`sh: alias: ${word}: not found`) : show(found));
    }
    const isBad = output.some(({ stream }) => stream === 'error');
    return { output, session: { ...session, aliases }, status: isBad ? 1 : 0 };
  },
  complete: () => [],
};

export const unalias: Command = {
  name: 'unalias',
  synopsis: 'unalias NAME…',
  summary: 'take a short name away',
  run: ({ args, session }) => {
    const missing = args.filter((one) => !session.aliases.some(([name]) => name === one));
    return {
      output: missing.map((one) => complain(`sh: unalias: ${one}: not found`)),
      session: { ...session, aliases: session.aliases.filter(([name]) => !args.includes(name)) },
      status: missing.length > 0 ? 1 : 0,
    };
  },
  complete: (_, _world, session) => session.aliases.map(([name]) => name),
};
