// Runs what a line was cut into, step by step, each against the cluster that the one before left.
import type { Call, Result } from '../command.ts';
import { complain, type EditorFile, type Piece, remark } from '../outcome.ts';
import { variablesOf, withVariable, withVariables } from '../session.ts';
import { aliased } from './aliased.ts';
import type { Shell } from './commands.ts';
import { asBashSays, socketIn } from './dev-tcp.ts';
import { type Expanding, expandText, expandWords } from './expand.ts';
import { parseLine } from './parse.ts';
import { type Aimed, redirected } from './redirect.ts';
import type { Running } from './running.ts';
import { bareText, type Command, type Script, type Stage, type Step, type Word } from './script.ts';
import { specialVariable } from './variables.ts';
import { writeFile } from './write-file.ts';

/** A loop without end is cut off: nothing changes while it runs. */
const MOST_ROUNDS = 20;

/** @param sink takes what is printed */
export function runText(text: string, now: Running, sink: Piece[], input: string | null): void {
  const parsed = parseLine(text);
  if (parsed.ok) {
    runScript(parsed.script, now, sink, input);
    return;
  }
  const message = parsed.unfinished ? 'sh: syntax error: unexpected end of file' : parsed.message;
  sink.push(complain(message));
  ended(now, 2);
}

function ended(now: Running, status: number): void {
  now.session = { ...now.session, status };
}

function runScript(
  { steps }: Script,
  now: Running,
  sink: Piece[],
  input: string | null = null,
): void {
  for (const [at, step] of steps.entries()) {
    const failed = now.session.status !== 0;
    if ((step.when === 'after-success' && failed) || (step.when === 'after-failure' && !failed))
      continue;
    const { inside } = now.session;
    runStep(step, now, sink, input);
    // What stands behind `exit` is not run any more.
    if (isOver(now) || (inside !== null && now.session.inside === null)) return;
    const isTested = (steps[at + 1]?.when ?? 'always') !== 'always';
    if (now.isStrict && now.session.status !== 0 && !isTested && !step.isNegated) now.ends = true;
    if (now.ends) return;
  }
}

function isOver({ ends, jump }: Running): boolean {
  return ends || jump !== null;
}

/** Whether a loop goes on. */
function goesOn(now: Running): boolean {
  const { jump } = now;
  now.jump = null;
  return !now.ends && jump !== 'break';
}

function runStep({ stages, isNegated }: Step, now: Running, sink: Piece[], first: string | null) {
  let input = first;
  for (const [at, stage] of stages.entries()) {
    const isLast = at === stages.length - 1;
    const own: Piece[] = isLast ? sink : [];
    runStage(stage, now, own, input);
    if (isLast) break;
    // Errors and waits pass by the pipe; the text goes through it.
    input = own.map(({ stream, text }) => (stream === 'output' ? text : '')).join('');
    for (const piece of own) {
      if (piece.stream !== 'output') sink.push(piece);
      else if (piece.wait !== null) sink.push({ ...piece, text: '' });
    }
  }
  if (isNegated) ended(now, now.session.status === 0 ? 1 : 0);
}

function runStage(stage: Stage, now: Running, sink: Piece[], piped: string | null): void {
  const { command, document, redirects } = stage;
  const expanding = expandingFor(now, sink);
  const aimed = redirects.map(
    ({ kind, file }): Aimed => ({ kind, file: expandText(file, expanding) }),
  );
  if (!connects(aimed, now, sink)) {
    ended(now, 1);
    return;
  }
  let input = document === null ? piped : expandText(document.text, expanding);
  for (const { kind, file } of aimed) {
    if (kind === '<<<') input = `${file}\n`;
    if (kind !== '<') continue;
    if (socketIn(file) !== null) {
      input = '';
      continue;
    }
    const found = shellOf(now).readFile(file, now.world);
    if (found === null) {
      sink.push(complain(`sh: can't open ${file}: no such file`));
      ended(now, 1);
      return;
    }
    input = found;
  }
  if (aimed.every(({ kind }) => kind.startsWith('<'))) {
    runCommand(command, now, sink, input);
    return;
  }
  const own: Piece[] = [];
  runCommand(command, now, own, input);
  const { shown, isWritten } = redirected(own, aimed, (file, text, appends) => {
    if (socketIn(file) !== null) return null;
    if (!shellOf(now).writesFiles)
      return `not simulated here: writing files inside a pod (${file})`;
    const written = writeFile(now.world.files, file, text, appends);
    if (!written.ok) return written.message;
    changeFiles(now, written.files);
    return null;
  });
  sink.push(...shown);
  if (!isWritten) ended(now, 1);
}

/** Whether the ports answer that a redirection names. */
function connects(aimed: readonly Aimed[], now: Running, sink: Piece[]): boolean {
  for (const { file } of aimed) {
    const socket = socketIn(file);
    if (socket === null || now.session.inside === null) continue;
    const own: Piece[] = [];
    const flags = socket.isUdp ? ['-zu'] : ['-z'];
    runWords('nc', [...flags, socket.host, socket.port], now, own, null);
    sink.push(...asBashSays(own, file));
    if (now.session.status !== 0) return false;
  }
  return true;
}

function shellOf({ shellOf, session, world }: Running): Shell {
  return shellOf(session, world);
}

function changeFiles(now: Running, files: readonly EditorFile[]): void {
  now.files = files;
  now.world = now.world.with(files);
}

function runCommand(command: Command, now: Running, sink: Piece[], input: string | null): void {
  switch (command.kind) {
    case 'simple':
      runSimple(command, now, sink, input);
      return;
    case 'group': {
      if (command.isSubshell) apart(now, () => runScript(command.body, now, sink, input));
      else runScript(command.body, now, sink, input);
      return;
    }
    case 'if':
      runIf(command, now, sink, input);
      return;
    case 'for': {
      const words = expandWords(command.words, expandingFor(now, sink));
      ended(now, 0);
      for (const word of words) {
        if (now.ends || isSpent(now, sink)) return;
        now.session = withVariable(now.session, command.variable, word);
        looped(now, () => runScript(command.body, now, sink, input));
        if (!goesOn(now)) return;
      }
      return;
    }
    case 'while':
      runWhile(command, now, sink, input);
  }
}

function looped(now: Running, run: () => void): void {
  now.loops += 1;
  run();
  now.loops -= 1;
}

/** What is only tested may fail. */
function tested(now: Running, run: () => void): void {
  const { isStrict } = now;
  now.isStrict = false;
  run();
  now.isStrict = isStrict;
}

function runIf(
  { branches, otherwise }: Extract<Command, { kind: 'if' }>,
  now: Running,
  sink: Piece[],
  input: string | null,
): void {
  for (const { test, body } of branches) {
    tested(now, () => runScript(test, now, sink, input));
    if (isOver(now)) return;
    if (now.session.status === 0) {
      runScript(body, now, sink, input);
      return;
    }
  }
  ended(now, 0);
  if (otherwise !== null) runScript(otherwise, now, sink, input);
}

function runWhile(
  { isUntil, test, body }: Extract<Command, { kind: 'while' }>,
  now: Running,
  sink: Piece[],
  input: string | null,
): void {
  let status = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    tested(now, () => runScript(test, now, sink, input));
    if (isOver(now)) return;
    if ((now.session.status === 0) === isUntil || isSpent(now, sink)) {
      ended(now, status);
      return;
    }
    looped(now, () => runScript(body, now, sink, input));
    if (!goesOn(now)) return;
    status = now.session.status;
  }
  sink.push(remark(`# Stopped after ${MOST_ROUNDS} rounds: nothing changes while a loop runs.`));
  ended(now, 130);
}

function isSpent(now: Running, sink: Piece[]): boolean {
  if (now.left > 0) return false;
  sink.push(complain('netpolis: these are too many commands for one line'));
  ended(now, 1);
  return true;
}

function runSimple(
  { assignments, words }: Extract<Command, { kind: 'simple' }>,
  now: Running,
  sink: Piece[],
  input: string | null,
): void {
  if (now.left <= 0) return;
  now.left -= 1;
  const before = variablesOf(now.session);
  const expanding = expandingFor(now, sink);
  const status = now.session.status;
  ended(now, 0);
  for (const { name, value } of assignments) {
    now.session = withVariable(now.session, name, expandText(value, expanding));
  }
  const written = aliased(words, now.session);
  if (written.length === 0) return;
  ended(now, status);
  const [name, ...args] = expanded(written, expanding);
  if (name === undefined) return;
  if (name === 'break' || name === 'continue') {
    if (now.loops > 0) now.jump = name;
    else sink.push(complain(`sh: ${name}: only meaningful in a loop`));
    ended(now, 0);
    return;
  }
  // What `exit` ends with where it is told no status.
  ended(now, status);
  runWords(name, args, now, sink, input);
  // Before a command they are meant for it alone.
  if (assignments.length > 0) now.session = withVariables(now.session, before);
}

function runWords(
  name: string,
  args: readonly string[],
  now: Running,
  sink: Piece[],
  input: string | null,
): void {
  const shell = shellOf(now);
  const { session, world } = now;
  const readFile = (path: string) => shell.readFile(path, world);
  const run: Call['run'] = (commands, given) =>
    resultOf(now, (own, printed) => {
      for (const [inner = '', ...rest] of commands) {
        if (own.ends || own.left <= 0) return;
        own.left -= 1;
        runWords(inner, rest, own, printed, given);
      }
    });
  take(now, shell.run(name, { args, input, session, world, readFile, run }), sink);
}

/** What becomes of commands that another one runs, left to that one to be told. */
function resultOf(now: Running, run: (own: Running, sink: Piece[]) => void): Result {
  const own = { ...now, files: null, why: null, opens: null, clears: false };
  const output: Piece[] = [];
  run(own, output);
  now.left = own.left;
  const { files, why, opens, clears, ends, session } = own;
  return {
    output,
    session,
    status: session.status,
    clears,
    ends,
    ...(files === null ? {} : { files }),
    ...(why === null ? {} : { why }),
    ...(opens === null ? {} : { opens }),
  };
}

/** What is assigned behind these is one word, as behind no command at all. */
const DECLARES = new Set(['export', 'readonly', 'declare', 'local']);

function expanded(words: readonly Word[], expanding: Expanding): readonly string[] {
  const [first, ...rest] = words;
  if (first === undefined || !DECLARES.has(bareText(first) ?? '')) {
    return expandWords(words, expanding);
  }
  return [...expandWords([first], expanding), ...rest.map((word) => expandText(word, expanding))];
}

function take(now: Running, result: Result, sink: Piece[]): void {
  const { output = [], status = 0, session = now.session, files, why, opens } = result;
  if (result.clears === true) {
    sink.length = 0;
    now.clears = true;
  }
  for (const piece of output) {
    now.space -= piece.text.length;
    if (now.space > 0) sink.push(piece);
  }
  if (files !== undefined) changeFiles(now, files);
  now.session = { ...session, status };
  now.why = why ?? now.why;
  now.opens = opens ?? now.opens;
  now.ends = result.ends ?? now.ends;
}

/** As a shell of its own: its variables go with it, and `exit` ends it alone. */
function apart(now: Running, run: () => void): void {
  const { ends } = now;
  const { inside, variables } = now.session;
  run();
  now.ends = ends;
  now.session = { ...now.session, inside, variables };
}

function expandingFor(now: Running, sink: Piece[]): Expanding {
  const shell = shellOf(now);
  return {
    fileNames: shell.writesFiles ? now.world.files.map(({ name }) => name) : [],
    variable: (name) => {
      const own = variablesOf(now.session).find(([one]) => one === name)?.[1];
      return own ?? specialVariable(name, now) ?? shell.variable(name, now.world, now.session);
    },
    outputOf: (script) => {
      const own: Piece[] = [];
      apart(now, () => runScript(script, now, own));
      for (const piece of own) {
        if (piece.stream !== 'output') sink.push(piece);
        else if (piece.wait !== null) sink.push({ ...piece, text: '' });
      }
      return own.map(({ stream, text }) => (stream === 'output' ? text : '')).join('');
    },
  };
}
