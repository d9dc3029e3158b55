// What a text command reads: the files it is given, else what the pipe brings.
import type { Call } from '../command.ts';
import { complain, type Piece } from '../outcome.ts';

export interface Read {
  readonly texts: readonly { readonly name: string; readonly text: string }[];
  /** One for each file that is missing. */
  readonly errors: readonly Piece[];
}

/** @param name the command's, for its complaints */
export function readInput({ input, readFile }: Call, paths: readonly string[], name: string): Read {
  if (paths.length === 0 || (paths.length === 1 && paths[0] === '-')) {
    if (input !== null) return { texts: [{ name: '(standard input)', text: input }], errors: [] };
    return {
      texts: [],
      errors: [
        complain(`not simulated here: ${name} reading the keyboard; give it a file or a pipe`),
      ],
    };
  }
  const texts: { name: string; text: string }[] = [];
  const errors: Piece[] = [];
  for (const path of paths) {
    const text = path === '-' ? (input ?? '') : readFile(path);
    if (text === null) errors.push(complain(`${name}: ${path}: No such file or directory`));
    else texts.push({ name: path, text });
  }
  return { texts, errors };
}

/** Without the empty one behind the last line end. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
