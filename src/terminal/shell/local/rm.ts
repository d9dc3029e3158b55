// `rm`: takes files out of the editor that are not applied.
import { isApplied } from '../../../core/index.ts';
import type { Command } from '../../command.ts';
import { complain, type EditorFile, type Piece } from '../../outcome.ts';
import { namesIn } from './names.ts';

export const rm: Command = {
  name: 'rm',
  synopsis: 'rm FILE…',
  summary: 'take files out of the editor that are not applied',
  run: ({ args, world }) => {
    const isForced = args.some((word) => /^-[a-z]*f/.test(word));
    const gone = new Set<EditorFile>();
    const output: Piece[] = [];
    for (const path of namesIn(args)) {
      const file = world.files.find(({ name }) => name === path.replace(/^\.\//, ''));
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
