// A line as a POSIX shell would cut it: words, quotes, pipes, lists, redirections, here-documents.

export interface Script {
  readonly steps: readonly Step[];
}

/** A pipeline, and when it runs. */
export interface Step {
  readonly when: 'always' | 'after-success' | 'after-failure';
  readonly stages: readonly Stage[];
}

export interface Stage {
  readonly words: readonly string[];
  /** A here-document, whole. */
  readonly document: string | null;
  readonly redirects: readonly Redirect[];
}

export interface Redirect {
  readonly kind: '<' | '>' | '>>' | '2>' | '2>>' | '2>&1' | '&>';
  /** Empty for `2>&1`. */
  readonly file: string;
}

export type Parsed =
  | { readonly ok: true; readonly script: Script }
  /** Something is still open: a quote, a here-document, a pipe at the end. */
  | { readonly ok: false; readonly unfinished: true }
  | { readonly ok: false; readonly unfinished: false; readonly message: string };

/** More than a person types; a paste of more is refused. */
const MOST_LETTERS = 100_000;
const MOST_STEPS = 200;

type Token =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'operator'; readonly text: string }
  | { readonly kind: 'document'; readonly text: string };

class Unfinished extends Error {}
class Refused extends Error {}

export function parseLine(line: string): Parsed {
  if (line.length > MOST_LETTERS) return refused('netpolis: this line is too long');
  try {
    return { ok: true, script: scriptOf(tokens(line.replaceAll('\r\n', '\n'))) };
  } catch (error) {
    if (error instanceof Unfinished) return { ok: false, unfinished: true };
    if (error instanceof Refused) return refused(error.message);
    throw error;
  }
}

function refused(message: string): Parsed {
  return { ok: false, unfinished: false, message };
}

/** Longest first. */
const OPERATORS = [
  '2>&1',
  '2>>',
  '&>',
  '2>',
  '<<-',
  '<<',
  '>>',
  '&&',
  '||',
  '|',
  ';',
  '<',
  '>',
  '&',
  '\n',
];

interface Awaited {
  readonly at: number;
  readonly stripsTabs: boolean;
}

function tokens(line: string): readonly Token[] {
  const found: Token[] = [];
  /** Here-documents whose end words are known, and whose text begins on the next line. */
  let documents: (Awaited & { readonly end: string })[] = [];
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
        found.push({ kind: 'document', text: '' });
      } else if (operator === '\n' && documents.length > 0) {
        for (const one of documents) {
          const { text, next } = readDocument(line, at, one.end, one.stripsTabs);
          found[one.at] = { kind: 'document', text };
          at = next;
        }
        documents = [];
        found.push({ kind: 'operator', text: '\n' });
      } else {
        found.push({ kind: 'operator', text: operator });
      }
      continue;
    }
    const word = readWord(line, at);
    at = word.next;
    if (awaited === null) {
      found.push({ kind: 'word', text: word.text });
    } else {
      documents.push({ ...awaited, end: word.text });
      awaited = null;
    }
  }
  if (documents.length > 0 || awaited !== null || /(?:^|[^\\])(?:\\\\)*\\$/.test(line)) {
    throw new Unfinished();
  }
  return found;
}

function readDocument(line: string, from: number, end: string, stripsTabs: boolean) {
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

const ENDS_WORD = new Set([' ', '\t', '\n', '|', ';', '&', '<', '>']);

function readWord(line: string, from: number): { readonly text: string; readonly next: number } {
  let text = '';
  let at = from;
  while (at < line.length) {
    const letter = line[at] as string;
    if (ENDS_WORD.has(letter)) break;
    if (letter === '(' || letter === ')') {
      throw new Refused(
        `sh: syntax error: unexpected "${letter}" (subshells are not simulated here)`,
      );
    }
    refuseExpansion(line, at);
    if (letter === "'") {
      const close = line.indexOf("'", at + 1);
      if (close === -1) throw new Unfinished();
      text += line.slice(at + 1, close);
      at = close + 1;
    } else if (letter === '"') {
      const quoted = readQuoted(line, at + 1);
      text += quoted.text;
      at = quoted.next;
    } else if (letter === '\\') {
      // A backslash at the very end asks for the next line.
      if (at + 1 === line.length) throw new Unfinished();
      if (line[at + 1] !== '\n') text += line[at + 1];
      at += 2;
    } else {
      text += letter;
      at += 1;
    }
  }
  return { text, next: at };
}

function readQuoted(line: string, from: number): { readonly text: string; readonly next: number } {
  let text = '';
  for (let at = from; at < line.length; at++) {
    const letter = line[at] as string;
    if (letter === '"') return { text, next: at + 1 };
    refuseExpansion(line, at);
    const next = line[at + 1];
    if (letter === '\\' && next !== undefined && '"\\$`\n'.includes(next)) {
      if (next !== '\n') text += next;
      at += 1;
    } else {
      text += letter;
    }
  }
  throw new Unfinished();
}

function refuseExpansion(line: string, at: number): void {
  if (line[at] === '`' || line.startsWith('$(', at)) {
    throw new Refused('not simulated here: the output of one command as words of another');
  }
  const variable =
    line[at] === '$' ? /^\$(?:\{\w+\}|\w+|[?#@*!$-])/.exec(line.slice(at, at + 60)) : null;
  if (variable !== null) throw new Refused(`not simulated here: variables (${variable[0]})`);
}

function scriptOf(all: readonly Token[]): Script {
  const steps: Step[] = [];
  let stages: Stage[] = [];
  let stage = emptyStage();
  let when: Step['when'] = 'always';
  /** Set behind `|`, `&&` and `||`, which need a command to follow. */
  let needsMore = false;

  const endStage = (operator: string) => {
    if (stage.words.length === 0 && stage.redirects.length === 0 && stage.document === null) {
      throw new Refused(`sh: syntax error near unexpected token '${operator}'`);
    }
    stages.push(stage);
    stage = emptyStage();
  };
  const isEmpty = () =>
    stage.words.length === 0 && stage.redirects.length === 0 && stages.length === 0;

  for (let at = 0; at < all.length; at++) {
    const token = all[at] as Token;
    if (token.kind === 'word') {
      stage.words.push(token.text);
      needsMore = false;
    } else if (token.kind === 'document') {
      stage.document = token.text;
    } else if (token.text === '\n' || token.text === ';') {
      if (isEmpty()) {
        if (token.text === '\n') continue;
        throw new Refused("sh: syntax error near unexpected token ';'");
      }
      if (needsMore && token.text === '\n') continue;
      endStage(token.text);
      steps.push({ when, stages });
      stages = [];
      when = 'always';
    } else if (token.text === '|') {
      endStage('|');
      needsMore = true;
    } else if (token.text === '&&' || token.text === '||') {
      endStage(token.text);
      steps.push({ when, stages });
      stages = [];
      when = token.text === '&&' ? 'after-success' : 'after-failure';
      needsMore = true;
    } else if (token.text === '&') {
      throw new Refused('not simulated here: jobs in the background (&)');
    } else {
      at = readRedirect(all, at, stage);
      needsMore = false;
    }
    if (steps.length > MOST_STEPS || stages.length > MOST_STEPS) {
      throw new Refused('netpolis: these are too many commands for one line');
    }
  }
  if (needsMore) throw new Unfinished();
  if (!isEmpty()) {
    endStage('newline');
    steps.push({ when, stages });
  }
  return { steps };
}

interface OpenStage {
  readonly words: string[];
  document: string | null;
  readonly redirects: Redirect[];
}

function emptyStage(): OpenStage {
  return { words: [], document: null, redirects: [] };
}

function readRedirect(all: readonly Token[], at: number, stage: OpenStage): number {
  const kind = (all[at] as Token).text as Redirect['kind'];
  if (kind === '2>&1') {
    stage.redirects.push({ kind, file: '' });
    return at;
  }
  const file = all[at + 1];
  if (file?.kind !== 'word') throw new Refused("sh: syntax error near unexpected token 'newline'");
  stage.redirects.push({ kind, file: file.text });
  return at + 1;
}

/** Whether a line goes on: the screen asks for another one, with `> ` before it. */
export function wantsMore(line: string): boolean {
  const parsed = parseLine(line);
  return !parsed.ok && parsed.unfinished;
}
