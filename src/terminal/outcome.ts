// What a line came to: text to show, and what it changed.
import type { SourceFile } from '../core/index.ts';
import type { Session } from './session.ts';

/** Text as it is printed, its line ends included, after a pause where there is one. */
export interface Piece {
  readonly text: string;
  /** `error` passes by pipes, and so does `remark`: what no real command says, told apart on the screen. */
  readonly stream: 'output' | 'error' | 'remark';
  /** The wait before the text is shown; Ctrl-C ends it, and nothing more is shown. */
  readonly wait: Wait | null;
}

/** A time that a real command would take, shortened. */
export interface Wait {
  readonly shownSeconds: number;
  /** How long it would really take; to be said where it is longer than what is shown. */
  readonly toldSeconds: number;
}

/** A flow that the line met with, for the question why. */
export interface Why {
  /** Peers of the analysis, by id. */
  readonly source: string;
  readonly destination: string;
  readonly protocol: 'TCP' | 'UDP' | 'SCTP';
  /** The destination's own, after a Service's translation; null where none was tried. */
  readonly port: number | null;
}

/** A file of the editor. */
export type EditorFile = SourceFile;

export interface Outcome {
  readonly output: readonly Piece[];
  readonly session: Session;
  /** All files as they are now; null where nothing changed. */
  readonly files: readonly EditorFile[] | null;
  /** The flow to ask about; null where nothing was sent. */
  readonly why: Why | null;
  /** As a shell's `$?`: 0 for success. */
  readonly status: number;
  /** A file that the person is to be shown in the editor. */
  readonly opens: string | null;
  /** The screen is to be emptied before the output is shown. */
  readonly clears: boolean;
  /** The terminal is to be closed: `exit` outside of any pod. */
  readonly ends: boolean;
}

export function print(text: string): Piece {
  return { text, stream: 'output', wait: null };
}

export function printLine(text: string): Piece {
  return print(`${text}\n`);
}

export function complain(text: string): Piece {
  return { text: `${text}\n`, stream: 'error', wait: null };
}

/** A word of ours on what is simulated. */
export function remark(text: string): Piece {
  return { text: `${text}\n`, stream: 'remark', wait: null };
}

export function pause(shownSeconds: number, toldSeconds: number, text = ''): Piece {
  return { text, stream: 'output', wait: { shownSeconds, toldSeconds } };
}
