// Applies a fix to the text, offers the way back, and shows where it was.
import { type Finding, type SourceFile, withText } from '../../core/index.ts';
import type { Shelf } from '../storage/shelf.ts';
import { documentOf, isCurrent, type PageStore } from '../store.ts';
import { swapIn } from './replacing.ts';
import { say } from './toasts.ts';

export type Fix = NonNullable<Finding['fix']>;
export type Edit = Fix['edits'][number];

/**
 * @param version that of the answer which the fix was found with: to another text it is not applied
 */
export function applyFix(store: PageStore, shelf: Shelf, fix: Fix, version: number): void {
  const state = store.getState();
  if (!isCurrent(state, version)) {
    say(store, 'The text has changed since. Look again: it may be said anew.', { tone: 'warning' });
    return;
  }
  const before = documentOf(state);
  const files = edited(before.files, fix.edits);
  const [first] = fix.edits;
  if (first === undefined) return;
  const { file, start } = first.span;
  const span = { file, start, end: start + first.text.length };
  store.setState({ files, activeFile: file, reveal: { span } });
  say(store, `Done: ${fix.title}.`, {
    action: {
      label: 'Undo',
      run: () => {
        if (store.getState().files === files) store.setState({ files: before.files });
        else swapIn(store, shelf, before);
      },
    },
  });
}

/** The files with the edits made; these do not overlap, and their places are those before any of them. */
export function edited(
  files: readonly SourceFile[],
  edits: readonly Edit[],
): readonly SourceFile[] {
  return files.map((file) => {
    const own = edits
      .filter(({ span }) => span.file === file.name)
      .toSorted((one, other) => other.span.start - one.span.start);
    if (own.length === 0) return file;
    let { text } = file;
    for (const edit of own) {
      text = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
    }
    return withText(file, text);
  });
}
