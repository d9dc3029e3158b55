// Indents manifests anew: two spaces a level, with everything else of the text as it was. A document that
// would come to mean anything else is left alone.
import { splitDocuments } from '../manifests/split.ts';
import { parseDocument, type Tree } from '../manifests/tree.ts';
import { formatJson } from './format-json.ts';
import { indentOf, lineEnd, type Row, rowsOf } from './rows.ts';

export interface TextChange {
  /** Offsets into the text before, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The changes in the order of the text; none where everything stands well, or can't be read. */
export function format(text: string): readonly TextChange[] {
  return splitDocuments(text).flatMap(({ offset, text: before }) => {
    // A document may begin on the line of its marker, which is no line to indent.
    const isMarkerLine = offset > 0 && text[offset - 1] !== '\n';
    const after = formatJson(before) ?? formatDocument(before, isMarkerLine);
    if (after === null || after === before || !meansTheSame(before, after)) return [];
    return changedLines(before, after).map((change) => ({
      start: offset + change.start,
      end: offset + change.end,
      text: change.text,
    }));
  });
}

/** Nothing but white space differs, and the values are the same. */
function meansTheSame(before: string, after: string): boolean {
  if (before.replace(/\s+/g, '') !== after.replace(/\s+/g, '')) return false;
  const one = parseDocument(before);
  const other = parseDocument(after);
  return one.ok && other.ok && isSame(one.root, other.root);
}

function isSame(one: Tree, other: Tree): boolean {
  if (one.type === 'scalar') {
    return other.type === 'scalar' && one.text === other.text && Object.is(one.value, other.value);
  }
  if (one.type === 'list') {
    if (other.type !== 'list' || one.items.length !== other.items.length) return false;
    return one.items.every((item, at) => isSame(item, other.items[at] as Tree));
  }
  if (other.type !== 'map' || one.entries.length !== other.entries.length) return false;
  return one.entries.every(({ key, value }, at) => {
    const entry = other.entries[at];
    return entry?.key === key && isSame(value, entry.value);
  });
}

/** A level of the text: the column at which its keys or dashes stood, and will stand. */
interface Level {
  readonly before: number;
  readonly after: number;
  readonly isDash: boolean;
}

/** Null where a line is not one to be indented. */
function formatDocument(text: string, isMarkerLine: boolean): string | null {
  const rows = rowsOf(text);
  if (isMarkerLine && rows[0]?.start === 0) return null;
  const listIndent = listIndentIn(rows);
  const levels: Level[] = [];
  let result = '';
  let at = 0;
  for (const row of rows) {
    const before = [...levels];
    const indents = enter(levels, row, listIndent);
    const first = indents.dashes[0] ?? indents.content;
    const own: Level = { before: row.dashes[0] ?? row.column, after: first, isDash: false };
    result += between(text.slice(at, row.start), [own, ...before], isMarkerLine && at === 0);
    result += writeRow(text, row, indents);
    at = row.end;
  }
  return result + between(text.slice(at), levels, false);
}

interface Indents {
  readonly dashes: readonly number[];
  /** Of the key, or of the value where there is none. */
  readonly content: number;
}

/** Goes on to the levels of a row, and tells where its parts will stand. */
function enter(levels: Level[], row: Row, listIndent: number): Indents {
  const leave = (column: number, isDash: boolean) => {
    for (let top = levels.at(-1); top !== undefined; top = levels.at(-1)) {
      const isOver = top.before > column || (top.before === column && top.isDash && !isDash);
      if (!isOver) return;
      levels.pop();
    }
  };
  const dashes = row.dashes.map((column) => {
    leave(column, true);
    const top = levels.at(-1);
    if (top?.isDash && top.before === column) return top.after;
    const after = top === undefined ? 0 : top.after + (top.isDash ? 2 : listIndent);
    levels.push({ before: column, after, isDash: true });
    return after;
  });
  const { column } = row;
  if (row.key === null) {
    while ((levels.at(-1)?.before ?? -1) >= column) levels.pop();
    const top = levels.at(-1);
    return { dashes, content: top === undefined ? 0 : top.after + 2 };
  }
  leave(column, false);
  const top = levels.at(-1);
  if (top !== undefined && top.before === column) return { dashes, content: top.after };
  const content = top === undefined ? 0 : top.after + 2;
  levels.push({ before: column, after: content, isDash: false });
  return { dashes, content };
}

/** Lists stand below their keys, or two columns deeper: as most of the document has them. */
function listIndentIn(rows: readonly Row[]): number {
  let deeper = 0;
  let key: number | null = null;
  for (const { dashes, column, key: name, value } of rows) {
    const [dash] = dashes;
    if (dash !== undefined && key !== null) deeper += dash > key ? 1 : -1;
    key = name !== null && value === null ? column : null;
  }
  return deeper >= 0 ? 2 : 0;
}

function writeRow(text: string, row: Row, { dashes, content }: Indents): string {
  let line = '';
  for (const dash of dashes) line = `${line.padEnd(dash)}-`;
  const from = row.start + row.column;
  const end = lineEnd(text, row.start);
  const isAlone = row.key === null && row.value === null;
  const head = isAlone
    ? line + text.slice(row.start + (row.dashes.at(-1) ?? 0) + 1, end)
    : line.padEnd(content) + text.slice(from, end);
  if (end >= row.end) return head.trimEnd();
  const rest = text.slice(end, row.end);
  return head + shiftLines(rest, row, text, content);
}

/** The further lines of a value. */
function shiftLines(rest: string, row: Row, text: string, content: number): string {
  const isBlock = row.value?.kind === 'block';
  const header =
    row.value === null ? '' : text.slice(row.value.range.start, row.value.range.start + 3);
  const base = isBlock && !/^[|>][-+]?[0-9]/.test(header) ? baseOf(rest) : null;
  const parent = row.key === null && row.dashes.length > 0 ? content - 2 : content;
  const by = base === null ? content - row.column : parent + 2 - base;
  return rest.replace(/\n([ ]*)([^\n]*)/g, (_, spaces: string, words: string) => {
    const isBlank = words.trim() === '';
    // In a block text spaces beyond its indentation count; elsewhere a blank line is just that.
    if (isBlank && (base === null || spaces.length <= base)) return `\n${words}`;
    return `\n${' '.repeat(Math.max(0, spaces.length + by))}${words}`;
  });
}

/** The indentation of a block text, which its first line gives. */
function baseOf(lines: string): number {
  return /\n( *)[^\s]/.exec(lines)?.[1]?.length ?? 0;
}

/** Blank lines and comments before a row. */
function between(text: string, levels: readonly Level[], keepsFirst: boolean): string {
  const lines = text.split('\n');
  return lines
    .map((line, at) => {
      if ((keepsFirst && at === 0) || line.startsWith('%')) return line;
      const words = line.trim();
      const ending = line.endsWith('\r') ? '\r' : '';
      // The end of the row before, or the beginning of the next.
      if (words === '') return ending;
      if (!words.startsWith('#') || at === 0) return line;
      return ' '.repeat(commentColumn(indentOf(line, 0), levels)) + words + ending;
    })
    .join('\n');
}

/** A comment goes with what stands at its column: first of all the row that follows. */
function commentColumn(column: number, levels: readonly Level[]): number {
  const same = levels.find(({ before }) => before === column);
  if (same !== undefined) return same.after;
  const outer = levels.filter(({ before }) => before < column);
  const [first] = levels;
  const nearest = outer.toSorted((a, b) => b.before - a.before)[0];
  if (nearest === undefined) return first?.after ?? 0;
  return nearest.after;
}

/** Line by line where there are as many as before, so that cursor and marks stay. */
function changedLines(before: string, after: string): readonly TextChange[] {
  const old = before.split('\n');
  const lines = after.split('\n');
  if (old.length !== lines.length) return [{ start: 0, end: before.length, text: after }];
  const changes: TextChange[] = [];
  let start = 0;
  for (const [index, line] of old.entries()) {
    const text = lines[index] ?? '';
    if (text !== line) changes.push(inLine(line, text, start));
    start += line.length + 1;
  }
  return changes;
}

function inLine(before: string, after: string, start: number): TextChange {
  let same = 0;
  const most = Math.min(before.length, after.length);
  while (same < most && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return {
    start,
    end: start + before.length - same,
    text: after.slice(0, after.length - same),
  };
}
