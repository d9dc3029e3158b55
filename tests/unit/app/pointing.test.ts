// The cursor in the manifests: what it points at is asked for once it rests, and typing shows nothing new.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setText } from '../../../src/app/actions/files.ts';
import { letGo, pin, pointAt, select } from '../../../src/app/actions/looking.ts';
import { shownOf, startPointing } from '../../../src/app/pointing.ts';
import type { Part, Pointed, Spot } from '../../../src/core/index.ts';
import type { AnalyzeAnswer } from '../../../src/worker/engine.ts';
import { pageWith } from './builders.ts';

const NONE = { isAny: false, sure: [], maybe: [] };
const rule = (at: number): Part => ({
  kind: 'rule',
  namespace: 'x',
  name: 'p',
  direction: 'ingress',
  rule: at,
  at: 0,
});

/** Each ten letters of the file are a rule; beyond a hundred there is nothing. */
function page() {
  const { store } = pageWith(['a.yaml', 'text'], ['b.yaml', 'text']);
  const asked: Spot[] = [];
  const answer = (version: number) => {
    const analysis = { peers: [{ type: 'workload', id: 'x/w' }] };
    const next = { version, analysis, findings: [] } as unknown as AnalyzeAnswer;
    store.setState({ answer: next, answered: store.getState().files });
  };
  startPointing(store, {
    pointAt: (_version, spot) => {
      asked.push(spot);
      if ('offset' in spot && spot.offset > 100) return Promise.resolve('nothing');
      const part = 'part' in spot ? spot.part : rule(Math.floor(spot.offset / 10));
      const span = { file: 'a.yaml', start: 0, end: 1 };
      const selected = { ...NONE, sure: [0] };
      return Promise.resolve({ part, span, selected, subjects: null, opened: null } as Pointed);
    },
  });
  answer(1);
  return { store, asked, answer, shown: () => shownOf(store.getState())?.told.part ?? null };
}

const rest = () => vi.advanceTimersByTimeAsync(300);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the cursor', () => {
  test('points once it rests', async () => {
    const { store, asked, shown } = page();
    pointAt(store, 'a.yaml', 5, false);
    await vi.advanceTimersByTimeAsync(20);
    pointAt(store, 'a.yaml', 15, false);
    await rest();
    expect(asked).toEqual([{ file: 'a.yaml', offset: 15 }]);
    expect(shown()).toEqual(rule(1));
    pointAt(store, 'a.yaml', 500, false);
    await rest();
    expect(shown()).toBeNull();
  });

  test('that came by typing begins nothing, and keeps up what it began', async () => {
    const { store, answer, shown } = page();
    pointAt(store, 'a.yaml', 5, true);
    await rest();
    expect(shown()).toBeNull();

    pointAt(store, 'a.yaml', 5, false);
    await rest();
    setText(store, 'a.yaml', 'text!');
    pointAt(store, 'a.yaml', 6, true);
    await rest();
    expect(shown()).toEqual(rule(0));
    answer(2);
    await rest();
    expect(store.getState().pointed?.answer.version).toBe(2);

    pointAt(store, 'a.yaml', 16, true);
    await rest();
    expect(shown()).toBeNull();
    pointAt(store, 'a.yaml', 7, true);
    await rest();
    expect(shown()).toEqual(rule(0));
  });

  test('asks nothing about a text that is not decided yet', async () => {
    const { store, asked, answer } = page();
    setText(store, 'a.yaml', 'more');
    pointAt(store, 'a.yaml', 5, false);
    await rest();
    expect(asked).toEqual([]);
    answer(2);
    await rest();
    expect(asked).toHaveLength(1);
  });

  test('gives way to a selection and to another file', async () => {
    const { store, shown } = page();
    pointAt(store, 'a.yaml', 5, false);
    await rest();
    select(store, { kind: 'peer', id: 'x/w' });
    expect(shown()).toBeNull();
    pointAt(store, 'a.yaml', 15, false);
    select(store, null);
    await rest();
    expect(shown()).toBeNull();

    pointAt(store, 'a.yaml', 5, false);
    await rest();
    store.setState({ activeFile: 'b.yaml' });
    expect(shown()).toBeNull();
  });
});

describe('what is pinned', () => {
  test('stays while the cursor moves, until it is let go', async () => {
    const { store, shown } = page();
    pin(store, rule(3));
    await rest();
    pointAt(store, 'a.yaml', 5, false);
    await rest();
    expect(shown()).toEqual(rule(3));
    letGo(store);
    expect(shown()).toBeNull();
  });

  test('takes the place of a selection, and waits under one that it led to', async () => {
    const { store, shown } = page();
    select(store, { kind: 'peer', id: 'x/other' });
    pin(store, rule(3));
    await rest();
    expect(store.getState().selection).toBeNull();
    select(store, { kind: 'peer', id: 'x/w' });
    expect(shown()).toBeNull();
    select(store, null);
    expect(shown()).toEqual(rule(3));
    select(store, { kind: 'peer', id: 'x/other' });
    select(store, null);
    expect(shown()).toBeNull();
  });
});
