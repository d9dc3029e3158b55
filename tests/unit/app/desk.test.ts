// What lessons and recipes put into the editor: one's own text is set aside, what was only given is not.
import { describe, expect, test } from 'vitest';
import { setText } from '../../../src/app/actions/files.ts';
import { clearAll, type DeskChange, setDesk } from '../../../src/app/actions/replacing.ts';
import type { PageStore } from '../../../src/app/store.ts';
import { NO_ASSUMPTIONS } from '../../../src/core/index.ts';
import { pageWith } from './builders.ts';

const textsOf = (store: PageStore) => store.getState().files.map((file) => file.text);

const lesson = (id: string, change: Partial<DeskChange> = {}): DeskChange => ({
  files: [{ name: 'policies.yaml', text: `# ${id}` }],
  assumptions: { ...NO_ASSUMPTIONS, cni: 'none' },
  lesson: id,
  label: 'Remplacé',
  words: 'Mis de côté.',
  undo: 'Rétablir',
  isGiven: true,
  isReadOnly: false,
  ...change,
});

function undo(store: PageStore): void {
  store.getState().toasts.at(-1)?.action?.run();
}

describe('the desk of a lesson', () => {
  test('takes the place of one’s own text, says so in its language, and gives it back', () => {
    const { store, shelf } = pageWith(['a.yaml', 'kind: Pod']);
    setDesk(store, shelf, lesson('ports'));
    expect(textsOf(store)).toEqual(['# ports']);
    expect(store.getState()).toMatchObject({ lessonOnDesk: 'ports', shelved: 1 });
    expect(store.getState().assumptions.cni).toBe('none');
    expect(store.getState().toasts.at(-1)).toMatchObject({
      words: 'Mis de côté.',
      action: { label: 'Rétablir' },
    });
    undo(store);
    expect(textsOf(store)).toEqual(['kind: Pod']);
    expect(store.getState()).toMatchObject({ lessonOnDesk: null, shelved: 0 });
    expect(store.getState().assumptions.cni).toBe('specification');
  });

  test('as it was given is nobody’s work, and an edit makes it somebody’s', () => {
    const { store, shelf } = pageWith(['a.yaml', '']);
    setDesk(store, shelf, lesson('ports'));
    setDesk(store, shelf, lesson('blocks'));
    expect(store.getState()).toMatchObject({ shelved: 0, toasts: [] });
    setText(store, 'policies.yaml', '# Mine');
    setDesk(store, shelf, lesson('empty'));
    expect(shelf.list().map((entry) => entry.document.files[0]?.text)).toEqual(['# Mine']);
    undo(store);
    expect(textsOf(store)).toEqual(['# Mine']);
    expect(store.getState().lessonOnDesk).toBe('blocks');
  });

  test('is not set aside where it is kept elsewhere', () => {
    const { store, shelf } = pageWith(['a.yaml', '']);
    setDesk(store, shelf, lesson('ports'));
    setText(store, 'policies.yaml', '# Mine');
    setDesk(store, shelf, lesson('blocks', { label: null }));
    expect(store.getState()).toMatchObject({ lessonOnDesk: 'blocks', shelved: 0, toasts: [] });
  });

  test('is left when something else takes its place', () => {
    const { store, shelf } = pageWith(['a.yaml', '']);
    setDesk(store, shelf, lesson('ports'));
    clearAll(store, shelf);
    expect(store.getState().lessonOnDesk).toBeNull();
  });
});
