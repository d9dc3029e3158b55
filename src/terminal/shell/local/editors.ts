// `vi` and its like: shows a file in the editor of the page, a new one where there is none.
import { isApplied } from '../../../core/index.ts';
import type { Command } from '../../command.ts';
import { complain, remark } from '../../outcome.ts';
import { writeFile } from '../write-file.ts';

function editorAs(name: string): Command {
  return {
    name,
    synopsis: `${name} FILE`,
    summary: 'show a file in the editor of the page',
    run: ({ args, world }) => {
      const [path, ...more] = args.filter((word) => !/^[-+]/.test(word));
      if (path === undefined || more.length > 0) {
        return { output: [complain(`${name}: one file is needed`)], status: 1 };
      }
      const file = world.files.find((one) => one.name === path.replace(/^\.\//, ''));
      if (file !== undefined)
        return { opens: file.name, output: [remark(where(file.name, isApplied(file)))] };
      const written = writeFile(world.files, path, '', false);
      const made = written.ok ? written.files.at(-1) : undefined;
      if (!written.ok || made === undefined) {
        return { output: [complain(written.ok ? '' : written.message)], status: 1 };
      }
      return { files: written.files, opens: made.name, output: [remark(where(made.name, false))] };
    },
  };
}

function where(name: string, applied: boolean): string {
  return applied
    ? `# ${name} is shown in the page's editor; it is applied, so what is typed counts at once.`
    : `# ${name} is shown in the page's editor; "kubectl apply -f ${name}" gives it to the cluster.`;
}

export const EDITORS: readonly Command[] = ['vi', 'vim', 'nano', 'emacs', 'code'].map(editorAs);
