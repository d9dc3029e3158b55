// Reads a JSONPath: `.items[*].metadata.labels['app']`.
import type { Value } from '../../cluster/value.ts';
import type { Step } from './path.ts';

/** The message is what is wrong. */
export class BadPath extends Error {}

const MOST_LETTERS = 2000;

/** @param text without the braces around it */
export function readPath(text: string): readonly Step[] {
  if (text.length > MOST_LETTERS) throw new BadPath('it is too long');
  const steps: Step[] = [];
  let at = /^\s*[$@]/.exec(text)?.[0].length ?? /^\s*/.exec(text)?.[0].length ?? 0;
  while (at < text.length) {
    const rest = text.slice(at);
    if (/^\s+$/.test(rest)) break;
    if (rest.startsWith('..')) {
      steps.push({ kind: 'below' });
      at += rest[2] === '[' ? 2 : 1;
      if (rest.length === 2) break;
      continue;
    }
    if (rest.startsWith('[')) {
      const close = closing(text, at);
      steps.push(readBracket(text.slice(at + 1, close)));
      at = close + 1;
      continue;
    }
    const [whole = '', dot = '', star, name] =
      /^(\.?)(?:(\*)|((?:\\.|[^.[\]{}\s\\])+))/.exec(rest) ?? [];
    if (whole === '' || (dot === '' && steps.length > 0)) {
      if (rest === '.' && steps.length === 0) break;
      throw new BadPath(`unrecognized character in action: ${JSON.stringify(rest[0] ?? '')}`);
    }
    if (star !== undefined) steps.push({ kind: 'every' });
    else steps.push({ kind: 'field', names: [(name ?? '').replaceAll(/\\(.)/g, '$1')] });
    at += whole.length;
  }
  return steps;
}

function closing(text: string, from: number): number {
  let depth = 0;
  let quote = '';
  for (let at = from; at < text.length; at++) {
    const letter = text[at] as string;
    if (quote !== '') {
      if (letter === '\\') at += 1;
      else if (letter === quote) quote = '';
    } else if (letter === "'" || letter === '"') quote = letter;
    else if (letter === '[') depth += 1;
    else if (letter === ']') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  throw new BadPath('unterminated array');
}

function readBracket(text: string): Step {
  const inner = text.trim();
  if (inner === '*') return { kind: 'every' };
  if (/^-?\d{1,6}$/.test(inner)) return { kind: 'index', index: Number(inner) };
  const slice = /^(-?\d{1,6})?:(-?\d{1,6})?$/.exec(inner);
  if (slice !== null) {
    const [, from, to] = slice;
    return {
      kind: 'slice',
      from: from === undefined ? null : Number(from),
      to: to === undefined ? null : Number(to),
    };
  }
  const filter = /^\?\((.*)\)$/s.exec(inner)?.[1];
  if (filter !== undefined) return readFilter(filter);
  const names = [...inner.matchAll(/'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"/g)];
  if (names.length > 0 && /^(?:'[^']*'|"[^"]*"|[\s,])+$/.test(inner)) {
    return {
      kind: 'field',
      names: names.map(([, single, double]) => (single ?? double ?? '').replaceAll(/\\(.)/g, '$1')),
    };
  }
  throw new BadPath(`invalid array index ${inner}`);
}

function readFilter(text: string): Step {
  const [, left = '', operator, right = ''] =
    /^(.*?)\s*(==|!=|<=|>=|<|>)\s*(.*)$/s.exec(text) ?? [];
  if (operator === undefined) {
    return { kind: 'filter', left: readPath(text), operator: null, right: null };
  }
  return { kind: 'filter', left: readPath(left), operator, right: readValue(right.trim()) };
}

function readValue(text: string): Value {
  const quoted = /^(?:'(.*)'|"(.*)")$/s.exec(text);
  if (quoted !== null) return quoted[1] ?? quoted[2] ?? '';
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (text === 'true' || text === 'false') return text === 'true';
  throw new BadPath(`unrecognized character in action: ${JSON.stringify(text[0] ?? '')}`);
}
