// A line cut into words, operators and here-documents.
import { type Document, Refused, Unfinished, type Word } from './script.ts';
import { type ReadScript, readDocumentText, readWord } from './words.ts';

export type Token =
  | { readonly kind: 'word'; readonly word: Word }
  | { readonly kind: 'operator'; readonly text: string }
  | { readonly kind: 'document'; readonly document: Document };

/** Longest first. */
const OPERATORS = [
  '2>&1',
  '1>&2',
  '2>>',
  '<<<',
  '>&2',
  '&>',
  '2>',
  '<<-',
  '<<',
  '<(',
  '>>',
  '&&',
  '||',
  ';;',
  '|',
  ';',
  '<',
  '>',
  '&',
  '(',
  ')',
  '\n',
];

interface Awaited {
  readonly at: number;
  readonly stripsTabs: boolean;
}

interface Open extends Awaited {
  readonly end: string;
  readonly expands: boolean;
}

export function tokensOf(line: string, readScript: ReadScript): readonly Token[] {
  const found: Token[] = [];
  /** Here-documents whose end words are known, and whose text begins on the next line. */
  let documents: Open[] = [];
  let awaited: Awaited | null = null;
  let at = 0;
  while (at < line.length) {
    const letter = line[at] as string;
    if (letter === ' ' || letter === '\t') {
      at += 1;
      continue;
    }
    if (letter === '#') {
      const newline = line.indexOf('\n', at);
      at = newline === -1 ? line.length : newline;
      continue;
    }
    if (line.startsWith('\\\n', at)) {
      at += 2;
      continue;
    }
    const operator = OPERATORS.find((one) => line.startsWith(one, at));
    if (operator !== undefined) {
      if (awaited !== null) throw new Refused("sh: syntax error: a word is missing behind '<<'");
      at += operator.length;
      if (operator === '<<' || operator === '<<-') {
        awaited = { at: found.length, stripsTabs: operator === '<<-' };
        found.push({ kind: 'document', document: { text: [] } });
      } else if (operator === '\n' && documents.length > 0) {
        for (const one of documents) {
          const { text, next } = readDocument(line, at, one);
          const word = one.expands ? readDocumentText(text, readScript) : literal(text);
          found[one.at] = { kind: 'document', document: { text: word } };
          at = next;
        }
        documents = [];
        found.push({ kind: 'operator', text: '\n' });
      } else {
        found.push({ kind: 'operator', text: operator === '1>&2' ? '>&2' : operator });
      }
      continue;
    }
    const start = at;
    const { word, next } = readWord(line, at, readScript);
    at = next;
    if (awaited === null) {
      found.push({ kind: 'word', word });
    } else {
      // What stands there counts as it is written: the end word is not expanded.
      const written = line.slice(start, next);
      const end = written.replaceAll(/['"\\]/g, '');
      documents.push({ ...awaited, end, expands: end === written });
      awaited = null;
    }
  }
  if (documents.length > 0 || awaited !== null || /(?:^|[^\\])(?:\\\\)*\\$/.test(line)) {
    throw new Unfinished();
  }
  return found;
}

function literal(text: string): Word {
  return [{ kind: 'text', text, isQuoted: true }];
}

function readDocument(line: string, from: number, { end, stripsTabs }: Open) {
  const lines: string[] = [];
  for (let at = from; at <= line.length; ) {
    const newline = line.indexOf('\n', at);
    const raw = line.slice(at, newline === -1 ? line.length : newline);
    const text = stripsTabs ? raw.replace(/^\t+/, '') : raw;
    const next = newline === -1 ? line.length : newline + 1;
    if (text === end) return { text: lines.map((one) => `${one}\n`).join(''), next };
    lines.push(text);
    if (newline === -1) break;
    at = next;
  }
  throw new Unfinished();
}
