// What the editor makes of a change of the files: a renamed file must keep its undo history.
import { describe, expect, it } from 'vitest';
import { movesBetween } from '../../../src/app/editor/moves.ts';

const file = (name: string, text = name) => ({ name, text });

describe('movesBetween', () => {
  it('sees a file under a new name, in its place and with its text, as renamed', () => {
    expect(movesBetween([file('a'), file('b')], [file('a'), file('c', 'b')])).toEqual({
      renamed: [{ from: 'b', to: 'c' }],
      removed: [],
      added: [],
      changed: [],
    });
  });

  it('sees another file in the place of one that is gone as another file', () => {
    const moves = movesBetween([file('a'), file('b')], [file('a'), file('c')]);
    expect(moves.renamed).toEqual([]);
    expect(moves.removed).toEqual([file('b')]);
    expect(moves.added).toEqual([file('c')]);
  });

  it('tells a changed text from an equal one', () => {
    const moves = movesBetween([file('a'), file('b')], [file('a'), file('b', 'new')]);
    expect(moves.changed).toEqual([file('b', 'new')]);
    expect(moves.removed).toEqual([]);
  });

  it('takes names like those of built-in properties as they are', () => {
    const moves = movesBetween([file('__proto__'), file('toString')], [file('constructor')]);
    expect(moves.added).toEqual([file('constructor')]);
    expect(moves.removed.map(({ name }) => name)).toEqual(['__proto__', 'toString']);
  });
});
