// What the room asks of whatever shows the text: the plain field at first, Monaco later.
import type { Effects, Finding, Part, Span } from '../../core/index.ts';
import type { Deciding } from '../store.ts';
import type { MarkSource } from './marks.ts';

/** Where the person is in the text shown; offsets in UTF-16 units. */
interface TextPlace {
  readonly start: number;
  readonly end: number;
  /** Pixels. */
  readonly scrollTop: number;
  readonly focused: boolean;
}

/** Called at each edit by the person; `read` gives the text as it is when it is called. */
export type OnEdit = (file: string, read: () => string) => void;

/** What the person does besides editing. */
export interface SurfaceEvents {
  /** The cursor stands at an offset; `typed` when an edit brought it there. */
  cursor(file: string, offset: number, typed: boolean): void;
  /** Asks for all about a part: by its note. */
  ask(part: Part): void;
  /** Likewise for whatever stands at the cursor. */
  askHere(file: string, offset: number): void;
}

/** What can be done to the text, or with the place where the cursor is. */
export type TextCommand =
  | 'suggest'
  | 'outline'
  | 'definition'
  | 'references'
  | 'fix'
  | 'format'
  | 'foldAll'
  | 'unfoldAll';

export interface Surface {
  /** Adds a file; shows nothing yet. */
  open(file: string, text: string): void;
  /** Changes a text from outside, where the person can still undo it. */
  replace(file: string, text: string): void;
  rename(from: string, to: string): void;
  close(file: string): void;
  show(file: string): void;
  /**
   * Marks the findings in their files, in place of those before of the same source.
   * @param fresh whether they are of the texts as they are now, so that their fixes can be applied
   */
  mark(source: MarkSource, findings: readonly Finding[], fresh: boolean): void;
  /** What selectors select and rules open, as notes in place of those before. */
  annotate(effects: Effects): void;
  /** Colours the lines that decide a flow, in place of those before. */
  pointOut(deciding: readonly Deciding[]): void;
  /** Scrolls the span into view and points it out for a moment; its file is the one shown. */
  reveal(span: Span): void;
  /** Whether the person can't change the texts. */
  setReadOnly(readOnly: boolean): void;
  focus(): void;
  /** Nothing happens where the surface can't. */
  run(command: TextCommand): void;
  place(): TextPlace;
  restore(place: TextPlace): void;
  dispose(): void;
}
