// The namespaces in the menu of the filter bar.
import { expect, test } from 'vitest';
import { sortedNamespaces } from '../../../src/app/panels/NamespaceMenu.tsx';
import { analyze } from '../../../src/core/index.ts';

test('stand by number where they are numbered, with those still chosen', () => {
  const text = ['tenant-10', 'tenant-2', 'apps']
    .map((name) => `apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: ${name}}\n`)
    .join('---\n');
  const { analysis, findings, foreign } = analyze([{ name: 'a.yaml', text }]);
  expect(
    sortedNamespaces(
      { version: 1, analysis, findings, undeclared: [], hasIntents: false, foreign },
      ['tenant-3'],
    ),
  ).toEqual(['apps', 'tenant-2', 'tenant-3', 'tenant-10']);
  expect(sortedNamespaces(null, [])).toEqual([]);
});
