// The worker's side: runs the core in short slices, so that a newer call is heard before an older one is done.
import {
  analyzeInSteps,
  createReadingCache,
  loadDocumentation,
  type Outcome,
  type Progress,
  type SourceFile,
  undeclaredNamespaces,
} from '../core/index.ts';
import { asksDocumentation } from '../terminal/asks-documentation.ts';
import type { Analyzed } from './asked.ts';
import type { Engine } from './engine.ts';
import { type Call, type CallId, parseCall, type Reply } from './protocol.ts';

/** What `serveEngine` needs of a worker's global scope, or of one end of a MessageChannel. */
export interface ServerPort {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

/** Long enough to get on with the work, short enough that a newer call waits less than a frame. */
const SLICE_MS = 15;

type Question = Exclude<keyof Engine, 'analyze'>;
type Answers = { readonly [Q in Question]?: Engine[Q] };

/** What is loaded when it is first asked for. */
const ROOMS = {
  asked: async (newest: () => Analyzed | null): Promise<Answers> =>
    (await import('./asked.ts')).answersAbout(newest),
  terminal: async (newest: () => Analyzed | null): Promise<Answers> =>
    (await import('./in-terminal.ts')).terminalAbout(newest),
  documented: async (newest: () => Analyzed | null): Promise<Answers> => {
    const [{ terminalAbout }, { documentationOf }] = await Promise.all([
      import('./in-terminal.ts'),
      loadDocumentation(),
    ]);
    return terminalAbout(newest, documentationOf);
  },
} as const;

type Room = keyof typeof ROOMS;

function roomOf(call: Asked): Room {
  if (call.method === 'runLine') return asksDocumentation(call.args[1]) ? 'documented' : 'terminal';
  return call.method === 'completeLine' ? 'terminal' : 'asked';
}

/** What nobody waits for with a finger on a key. */
const PATIENT: ReadonlySet<Question> = new Set([
  'lint',
  'effects',
  'exposure',
  'newPods',
  'waysIn',
  'folds',
  'checkIntents',
]);

interface Run {
  readonly id: CallId;
  readonly files: readonly SourceFile[];
  readonly steps: Generator<Progress, Outcome>;
  readonly withActors: boolean;
}

type Asked = Extract<Call, { readonly method: Question }>;

/** Answers calls on `port` for as long as it lives. */
export function serveEngine(port: ServerPort): void {
  const cache = createReadingCache();
  const yieldToMessages = afterWaitingMessages(work);
  let run: Run | null = null;
  let around: ((outcome: Outcome) => Outcome) | null = null;
  let last: Analyzed | null = null;
  /** Questions that somebody waits for, and those that wait until there is nothing else to do. */
  const urgent: Asked[] = [];
  const patient: Asked[] = [];
  const loaded = new Map<Room, Answers>();

  port.addEventListener('message', (event) => {
    const call = parseCall(event.data);
    if (call !== null) answering(call.id, () => take(call));
  });

  function take(call: Call): void {
    if (call.method === 'analyze') {
      const [files, assumptions, withActors] = call.args;
      run?.steps.return(undefined as never);
      const steps = analyzeInSteps(files, cache, assumptions);
      run = { id: call.id, files, steps, withActors };
      if (withActors) void loadAround();
    } else {
      (PATIENT.has(call.method) ? patient : urgent).push(call);
      void load(roomOf(call));
    }
    yieldToMessages();
  }

  /** What tells of those around the pods; without it, the answer tells of the others all the same. */
  async function loadAround(): Promise<void> {
    if (around !== null) return;
    try {
      around = (await import('./around.ts')).withActors;
    } catch {
      around = (outcome) => outcome;
    }
    yieldToMessages();
  }

  /** Once it is here, what waits for it goes on. */
  async function load(room: Room): Promise<void> {
    if (loaded.has(room)) return;
    try {
      const answers = await ROOMS[room](() => last);
      if (!loaded.has(room)) loaded.set(room, answers);
      yieldToMessages();
    } catch (error) {
      for (const queue of [urgent, patient]) {
        const failed = queue.filter((call) => roomOf(call) === room);
        queue.splice(0, queue.length, ...queue.filter((call) => !failed.includes(call)));
        for (const { id } of failed) fail(id, error);
      }
    }
  }

  function work(): void {
    const call = takeFrom(urgent);
    if (call !== null) answering(call.id, () => answer(call));
    else if (run !== null && canRun(run)) workOn(run);
    else workOnPatient();
    if ((run !== null && canRun(run)) || [...urgent, ...patient].some(isReady)) yieldToMessages();
  }

  function canRun({ withActors }: Run): boolean {
    return !withActors || around !== null;
  }

  function workOnPatient(): void {
    const call = takeFrom(patient);
    if (call !== null) answering(call.id, () => answer(call));
  }

  function isReady(call: Asked): boolean {
    return loaded.has(roomOf(call));
  }

  /** The first whose answers are here. */
  function takeFrom(queue: Asked[]): Asked | null {
    const at = queue.findIndex(isReady);
    return at === -1 ? null : (queue.splice(at, 1)[0] ?? null);
  }

  function answer(call: Asked): void {
    const { id, method } = call;
    const own = loaded.get(roomOf(call))?.[method];
    if (own === undefined) return;
    // The value is that of the method, which the compiler loses sight of here.
    const value = (own as (...args: Asked['args']) => unknown)(...call.args);
    reply({ kind: 'answer', id, method, value } as Reply);
  }

  function workOn(current: Run): void {
    run = null;
    answering(current.id, () => {
      const done = workForOneSlice(current);
      if (!done) run = current;
    });
  }

  /** True when the run is finished and answered. */
  function workForOneSlice({ id, files, steps, withActors }: Run): boolean {
    const end = performance.now() + SLICE_MS;
    for (;;) {
      const step = steps.next();
      if (step.done) {
        const outcome = withActors && around ? around(step.value) : step.value;
        last = { version: id, files, outcome };
        const { analysis, findings, cluster, foreign } = outcome;
        const undeclared = undeclaredNamespaces(cluster);
        const hasIntents = step.value.intents.length > 0;
        const value = { version: id, analysis, findings, undeclared, hasIntents, foreign };
        reply({ kind: 'answer', id, method: 'analyze', value });
        return true;
      }
      if (performance.now() >= end) {
        reply({ kind: 'progress', id, progress: step.value });
        return false;
      }
    }
  }

  /** Turns an exception, which is our bug, into a reply. */
  function answering(id: CallId, act: () => void): void {
    try {
      act();
    } catch (error) {
      fail(id, error);
    }
  }

  function fail(id: CallId, error: unknown): void {
    reply({ kind: 'failure', id, message: error instanceof Error ? error.message : `${error}` });
  }

  function reply(message: Reply): void {
    port.postMessage(message);
  }
}

/** Calls back after the messages that already wait; a timer would add milliseconds to every slice. */
function afterWaitingMessages(callback: () => void): () => void {
  const channel = new MessageChannel();
  let asked = false;
  channel.port1.onmessage = () => {
    asked = false;
    callback();
  };
  return () => {
    if (asked) return;
    asked = true;
    channel.port2.postMessage(null);
  };
}
