// Places in the text: offsets inside, line and column only at the edge.

/** Offsets (UTF-16 units, end exclusive) relative to the start of one document's text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where a document begins in its file; moves when text before it is edited, its ranges do not. */
export interface Origin {
  readonly file: string;
  readonly offset: number;
}

/** Offsets (UTF-16 units, end exclusive) into one whole file. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** Line and column as people count them: both from 1, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The place in its file of a range of a document. */
export function spanAt(origin: Origin, range: Range): Span {
  return {
    file: origin.file,
    start: origin.offset + range.start,
    end: origin.offset + range.end,
  };
}

/** Turns offsets of one text into positions; the text is scanned once, each look-up is a binary search. */
export function lineCounter(text: string): (offset: number) => Position {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 };
  };
}
