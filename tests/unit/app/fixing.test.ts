// A fix applied to the text, taken back, and refused once the text is another.
import { describe, expect, test } from 'vitest';
import { applyFix, edited } from '../../../src/app/actions/fixing.ts';
import type { AnalyzeAnswer } from '../../../src/worker/engine.ts';
import { pageWith } from './builders.ts';

const edit = (file: string, start: number, end: number, text: string) => ({
  span: { file, start, end },
  text,
});

const FIX = { title: 'Write TCP', edits: [edit('a', 10, 13, 'TCP')] };

function answeredPage() {
  const page = pageWith(['a', 'protocol: tcp'], ['b', 'kind: Pod']);
  const { files } = page.store.getState();
  page.store.setState({ answer: { version: 7 } as AnalyzeAnswer, answered: files });
  return page;
}

const textOf = ({ store }: ReturnType<typeof pageWith>, file: string) =>
  store.getState().files.find(({ name }) => name === file)?.text;

describe('edited', () => {
  test('makes edits in any order at the places before them', () => {
    const files = [{ name: 'a', text: 'one two three' }];
    const edits = [edit('a', 0, 3, 'first'), edit('a', 8, 13, '3'), edit('a', 4, 7, '')];
    expect(edited(files, edits)).toEqual([{ name: 'a', text: 'first  3' }]);
  });

  test('leaves other files the objects that they were', () => {
    const files = [{ name: 'a', text: 'x' }];
    expect(edited(files, [edit('b', 0, 1, 'y')])[0]).toBe(files[0]);
  });
});

describe('a fix', () => {
  test('changes the text, shows the place, and is taken back whole', () => {
    const page = answeredPage();
    applyFix(page.store, page.shelf, FIX, 7);
    expect(textOf(page, 'a')).toBe('protocol: TCP');
    const { reveal, toasts } = page.store.getState();
    expect(reveal?.span).toEqual({ file: 'a', start: 10, end: 13 });
    toasts[0]?.action?.run();
    expect(textOf(page, 'a')).toBe('protocol: tcp');
    expect(page.shelf.list()).toEqual([]);
  });

  test('taken back after more was typed, sets that aside', () => {
    const page = answeredPage();
    applyFix(page.store, page.shelf, FIX, 7);
    const [toast] = page.store.getState().toasts;
    const files = [{ name: 'a', text: 'typed since' }];
    page.store.setState({ files });
    toast?.action?.run();
    expect(textOf(page, 'a')).toBe('protocol: tcp');
    expect(page.shelf.list()).toHaveLength(1);
  });

  test('is not applied to another text than it was found in', () => {
    const typed = answeredPage();
    typed.store.setState({ files: [{ name: 'a', text: '# protocol: tcp' }] });
    applyFix(typed.store, typed.shelf, FIX, 7);
    expect(textOf(typed, 'a')).toBe('# protocol: tcp');
    expect(typed.store.getState().toasts[0]?.tone).toBe('warning');

    const older = answeredPage();
    applyFix(older.store, older.shelf, FIX, 6);
    expect(textOf(older, 'a')).toBe('protocol: tcp');
  });
});
