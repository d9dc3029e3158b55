// Patterns as grep knows them, basic and extended, matched in time that is linear in the text: a
// pattern from the keyboard must not be able to hang the page, which a RegExp of the browser could.

export type Pattern =
  | { readonly ok: true; readonly matches: (line: string) => boolean }
  | { readonly ok: false; readonly message: string };

export type Dialect = 'basic' | 'extended' | 'fixed';

type Node =
  | { readonly type: 'letter'; readonly is: (letter: string) => boolean }
  | { readonly type: 'start' | 'end' | 'word-edge' | 'nothing' }
  | { readonly type: 'all' | 'any'; readonly of: readonly Node[] }
  | { readonly type: 'repeat'; readonly of: Node; readonly from: number; readonly to: number };

const MOST_LETTERS = 500;
const MOST_STATES = 2000;
const MOST_REPEATS = 255;

class Malformed extends Error {}

export function readPattern(text: string, dialect: Dialect, ignoresCase: boolean): Pattern {
  const source = ignoresCase ? text.toLowerCase() : text;
  const fold = (line: string) => (ignoresCase ? line.toLowerCase() : line);
  if (dialect === 'fixed') return { ok: true, matches: (line) => fold(line).includes(source) };
  if (source.length > MOST_LETTERS) return { ok: false, message: 'the pattern is too long' };
  try {
    const machine = machineOf(parse(source, dialect === 'extended'));
    return { ok: true, matches: (line) => runMachine(machine, fold(line)) };
  } catch (error) {
    if (error instanceof Malformed) return { ok: false, message: error.message };
    throw error;
  }
}

function parse(source: string, extended: boolean): Node {
  let at = 0;
  let depth = 0;
  /** A special character: bare in the extended form, behind a backslash in the basic one. */
  const isSpecial = (letter: string) =>
    extended ? source[at] === letter : source.startsWith(`\\${letter}`, at);
  const skip = () => {
    at += extended ? 1 : 2;
  };

  const alternatives = (): Node => {
    const of: Node[] = [sequence()];
    while (at < source.length && isSpecial('|')) {
      skip();
      of.push(sequence());
    }
    return of.length === 1 ? (of[0] as Node) : { type: 'any', of };
  };

  const sequence = (): Node => {
    const of: Node[] = [];
    while (at < source.length && !isSpecial('|')) {
      if (isSpecial(')')) {
        if (depth > 0) break;
        if (!extended) throw new Malformed('Unmatched ) or \\)');
      }
      of.push(repeated(atom(of.length === 0), of.length === 0));
    }
    return { type: 'all', of };
  };

  const repeated = (node: Node, isFirst: boolean): Node => {
    let found = node;
    while (at < source.length) {
      if (source[at] === '*' && !(isFirst && node.type === 'start')) {
        at += 1;
        found = { type: 'repeat', of: found, from: 0, to: Number.POSITIVE_INFINITY };
      } else if (isSpecial('+')) {
        skip();
        found = { type: 'repeat', of: found, from: 1, to: Number.POSITIVE_INFINITY };
      } else if (isSpecial('?')) {
        skip();
        found = { type: 'repeat', of: found, from: 0, to: 1 };
      } else if (isSpecial('{')) {
        const close = extended ? '}' : '\\}';
        const begin = at + (extended ? 1 : 2);
        const end = source.indexOf(close, begin);
        const counts =
          end === -1 ? null : /^(\d{0,4})(,?)(\d{0,4})$/.exec(source.slice(begin, end));
        if (counts === null) throw new Malformed('Invalid content of \\{\\}');
        const [, low = '', comma, high = ''] = counts;
        const from = Number(low || '0');
        const to = comma === '' ? from : high === '' ? Number.POSITIVE_INFINITY : Number(high);
        if (
          from > MOST_REPEATS ||
          (to !== Number.POSITIVE_INFINITY && to > MOST_REPEATS) ||
          to < from
        ) {
          throw new Malformed('Invalid content of \\{\\}');
        }
        at = end + close.length;
        found = { type: 'repeat', of: found, from, to };
      } else break;
    }
    return found;
  };

  const atom = (isFirst: boolean): Node => {
    if (isSpecial('(')) {
      skip();
      depth += 1;
      if (depth > 50) throw new Malformed('the pattern is too deep');
      const inner = alternatives();
      if (at >= source.length) throw new Malformed('Unmatched ( or \\(');
      skip();
      depth -= 1;
      return inner;
    }
    const letter = source[at] as string;
    at += 1;
    if (letter === '^' && (extended || isFirst)) return { type: 'start' };
    if (letter === '$' && (extended || at === source.length || source.startsWith('\\)', at)))
      return { type: 'end' };
    if (letter === '.') return { type: 'letter', is: () => true };
    if (letter === '[') return brackets();
    if (letter !== '\\') return literal(letter);
    const next = source[at];
    if (next === undefined) throw new Malformed('Trailing backslash');
    at += 1;
    if (next === 'b' || next === '<' || next === '>') return { type: 'word-edge' };
    const set = CLASSES.get(next);
    return set === undefined ? literal(next) : { type: 'letter', is: (one) => set.test(one) };
  };

  const brackets = (): Node => {
    const isNot = source[at] === '^';
    if (isNot) at += 1;
    const tests: ((letter: string) => boolean)[] = [];
    for (let isFirst = true; ; isFirst = false) {
      const letter = source[at];
      if (letter === undefined) throw new Malformed('Unmatched [, [^, [:, [., or [=');
      if (letter === ']' && !isFirst) break;
      const named = /^\[:([a-z]+):\]/.exec(source.slice(at, at + 20));
      const test = named === null ? undefined : NAMED.get(named[1] ?? '');
      if (named !== null && test !== undefined) {
        tests.push((one) => test.test(one));
        at += named[0].length;
        continue;
      }
      const last = source[at + 2];
      if (source[at + 1] === '-' && last !== undefined && last !== ']') {
        if (last < letter) throw new Malformed('Invalid range end');
        tests.push((one) => one >= letter && one <= last);
        at += 3;
      } else {
        tests.push((one) => one === letter);
        at += 1;
      }
    }
    at += 1;
    return { type: 'letter', is: (one) => tests.some((test) => test(one)) !== isNot };
  };

  const node = alternatives();
  if (at < source.length) throw new Malformed('Unmatched ) or \\)');
  return node;
}

function literal(letter: string): Node {
  return { type: 'letter', is: (one) => one === letter };
}

const CLASSES: ReadonlyMap<string, RegExp> = new Map([
  ['w', /\w/],
  ['W', /\W/],
  ['s', /\s/],
  ['S', /\S/],
  ['d', /\d/],
]);

const NAMED: ReadonlyMap<string, RegExp> = new Map([
  ['alpha', /[A-Za-z]/],
  ['digit', /\d/],
  ['alnum', /[A-Za-z0-9]/],
  ['space', /\s/],
  ['blank', /[ \t]/],
  ['upper', /[A-Z]/],
  ['lower', /[a-z]/],
  ['punct', /[!-/:-@[-`{-~]/],
  ['xdigit', /[0-9A-Fa-f]/],
]);

/** A state either eats a letter and goes on, or goes on at once to several, if a condition holds. */
type State =
  | { readonly type: 'eat'; readonly is: (letter: string) => boolean; next: number }
  | { readonly type: 'fork'; readonly next: number[] }
  | { readonly type: 'check'; readonly what: 'start' | 'end' | 'word-edge'; next: number }
  | { readonly type: 'done' };

interface Machine {
  readonly states: readonly State[];
  readonly first: number;
}

function machineOf(node: Node): Machine {
  const states: State[] = [{ type: 'done' }];
  const add = (state: State): number => {
    if (states.length >= MOST_STATES) throw new Malformed('the pattern is too big');
    return states.push(state) - 1;
  };
  /** Built from behind: each part is told where it goes on. */
  const build = (one: Node, next: number): number => {
    switch (one.type) {
      case 'letter':
        return add({ type: 'eat', is: one.is, next });
      case 'nothing':
        return next;
      case 'all':
        return one.of.reduceRight((after, part) => build(part, after), next);
      case 'any':
        return add({ type: 'fork', next: one.of.map((part) => build(part, next)) });
      case 'repeat': {
        let after = next;
        if (one.to === Number.POSITIVE_INFINITY) {
          const fork: State & { type: 'fork' } = { type: 'fork', next: [next] };
          after = add(fork);
          fork.next.push(build(one.of, after));
        } else {
          for (let count = one.from; count < one.to; count++) {
            after = add({ type: 'fork', next: [next, build(one.of, after)] });
          }
        }
        for (let count = 0; count < one.from; count++) after = build(one.of, after);
        return after;
      }
      default:
        return add({ type: 'check', what: one.type, next });
    }
  };
  return { states, first: build(node, 0) };
}

function runMachine({ states, first }: Machine, line: string): boolean {
  let active = new Set<number>();
  for (let at = 0; at <= line.length; at++) {
    const reached = new Set<number>();
    const open = [...active, first];
    while (open.length > 0) {
      const id = open.pop() as number;
      if (reached.has(id)) continue;
      reached.add(id);
      const state = states[id] as State;
      if (state.type === 'done') return true;
      if (state.type === 'fork') open.push(...state.next);
      if (state.type === 'check' && holds(state.what, line, at)) open.push(state.next);
    }
    const letter = line[at];
    if (letter === undefined) return false;
    active = new Set();
    for (const id of reached) {
      const state = states[id] as State;
      if (state.type === 'eat' && state.is(letter)) active.add(state.next);
    }
  }
  return false;
}

function holds(what: 'start' | 'end' | 'word-edge', line: string, at: number): boolean {
  if (what === 'start') return at === 0;
  if (what === 'end') return at === line.length;
  return /\w/.test(line[at - 1] ?? '') !== /\w/.test(line[at] ?? '');
}
