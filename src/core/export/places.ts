// Spans → file, line and column, for all that is printed.
import type { SourceFile } from '../model/source-file.ts';
import { lineCounter, type Position, type Span } from '../model/span.ts';

/** Both from 1; the column in UTF-16 units. */
export interface Place extends Position {
  readonly file: string;
}

export type PlaceOf = (span: Span) => Place;

/** Each file is scanned when it is first asked for. */
export function placesIn(files: readonly SourceFile[]): PlaceOf {
  const texts = new Map(files.map(({ name, text }) => [name, text]));
  const counters = new Map<string, (offset: number) => Position>();
  return ({ file, start }) => {
    const text = texts.get(file);
    const counter = counters.get(file) ?? lineCounter(text ?? '');
    counters.set(file, counter);
    return { file, ...(text === undefined ? { line: 1, column: 1 } : counter(start)) };
  };
}

export function placeText({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
