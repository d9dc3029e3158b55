// Files: their names, their text, and their way out of the page.
import { describe, expect, test } from 'vitest';
import {
  addFile,
  mergeFiles,
  renameFile,
  setApplied,
  setText,
} from '../../../src/app/actions/files.ts';
import { reveal } from '../../../src/app/actions/looking.ts';
import { uniqueName } from '../../../src/app/actions/names.ts';
import { takeIn } from '../../../src/app/intake/dropped.ts';
import { joinedFiles } from '../../../src/app/intake/saving.ts';
import { pageWith } from './builders.ts';

const named = (...names: readonly string[]) => names.map((name) => ({ name, text: '' }));

describe('names', () => {
  test.each([
    ['a.yaml', [], 'a.yaml'],
    ['a.yaml', ['a.yaml'], 'a-2.yaml'],
    ['a.yaml', ['a.yaml', 'a-2.yaml'], 'a-3.yaml'],
    ['base/a.yaml', ['base/a.yaml'], 'base/a-2.yaml'],
    ['v1.2/plain', ['v1.2/plain'], 'v1.2/plain-2'],
    ['  spaced \n name ', [], 'spaced name'],
    [' ', [], 'manifests.yaml'],
  ])('%j beside %j becomes %j', (wanted, taken, name) => {
    expect(uniqueName(named(...taken), wanted)).toBe(name);
  });
});

describe('renameFile', () => {
  test('refuses no name and a taken name, in words', () => {
    const { store } = pageWith(['a', ''], ['b', '']);
    expect(renameFile(store, 'a', '  ')).toBe('A file needs a name.');
    expect(renameFile(store, 'a', 'b')).toBe('There is a file called b already.');
    expect(store.getState().files).toEqual(named('a', 'b'));
  });

  test('keeps the file open and in its place', () => {
    const { store } = pageWith(['a', 'text'], ['b', '']);
    expect(renameFile(store, 'a', 'c')).toBeNull();
    expect(store.getState()).toMatchObject({
      activeFile: 'c',
      files: [
        { name: 'c', text: 'text' },
        { name: 'b', text: '' },
      ],
    });
  });
});

describe('setText', () => {
  test('changes one file, and nothing at all where the text is the same', () => {
    const { store } = pageWith(['a', 'old'], ['b', 'other']);
    const before = store.getState().files;
    setText(store, 'a', 'old');
    setText(store, 'nobody', 'new');
    expect(store.getState().files).toBe(before);
    setText(store, 'a', 'new');
    expect(store.getState().files[0]).toEqual({ name: 'a', text: 'new' });
    expect(store.getState().files[1]).toBe(before[1]);
  });
});

describe('setApplied', () => {
  test('takes a file back and applies it again, and touches no other', () => {
    const { store } = pageWith(['a', 'one'], ['b', 'two']);
    const before = store.getState().files;
    setApplied(store, 'a', true);
    expect(store.getState().files).toBe(before);
    setApplied(store, 'a', false);
    expect(store.getState().files).toEqual([{ name: 'a', text: 'one', applied: false }, before[1]]);
    expect(store.getState().files[1]).toBe(before[1]);
    setApplied(store, 'a', true);
    expect(store.getState().files).toEqual(before);
  });

  test('outlives a new text, a new name and a newer version', () => {
    const { store } = pageWith(['a', 'one']);
    setApplied(store, 'a', false);
    setText(store, 'a', 'two');
    renameFile(store, 'a', 'b');
    mergeFiles(store, [{ name: 'b', text: 'three' }]);
    expect(store.getState().files).toEqual([{ name: 'b', text: 'three', applied: false }]);
  });

  test('is said in a saved file, where nothing else tells', () => {
    const files = [
      { name: 'a.yaml', text: 'a: 1\n' },
      { name: 'b.yaml', text: 'b: 1\n', applied: false as const },
    ];
    expect(joinedFiles(files)).toBe('# a.yaml\na: 1\n---\n# b.yaml, not applied\nb: 1');
  });
});

test('addFile opens the new file', () => {
  const { store } = pageWith(['manifests.yaml', 'x']);
  expect(addFile(store)).toBe('manifests-2.yaml');
  expect(store.getState().activeFile).toBe('manifests-2.yaml');
});

test('reveal opens the file of the place, and ignores a file that is gone', () => {
  const { store } = pageWith(['a', 'text'], ['b', 'text']);
  reveal(store, { file: 'gone', start: 0, end: 1 });
  expect(store.getState().reveal).toBeNull();
  reveal(store, { file: 'b', start: 0, end: 1 });
  expect(store.getState()).toMatchObject({ activeFile: 'b', view: 'manifests' });
});

describe('joinedFiles', () => {
  test('gives one file as it is, several as one stream that kubectl reads', () => {
    expect(joinedFiles([{ name: 'a', text: '---\nkind: Pod' }])).toBe('---\nkind: Pod');
    const files = [
      { name: 'a.yaml', text: '---\nkind: Pod\n' },
      { name: 'empty.yaml', text: ' ' },
      { name: 'b.json', text: '{"kind": "Job"}' },
    ];
    expect(joinedFiles(files)).toBe('# a.yaml\nkind: Pod\n---\n# b.json\n{"kind": "Job"}');
  });
});

describe('takeIn', () => {
  const incoming = (name: string, text = 'kind: Pod') => ({ name, file: new File([text], name) });

  test('reads YAML and JSON under their paths and says what was left out', async () => {
    const { files, notes } = await takeIn([
      incoming('base/a.yaml', '\uFEFFkind: Pod'),
      incoming('b.YML'),
      incoming('c.json', '{}'),
      incoming('README.md'),
    ]);
    expect(files).toEqual([
      { name: 'base/a.yaml', text: 'kind: Pod' },
      { name: 'b.YML', text: 'kind: Pod' },
      { name: 'c.json', text: '{}' },
    ]);
    expect(notes).toEqual(['Left out 1 file that is not YAML or JSON.']);
  });

  test('stops at the most it takes at once', async () => {
    const huge = { name: 'huge.yaml', file: { size: 33 * 1024 * 1024 } as File };
    const { files, notes } = await takeIn([huge, incoming('small.yaml')]);
    expect(files.map((file) => file.name)).toEqual(['small.yaml']);
    expect(notes).toEqual(['Left out 1 file: 32 MB and 5000 files is the most at once.']);
  });
});
