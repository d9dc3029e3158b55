// The client and the worker's side, joined by a MessageChannel: real messages, real core.
import { afterEach, describe, expect, it } from 'vitest';
import { createEngineClient, EngineError, type WorkerLike } from '../../../src/worker/client.ts';
import { serveEngine } from '../../../src/worker/serve.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

/** A worker whose thread is this one; `serve` stands for its code. */
function channelWorker(serve: (port: MessagePort) => void): WorkerLike {
  const { port1, port2 } = new MessageChannel();
  serve(port2);
  port1.start();
  port2.start();
  closers.push(() => port1.close());
  return {
    postMessage: (message) => port1.postMessage(message),
    addEventListener: (type, listener) => port1.addEventListener(type, listener),
    terminate: () => port1.close(),
  };
}

function client(options: { serves?: ((port: MessagePort) => void)[]; tick?: number } = {}) {
  const { serves = [], tick } = options;
  const started: WorkerLike[] = [];
  const engine = createEngineClient({
    spawn: () => {
      const worker = channelWorker(serves[started.length] ?? serveEngine);
      started.push(worker);
      return worker;
    },
    ...(tick === undefined ? {} : { tick }),
  });
  closers.push(() => engine.close());
  return { engine, started };
}

const pod = (namespace: string, name: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name}, namespace: ${namespace} }\n`;

const denyAll = (namespace: string) =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: deny, namespace: ${namespace} }\nspec: { podSelector: {} }\n`;

const file = (...documents: string[]) => [{ name: 'all.yaml', text: documents.join('---\n') }];

const many = (count: number, tag: string) =>
  file(...Array.from({ length: count }, (_, at) => pod('x', `${tag}-${at}`)));

const workloadNames = (peers: readonly { id: string; type: string }[]) =>
  peers.filter((peer) => peer.type === 'workload').map((peer) => peer.id);

describe('analyze', () => {
  it('answers with the peers of the files', async () => {
    const { engine } = client();
    const answer = await engine.analyze(file(pod('x', 'a'), pod('z', 'b')));
    expect(workloadNames(answer?.analysis.peers ?? [])).toEqual(['x/a[Pod]', 'z/b[Pod]']);
    expect(answer?.analysis.egress.subjectClass).toBeInstanceOf(Int32Array);
  });

  it('lets the newest call win, and resolves the overtaken ones with null', async () => {
    const { engine } = client();
    const texts = ['a', 'b', 'c', 'd'];
    const answers = await Promise.all(texts.map((name) => engine.analyze(file(pod('x', name)))));
    expect(answers.slice(0, 3)).toEqual([null, null, null]);
    expect(workloadNames(answers[3]?.analysis.peers ?? [])).toEqual(['x/d[Pod]']);
  });

  it('gives up an older analysis in the middle when a newer one arrives', async () => {
    const { engine } = client();
    let reports = 0;
    const newer: ReturnType<typeof engine.analyze>[] = [];
    const older = engine.analyze(many(4_000, 'old'), () => {
      reports += 1;
      newer.push(engine.analyze(file(pod('x', 'new'))));
    });
    expect(await older).toBeNull();
    const answer = await newer[0];
    expect(reports).toBe(1);
    expect(workloadNames(answer?.analysis.peers ?? [])).toEqual(['x/new[Pod]']);
  });

  it('tells how far it is', async () => {
    const { engine } = client();
    const stages: string[] = [];
    const answer = await engine.analyze(many(2_000, 'p'), (progress) => {
      expect(progress.done).toBeLessThanOrEqual(progress.total);
      stages.push(progress.stage);
    });
    expect(answer).not.toBeNull();
    expect(stages).toContain('read');
  });

  it('numbers its answers upwards', async () => {
    const { engine } = client();
    const first = await engine.analyze(file(pod('x', 'a')));
    const second = await engine.analyze(file(pod('x', 'a')));
    expect(second?.version).toBeGreaterThan(first?.version ?? Number.POSITIVE_INFINITY);
  });
});

describe('explain', () => {
  it('names the policy that denies (SEMANTICS 1.4, 1.8)', async () => {
    const { engine } = client();
    const answer = await engine.analyze(file(pod('x', 'a'), pod('x', 'b'), denyAll('x')));
    const explanation = await engine.explain(answer?.version ?? -1, 0, 1);
    const decisions = explanation?.segments.map((segment) => segment.decision) ?? [];
    expect(decisions.map((decision) => decision.verdict)).toEqual(['deny']);
    expect(decisions[0]?.egress.reason).toBe('not-selected');
    expect(decisions[0]?.ingress.selectedBy.map(({ policy }) => policy.name)).toEqual(['deny']);
  });

  it('answers null for a version that is gone', async () => {
    const { engine } = client();
    const first = await engine.analyze(file(pod('x', 'a'), pod('x', 'b')));
    await engine.analyze(file(pod('x', 'a'), pod('x', 'c')));
    expect(await engine.explain(first?.version ?? -1, 0, 1)).toBeNull();
  });

  it('is answered while an analysis runs, and however many are asked at once', async () => {
    const { engine } = client();
    const answer = await engine.analyze(file(pod('x', 'a'), pod('x', 'b')));
    const version = answer?.version ?? -1;
    let analyzed = false;
    const long = engine.analyze(many(4_000, 'p')).then((result) => {
      analyzed = true;
      return result;
    });
    const explained = await Promise.all(
      Array.from({ length: 20 }, () => engine.explain(version, 0, 1)),
    );
    expect(analyzed).toBe(false);
    expect(explained.every((one) => one?.segments[0]?.decision.verdict === 'allow')).toBe(true);
    expect(await long).not.toBeNull();
  });

  it('rejects with words when the question makes no sense, and goes on', async () => {
    const { engine } = client();
    const answer = await engine.analyze(file(pod('x', 'a'), pod('x', 'b')));
    await expect(engine.explain(answer?.version ?? -1, 0, 999)).rejects.toThrow(EngineError);
    expect(await engine.explain(answer?.version ?? -1, 0, 1)).not.toBeNull();
  });
});

describe('lint and effects', () => {
  it('tell only what goes beyond reading', async () => {
    const { engine } = client();
    const refused = denyAll('x').replace('podSelector', 'podSelektor');
    const answer = await engine.analyze(file(pod('x', 'a'), refused, pod('z', 'b'), denyAll('z')));
    const read = answer?.findings.map(({ rule }) => rule) ?? [];
    const linted = (await engine.lint(answer?.version ?? -1))?.map(({ rule }) => rule) ?? [];
    expect(read.length).toBeGreaterThan(0);
    expect(linted).toContain('unprotected');
    expect(linted.filter((rule) => read.includes(rule))).toEqual([]);
    const effects = await engine.effects(answer?.version ?? -1);
    expect(effects?.policies.map(({ subject }) => subject.workloads)).toEqual([1]);
  });

  it('give way to an explanation and to a newer analysis', async () => {
    const { engine } = client();
    const answer = await engine.analyze(many(300, 'p'));
    const version = answer?.version ?? -1;
    const done: string[] = [];
    const note = (what: string) => () => void done.push(what);
    await Promise.all([
      engine.lint(version).then(note('lint')),
      engine.effects(version).then(note('effects')),
      engine.explain(version, 0, 1).then(note('explain')),
    ]);
    expect(done).toEqual(['explain', 'lint', 'effects']);
    const stale = engine.lint(version);
    await engine.analyze(file(pod('x', 'a')));
    expect(await stale).toBeNull();
  });
});

describe('a worker that breaks', () => {
  /** Breaks at its first message the way a crashed Worker shows it: by an `error` event. */
  function breaking(): WorkerLike {
    const target = new EventTarget();
    return {
      postMessage: () =>
        queueMicrotask(() =>
          target.dispatchEvent(
            Object.assign(new Event('error', { cancelable: true }), { message: 'out of memory' }),
          ),
        ),
      addEventListener: (type, listener) => target.addEventListener(type, listener),
      terminate: () => undefined,
    };
  }

  it('rejects its calls with words, and the next call has a new worker', async () => {
    let spawned = 0;
    const engine = createEngineClient({
      spawn: () => {
        spawned += 1;
        return spawned === 1 ? breaking() : channelWorker(serveEngine);
      },
    });
    closers.push(() => engine.close());
    const failed = engine.analyze(file(pod('x', 'a')));
    const explained = engine.explain(1, 0, 1);
    await expect(failed).rejects.toThrow(/out of memory/);
    await expect(explained).rejects.toThrow(EngineError);
    const answer = await engine.analyze(file(pod('x', 'a')));
    expect(workloadNames(answer?.analysis.peers ?? [])).toEqual(['x/a[Pod]']);
    expect(spawned).toBe(2);
  });

  it('rejects when no worker can be started at all', async () => {
    const engine = createEngineClient({
      spawn: () => {
        throw new Error('workers are forbidden here');
      },
    });
    await expect(engine.analyze([])).rejects.toThrow(/workers are forbidden here/);
  });

  it('gives up a worker that is silent, and starts another', async () => {
    const { engine, started } = client({ serves: [() => undefined], tick: 10 });
    await expect(engine.analyze([])).rejects.toThrow(/no sign/);
    expect(await engine.analyze(file(pod('x', 'a')))).not.toBeNull();
    expect(started).toHaveLength(2);
  });

  it('pays no heed to messages that are not its own', async () => {
    const { engine } = client({
      serves: [
        (port) => {
          for (const noise of [null, 7, 'hello', { id: 1 }, { id: 1, kind: 'answer' }]) {
            port.postMessage(noise);
          }
          port.postMessage({ id: 1, kind: 'answer', method: 'toString', value: null });
          serveEngine(port);
        },
      ],
    });
    const answer = await engine.analyze(file(pod('x', 'a')));
    expect(workloadNames(answer?.analysis.peers ?? [])).toEqual(['x/a[Pod]']);
  });
});
