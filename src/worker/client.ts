// The page's side of the worker: the newest analysis wins, every other question is answered, a crash is survived.
import { type Assumptions, NO_ASSUMPTIONS, type SourceFile } from '../core/index.ts';
import type { AnalyzeAnswer, Engine, OnProgress } from './engine.ts';
import { type Call, type CallId, parseReply, type Reply } from './protocol.ts';
import { spawnWorker } from './spawn.ts';

export interface EngineClient extends Questions {
  /**
   * null when a newer call has overtaken this one: overtaking is the normal course while typing,
   * not an error, and old data never arrives. Rejects with `EngineError` when the engine broke;
   * the next call starts a new one.
   */
  analyze(
    files: readonly SourceFile[],
    onProgress?: OnProgress,
    assumptions?: Assumptions,
    withActors?: boolean,
  ): Promise<AnalyzeAnswer | null>;
  /** Ends the worker; calls under way are answered as if overtaken. */
  close(): void;
}

type Question = Exclude<keyof Engine, 'analyze'>;

/**
 * Always answered: null when that version is no longer the engine's newest (a newer answer is
 * on its way, or the engine was restarted). Rejects with `EngineError` when the engine broke.
 */
type Questions = {
  readonly [Q in Question]: (...args: Parameters<Engine[Q]>) => Promise<ReturnType<Engine[Q]>>;
};

/** The engine broke; the message is for people. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
}

/** What the client needs of a Worker. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  addEventListener(
    type: 'message' | 'messageerror' | 'error',
    listener: (event: Event) => void,
  ): void;
  terminate(): void;
}

interface Waiting<T> {
  readonly resolve: (value: T) => void;
  readonly reject: (error: EngineError) => void;
}

interface Analyzing extends Waiting<AnalyzeAnswer | null> {
  readonly id: CallId;
  readonly onProgress: OnProgress | undefined;
}

/** A worker that gives no sign for this many ticks while it owes an answer is given up. */
const SILENT_TICKS = 4;

export interface ClientOptions {
  readonly spawn?: () => WorkerLike;
  /** Milliseconds; ticks and not one long timer, so that a laptop's sleep counts as one tick. */
  readonly tick?: number;
}

/** Starts the worker at the first call. */
export function createEngineClient(options: ClientOptions = {}): EngineClient {
  const { spawn = spawnWorker, tick = 5_000 } = options;
  let worker: WorkerLike | null = null;
  let lastId: CallId = 0;
  let analyzing: Analyzing | null = null;
  /** What is asked by name; `ask` sees to it that each gets an answer of its own kind. */
  const asking = new Map<CallId, Waiting<unknown>>();
  let watch: ReturnType<typeof setInterval> | null = null;
  let silentTicks = 0;

  function post(call: Call): void {
    try {
      worker ??= start();
      worker.postMessage(call);
      if (watch === null) {
        silentTicks = 0;
        watch = setInterval(onTick, tick);
      }
    } catch (error) {
      giveUp(`The engine could not be started: ${wordsOf(error)}`);
    }
  }

  function start(): WorkerLike {
    const started = spawn();
    const ifCurrent = (act: (event: Event) => void) => (event: Event) => {
      if (worker === started) act(event);
    };
    started.addEventListener('message', ifCurrent(onMessage));
    started.addEventListener(
      'error',
      ifCurrent((event) => {
        // Otherwise the browser reports it a second time, as an uncaught error of the page.
        event.preventDefault();
        giveUp(`The engine stopped: ${wordsOf(event)}`);
      }),
    );
    started.addEventListener(
      'messageerror',
      ifCurrent(() => giveUp('The engine sent something that cannot be read.')),
    );
    return started;
  }

  function onMessage(event: Event): void {
    const reply = 'data' in event ? parseReply(event.data) : null;
    if (reply === null) return;
    silentTicks = 0;
    settle(reply);
    restIfIdle();
  }

  function settle(reply: Reply): void {
    const current = analyzing?.id === reply.id ? analyzing : null;
    const asked = asking.get(reply.id);
    switch (reply.kind) {
      case 'progress':
        current?.onProgress?.(reply.progress);
        return;
      case 'failure': {
        const error = new EngineError(`The engine met an error of its own: ${reply.message}`);
        current?.reject(error);
        asked?.reject(error);
        break;
      }
      case 'answer':
        if (reply.method === 'analyze') current?.resolve(reply.value);
        else asked?.resolve(reply.value);
        break;
    }
    if (current !== null) analyzing = null;
    asking.delete(reply.id);
  }

  function onTick(): void {
    silentTicks += 1;
    if (silentTicks >= SILENT_TICKS) {
      const seconds = Math.round((SILENT_TICKS * tick) / 1000);
      giveUp(`The engine gave no sign for ${seconds} seconds and was stopped.`);
    }
  }

  function restIfIdle(): void {
    if (analyzing !== null || asking.size > 0 || watch === null) return;
    clearInterval(watch);
    watch = null;
  }

  /** A new worker starts with the next call, so that input which breaks it does so once a try. */
  function giveUp(words: string): void {
    endWorker();
    const error = new EngineError(words);
    const waiting = [...(analyzing === null ? [] : [analyzing]), ...asking.values()];
    forgetCalls();
    for (const call of waiting) call.reject(error);
  }

  function endWorker(): void {
    worker?.terminate();
    worker = null;
  }

  function forgetCalls(): void {
    analyzing = null;
    asking.clear();
    restIfIdle();
  }

  function ask<Q extends Question>(method: Q): Questions[Q] {
    const asked = (...args: Parameters<Engine[Q]>) =>
      new Promise<unknown>((resolve, reject) => {
        lastId += 1;
        asking.set(lastId, { resolve, reject });
        post({ kind: 'call', id: lastId, method, args } as Call);
      });
    // The worker answers a call by the method it names.
    return asked as Questions[Q];
  }

  return {
    analyze(files, onProgress, assumptions = NO_ASSUMPTIONS, withActors = false) {
      analyzing?.resolve(null);
      return new Promise((resolve, reject) => {
        lastId += 1;
        analyzing = { id: lastId, onProgress, resolve, reject };
        const args = [files, assumptions, withActors] as const;
        post({ kind: 'call', id: lastId, method: 'analyze', args: [...args] });
      });
    },
    explain: ask('explain'),
    lint: ask('lint'),
    effects: ask('effects'),
    pointAt: ask('pointAt'),
    complete: ask('complete'),
    hover: ask('hover'),
    definition: ask('definition'),
    references: ask('references'),
    outline: ask('outline'),
    folds: ask('folds'),
    format: ask('format'),
    neighbours: ask('neighbours'),
    askName: ask('askName'),
    exposure: ask('exposure'),
    newPods: ask('newPods'),
    waysIn: ask('waysIn'),
    checkFlows: ask('checkFlows'),
    checkIntents: ask('checkIntents'),
    runLine: ask('runLine'),
    completeLine: ask('completeLine'),
    close() {
      endWorker();
      const waiting = [...(analyzing === null ? [] : [analyzing]), ...asking.values()];
      forgetCalls();
      for (const call of waiting) call.resolve(null);
    },
  };
}

function wordsOf(problem: unknown): string {
  const message =
    typeof problem === 'object' && problem !== null && 'message' in problem ? problem.message : '';
  return typeof message === 'string' && message !== ''
    ? message
    : 'it could not be loaded, or ended without a word.';
}
