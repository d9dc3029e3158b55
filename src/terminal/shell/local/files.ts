// `touch`, `rm` and `cp` on the files of the editor; `pwd`.
import { isApplied } from '../../../core/index.ts';
import type { Command, Result } from '../../command.ts';
import { complain, type EditorFile, type Piece, printLine } from '../../outcome.ts';
import { writeFile } from '../write-file.ts';

const plain = (path: string) => path.replace(/^\.\//, '');
const words = (args: readonly string[]) => args.filter((word) => !word.startsWith('-'));

export const touch: Command = {
  name: 'touch',
  synopsis: 'touch FILE…',
  summary: 'make empty files in the editor',
  run: ({ args, world }) => {
    let files = world.files;
    for (const path of words(args)) {
      const written = writeFile(files, path, '', true);
      if (!written.ok) return failed(written.message);
      files = written.files;
    }
    return files === world.files ? {} : { files };
  },
};

export const rm: Command = {
  name: 'rm',
  synopsis: 'rm FILE…',
  summary: 'take files out of the editor that are not applied',
  run: ({ args, world }) => {
    const isForced = args.some((word) => /^-[a-z]*f/.test(word));
    const gone = new Set<EditorFile>();
    const output: Piece[] = [];
    for (const path of words(args)) {
      const file = world.files.find(({ name }) => name === plain(path));
      if (file === undefined) {
        if (!isForced)
          output.push(complain(`rm: can't remove '${path}': No such file or directory`));
      } else if (isApplied(file) && world.objectsIn(file).length > 0) {
        output.push(
          complain(
            `not simulated here: rm of ${file.name}, as its objects are in the cluster; "kubectl delete -f ${file.name}" takes them out`,
          ),
        );
      } else gone.add(file);
    }
    const files = world.files.filter((file) => !gone.has(file));
    return {
      output,
      status: output.length > 0 ? 1 : 0,
      ...(gone.size === 0 ? {} : { files }),
    };
  },
};

export const cp: Command = {
  name: 'cp',
  synopsis: 'cp FILE NEW',
  summary: 'copy a file of the editor; the copy is not applied',
  run: ({ args, world, readFile }) => {
    const [from, to, ...more] = words(args);
    if (from === undefined || to === undefined || more.length > 0) {
      return failed('cp: a file and a name for its copy are needed');
    }
    const text = readFile(from);
    if (text === null) return failed(`cp: can't stat '${from}': No such file or directory`);
    const written = writeFile(world.files, to, text, false);
    return written.ok ? { files: written.files } : failed(written.message);
  },
};

export const pwd: Command = {
  name: 'pwd',
  synopsis: 'pwd',
  summary: 'where this shell is: there are no folders',
  run: () => ({ output: [printLine('/home/you')] }),
  complete: () => [],
};

function failed(message: string): Result {
  return { output: [complain(message)], status: 1 };
}
