// What `>` does: the files are those of the editor.
import type { EditorFile } from '../outcome.ts';

export type Written =
  | { readonly ok: true; readonly files: readonly EditorFile[] }
  | { readonly ok: false; readonly message: string };

const MOST_FILES = 100;
const LONGEST_TEXT = 1_000_000;

/** A file that is new is not applied: a real `>` makes no objects either. */
export function writeFile(
  files: readonly EditorFile[],
  path: string,
  text: string,
  appends: boolean,
): Written {
  const name = path.replace(/^\.\//, '');
  if (name.includes('/') || name === '' || name.length > 100) {
    return { ok: false, message: `sh: can't create ${path}: the editor's files have no folders` };
  }
  const old = files.find((file) => file.name === name);
  if (old === undefined) {
    if (files.length >= MOST_FILES)
      return {
        ok: false,
        message: `sh: can't create ${name}: there are ${MOST_FILES} files already`,
      };
    return { ok: true, files: [...files, { name, text, applied: false }] };
  }
  const whole = appends ? old.text + text : text;
  if (whole.length > LONGEST_TEXT)
    return { ok: false, message: `sh: can't write ${name}: it gets too long` };
  return { ok: true, files: files.map((file) => (file === old ? { ...file, text: whole } : file)) };
}
