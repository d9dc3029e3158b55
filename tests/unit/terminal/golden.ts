// A golden session as text: the files it starts with, then what is typed and what is printed.
import { NO_ASSUMPTIONS } from '../../../src/core/index.ts';
import { documentationOf } from '../../../src/core/schema/documentation.ts';
import {
  createMemory,
  type EditorFile,
  newSession,
  type Outcome,
  promptOf,
  run,
  wantsMore,
} from '../../../src/terminal/terminal.ts';

export interface Golden {
  /** What stands above the first prompt, whole. */
  readonly head: string;
  readonly files: readonly EditorFile[];
  /** What is typed, line by line; one that goes on holds line ends. */
  readonly inputs: readonly string[];
}

const PROMPT = /^(?:\$|\/ #) ?(.*)$/;
const MORE = /^> ?(.*)$/;

export function readGolden(text: string): Golden {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => PROMPT.test(line));
  if (first === -1) throw new Error('a session needs a line that begins with "$ "');
  const inputs: string[] = [];
  for (const line of lines.slice(first)) {
    const typed = PROMPT.exec(line)?.[1];
    const last = inputs.at(-1);
    if (typed !== undefined) inputs.push(typed);
    else if (last !== undefined && wantsMore(last)) {
      const more = MORE.exec(line)?.[1];
      if (more !== undefined) inputs[inputs.length - 1] = `${last}\n${more}`;
    }
  }
  const head = lines.slice(0, first);
  return { head: head.map((line) => `${line}\n`).join(''), files: filesOf(head), inputs };
}

function filesOf(lines: readonly string[]): readonly EditorFile[] {
  const files: { name: string; text: string; applied?: false }[] = [];
  for (const line of lines) {
    const [, name, mark] = /^=== (\S+)( \(not applied\))?$/.exec(line) ?? [];
    const last = files.at(-1);
    if (line === '===') break;
    if (name !== undefined) files.push({ name, text: '', ...(mark ? { applied: false } : {}) });
    else if (last !== undefined) last.text += `${line}\n`;
  }
  return files;
}

/** The same text with what is printed now. */
export function play({ head, files: start, inputs }: Golden): string {
  let session = newSession();
  let files = start;
  const memory = createMemory();
  const lines: string[] = [];
  for (const [at, input] of inputs.entries()) {
    const [first = '', ...more] = input.split('\n');
    lines.push(
      `${promptOf(session)}${first}`.trimEnd(),
      ...more.map((line) => `> ${line}`.trimEnd()),
    );
    const now = 600 + at * 5;
    const outcome = run(input, session, {
      files,
      assumptions: NO_ASSUMPTIONS,
      outcome: null,
      now,
      memory,
      documentation: documentationOf,
    });
    lines.push(...printed(outcome));
    session = outcome.session;
    files = outcome.files ?? files;
  }
  return `${head}${lines.map((line) => `${line}\n`).join('')}`;
}

/** What a screen would show, and in brackets what it would do. */
function printed({ output, why, status, opens, clears, ends }: Outcome): readonly string[] {
  const notes: string[] = [];
  if (clears) notes.push('(the screen is emptied)');
  let text = '';
  for (const piece of output) {
    const { wait } = piece;
    if (wait !== null) {
      if (text !== '' && !text.endsWith('\n')) text += '\n';
      text += `(waits ${wait.shownSeconds} s for ${wait.toldSeconds} s)\n`;
    }
    text += piece.text;
  }
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  if (why !== null)
    notes.push(`(why? ${why.source} -> ${why.destination} ${why.protocol} ${why.port ?? 'none'})`);
  if (opens !== null) notes.push(`(shows ${opens})`);
  if (ends) notes.push('(the terminal is closed)');
  if (status !== 0) notes.push(`(status ${status})`);
  return [...lines, ...notes].map((line) => line.trimEnd());
}
