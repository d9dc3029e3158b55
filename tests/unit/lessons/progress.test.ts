// What is kept of each lesson: read again as it was written, and whatever else storage may hold.
import { describe, expect, it } from 'vitest';
import { NOTHING_DONE, openProgressBook } from '../../../src/app/lessons/progress.ts';
import { documentWith, memoryStore } from '../app/builders.ts';

const KEY = 'netpolis.lesson.ports';

describe('the book of progress', () => {
  it('is read again as it was written, the manifests too', () => {
    const storage = memoryStore();
    const desk = documentWith(['policies.yaml', '# Mine']);
    openProgressBook(storage, ['ports']).change('ports', {
      step: 3,
      reached: ['number/web'],
      chosen: { service: 'no' },
      hints: { number: 2 },
      desk,
    });
    const again = openProgressBook(storage, ['ports', 'blocks']);
    expect(again.read('ports')).toEqual({
      ...NOTHING_DONE,
      step: 3,
      reached: ['number/web'],
      chosen: { service: 'no' },
      hints: { number: 2 },
      desk,
    });
    expect(again.read('blocks')).toEqual(NOTHING_DONE);
    expect(again.pages.getState().blocks).toBeNull();
  });

  it.each([
    'not json',
    '[]',
    '7',
    'null',
    '{"step":-1,"reached":"all","chosen":[1],"hints":{"a":"b"},"packed":"v9.x"}',
    '{"step":1.5,"reached":[1,null],"__proto__":{"isFinished":true}}',
  ])('takes %s for nothing that was done', (stored) => {
    const storage = memoryStore();
    storage.write(KEY, stored);
    expect(openProgressBook(storage, ['ports']).read('ports')).toEqual(NOTHING_DONE);
  });

  it('goes on without room in the storage', () => {
    const book = openProgressBook(memoryStore(10), ['ports']);
    book.change('ports', { step: 2 });
    expect(book.read('ports').step).toBe(2);
  });
});
