// A pod that `run --rm` makes leaves nothing behind: the files are what they were, to the letter.
import { describe, expect, it } from 'vitest';
import { NO_ASSUMPTIONS } from '../../../src/core/index.ts';
import { createMemory, type EditorFile, newSession, run } from '../../../src/terminal/terminal.ts';

const POD =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec: {containers: [{name: c, image: i}]}\n';
const STARTS: readonly (readonly EditorFile[])[] = [
  [],
  [{ name: 'a.yaml', text: POD }],
  [{ name: 'terminal.yaml', text: POD }],
  [{ name: 'terminal.yaml', text: `# made by hand\n---\n${POD}---\n# nothing more\n` }],
  [{ name: 'terminal.yaml', text: `${POD}---\n${POD.replace('web', 'two')}` }],
  [{ name: 'terminal.yaml', text: POD, applied: false }],
  [
    { name: 'terminal.yaml', text: POD, applied: false },
    { name: 'terminal-2.yaml', text: POD },
  ],
];

function filesAfter(files: readonly EditorFile[], lines: readonly string[]): readonly EditorFile[] {
  let session = newSession();
  let here = files;
  const memory = createMemory();
  for (const line of lines) {
    const outcome = run(line, session, {
      files: here,
      assumptions: NO_ASSUMPTIONS,
      outcome: null,
      now: 0,
      memory,
    });
    session = outcome.session;
    here = outcome.files ?? here;
  }
  expect(session.inside).toBe(null);
  return here;
}

describe('a pod for a moment', () => {
  it.each(STARTS.map((files) => [files.map(({ name }) => name).join(' '), files] as const))(
    'leaves %s as it was',
    (_, files) => {
      const run = 'kubectl run tester --rm -it --image=busybox --restart=Never --';
      expect(filesAfter(files, [`${run} sh`, 'hostname', 'exit'])).toEqual(files);
      expect(filesAfter(files, [`${run} hostname`])).toEqual(files);
      expect(
        filesAfter(files, ['kubectl run tester --image=busybox', 'kubectl delete pod tester']),
      ).toEqual(files);
    },
  );

  it('leaves what others made meanwhile', () => {
    const lines = ['kubectl run a --rm -it --image=busybox -- sh', 'exit'];
    const made = filesAfter([], ['kubectl create ns one', ...lines, 'kubectl create ns two']);
    expect(made).toEqual(filesAfter([], ['kubectl create ns one', 'kubectl create ns two']));
  });
});
