// Commands joined by pipes, with what they read from files and write to them.
import type { World } from '../cluster/world.ts';
import type { Result } from '../command.ts';
import { complain, type EditorFile, type Piece } from '../outcome.ts';
import type { Session } from '../session.ts';
import type { Shell } from './commands.ts';
import type { Redirect, Stage } from './parse.ts';
import { writeFile } from './write-file.ts';

export function runPipeline(
  stages: readonly Stage[],
  session: Session,
  world: World,
  shell: Shell,
): Result {
  let result: Result = {};
  let input: string | null = null;
  const passed: Piece[] = [];
  let here: { session: Session; world: World; files: readonly EditorFile[] | undefined } = {
    session,
    world,
    files: undefined,
  };
  for (const [at, stage] of stages.entries()) {
    const isLast = at === stages.length - 1;
    const next = runStage(stage, input, here.session, here.world, shell);
    const files = next.files ?? here.files;
    here = {
      session: next.session ?? here.session,
      world: next.files === undefined ? here.world : here.world.with(next.files),
      files,
    };
    const why = next.why ?? result.why;
    const output = next.output ?? [];
    result = {
      ...next,
      ...(files === undefined ? {} : { files }),
      ...(why === undefined ? {} : { why }),
      session: here.session,
    };
    if (isLast) {
      result = { ...result, output: [...passed, ...output] };
    } else {
      // Errors and waits pass by the pipe; the text goes through it.
      input = output.map(({ stream, text }) => (stream === 'output' ? text : '')).join('');
      for (const piece of output) {
        if (piece.stream !== 'output') passed.push(piece);
        else if (piece.wait !== null) passed.push({ ...piece, text: '' });
      }
    }
  }
  return result;
}

function runStage(
  stage: Stage,
  piped: string | null,
  session: Session,
  world: World,
  shell: Shell,
): Result {
  let input = stage.document ?? piped;
  for (const { kind, file } of stage.redirects) {
    if (kind !== '<') continue;
    const found = shell.readFile(file, world);
    if (found === null)
      return { output: [complain(`sh: can't open ${file}: no such file`)], status: 1 };
    input = found;
  }
  const [name, ...args] = stage.words;
  const result =
    name === undefined
      ? {}
      : shell.run(name, {
          args,
          input,
          session,
          world,
          readFile: (path) => shell.readFile(path, world),
        });
  return stage.redirects.reduce((so, redirect) => redirected(so, redirect, world, shell), result);
}

function redirected(result: Result, { kind, file }: Redirect, world: World, shell: Shell): Result {
  const output = result.output ?? [];
  if (kind === '<') return result;
  if (kind === '2>&1')
    return { ...result, output: output.map((piece) => ({ ...piece, stream: 'output' as const })) };
  const takes = (piece: Piece) =>
    kind === '&>' || piece.stream === (kind.startsWith('2') ? 'error' : 'output');
  const text = output
    .filter(takes)
    .map((piece) => piece.text)
    .join('');
  const waits = output.filter((piece) => takes(piece) && piece.wait !== null);
  const kept = [
    ...waits.map((piece) => ({ ...piece, text: '' })),
    ...output.filter((piece) => !takes(piece)),
  ];
  if (file === '/dev/null') return { ...result, output: kept };
  if (!shell.writesFiles) {
    const message = `not simulated here: writing files inside a pod (${file})`;
    return { ...result, output: [...kept, complain(message)], status: 1 };
  }
  const written = writeFile(result.files ?? world.files, file, text, kind.endsWith('>>'));
  return written.ok
    ? { ...result, output: kept, files: written.files }
    : { ...result, output: [...kept, complain(written.message)], status: 1 };
}
