// A line as a POSIX shell would read it: lists, pipelines, loops, redirections.
import {
  type Assignment,
  bareText,
  type Command,
  type Document,
  type Redirect,
  Refused,
  type Script,
  type Stage,
  type Step,
  Unfinished,
  type Word,
} from './script.ts';
import { type Token, tokensOf } from './tokens.ts';

export type Parsed =
  | { readonly ok: true; readonly script: Script }
  /** Something is still open: a quote, a here-document, a pipe at the end. */
  | { readonly ok: false; readonly unfinished: true }
  | { readonly ok: false; readonly unfinished: false; readonly message: string };

/** More than a person types; a paste of more is refused. */
const MOST_LETTERS = 100_000;
const MOST_STEPS = 200;
const DEEPEST = 20;

export function parseLine(line: string): Parsed {
  if (line.length > MOST_LETTERS) return refused('netpolis: this line is too long');
  try {
    return { ok: true, script: readScript(line.replaceAll('\r\n', '\n'), 0) };
  } catch (error) {
    if (error instanceof Unfinished) return { ok: false, unfinished: true };
    if (error instanceof Refused) return refused(error.message);
    throw error;
  }
}

function refused(message: string): Parsed {
  return { ok: false, unfinished: false, message };
}

/** Whether a line goes on: the screen asks for another one, with `> ` before it. */
export function wantsMore(line: string): boolean {
  const parsed = parseLine(line);
  return !parsed.ok && parsed.unfinished;
}

function readScript(text: string, depth: number): Script {
  if (depth > DEEPEST) throw new Refused('netpolis: this is nested too deep');
  const reading = readerOf(
    tokensOf(text, (inner) => {
      try {
        return readScript(inner, depth + 1);
      } catch (error) {
        if (error instanceof Unfinished) throw new Refused('sh: syntax error in $( … )');
        throw error;
      }
    }),
    depth,
  );
  const script = readList(reading, NOTHING);
  if (reading.now() !== undefined) throw unexpected(reading.now());
  return script;
}

interface Reader {
  readonly now: () => Token | undefined;
  readonly take: () => Token | undefined;
  readonly skipLines: () => void;
  readonly deeper: () => Reader;
}

function readerOf(tokens: readonly Token[], depth: number): Reader {
  const place = { at: 0 };
  const at = (level: number): Reader => {
    if (level > DEEPEST) throw new Refused('netpolis: this is nested too deep');
    return {
      now: () => tokens[place.at],
      take: () => tokens[place.at++],
      skipLines: () => {
        while (isOperator(tokens[place.at], '\n')) place.at += 1;
      },
      deeper: () => at(level + 1),
    };
  };
  return at(depth);
}

function isOperator(token: Token | undefined, text: string): boolean {
  return token?.kind === 'operator' && token.text === text;
}

/** A word without quotes, as those are that the shell keeps for itself. */
function keyword(token: Token | undefined): string | null {
  return token?.kind === 'word' ? bareText(token.word) : null;
}

function unexpected(token: Token | undefined): Error {
  if (token === undefined) return new Unfinished();
  const text =
    token.kind === 'operator'
      ? token.text === '\n'
        ? 'newline'
        : token.text
      : token.kind === 'word'
        ? (bareText(token.word) ?? 'word')
        : '<<';
  return new Refused(`sh: syntax error near unexpected token '${text}'`);
}

const NOTHING: ReadonlySet<string> = new Set();
const ENDS: ReadonlySet<string> = new Set(['then', 'elif', 'else', 'fi', 'do', 'done', '}', ')']);

/** @param until the words that end it, which are left to be taken */
function readList(reader: Reader, until: ReadonlySet<string>): Script {
  const steps: Step[] = [];
  let when: Step['when'] = 'always';
  for (;;) {
    if (when === 'always') reader.skipLines();
    const token = reader.now();
    if (token === undefined) {
      if (when !== 'always' || until.size > 0) throw new Unfinished();
      return { steps };
    }
    const word = isOperator(token, ')') ? ')' : keyword(token);
    if (word !== null && ENDS.has(word)) {
      if (until.has(word) && when === 'always') return { steps };
      throw unexpected(token);
    }
    reader.skipLines();
    steps.push(readStep(reader, when));
    if (steps.length > MOST_STEPS) {
      throw new Refused('netpolis: these are too many commands for one line');
    }
    const next = reader.now();
    when = 'always';
    if (isOperator(next, '&&') || isOperator(next, '||')) {
      when = isOperator(next, '&&') ? 'after-success' : 'after-failure';
      reader.take();
      reader.skipLines();
    } else if (isOperator(next, ';') || isOperator(next, '\n')) reader.take();
    else if (isOperator(next, '&')) {
      throw new Refused('not simulated here: jobs in the background (&)');
    } else if (next !== undefined && !isOperator(next, ')') && !ENDS.has(keyword(next) ?? '')) {
      throw unexpected(next);
    }
  }
}

function readStep(reader: Reader, when: Step['when']): Step {
  const stages: Stage[] = [];
  let isNegated = false;
  while (keyword(reader.now()) === '!') {
    reader.take();
    isNegated = !isNegated;
  }
  for (;;) {
    stages.push(readStage(reader));
    if (stages.length > MOST_STEPS) {
      throw new Refused('netpolis: these are too many commands for one line');
    }
    if (!isOperator(reader.now(), '|')) return { when, isNegated, stages };
    reader.take();
    reader.skipLines();
    if (reader.now() === undefined) throw new Unfinished();
  }
}

const NOT_SIMULATED = new Set(['case', 'function', 'select', '[[', 'coproc']);

function readStage(reader: Reader): Stage {
  const token = reader.now();
  const word = keyword(token);
  if (word !== null && NOT_SIMULATED.has(word)) {
    throw new Refused(`not simulated here: ${word}`);
  }
  const compound = isOperator(token, '(') ? '(' : word;
  const command = compound === null ? null : readCompound(reader, compound);
  return command === null ? readSimple(reader) : { command, ...readRedirects(reader) };
}

function readCompound(reader: Reader, word: string): Command | null {
  const inner = reader.deeper();
  switch (word) {
    case '(':
    case '{': {
      reader.take();
      const end = word === '(' ? ')' : '}';
      const body = readBody(inner, end);
      reader.take();
      return { kind: 'group', body, isSubshell: word === '(' };
    }
    case 'for':
      return readFor(inner);
    case 'while':
    case 'until': {
      reader.take();
      const test = readBody(inner, 'do');
      reader.take();
      const body = readBody(inner, 'done');
      reader.take();
      return { kind: 'while', isUntil: word === 'until', test, body };
    }
    case 'if':
      return readIf(inner);
    default:
      return null;
  }
}

/** Up to a word; at least one command stands there. */
function readBody(reader: Reader, ...until: readonly string[]): Script {
  const body = readList(reader, new Set(until));
  if (body.steps.length === 0) throw unexpected(reader.now());
  return body;
}

function readFor(reader: Reader): Command {
  reader.take();
  const variable = keyword(reader.now());
  if (variable === null || !NAME.test(variable)) {
    if (isOperator(reader.now(), '(')) throw new Refused('not simulated here: for (( … ))');
    throw unexpected(reader.now());
  }
  reader.take();
  reader.skipLines();
  const words: Word[] = [];
  if (keyword(reader.now()) === 'in') {
    reader.take();
    for (let token = reader.now(); token?.kind === 'word'; token = reader.now()) {
      words.push(token.word);
      reader.take();
    }
  }
  if (isOperator(reader.now(), ';')) reader.take();
  reader.skipLines();
  if (keyword(reader.now()) !== 'do') throw unexpected(reader.now());
  reader.take();
  const body = readBody(reader, 'done');
  reader.take();
  return { kind: 'for', variable, words, body };
}

function readIf(reader: Reader): Command {
  const branches: { test: Script; body: Script }[] = [];
  for (;;) {
    reader.take();
    const test = readBody(reader, 'then');
    reader.take();
    branches.push({ test, body: readBody(reader, 'elif', 'else', 'fi') });
    const end = keyword(reader.now());
    if (end === 'elif') continue;
    reader.take();
    if (end === 'fi') return { kind: 'if', branches, otherwise: null };
    const otherwise = readBody(reader, 'fi');
    reader.take();
    return { kind: 'if', branches, otherwise };
  }
}

const NAME = /^[A-Za-z_]\w*$/;

function readSimple(reader: Reader): Stage {
  const assignments: Assignment[] = [];
  const words: Word[] = [];
  const redirects: Redirect[] = [];
  let document: Document | null = null;
  for (let token = reader.now(); token !== undefined; token = reader.now()) {
    if (token.kind === 'word') {
      const assignment = words.length === 0 ? assignmentIn(token.word) : null;
      if (assignment === null) words.push(token.word);
      else assignments.push(assignment);
      reader.take();
    } else if (token.kind === 'document') {
      document = token.document;
      reader.take();
    } else if (isOperator(token, '(')) {
      if (words.length === 0) throw unexpected(token);
      throw new Refused('not simulated here: functions, or a "(" without quotes around it');
    } else {
      const redirect = readRedirect(reader);
      if (redirect === null) break;
      redirects.push(redirect);
    }
  }
  if (words.length + assignments.length + redirects.length === 0 && document === null) {
    throw unexpected(reader.now());
  }
  return { command: { kind: 'simple', assignments, words }, document, redirects };
}

/** `NAME=…`, whatever is quoted behind it. */
function assignmentIn(word: Word): Assignment | null {
  const [first, ...rest] = word;
  if (first?.kind !== 'text' || first.isQuoted) return null;
  const equals = first.text.indexOf('=');
  const name = first.text.slice(0, Math.max(equals, 0));
  if (!NAME.test(name)) return null;
  return { name, value: [{ ...first, text: first.text.slice(equals + 1) }, ...rest] };
}

function readRedirects(reader: Reader): Pick<Stage, 'document' | 'redirects'> {
  const redirects: Redirect[] = [];
  let document: Document | null = null;
  for (let token = reader.now(); token !== undefined; token = reader.now()) {
    if (token.kind === 'document') {
      document = token.document;
      reader.take();
      continue;
    }
    const redirect = readRedirect(reader);
    if (redirect === null) break;
    redirects.push(redirect);
  }
  return { document, redirects };
}

const REDIRECTS: ReadonlySet<string> = new Set([
  '<',
  '>',
  '>>',
  '2>',
  '2>>',
  '2>&1',
  '>&2',
  '&>',
  '<<<',
]);

function isRedirect(text: string): text is Redirect['kind'] {
  return REDIRECTS.has(text);
}

function readRedirect(reader: Reader): Redirect | null {
  const token = reader.now();
  if (token?.kind !== 'operator') return null;
  if (token.text === '<(') throw new Refused('not simulated here: <( … )');
  if (!isRedirect(token.text)) return null;
  reader.take();
  if (token.text === '2>&1' || token.text === '>&2') return { kind: token.text, file: [] };
  const file = reader.now();
  if (file?.kind !== 'word') throw unexpected(file ?? { kind: 'operator', text: '\n' });
  reader.take();
  return { kind: token.text, file: file.word };
}
