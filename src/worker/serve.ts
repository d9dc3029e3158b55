// The worker's side: runs the core in short slices, so that a newer call is heard before an older one is done.
import {
  analyzeInSteps,
  createReadingCache,
  explainFlow,
  type Outcome,
  type Progress,
} from '../core/index.ts';
import { type Call, type CallId, parseCall, type Reply } from './protocol.ts';

/** What `serveEngine` needs of a worker's global scope, or of one end of a MessageChannel. */
export interface ServerPort {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

/** Long enough to get on with the work, short enough that a newer call waits less than a frame. */
const SLICE_MS = 15;

interface Run {
  readonly id: CallId;
  readonly steps: Generator<Progress, Outcome>;
}

/** Answers calls on `port` for as long as it lives. */
export function serveEngine(port: ServerPort): void {
  const cache = createReadingCache();
  const yieldToMessages = afterWaitingMessages(work);
  let run: Run | null = null;
  let last: { readonly version: CallId; readonly outcome: Outcome } | null = null;

  port.addEventListener('message', (event) => {
    const call = parseCall(event.data);
    if (call !== null) answering(call.id, () => take(call));
  });

  function take(call: Call): void {
    switch (call.method) {
      case 'analyze':
        run?.steps.return(undefined as never);
        run = { id: call.id, steps: analyzeInSteps(call.args[0], cache) };
        yieldToMessages();
        return;
      case 'explain': {
        const [version, source, destination] = call.args;
        const value =
          last?.version === version ? explainFlow(last.outcome, source, destination) : null;
        reply({ kind: 'answer', id: call.id, method: 'explain', value });
        return;
      }
    }
  }

  function work(): void {
    const current = run;
    if (current === null) return;
    run = null;
    answering(current.id, () => {
      const done = workForOneSlice(current);
      if (done) return;
      run = current;
      yieldToMessages();
    });
  }

  /** True when the run is finished and answered. */
  function workForOneSlice({ id, steps }: Run): boolean {
    const end = performance.now() + SLICE_MS;
    for (;;) {
      const step = steps.next();
      if (step.done) {
        last = { version: id, outcome: step.value };
        const { analysis, findings } = step.value;
        const value = { version: id, analysis, findings };
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
      reply({ kind: 'failure', id, message: error instanceof Error ? error.message : `${error}` });
    }
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
