// `tee`: what a pipe brings, shown and written to files of the editor.
import type { Command } from '../../command.ts';
import { complain, print } from '../../outcome.ts';
import { writeFile } from '../write-file.ts';

export const tee: Command = {
  name: 'tee',
  synopsis: 'tee [-a] FILE…',
  summary: 'show what a pipe brings, and write it to a file',
  run: ({ args, input, world }) => {
    if (input === null) {
      return {
        output: [complain('not simulated here: tee reading the keyboard; give it a pipe')],
        status: 1,
      };
    }
    let files = world.files;
    for (const path of args.filter((word) => !word.startsWith('-'))) {
      const written = writeFile(files, path, input, args.includes('-a'));
      if (!written.ok) return { output: [print(input), complain(written.message)], status: 1 };
      files = written.files;
    }
    return { output: [print(input)], ...(files === world.files ? {} : { files }) };
  },
};
