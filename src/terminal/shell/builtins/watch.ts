// `watch`: a command is run once here, as nothing changes by itself.
import type { Command } from '../../command.ts';
import { complain, remark } from '../../outcome.ts';

export const watch: Command = {
  name: 'watch',
  synopsis: 'watch [-n SECONDS] COMMAND [WORD…]',
  summary: 'run a command; once, as nothing changes here by itself',
  run: (call) => {
    const rest = [...call.args];
    while (rest[0]?.startsWith('-')) {
      const flag = rest.shift() ?? '';
      if (flag === '-n' || flag === '--interval') rest.shift();
    }
    const words = rest.length === 1 ? (rest[0] ?? '').split(/\s+/) : rest;
    if (words.length === 0) return { output: [complain('watch: a command is needed')], status: 1 };
    const result = call.run([words], call.input);
    const once = remark('# Run once: nothing changes here by itself.');
    return { ...result, output: [...(result.output ?? []), once] };
  },
  complete: () => [],
};
