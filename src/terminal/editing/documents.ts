// Whole documents in and out of the editor's files; what stands around them stays as it is.
import type { KubeObject, Place } from '../cluster/objects.ts';
import type { EditorFile } from '../outcome.ts';

/** Where objects go that commands make. */
export const TERMINAL_FILE = 'terminal.yaml';

/** At the end of the terminal's file, which is made where it is missing. */
export function appendDocument(files: readonly EditorFile[], yaml: string): readonly EditorFile[] {
  const name = terminalFileName(files);
  const old = files.find((file) => file.name === name);
  if (old === undefined) return [...files, { name, text: yaml }];
  const text = joined(old.text, yaml);
  return files.map((file) => (file === old ? { ...file, text } : file));
}

/** Another name where the person has a file of that name that is not applied. */
function terminalFileName(files: readonly EditorFile[]): string {
  const isOurs = (name: string) =>
    files.every((file) => file.name !== name || file.applied !== false);
  for (let count = 1; count < 100; count++) {
    const name = count === 1 ? TERMINAL_FILE : `terminal-${count}.yaml`;
    if (isOurs(name)) return name;
  }
  return `terminal-100.yaml`;
}

function joined(before: string, yaml: string): string {
  if (before.trim() === '') return yaml;
  return `${before.replace(/\n*$/, '\n')}---\n${yaml}`;
}

/**
 * Takes an object's document out of its file. Where it stands alone in a file that was not made by
 * commands, the file is no longer applied instead, so that nothing typed is lost.
 */
export function removeObject(
  files: readonly EditorFile[],
  { place }: KubeObject,
  alone: boolean,
): readonly EditorFile[] {
  if (place === null) return files;
  return files.flatMap((file) => {
    if (file.name !== place.file) return [file];
    if (alone && !/^terminal(?:-\d+)?\.yaml$/.test(file.name)) return [{ ...file, applied: false }];
    const text = withoutDocument(file.text, place);
    return text.trim() === '' ? [] : [{ ...file, text }];
  });
}

/** Without the document and the `---` that set it apart. */
function withoutDocument(text: string, { document }: Place): string {
  const before = text.slice(0, document.offset);
  const after = text.slice(document.offset + document.text.length);
  const marker = /(?:^|\n)---[^\n]*\n?$/;
  if (marker.test(before))
    return (
      before.replace(marker, (found) => (found.startsWith('\n') ? '\n' : '')) +
      after.replace(/^\n+/, '')
    );
  return after.replace(/^---[^\n]*\n?/, '');
}
