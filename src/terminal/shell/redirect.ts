// Where what a command prints goes: to the screen, into a file, or away.
import { complain, type Piece } from '../outcome.ts';
import type { Redirect } from './script.ts';

/** A redirection whose file name is known. */
export interface Aimed {
  readonly kind: Redirect['kind'];
  /** Empty for `2>&1` and `>&2`. */
  readonly file: string;
}

interface Target {
  readonly stream: 'output' | 'error';
  /** null: the screen, or the next command. */
  readonly file: string | null;
  readonly appends: boolean;
}

/** Writes a text to a file; a message where that does not go. */
export type Write = (file: string, text: string, appends: boolean) => string | null;

/** @returns what still goes to the screen or on to the next command, and whether all could be written */
export function redirected(
  pieces: readonly Piece[],
  redirects: readonly Aimed[],
  write: Write,
): { readonly shown: readonly Piece[]; readonly isWritten: boolean } {
  let output: Target = { stream: 'output', file: null, appends: false };
  let error: Target = { stream: 'error', file: null, appends: false };
  const files: Target[] = [];
  for (const { kind, file } of redirects) {
    if (kind === '<' || kind === '<<<') continue;
    if (kind === '2>&1') error = output;
    else if (kind === '>&2') output = error;
    else {
      const target = { stream: 'output', file, appends: kind.endsWith('>>') } as const;
      files.push(target);
      if (!kind.startsWith('2')) output = target;
      if (kind.startsWith('2') || kind === '&>') error = target;
    }
  }
  const shown: Piece[] = [];
  const texts = new Map<Target, string>(files.map((target) => [target, '']));
  for (const piece of pieces) {
    const target = piece.stream === 'error' ? error : output;
    const isRemark = piece.stream === 'remark';
    if (isRemark || target.file === null) {
      shown.push(isRemark ? piece : { ...piece, stream: target.stream });
      continue;
    }
    texts.set(target, (texts.get(target) ?? '') + piece.text);
    // The wait goes by all the same.
    if (piece.wait !== null) shown.push({ ...piece, text: '' });
  }
  let isWritten = true;
  for (const [{ file, appends }, text] of texts) {
    if (file === null || file === '/dev/null') continue;
    const problem = write(file, text, appends);
    if (problem === null) continue;
    isWritten = false;
    shown.push(complain(problem));
  }
  return { shown, isWritten };
}
