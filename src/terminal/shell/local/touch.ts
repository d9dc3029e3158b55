// `touch`: empty files in the editor.
import type { Command } from '../../command.ts';
import { complain } from '../../outcome.ts';
import { writeFile } from '../write-file.ts';
import { namesIn } from './names.ts';

export const touch: Command = {
  name: 'touch',
  synopsis: 'touch FILE…',
  summary: 'make empty files in the editor',
  run: ({ args, world }) => {
    let files = world.files;
    for (const path of namesIn(args)) {
      const written = writeFile(files, path, '', true);
      if (!written.ok) return { output: [complain(written.message)], status: 1 };
      files = written.files;
    }
    return files === world.files ? {} : { files };
  },
};
