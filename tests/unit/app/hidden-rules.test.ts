// Lint rules that a person hides: gone from all that is shown, kept, and brought back.
import { expect, test } from 'vitest';
import { hideRule, showAllRules } from '../../../src/app/actions/looking.ts';
import { lintShown } from '../../../src/app/findings.ts';
import { keepHiddenRules, readHiddenRules } from '../../../src/app/storage/hidden-rules.ts';
import { memoryStore, pageWith } from './builders.ts';

const finding = (rule: string, file = 'a') => ({
  rule,
  level: 'warning' as const,
  message: 'words',
  span: { file, start: 0, end: 1 },
});

test('findings of a hidden rule are not shown until all rules are', () => {
  const { store } = pageWith(['a', '']);
  store.setState({ linted: { version: 1, findings: [finding('one'), finding('two')] } });
  hideRule(store, 'one');
  hideRule(store, 'one');
  expect(store.getState().hiddenRules).toEqual(['one']);
  expect(lintShown(store.getState()).map(({ rule }) => rule)).toEqual(['two']);
  showAllRules(store);
  expect(lintShown(store.getState())).toHaveLength(2);
});

test('findings of a file that is gone are not shown', () => {
  const { store } = pageWith(['a', '']);
  store.setState({ linted: { version: 1, findings: [finding('one', 'gone')] } });
  expect(lintShown(store.getState())).toEqual([]);
});

test('hidden rules are kept, and nothing else is read back', () => {
  const { store } = pageWith(['a', '']);
  const storage = memoryStore();
  keepHiddenRules(store, storage);
  hideRule(store, 'one');
  hideRule(store, 'two-words');
  expect(readHiddenRules(storage)).toEqual(['one', 'two-words']);
  showAllRules(store);
  expect(storage.keys()).toEqual([]);
  hideRule(store, 'one');
  const [key = ''] = storage.keys();
  storage.write(key, 'fine <b>no</b> ../x toString ');
  expect(readHiddenRules(storage)).toEqual(['fine']);
});
