// `export`, `unset` and `set`: the shell's variables.
import type { Command, Result } from '../../command.ts';
import { complain, printLine } from '../../outcome.ts';
import { type Session, variablesOf, withVariable } from '../../session.ts';

const NAME = /^[A-Za-z_]\w*$/;

function declareAs(name: string): Command {
  return {
    name,
    synopsis: `${name} NAME=TEXT…`,
    summary: 'set a variable, to be used as $NAME',
    run: ({ args, session }) => {
      const words = args.filter((word) => !/^-\w$/.test(word));
      if (words.length === 0) return listed(session, 'export ');
      let next = session;
      for (const word of words) {
        const equals = word.indexOf('=');
        const variable = equals === -1 ? word : word.slice(0, equals);
        if (!NAME.test(variable)) {
          return {
            output: [complain(`sh: ${name}: ${variable}: bad variable name`)],
            session: next,
            status: 2,
          };
        }
        if (equals !== -1) next = withVariable(next, variable, word.slice(equals + 1));
      }
      return { session: next };
    },
    complete: () => [],
  };
}

export const exportVariable = declareAs('export');
export const declare = declareAs('declare');
export const local = declareAs('local');
export const readonly = declareAs('readonly');

export const unset: Command = {
  name: 'unset',
  synopsis: 'unset NAME…',
  summary: 'take variables away',
  run: ({ args, session }) => ({
    session: args.reduce((so, name) => withVariable(so, name, null), session),
  }),
  complete: (_, _world, session) => variablesOf(session).map(([name]) => name),
};

export const set: Command = {
  name: 'set',
  synopsis: 'set',
  summary: 'list the variables that were set',
  run: ({ args, session }) => {
    if (args.length === 0) return listed(session, '');
    // `set -e` and its like are for scripts; nothing is lost where a person types.
    if (args.every((word) => /^[-+][a-zA-Z]+$|^pipefail$/.test(word))) return {};
    return { output: [complain(`not simulated here: set ${args.join(' ')}`)], status: 1 };
  },
  complete: () => [],
};

function listed(session: Session, lead: string): Result {
  const lines = variablesOf(session).map(
    ([name, text]) => `${lead}${name}='${text.replaceAll("'", "'\\''")}'`,
  );
  return { output: lines.sort().map(printLine) };
}
