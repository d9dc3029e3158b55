// The words of a line: quotes taken off, and what is to be expanded marked as such.
import { type Part, Refused, type Script, Unfinished, type Word } from './script.ts';

/** Reads what stands between `$(` and `)`. */
export type ReadScript = (text: string) => Script;

interface ReadWord {
  readonly word: Word;
  readonly next: number;
}

const ENDS_WORD = new Set([' ', '\t', '\n', '|', ';', '&', '<', '>', '(', ')']);

export function readWord(line: string, from: number, readScript: ReadScript): ReadWord {
  const parts: Part[] = [];
  let at = from;
  while (at < line.length) {
    const letter = line[at] as string;
    if (ENDS_WORD.has(letter)) break;
    const expansion = readExpansion(line, at, false, readScript);
    if (expansion !== null) {
      parts.push(expansion.part);
      at = expansion.next;
    } else if (letter === "'") {
      const close = line.indexOf("'", at + 1);
      if (close === -1) throw new Unfinished();
      parts.push(quoted(line.slice(at + 1, close)));
      at = close + 1;
    } else if (letter === '"') {
      const close = closingQuote(line, at + 1, readScript);
      parts.push(...close.parts);
      at = close.next;
    } else if (letter === '\\') {
      // A backslash at the very end asks for the next line.
      if (at + 1 === line.length) throw new Unfinished();
      if (line[at + 1] !== '\n') parts.push(quoted(line[at + 1] ?? ''));
      at += 2;
    } else {
      let end = at + 1;
      while (end < line.length && !isSpecial(line[end] as string)) end += 1;
      parts.push({ kind: 'text', text: line.slice(at, end), isQuoted: false });
      at = end;
    }
  }
  return { word: parts, next: at };
}

function isSpecial(letter: string): boolean {
  return ENDS_WORD.has(letter) || '\'"\\$`'.includes(letter);
}

function quoted(text: string): Part {
  return { kind: 'text', text, isQuoted: true };
}

function closingQuote(line: string, from: number, readScript: ReadScript) {
  // Even an empty one makes a word.
  const parts: Part[] = [quoted('')];
  const next = readParts(line, from, '"', parts, readScript);
  if (next === null) throw new Unfinished();
  return { parts, next };
}

/** The text of a here-document whose end word has no quotes. */
export function readDocumentText(text: string, readScript: ReadScript): Word {
  const parts: Part[] = [];
  readParts(text, 0, null, parts, readScript);
  return parts;
}

/** Behind the closing letter; null where it does not come. */
function readParts(
  text: string,
  from: number,
  close: string | null,
  parts: Part[],
  readScript: ReadScript,
): number | null {
  let plain = '';
  let at = from;
  const flush = () => {
    if (plain !== '') parts.push(quoted(plain));
    plain = '';
  };
  while (at < text.length) {
    const letter = text[at] as string;
    if (letter === close) {
      flush();
      return at + 1;
    }
    const expansion = readExpansion(text, at, true, readScript);
    if (expansion !== null) {
      flush();
      parts.push(expansion.part);
      at = expansion.next;
      continue;
    }
    const next = text[at + 1];
    const isEscape = next !== undefined && (next === close || '\\$`\n'.includes(next));
    if (letter === '\\' && isEscape) {
      if (next !== '\n') plain += next;
      at += 2;
    } else {
      plain += letter;
      at += 1;
    }
  }
  flush();
  return null;
}

interface Expansion {
  readonly part: Part;
  readonly next: number;
}

/** null where nothing is expanded: a dollar alone is a dollar. */
function readExpansion(
  line: string,
  at: number,
  isQuoted: boolean,
  readScript: ReadScript,
): Expansion | null {
  if (line[at] === '`') {
    const close = line.indexOf('`', at + 1);
    if (close === -1) throw new Unfinished();
    const script = readScript(line.slice(at + 1, close).replaceAll(/\\([`$\\])/g, '$1'));
    return { part: { kind: 'output', script, isQuoted }, next: close + 1 };
  }
  if (line[at] !== '$') return null;
  if (line.startsWith('$((', at)) throw new Refused('not simulated here: arithmetic, $(( … ))');
  if (line[at + 1] === '(') {
    const close = closingParenthesis(line, at + 2);
    const script = readScript(line.slice(at + 2, close));
    return { part: { kind: 'output', script, isQuoted }, next: close + 1 };
  }
  if (line[at + 1] === '{') return readBraces(line, at, isQuoted);
  const found = /^\$(\w+|[?#@*!$-])/.exec(line.slice(at, at + 80));
  if (found === null) return null;
  const [whole, written = ''] = found;
  // Of digits only the first one counts: $10 is $1 and a 0.
  const name = /^\d/.test(written) ? written.slice(0, 1) : written;
  const next = at + whole.length - written.length + name.length;
  return { part: { kind: 'variable', name, otherwise: '', isQuoted }, next };
}

function readBraces(line: string, at: number, isQuoted: boolean): Expansion {
  const close = line.indexOf('}', at);
  if (close === -1) throw new Unfinished();
  const [, name, , otherwise = ''] =
    /^(\w+|[?#@*!$-])(:?-([^$`"']*))?$/.exec(line.slice(at + 2, close))?.map((one) => one ?? '') ??
    [];
  if (name === undefined) {
    throw new Refused(
      `not simulated here: ${line.slice(at, close + 1)}; \${NAME} and \${NAME:-TEXT} are`,
    );
  }
  return { part: { kind: 'variable', name, otherwise, isQuoted }, next: close + 1 };
}

/** Where `$(` is closed, past quotes and further parentheses. */
function closingParenthesis(line: string, from: number): number {
  let depth = 1;
  for (let at = from; at < line.length; at++) {
    const letter = line[at];
    if (letter === '\\') at += 1;
    else if (letter === "'" || letter === '"') {
      at = closeOf(line, at + 1, letter);
    } else if (letter === '(') depth += 1;
    else if (letter === ')') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  throw new Unfinished();
}

function closeOf(line: string, from: number, quote: string): number {
  for (let at = from; at < line.length; at++) {
    if (line[at] === '\\' && quote === '"') at += 1;
    else if (line[at] === quote) return at;
  }
  throw new Unfinished();
}
