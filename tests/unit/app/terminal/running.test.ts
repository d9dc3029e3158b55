// A line of a terminal is run on the files as they are, and what it changes is taken over in one step.
import { describe, expect, test } from 'vitest';
import { setText } from '../../../../src/app/actions/files.ts';
import { runLine } from '../../../../src/app/terminal/running.ts';
import type { SourceFile } from '../../../../src/core/index.ts';
import { newSession, type Outcome } from '../../../../src/terminal/terminal.ts';
import type { EngineClient } from '../../../../src/worker/client.ts';
import type { AnalyzeAnswer } from '../../../../src/worker/engine.ts';
import { pageWith } from '../builders.ts';

const NOTHING: Omit<Outcome, 'session'> = {
  output: [{ text: 'done\n', stream: 'output', wait: null }],
  files: null,
  why: null,
  status: 0,
  opens: null,
  clears: false,
  ends: false,
};

function page(answer: (version: number) => Partial<Outcome> | null) {
  const { store, shelf } = pageWith(['a', 'one'], ['b', 'two']);
  const asked: number[] = [];
  const client = {
    async runLine(version: number) {
      asked.push(version);
      const own = answer(version);
      return own === null ? null : { ...NOTHING, session: newSession(), ...own };
    },
  } as unknown as EngineClient;
  /** As the engine does when it has decided the files as they are. */
  const analyzed = (version: number) =>
    store.setState({
      answer: { version } as AnalyzeAnswer,
      answered: store.getState().files,
      answeredWith: store.getState().assumptions,
    });
  return {
    store,
    asked,
    analyzed,
    run: () => runLine({ store, shelf, client }, 'x', newSession()),
  };
}

describe('a line', () => {
  test('waits for the analysis of the files and assumptions as they are', async () => {
    const { store, asked, analyzed, run } = page(() => ({}));
    analyzed(1);
    setText(store, 'a', 'newer');
    const ran = run();
    await Promise.resolve();
    expect(asked).toEqual([]);
    analyzed(2);
    expect((await ran)?.output[0]?.text).toBe('done\n');
    store.setState({ assumptions: { ...store.getState().assumptions } });
    const again = run();
    await Promise.resolve();
    expect(asked).toEqual([2]);
    analyzed(3);
    await again;
    expect(asked).toEqual([2, 3]);
  });

  test('is run again when that analysis is gone, or the text changed meanwhile', async () => {
    const { store, asked, analyzed, run } = page((version) => {
      if (version === 1) {
        analyzed(2);
        return null;
      }
      if (version === 2) {
        setText(store, 'a', 'typed meanwhile');
        analyzed(3);
        return { files: [{ name: 'a', text: 'lost' }] };
      }
      return {};
    });
    analyzed(1);
    await run();
    expect(asked).toEqual([1, 2, 3]);
    expect(store.getState().files[0]?.text).toBe('typed meanwhile');
  });

  test('changes the files in one step, leaves the others alone, and can be undone', async () => {
    const files: readonly SourceFile[] = [
      { name: 'a', text: 'one' },
      { name: 'b', text: 'two', applied: false },
      { name: 'c', text: 'three' },
    ];
    const { store, analyzed, run } = page(() => ({ files }));
    analyzed(1);
    const before = store.getState().files;
    let steps = 0;
    store.subscribe((state, old) => {
      if (state.files !== old.files) steps += 1;
    });
    await run();
    expect(steps).toBe(1);
    expect(store.getState().files).toEqual(files);
    expect(store.getState().files[0]).toBe(before[0]);
    store.getState().toasts.at(-1)?.action?.run();
    expect(store.getState().files).toBe(before);
  });

  test('changes nothing behind a read-only link, and says so', async () => {
    const { store, analyzed, run } = page(() => ({ files: [{ name: 'a', text: 'other' }] }));
    analyzed(1);
    store.setState({ readOnly: true });
    const before = store.getState().files;
    const outcome = await run();
    expect(store.getState().files).toBe(before);
    expect(outcome?.output.map(({ text }) => text).join('')).toMatch(/read-only/);
    expect(outcome?.status).toBe(1);
  });
});
