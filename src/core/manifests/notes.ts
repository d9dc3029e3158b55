// Collects what is wrong with one document while it is read.
import type { Finding, Fix, Level } from '../model/finding.ts';
import { type Origin, type Range, type Span, spanAt } from '../model/span.ts';

/** A finding whose place is relative to its document. */
export interface Note {
  readonly rule: string;
  readonly level: Level;
  readonly message: string;
  readonly range: Range;
  /** The policy that it makes the API server refuse. */
  readonly refuses?: Range;
  readonly fix?: NoteFix;
}

/** Edits that belong together and do not overlap; their ranges are relative to the document. */
export interface NoteFix {
  /** What it does, as a command: `Write TCP`. */
  readonly title: string;
  readonly edits: readonly { readonly range: Range; readonly text: string }[];
}

/** The fix is there where one edit is surely what was meant. */
type Add = (rule: string, range: Range, message: string, fix?: NoteFix | null) => void;

export interface Notes {
  /** The document's text, which fixes are made from. */
  readonly text: string;
  readonly all: readonly Note[];
  readonly error: Add;
  readonly warning: Add;
  readonly info: Add;
  hasError(): boolean;
}

/** One object with a thousand mistakes is said to have many, not a thousand. */
const MOST = 200;

/** One place breaks one rule once: whoever reads a value again need not know that it was checked. */
export function createNotes(text: string): Notes {
  const all: Note[] = [];
  const said = new Set<string>();
  let errors = 0;
  const adder =
    (level: Level): Add =>
    (rule, range, message, fix) => {
      if (level === 'error') errors += 1;
      const place = `${rule} ${range.start} ${range.end}`;
      if (all.length >= MOST || said.has(place)) return;
      said.add(place);
      const note = { rule, level, message, range };
      all.push(fix === undefined || fix === null ? note : { ...note, fix });
    };
  return {
    text,
    all,
    error: adder('error'),
    warning: adder('warning'),
    info: adder('info'),
    hasError: () => errors > 0,
  };
}

/** A note at its place in its file. */
export function findingAt(origin: Origin, note: Note): Finding {
  const { rule, level, message, range, refuses, fix } = note;
  const at = (place: Range) => spanAt(origin, place);
  return {
    rule,
    level,
    message,
    span: at(range),
    ...(refuses === undefined ? {} : { refuses: at(refuses) }),
    ...(fix === undefined ? {} : { fix: placedFix(fix, at) }),
  };
}

function placedFix({ title, edits }: NoteFix, at: (place: Range) => Span): Fix {
  return { title, edits: edits.map(({ range, text }) => ({ span: at(range), text })) };
}
