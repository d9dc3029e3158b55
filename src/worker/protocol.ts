// The messages between page and worker, derived from `interface Engine`, and the one place that reads them.
import type { Progress } from '../core/index.ts';
import type { Engine } from './engine.ts';

type Method = keyof Engine;

/** Numbers rise over the life of a page; that of an `analyze` is the version of its answer. */
export type CallId = number;

/** Page to worker: one method with its arguments. */
export type Call = {
  readonly [M in Method]: {
    readonly kind: 'call';
    readonly id: CallId;
    readonly method: M;
    readonly args: Parameters<Engine[M]>;
  };
}[Method];

/** Worker to page: what one method returned. */
type Answer = {
  readonly [M in Method]: {
    readonly kind: 'answer';
    readonly id: CallId;
    readonly method: M;
    readonly value: ReturnType<Engine[M]>;
  };
}[Method];

interface ProgressReport {
  readonly kind: 'progress';
  readonly id: CallId;
  readonly progress: Progress;
}

/** An exception in the core: our bug, told in words. */
interface Failure {
  readonly kind: 'failure';
  readonly id: CallId;
  readonly message: string;
}

export type Reply = Answer | ProgressReport | Failure;

/** How many arguments each method takes; a new method of `Engine` that is missing here does not compile. */
const ARGUMENTS: { readonly [M in Method]: Parameters<Engine[M]>['length'] } = {
  analyze: 3,
  explain: 3,
  lint: 1,
  effects: 1,
  pointAt: 2,
  complete: 2,
  hover: 3,
  definition: 3,
  references: 3,
  outline: 1,
  folds: 1,
  format: 1,
  neighbours: 2,
  askName: 4,
  exposure: 2,
  newPods: 2,
  waysIn: 1,
  checkFlows: 2,
  checkIntents: 1,
  runLine: 4,
  completeLine: 4,
};

/** null for what is not a call: other scripts and extensions may post messages too. */
export function parseCall(data: unknown): Call | null {
  if (!isNumbered(data) || data.kind !== 'call' || !isMethod(data.method)) return null;
  if (!Array.isArray(data.args) || data.args.length !== ARGUMENTS[data.method]) return null;
  return data as unknown as Call;
}

/** null for what is not a reply. */
export function parseReply(data: unknown): Reply | null {
  if (!isNumbered(data)) return null;
  const known =
    (data.kind === 'answer' && isMethod(data.method) && 'value' in data) ||
    (data.kind === 'progress' && isRecord(data.progress)) ||
    (data.kind === 'failure' && typeof data.message === 'string');
  return known ? (data as unknown as Reply) : null;
}

function isMethod(value: unknown): value is Method {
  return typeof value === 'string' && Object.hasOwn(ARGUMENTS, value);
}

function isNumbered(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && typeof value.id === 'number';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
