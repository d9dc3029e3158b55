// `test` and `[`: comparisons of texts and numbers.
import type { Call, Command, Result } from '../../command.ts';
import { complain } from '../../outcome.ts';

export const test: Command = {
  name: 'test',
  synopsis: 'test A = B',
  summary: 'compare texts or numbers',
  run: (call) => runTest(call, call.args),
  complete: () => [],
};

export const bracket: Command = {
  name: '[',
  synopsis: '[ A = B ]',
  summary: 'the same as test',
  run: (call) => {
    if (call.args.at(-1) !== ']') return { output: [complain('sh: [: missing ]')], status: 2 };
    return runTest(call, call.args.slice(0, -1));
  },
  complete: () => [],
};

function runTest(call: Call, words: readonly string[]): Result {
  if (words[0] === '!') {
    const { status = 0, ...rest } = runTest(call, words.slice(1));
    return status > 1 ? { ...rest, status } : { ...rest, status: status === 0 ? 1 : 0 };
  }
  const holds = truth(call, words);
  if (holds !== null) return { status: holds ? 0 : 1 };
  return { output: [complain(`not simulated here: test ${words.join(' ')}`)], status: 2 };
}

/** null for what is no test here. */
function truth({ readFile }: Call, [one, sign, other, ...more]: readonly string[]): boolean | null {
  if (one === undefined) return false;
  if (sign === undefined) return one !== '';
  if (other === undefined) {
    if (one === '-z') return sign === '';
    if (one === '-n') return sign !== '';
    return /^-[ef]$/.test(one) ? readFile(sign) !== null : null;
  }
  if (more.length > 0) return null;
  if (sign === '=' || sign === '==') return one === other;
  if (sign === '!=') return one !== other;
  const [left, right] = [Number(one), Number(other)];
  if (!Number.isInteger(left) || !Number.isInteger(right)) return null;
  const compared = COMPARED.get(sign);
  return compared === undefined ? null : compared(left, right);
}

const COMPARED: ReadonlyMap<string, (one: number, other: number) => boolean> = new Map([
  ['-eq', (one, other) => one === other],
  ['-ne', (one, other) => one !== other],
  ['-lt', (one, other) => one < other],
  ['-le', (one, other) => one <= other],
  ['-gt', (one, other) => one > other],
  ['-ge', (one, other) => one >= other],
]);
