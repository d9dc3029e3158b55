// What happened to the files between two states of the store.
import type { SourceFile } from '../../core/index.ts';

export interface Moves {
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  readonly removed: readonly SourceFile[];
  readonly added: readonly SourceFile[];
  /** Still there under its name, with another text. */
  readonly changed: readonly SourceFile[];
}

/** A file gone and a new one in its place with the same text is one file renamed: it keeps its history. */
export function movesBetween(before: readonly SourceFile[], after: readonly SourceFile[]): Moves {
  const texts = new Map(before.map(({ name, text }) => [name, text]));
  const names = new Set(after.map(({ name }) => name));
  const isGone = (file: SourceFile) => !names.has(file.name);
  const isNew = (file: SourceFile) => !texts.has(file.name);

  const renamed: { from: string; to: string }[] = [];
  if (before.length === after.length) {
    after.forEach((file, at) => {
      const old = before[at];
      if (old !== undefined && isNew(file) && isGone(old) && old.text === file.text) {
        renamed.push({ from: old.name, to: file.name });
      }
    });
  }
  const from = new Set(renamed.map((move) => move.from));
  const to = new Set(renamed.map((move) => move.to));
  return {
    renamed,
    removed: before.filter((file) => isGone(file) && !from.has(file.name)),
    added: after.filter((file) => isNew(file) && !to.has(file.name)),
    changed: after.filter((file) => !isNew(file) && texts.get(file.name) !== file.text),
  };
}
