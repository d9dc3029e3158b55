// The loop that keeps the answer up to date: newest files, progress only after a while, errors in words.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setText } from '../../../src/app/actions/files.ts';
import { startAnalysis } from '../../../src/app/analysis.ts';
import type { SourceFile } from '../../../src/core/index.ts';
import type { EngineClient } from '../../../src/worker/client.ts';
import type { AnalyzeAnswer, OnProgress } from '../../../src/worker/engine.ts';
import { pageWith } from './builders.ts';

interface Asked {
  readonly files: readonly SourceFile[];
  readonly progress: OnProgress | undefined;
  readonly answer: (version: number) => void;
  readonly overtake: () => void;
  readonly fail: (words: string) => void;
}

function fakeClient(answers: Partial<EngineClient> = {}) {
  const asked: Asked[] = [];
  const client: EngineClient = {
    analyze: (files, progress) =>
      new Promise((resolve, reject) => {
        asked.push({
          files,
          progress,
          answer: (version) => resolve({ version } as AnalyzeAnswer),
          overtake: () => resolve(null),
          fail: (words) => reject(new Error(words)),
        });
      }),
    explain: () => Promise.resolve(null),
    lint: () => Promise.resolve(null),
    effects: () => Promise.resolve(null),
    pointAt: () => Promise.resolve(null),
    complete: () => Promise.resolve({ items: [], replace: { start: 0, end: 0 } }),
    hover: () => Promise.resolve(null),
    definition: () => Promise.resolve(null),
    references: () => Promise.resolve(null),
    outline: () => Promise.resolve([]),
    folds: () => Promise.resolve([]),
    format: () => Promise.resolve([]),
    neighbours: () => Promise.resolve(null),
    askName: () => Promise.resolve(null),
    exposure: () => Promise.resolve(null),
    newPods: () => Promise.resolve(null),
    waysIn: () => Promise.resolve(null),
    checkFlows: () => Promise.resolve(null),
    checkIntents: () => Promise.resolve(null),
    runLine: () => Promise.resolve(null),
    completeLine: () => Promise.resolve(null),
    close: () => undefined,
    ...answers,
  };
  return { client, asked };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the analysis loop', () => {
  test('asks at once, then a moment after the last keystroke', async () => {
    const { store } = pageWith(['a', 'k']);
    const { client, asked } = fakeClient();
    startAnalysis(store, client);
    expect(asked).toHaveLength(1);
    for (const text of ['ki', 'kin', 'kind']) {
      setText(store, 'a', text);
      await vi.advanceTimersByTimeAsync(40);
    }
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(30);
    expect(asked.map(({ files }) => files[0]?.text)).toEqual(['k', 'kind']);
  });

  test('does not wait after a paste or a load', async () => {
    const { store } = pageWith(['a', '']);
    const { client, asked } = fakeClient();
    startAnalysis(store, client);
    setText(store, 'a', 'kind: Pod # and a good deal more than one types');
    await vi.advanceTimersByTimeAsync(0);
    store.setState({ files: [{ name: 'b', text: 'x' }] });
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toHaveLength(3);
  });

  test('does not ask about what is only looked at', async () => {
    const { store } = pageWith(['a', '']);
    const { client, asked } = fakeClient();
    startAnalysis(store, client);
    store.setState({ selection: { kind: 'peer', id: 'x' }, view: 'details' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toHaveLength(1);
  });

  test('shows progress only when the work lasts', async () => {
    const { store } = pageWith(['a', '']);
    const { client, asked } = fakeClient();
    startAnalysis(store, client);
    asked[0]?.progress?.({ stage: 'read', done: 1, total: 9 });
    expect(store.getState().progress).toBeNull();
    await vi.advanceTimersByTimeAsync(301);
    expect(store.getState().progress).not.toBeNull();
    asked[0]?.progress?.({ stage: 'decide', done: 2, total: 9 });
    expect(store.getState().progress).toEqual({ stage: 'decide', done: 2, total: 9 });
    asked[0]?.answer(1);
    await vi.advanceTimersByTimeAsync(0);
    expect(store.getState()).toMatchObject({ progress: null, answer: { version: 1 } });
  });

  test('keeps the old answer when the engine breaks, says so, and tries again when told', async () => {
    const { store } = pageWith(['a', '']);
    const { client, asked } = fakeClient();
    const loop = startAnalysis(store, client);
    asked[0]?.answer(1);
    await vi.advanceTimersByTimeAsync(0);
    store.setState({ files: [{ name: 'b', text: '' }] });
    await vi.advanceTimersByTimeAsync(0);
    asked[1]?.fail('The engine stopped.');
    await vi.advanceTimersByTimeAsync(0);
    expect(store.getState()).toMatchObject({
      failure: 'The engine stopped.',
      answer: { version: 1 },
    });
    loop.retry();
    asked[2]?.answer(3);
    await vi.advanceTimersByTimeAsync(0);
    expect(store.getState()).toMatchObject({ failure: null, answer: { version: 3 } });
  });

  test('lets nothing old in after something new', async () => {
    const { store } = pageWith(['a', '']);
    const { client, asked } = fakeClient();
    startAnalysis(store, client);
    store.setState({ files: [{ name: 'b', text: '' }] });
    await vi.advanceTimersByTimeAsync(0);
    asked[1]?.answer(2);
    asked[0]?.fail('too late');
    await vi.advanceTimersByTimeAsync(0);
    expect(store.getState()).toMatchObject({ failure: null, answer: { version: 2 } });
    asked[0]?.overtake();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(store.getState().progress).toBeNull();
  });

  test('asks the linter about each answer, and keeps what it said until it says more', async () => {
    const { store } = pageWith(['a', '']);
    const waiting = new Map<number, (findings: []) => void>();
    const lint = (version: number) => new Promise<[]>((tell) => waiting.set(version, tell));
    const { client, asked } = fakeClient({ lint });
    startAnalysis(store, client);
    asked[0]?.answer(1);
    await vi.advanceTimersByTimeAsync(100);
    waiting.get(1)?.([]);
    await vi.advanceTimersByTimeAsync(0);
    expect(store.getState().linted.version).toBe(1);
    for (const version of [2, 3]) {
      store.setState({ files: [{ name: `${version}`, text: '' }] });
      await vi.advanceTimersByTimeAsync(0);
      asked[version - 1]?.answer(version);
      await vi.advanceTimersByTimeAsync(100);
      expect(store.getState()).toMatchObject({ answer: { version }, linted: { version: 1 } });
    }
    waiting.get(3)?.([]);
    waiting.get(2)?.([]);
    await vi.advanceTimersByTimeAsync(0);
    expect(store.getState().linted.version).toBe(3);
  });

  test('goes on without the linter when the engine breaks over it', async () => {
    const { store } = pageWith(['a', '']);
    const { client, asked } = fakeClient({ lint: () => Promise.reject(new Error('broken')) });
    startAnalysis(store, client);
    asked[0]?.answer(1);
    await vi.advanceTimersByTimeAsync(100);
    expect(store.getState()).toMatchObject({ failure: null, linted: { version: 1, findings: [] } });
  });

  test('asks for effects only once somebody shows them', async () => {
    const { store } = pageWith(['a', '']);
    const effects = vi.fn(() => Promise.resolve({ policies: [], adminPolicies: [] }));
    const { client, asked } = fakeClient({ lint: () => Promise.resolve([]), effects });
    startAnalysis(store, client);
    asked[0]?.answer(1);
    await vi.advanceTimersByTimeAsync(100);
    expect(effects).not.toHaveBeenCalled();
    store.setState({ showsEffects: true });
    await vi.advanceTimersByTimeAsync(0);
    expect(effects).toHaveBeenCalledWith(1);
    expect(store.getState().effects).toEqual({ policies: [], adminPolicies: [] });
  });
});
