// The YAML that nearly all manifests are written in → its tree, in one pass over the text; null for
// whatever else YAML knows, which `event-tree.ts` reads. Where this gives a tree, it is the same tree.
//
// What it knows: maps and lists by indentation; plain and quoted scalars, and collections in brackets,
// each on one line of printable ASCII; comments. All else, mistakes included, is left to the other.
import type { Range } from '../model/span.ts';
import { resolvePlain } from './scalar.ts';
import type { Duplicate, Entry, MapTree, Parsed, ScalarTree, Tree } from './tree.ts';
import { keyText, noteDuplicates } from './tree-parts.ts';

/** Where the reading is. */
interface Cursor {
  readonly text: string;
  at: number;
  /** The column of `at`, where it stands at the first thing of a line. */
  indent: number;
  /** Behind the last thing seen. */
  end: number;
  readonly duplicates: Duplicate[];
}

/** Deeper than manifests are. */
const MAX_DEPTH = 40;

const NEWLINE = 10;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const HASH = 35;
const SINGLE_QUOTE = 39;
const COMMA = 44;
const DASH = 45;
const COLON = 58;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const LAST_PRINTABLE = 126;

/** With one of these a plain scalar surely begins; behind a dash it may, too. */
const BEGINS_PLAIN: readonly boolean[] = Array.from({ length: LAST_PRINTABLE + 1 }, (_, code) =>
  /[A-Za-z0-9_./~+$(]/.test(String.fromCharCode(code)),
);
const BEGINS_KEY: readonly boolean[] = BEGINS_PLAIN.map((_, code) =>
  /[A-Za-z0-9_]/.test(String.fromCharCode(code)),
);

export function readPlainTree(text: string): Parsed | null {
  // A carriage return ends a line too, and a null byte is refused, even in a comment.
  if (text.includes('\r') || text.includes('\0')) return null;
  const cursor: Cursor = { text, at: 0, indent: 0, end: 0, duplicates: [] };
  if (!toNextLine(cursor) || cursor.indent !== 0) return null;
  const root = readMap(cursor, 0, 0);
  if (root === null || cursor.at < text.length) return null;
  // Inner maps close first, but people read from the top.
  const duplicates = cursor.duplicates.sort((a, b) => a.range.start - b.range.start);
  return { ok: true, root, duplicates };
}

/** From the start of a line to the first thing of a line that is no comment; false at the end of the text. */
function toNextLine(cursor: Cursor): boolean {
  const { text } = cursor;
  let start = cursor.at;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === SPACE) continue;
    if (code === NEWLINE) {
      start = at + 1;
    } else if (code === HASH) {
      const newline = text.indexOf('\n', at);
      if (newline === -1) break;
      at = newline;
      start = at + 1;
    } else {
      cursor.at = at;
      cursor.indent = at - start;
      return true;
    }
  }
  cursor.at = text.length;
  cursor.indent = -1;
  return false;
}

/** Behind a value: to the next line. False where more stands here than a comment. */
function endLine(cursor: Cursor): boolean {
  const { text } = cursor;
  const from = cursor.at;
  skipSpaces(cursor);
  if (cursor.at < text.length) {
    const code = text.charCodeAt(cursor.at);
    if (code === HASH && cursor.at > from) {
      const newline = text.indexOf('\n', cursor.at);
      cursor.at = newline === -1 ? text.length : newline + 1;
    } else if (code === NEWLINE) cursor.at += 1;
    else return false;
  }
  toNextLine(cursor);
  return true;
}

function skipSpaces(cursor: Cursor): void {
  while (cursor.text.charCodeAt(cursor.at) === SPACE) cursor.at += 1;
}

/** Entries that stand at one column; the cursor is at the first key. */
function readMap(cursor: Cursor, indent: number, depth: number): MapTree | null {
  if (depth > MAX_DEPTH) return null;
  const start = cursor.at;
  const entries: Entry[] = [];
  do {
    const entry = readEntry(cursor, indent, depth);
    if (entry === null || cursor.indent > indent) return null;
    entries.push(entry);
  } while (cursor.indent === indent);
  noteDuplicates(entries, cursor.duplicates);
  return { type: 'map', range: { start, end: cursor.end }, entries };
}

function readEntry(cursor: Cursor, indent: number, depth: number): Entry | null {
  const key = readKey(cursor, false);
  if (key === null) return null;
  const value = readValue(cursor, indent, depth, key.range);
  return value && { key: key.text, keyRange: key.range, value };
}

/** A key and the colon behind it. */
function readKey(cursor: Cursor, inFlow: boolean): { text: string; range: Range } | null {
  const { text } = cursor;
  const code = text.charCodeAt(cursor.at);
  const isQuoted = code === SINGLE_QUOTE || code === DOUBLE_QUOTE;
  if (!isQuoted && BEGINS_KEY[code] !== true) return null;
  const key = isQuoted ? readQuoted(cursor, code) : readPlain(cursor, inFlow);
  if (key === null) return null;
  skipSpaces(cursor);
  if (text.charCodeAt(cursor.at) !== COLON) return null;
  cursor.at += 1;
  const behind = text.charCodeAt(cursor.at);
  if (behind !== SPACE && (inFlow || (behind !== NEWLINE && cursor.at < text.length))) return null;
  return { text: isQuoted ? key.text : keyText(key.text, key.value), range: key.range };
}

/** What stands behind a key: on its line, or on the lines below. */
function readValue(cursor: Cursor, indent: number, depth: number, key: Range): Tree | null {
  const behindKey = cursor.at;
  skipSpaces(cursor);
  const code = cursor.text.charCodeAt(cursor.at);
  const isBelow = cursor.at >= cursor.text.length || code === NEWLINE || code === HASH;
  if (!isBelow) return readOnLine(cursor, code, depth);
  cursor.at = behindKey;
  if (!endLine(cursor)) return null;
  if (isItem(cursor) && cursor.indent >= indent) return readList(cursor, cursor.indent, depth + 1);
  if (cursor.indent > indent) return readMap(cursor, cursor.indent, depth + 1);
  // What is not written stands at its key.
  return { type: 'scalar', range: key, value: null, text: '' };
}

/** A scalar, or a collection in brackets, that fills the rest of the line. */
function readOnLine(cursor: Cursor, code: number, depth: number): Tree | null {
  const value = readInline(cursor, code, false, depth);
  return value !== null && endLine(cursor) ? value : null;
}

/** A dash alone on its line is left to the other reader. */
function isItem({ text, at }: Cursor): boolean {
  return text.charCodeAt(at) === DASH && text.charCodeAt(at + 1) === SPACE;
}

/** Items whose dashes stand at one column; the cursor is at the first. */
function readList(cursor: Cursor, indent: number, depth: number): Tree | null {
  const start = cursor.at;
  const items: Tree[] = [];
  do {
    const item = readItem(cursor, indent, depth);
    if (item === null || cursor.indent > indent) return null;
    items.push(item);
  } while (cursor.indent === indent && isItem(cursor));
  return { type: 'list', range: { start, end: cursor.end }, items };
}

function readItem(cursor: Cursor, indent: number, depth: number): Tree | null {
  const dash = cursor.at;
  cursor.at += 1;
  skipSpaces(cursor);
  const start = cursor.at;
  const code = cursor.text.charCodeAt(start);
  const seen = cursor.end;
  if (BEGINS_KEY[code] === true || code === SINGLE_QUOTE || code === DOUBLE_QUOTE) {
    const isMap = readKey(cursor, false) !== null;
    cursor.at = start;
    cursor.end = seen;
    if (isMap) return readMap(cursor, indent + start - dash, depth + 1);
  }
  return readOnLine(cursor, code, depth);
}

function readInline(cursor: Cursor, code: number, inFlow: boolean, depth: number): Tree | null {
  if (code === OPEN_BRACE) return readFlowMap(cursor, depth + 1);
  if (code === OPEN_BRACKET) return readFlowList(cursor, depth + 1);
  if (code === SINGLE_QUOTE || code === DOUBLE_QUOTE) return readQuoted(cursor, code);
  return readPlain(cursor, inFlow);
}

/** `{a: b}`; a key without a value is left to the other reader. */
function readFlowMap(cursor: Cursor, depth: number): Tree | null {
  if (depth > MAX_DEPTH) return null;
  const start = cursor.at;
  const entries: Entry[] = [];
  const isRead = readFlow(cursor, CLOSE_BRACE, () => {
    const key = readKey(cursor, true);
    if (key === null) return false;
    skipSpaces(cursor);
    const value = readInline(cursor, cursor.text.charCodeAt(cursor.at), true, depth);
    if (value !== null) entries.push({ key: key.text, keyRange: key.range, value });
    return value !== null;
  });
  if (!isRead) return null;
  noteDuplicates(entries, cursor.duplicates);
  return { type: 'map', range: { start, end: cursor.end }, entries };
}

function readFlowList(cursor: Cursor, depth: number): Tree | null {
  if (depth > MAX_DEPTH) return null;
  const start = cursor.at;
  const items: Tree[] = [];
  const isRead = readFlow(cursor, CLOSE_BRACKET, () => {
    const item = readInline(cursor, cursor.text.charCodeAt(cursor.at), true, depth);
    if (item !== null) items.push(item);
    return item !== null;
  });
  return isRead ? { type: 'list', range: { start, end: cursor.end }, items } : null;
}

/** From one bracket to the other, with commas between; false where that is not what stands there. */
function readFlow(cursor: Cursor, closing: number, readNext: () => boolean): boolean {
  const { text } = cursor;
  cursor.at += 1;
  skipSpaces(cursor);
  if (text.charCodeAt(cursor.at) !== closing) {
    for (;;) {
      if (!readNext()) return false;
      skipSpaces(cursor);
      const code = text.charCodeAt(cursor.at);
      if (code === closing) break;
      if (code !== COMMA) return false;
      cursor.at += 1;
      skipSpaces(cursor);
    }
  }
  cursor.at += 1;
  cursor.end = cursor.at;
  return true;
}

/** In quotes, with nothing in it that stands for something else. */
function readQuoted(cursor: Cursor, quote: number): ScalarTree | null {
  const { text } = cursor;
  const start = cursor.at;
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      // Two single quotes stand for one.
      if (text.charCodeAt(at + 1) === quote) return null;
      cursor.at = at + 1;
      cursor.end = cursor.at;
      const value = text.slice(start + 1, at);
      return { type: 'scalar', range: { start, end: cursor.at }, value, text: value };
    }
    if (!isPrintable(code) || code === BACKSLASH) return null;
  }
  return null;
}

/** To the end of the line, a comment, or a colon with space behind it; in brackets also to one, or a comma. */
function readPlain(cursor: Cursor, inFlow: boolean): ScalarTree | null {
  const { text } = cursor;
  const start = cursor.at;
  if (!beginsPlain(text, start)) return null;
  let at = start;
  let end = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === SPACE) continue;
    if (code === NEWLINE || (inFlow && isFlowIndicator(code))) break;
    if (!isPrintable(code)) return null;
    if (code === HASH) {
      if (inFlow || text.charCodeAt(at - 1) !== SPACE) return null;
      break;
    }
    if (code === COLON) {
      const behind = text.charCodeAt(at + 1);
      if (behind === SPACE || behind === NEWLINE || at + 1 === text.length) break;
      if (inFlow && isFlowIndicator(behind)) return null;
    }
    end = at + 1;
  }
  cursor.at = end;
  cursor.end = end;
  const written = text.slice(start, end);
  return { type: 'scalar', range: { start, end }, value: resolvePlain(written), text: written };
}

function beginsPlain(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== DASH) return BEGINS_PLAIN[code] === true;
  const behind = text.charCodeAt(at + 1);
  return behind === DASH || BEGINS_PLAIN[behind] === true;
}

function isPrintable(code: number): boolean {
  return code >= SPACE && code <= LAST_PRINTABLE;
}

function isFlowIndicator(code: number): boolean {
  return (
    code === COMMA ||
    code === OPEN_BRACKET ||
    code === CLOSE_BRACKET ||
    code === OPEN_BRACE ||
    code === CLOSE_BRACE
  );
}
