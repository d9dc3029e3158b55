// Cuts a file into documents at `---` and `...` lines, before any parsing: an unclosed quote in one
// then can't swallow the next (SEMANTICS 10.2), and each can be cached by its own text.

export interface Piece {
  /** Where the piece begins in the file. */
  readonly offset: number;
  readonly text: string;
}

/**
 * YAML forbids these markers inside a document, so cutting at them is safe. A byte order mark before
 * one is left where files were joined.
 */
const MARKER = /^\uFEFF?(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm;
const LEADING_MARK = /^[ \t\r\n]*\uFEFF/;

/** The documents of a file that hold more than comments, blank lines and directives. */
export function splitDocuments(text: string): Piece[] {
  const pieces: Piece[] = [];
  const add = (start: number, end: number) => {
    const raw = text.slice(start, end);
    const skipped = LEADING_MARK.exec(raw)?.[0].length ?? 0;
    const piece = raw.slice(skipped);
    if (hasContent(piece)) pieces.push({ offset: start + skipped, text: piece });
  };
  let start = 0;
  for (const marker of text.matchAll(MARKER)) {
    add(start, marker.index);
    start = marker.index + marker[0].length;
  }
  add(start, text.length);
  return pieces;
}

/** The piece of a file in which an offset lies, even where it holds nothing. */
export function pieceAt(text: string, at: number): Piece {
  let start = 0;
  let end = text.length;
  for (const marker of text.matchAll(MARKER)) {
    if (marker.index >= at) {
      end = marker.index;
      break;
    }
    start = marker.index + marker[0].length;
  }
  const skipped = LEADING_MARK.exec(text.slice(start, end))?.[0].length ?? 0;
  const offset = Math.min(start + skipped, end);
  return { offset, text: text.slice(offset, end) };
}

function hasContent(text: string): boolean {
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const isComment = code === 0x23;
    const isDirective = code === 0x25 && (at === 0 || text.charCodeAt(at - 1) === 0x0a);
    if (isComment || isDirective) {
      const end = text.indexOf('\n', at);
      if (end === -1) return false;
      at = end;
    } else if (code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d) {
      at += 1;
    } else {
      return true;
    }
  }
  return false;
}
