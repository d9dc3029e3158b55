// The worker's side: runs the core in short slices, so that a newer call is heard before an older one is done.
import {
  analyzeInSteps,
  createReadingCache,
  type Outcome,
  type Progress,
  type SourceFile,
  undeclaredNamespaces,
} from '../core/index.ts';
import type { Analyzed, Question } from './asked.ts';
import { type Call, type CallId, parseCall, type Reply } from './protocol.ts';

/** What `serveEngine` needs of a worker's global scope, or of one end of a MessageChannel. */
export interface ServerPort {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

/** Long enough to get on with the work, short enough that a newer call waits less than a frame. */
const SLICE_MS = 15;

/** What nobody waits for with a finger on a key. */
const PATIENT: ReadonlySet<Question> = new Set(['lint', 'effects', 'waysIn', 'folds']);

interface Run {
  readonly id: CallId;
  readonly files: readonly SourceFile[];
  readonly steps: Generator<Progress, Outcome>;
}

type Asked = Extract<Call, { readonly method: Question }>;

/** Answers calls on `port` for as long as it lives. */
export function serveEngine(port: ServerPort): void {
  const cache = createReadingCache();
  const yieldToMessages = afterWaitingMessages(work);
  let run: Run | null = null;
  let last: Analyzed | null = null;
  /** Questions that somebody waits for, and those that wait until there is nothing else to do. */
  const urgent: Asked[] = [];
  const patient: Asked[] = [];
  let answers: ReturnType<typeof import('./asked.ts').answersAbout> | null = null;

  port.addEventListener('message', (event) => {
    const call = parseCall(event.data);
    if (call !== null) answering(call.id, () => take(call));
  });

  function take(call: Call): void {
    if (call.method === 'analyze') {
      const [files, assumptions] = call.args;
      run?.steps.return(undefined as never);
      run = { id: call.id, files, steps: analyzeInSteps(files, cache, assumptions) };
    } else {
      (PATIENT.has(call.method) ? patient : urgent).push(call);
      void loadAnswers();
    }
    yieldToMessages();
  }

  /** Once it is here, what waits for it goes on. */
  async function loadAnswers(): Promise<void> {
    if (answers !== null) return;
    try {
      const { answersAbout } = await import('./asked.ts');
      answers ??= answersAbout(() => last);
      yieldToMessages();
    } catch (error) {
      for (const { id } of [...urgent.splice(0), ...patient.splice(0)]) fail(id, error);
    }
  }

  function work(): void {
    const call = answers === null ? undefined : urgent.shift();
    if (call !== undefined) answering(call.id, () => answer(call));
    else if (run !== null) workOn(run);
    else workOnPatient();
    const isReady = answers !== null && urgent.length + patient.length > 0;
    if (run !== null || isReady) yieldToMessages();
  }

  function workOnPatient(): void {
    const call = answers === null ? undefined : patient.shift();
    if (call !== undefined) answering(call.id, () => answer(call));
  }

  function answer(call: Asked): void {
    const { id, method } = call;
    // The value is that of the method, which the compiler loses sight of here.
    if (answers !== null) {
      const value = (answers[method] as (...args: Asked['args']) => unknown)(...call.args);
      reply({ kind: 'answer', id, method, value } as Reply);
    }
  }

  function workOn(current: Run): void {
    run = null;
    answering(current.id, () => {
      const done = workForOneSlice(current);
      if (!done) run = current;
    });
  }

  /** True when the run is finished and answered. */
  function workForOneSlice({ id, files, steps }: Run): boolean {
    const end = performance.now() + SLICE_MS;
    for (;;) {
      const step = steps.next();
      if (step.done) {
        last = { version: id, files, outcome: step.value };
        const { analysis, findings, cluster, foreign } = step.value;
        const undeclared = undeclaredNamespaces(cluster);
        const value = { version: id, analysis, findings, undeclared, foreign };
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
