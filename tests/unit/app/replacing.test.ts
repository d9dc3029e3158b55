// Whatever takes text away gives it back.
import { describe, expect, test } from 'vitest';
import { setText } from '../../../src/app/actions/files.ts';
import { shortName } from '../../../src/app/actions/names.ts';
import {
  clearAll,
  isUntouched,
  loadSample,
  openFiles,
  pasteFile,
  removeFile,
  restore,
} from '../../../src/app/actions/replacing.ts';
import { say } from '../../../src/app/actions/toasts.ts';
import { OPENING_SAMPLE, SAMPLES } from '../../../src/app/samples/samples.ts';
import { createShelf } from '../../../src/app/storage/shelf.ts';
import type { PageStore } from '../../../src/app/store.ts';
import { documentWith, memoryStore, pageWith } from './builders.ts';

const namesOf = (store: PageStore) => store.getState().files.map((file) => file.name);
const textsOf = (store: PageStore) => store.getState().files.map((file) => file.text);

function undo(store: PageStore): void {
  store.getState().toasts.at(-1)?.action?.run();
}

describe('clear all', () => {
  test('leaves one empty file, and Undo brings everything back', () => {
    const { store, shelf } = pageWith(['a.yaml', 'kind: Pod'], ['b.yaml', 'kind: Service']);
    store.setState({ selection: { kind: 'peer', id: 'x' }, moved: { x: { x: 1, y: 2 } } });
    clearAll(store, shelf);
    expect(textsOf(store)).toEqual(['']);
    expect(store.getState()).toMatchObject({ selection: null, moved: {}, shelved: 1 });
    undo(store);
    expect(textsOf(store)).toEqual(['kind: Pod', 'kind: Service']);
    expect(store.getState()).toMatchObject({
      activeFile: 'a.yaml',
      selection: { kind: 'peer', id: 'x' },
      moved: { x: { x: 1, y: 2 } },
      shelved: 0,
    });
  });

  test('can be undone after a reload, from the shelf in the storage', () => {
    const { store, shelf, storage } = pageWith(['a.yaml', 'kind: Pod']);
    clearAll(store, shelf);
    const reloaded = createShelf(storage, () => 0);
    restore(store, reloaded, reloaded.list()[0]?.id ?? '');
    expect(textsOf(store)).toEqual(['kind: Pod']);
    expect(reloaded.list()).toEqual([]);
  });

  test('undone after more was typed sets that aside in its turn', () => {
    const { store, shelf } = pageWith(['a.yaml', 'kind: Pod']);
    clearAll(store, shelf);
    setText(store, 'manifests.yaml', 'kind: Job');
    undo(store);
    expect(textsOf(store)).toEqual(['kind: Pod']);
    expect(shelf.list().map((entry) => entry.document.files[0]?.text)).toEqual(['kind: Job']);
  });

  test('sets nothing aside where there is nothing of the person’s', () => {
    const { store, shelf } = pageWith(['a.yaml', ' \n']);
    clearAll(store, shelf);
    loadSample(store, shelf, OPENING_SAMPLE);
    for (const sample of SAMPLES) loadSample(store, shelf, sample);
    expect(shelf.list()).toEqual([]);
  });
});

describe('one Undo at a time', () => {
  const offers = (store: PageStore) =>
    store.getState().toasts.flatMap(({ action }) => (action === null ? [] : [action.label]));

  test('a newer one takes the place of an older one', () => {
    const { store, shelf } = pageWith(['a.yaml', 'kind: Pod']);
    clearAll(store, shelf);
    pasteFile(store, shelf, { name: 'pasted.yaml', text: 'kind: Job' });
    expect(offers(store)).toEqual(['Undo']);
    undo(store);
    expect(textsOf(store)).toEqual(['']);
  });

  test('that takes typed text away says so and brings it back', () => {
    const { store, shelf } = pageWith(['a.yaml', 'kind: Pod']);
    clearAll(store, shelf);
    setText(store, 'manifests.yaml', 'kind: Job');
    undo(store);
    expect(textsOf(store)).toEqual(['kind: Pod']);
    expect(offers(store)).toEqual(['Bring it back']);
    undo(store);
    expect(textsOf(store)).toEqual(['kind: Job']);
  });

  test('waits under mere words, and a warning waits under anything', () => {
    const { store, shelf } = pageWith(['a.yaml', 'kind: Pod']);
    say(store, 'No room.', { tone: 'warning' });
    clearAll(store, shelf);
    say(store, 'No manifests.');
    say(store, 'Still none.');
    expect(store.getState().toasts.map(({ words }) => words)).toEqual([
      'No room.',
      'Cleared.',
      'Still none.',
    ]);
  });
});

test('a long name is shortened in the middle', () => {
  const name = `${'deep/'.repeat(30)}allow-dns.yaml`;
  expect(shortName('short.yaml')).toBe('short.yaml');
  expect(shortName(name)).toMatch(/^deep\/.*….*\/allow-dns\.yaml$/);
  expect(shortName(name)).toHaveLength(40);
});

describe('removing a file', () => {
  test('moves to its neighbour, and Undo puts it back where it was, beside later edits', () => {
    const { store, shelf } = pageWith(['a', 'one'], ['b', 'two'], ['c', 'three']);
    store.setState({ activeFile: 'b' });
    removeFile(store, shelf, 'b');
    expect(store.getState().activeFile).toBe('c');
    setText(store, 'a', 'changed');
    undo(store);
    expect(namesOf(store)).toEqual(['a', 'b', 'c']);
    expect(textsOf(store)).toEqual(['changed', 'two', 'three']);
    expect(shelf.list()).toEqual([]);
  });

  test('the last one leaves an empty file that makes room again', () => {
    const { store, shelf } = pageWith(['manifests.yaml', 'one']);
    removeFile(store, shelf, 'manifests.yaml');
    expect(textsOf(store)).toEqual(['']);
    undo(store);
    expect(store.getState().files).toEqual([{ name: 'manifests.yaml', text: 'one' }]);
  });

  test('restored from the shelf joins what is there under a name of its own', () => {
    const { store, shelf } = pageWith(['a.yaml', 'one'], ['b.yaml', 'two']);
    removeFile(store, shelf, 'a.yaml');
    openFiles(store, shelf, [{ name: 'a.yaml', text: 'new' }]);
    restore(store, shelf, shelf.list()[0]?.id ?? '');
    expect(namesOf(store)).toEqual(['b.yaml', 'a.yaml', 'a-2.yaml']);
    expect(textsOf(store)).toEqual(['two', 'new', 'one']);
  });
});

describe('opening files', () => {
  test('replaces an untouched sample', () => {
    const { store, shelf } = pageWith();
    loadSample(store, shelf, OPENING_SAMPLE);
    openFiles(store, shelf, [{ name: 'base/x.yaml', text: 'kind: Pod' }]);
    expect(namesOf(store)).toEqual(['base/x.yaml']);
    undo(store);
    expect(store.getState().files).toEqual(OPENING_SAMPLE.files);
  });

  test('adds to the person’s own, newer text under the same name taking its place', () => {
    const { store, shelf } = pageWith(['a', 'old'], ['b', 'kept']);
    openFiles(store, shelf, [
      { name: 'a', text: 'new' },
      { name: 'c', text: 'more' },
    ]);
    expect(store.getState().files.map(({ name, text }) => `${name}=${text}`)).toEqual([
      'a=new',
      'b=kept',
      'c=more',
    ]);
    undo(store);
    expect(textsOf(store)).toEqual(['old', 'kept']);
  });

  test('by pasting never replaces a file', () => {
    const { store, shelf } = pageWith(['pasted.yaml', 'first']);
    pasteFile(store, shelf, { name: 'pasted.yaml', text: 'second' });
    expect(namesOf(store)).toEqual(['pasted.yaml', 'pasted-2.yaml']);
    expect(store.getState().activeFile).toBe('pasted-2.yaml');
  });
});

describe('the shelf', () => {
  test('keeps the newest eight, one of equal files', () => {
    const shelf = createShelf(memoryStore(), () => 0);
    for (let at = 0; at < 12; at += 1) shelf.put(`${at}`, documentWith(['a', `text ${at}`]));
    shelf.put('again', documentWith(['a', 'text 11']));
    expect(shelf.list().map((entry) => entry.label)).toEqual([
      'again',
      '10',
      '9',
      '8',
      '7',
      '6',
      '5',
      '4',
    ]);
  });

  test('stores as many as there is room for and keeps all in memory', () => {
    const storage = memoryStore(1_500);
    const shelf = createShelf(storage, () => 0);
    shelf.put('old', documentWith(['a', 'x'.repeat(900)]));
    shelf.put('new', documentWith(['a', 'y'.repeat(900)]));
    expect(shelf.list()).toHaveLength(2);
    const reloaded = createShelf(storage, () => 0);
    expect(reloaded.list().map((entry) => entry.label)).toEqual(['new']);
  });

  test.each(['', 'null', '7', '{}', '[null, 7, {}]', '[{"id": 1, "packed": "{}"}]', 'x{'])(
    'reads nothing out of %j',
    (stored) => {
      const storage = memoryStore();
      storage.write('netpolis.shelf', stored);
      expect(createShelf(storage, () => 0).list()).toEqual([]);
    },
  );
});

describe('isUntouched', () => {
  test('tells samples and empty files from a person’s work', () => {
    expect(isUntouched(documentWith(['a', '']))).toBe(true);
    expect(isUntouched({ ...documentWith(), files: OPENING_SAMPLE.files })).toBe(true);
    expect(isUntouched(documentWith(['a', '# mine']))).toBe(false);
  });
});
