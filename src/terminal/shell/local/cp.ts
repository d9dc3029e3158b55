// `cp`: a copy of a file of the editor.
import type { Command, Result } from '../../command.ts';
import { complain } from '../../outcome.ts';
import { writeFile } from '../write-file.ts';
import { namesIn } from './names.ts';

export const cp: Command = {
  name: 'cp',
  synopsis: 'cp FILE NEW',
  summary: 'copy a file of the editor; the copy is not applied',
  run: ({ args, world, readFile }) => {
    const [from, to, ...more] = namesIn(args);
    if (from === undefined || to === undefined || more.length > 0) {
      return failed('cp: a file and a name for its copy are needed');
    }
    const text = readFile(from);
    if (text === null) return failed(`cp: can't stat '${from}': No such file or directory`);
    const written = writeFile(world.files, to, text, false);
    return written.ok ? { files: written.files } : failed(written.message);
  },
};

function failed(message: string): Result {
  return { output: [complain(message)], status: 1 };
}
