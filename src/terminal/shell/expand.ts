// What words become when they are run: variables, output of commands, file names and ranges put in.
import { globOf, isGlob, matching } from './glob.ts';
import type { Part, Script, Word } from './script.ts';

export interface Expanding {
  /** null: there is no such variable. */
  readonly variable: (name: string) => string | null;
  /** What a script prints. */
  readonly outputOf: (script: Script) => string;
  /** Those that `*` may stand for. */
  readonly fileNames: readonly string[];
}

/** Letters; more is cut off, as a word that doubles in a loop would never end. */
const LONGEST = 1_000_000;

/** A word may become several, or none. */
export function expandWords(words: readonly Word[], expanding: Expanding): readonly string[] {
  return words.flatMap((word) => ranged(word)).flatMap((word) => fieldsOf(word, expanding));
}

/** As one text, whatever spaces it holds. */
export function expandText(word: Word, expanding: Expanding): string {
  let text = '';
  for (const part of word) {
    text += textOf(part, expanding);
    if (text.length > LONGEST) return text.slice(0, LONGEST);
  }
  return text;
}

function textOf(part: Part, { variable, outputOf }: Expanding): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'variable': {
      const value = variable(part.name) ?? '';
      return value === '' ? part.otherwise : value;
    }
    case 'output':
      return outputOf(part.script).replace(/\n+$/, '');
  }
}

/** A field in the making. */
interface Piece {
  readonly text: string;
  /** `*` and `?` in it may stand for file names. */
  readonly isPattern: boolean;
}

function fieldsOf(word: Word, expanding: Expanding): readonly string[] {
  const fields: Piece[][] = [];
  let open: Piece[] | null = null;
  let length = 0;
  const add = (piece: Piece) => {
    length += piece.text.length;
    if (length > LONGEST) return;
    open = open ?? [];
    open.push(piece);
  };
  const end = () => {
    if (open !== null) fields.push(open);
    open = null;
  };
  for (const part of word) {
    const text = textOf(part, expanding);
    if (part.kind === 'text' || part.isQuoted) {
      add({ text, isPattern: !part.isQuoted });
      continue;
    }
    // Spaces in what is put in without quotes cut the word.
    for (const [at, piece] of text.split(/[ \t\n]+/).entries()) {
      if (at > 0) end();
      if (piece !== '') add({ text: piece, isPattern: true });
    }
  }
  end();
  return fields.flatMap((pieces) => {
    const text = pieces.map((piece) => piece.text).join('');
    if (!pieces.some((piece) => piece.isPattern && /[*?]/.test(piece.text))) return [text];
    const glob = pieces.flatMap((piece) => globOf(piece.text, piece.isPattern));
    const found = isGlob(glob) ? matching(glob, expanding.fileNames) : [];
    return found.length === 0 ? [text] : found;
  });
}

const MOST_OF_RANGE = 200;

/** `{1..5}`, as bash has it. */
function ranged(word: Word): readonly Word[] {
  const at = word.findIndex(
    (part) => part.kind === 'text' && !part.isQuoted && RANGE.test(part.text),
  );
  const part = word[at];
  if (part?.kind !== 'text') return [word];
  const [whole = '', first = '', last = ''] = RANGE.exec(part.text) ?? [];
  const [from, to] = [Number(first), Number(last)];
  const count = Math.abs(to - from) + 1;
  if (count > MOST_OF_RANGE) return [word];
  return Array.from({ length: count }, (_, index) => {
    const text = part.text.replace(whole, String(from <= to ? from + index : from - index));
    return [...word.slice(0, at), { ...part, text }, ...word.slice(at + 1)];
  });
}

const RANGE = /\{(-?\d{1,6})\.\.(-?\d{1,6})\}/;
