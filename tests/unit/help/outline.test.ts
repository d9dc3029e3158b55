// The objects of a file, and what of it folds.
import { describe, expect, it } from 'vitest';
import { folds, outline } from '../../../src/core/help/outline.ts';
import { SHOP } from './cluster.ts';

describe('the outline', () => {
  it('lists the objects by kind and name, in the order of the text', () => {
    expect(outline(SHOP).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'Namespace shop',
      'Namespace monitoring',
      'Deployment shop/web',
      'Deployment shop/api',
      'Deployment monitoring/prometheus',
      'Service shop/web',
    ]);
  });

  it('gives the place of the object and that of its name', () => {
    const text = 'a: [\n---\nkind: Pod\nmetadata:\n  name: web\n';
    const [found] = outline(text);
    expect(text.slice(found?.range.start, found?.range.end)).toBe(
      'kind: Pod\nmetadata:\n  name: web',
    );
    expect(text.slice(found?.at.start, found?.at.end)).toBe('web');
  });

  it('lists what is broken, what lists hold, and JSON', () => {
    expect(outline('kind: Pod\nmetadata:\n  name: a\nspec: {').map(({ name }) => name)).toEqual([
      'a',
    ]);
    const list = '{"kind":"List","items":[{"kind":"Pod","metadata":{"name":"a"}},{"kind":"Pod"}]}';
    expect(outline(list).map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'Pod a',
      'Pod (no name)',
    ]);
    expect(outline('just words\n---\n# nothing\n')).toEqual([]);
  });
});

describe('folds', () => {
  const TEXT = `# why
a:
  b:
    - c: 1
      d: 2
    - e
f: |
  x

  y

---
g: 1
`;

  it('are documents, blocks, items and texts of more than one line', () => {
    expect(folds(TEXT)).toEqual([
      // The document begins where its first key does, and hides all of it.
      { first: 2, last: 10 },
      { first: 3, last: 6 },
      { first: 4, last: 5 },
      { first: 7, last: 10 },
    ]);
  });

  it('take lists at the column of their key', () => {
    expect(folds('a:\n- b: 1\n  c: 2\n- d\ne: 1\n')).toEqual([
      { first: 1, last: 5 },
      { first: 2, last: 3 },
    ]);
  });
});
