// What a person does with files: type, add, rename, open.
import { isApplied, type SourceFile, withApplied, withText } from '../../core/index.ts';
import type { PageStore } from '../store.ts';
import { tidyName, uniqueName } from './names.ts';

export function setText(store: PageStore, name: string, text: string): void {
  const { files } = store.getState();
  if (!files.some((file) => file.name === name && file.text !== text)) return;
  store.setState({
    files: files.map((file) => (file.name === name ? withText(file, text) : file)),
  });
}

export function activate(store: PageStore, name: string): void {
  if (store.getState().files.some((file) => file.name === name)) {
    store.setState({ activeFile: name });
  }
}

/** Gives back the name it got. */
export function addFile(store: PageStore, wanted = 'manifests.yaml', text = ''): string {
  const { files } = store.getState();
  const name = uniqueName(files, wanted);
  store.setState({ files: [...files, { name, text }], activeFile: name });
  return name;
}

/** Gives back why not, or null when it is done. */
export function renameFile(store: PageStore, from: string, wanted: string): string | null {
  const { files, activeFile } = store.getState();
  const name = tidyName(wanted);
  if (name === null) return 'A file needs a name.';
  if (name === from) return null;
  if (files.some((file) => file.name === name)) return `There is a file called ${name} already.`;
  store.setState({
    files: files.map((file) => (file.name === from ? { ...file, name } : file)),
    activeFile: activeFile === from ? name : activeFile,
  });
  return null;
}

/** Lets the objects of a file take part, or keeps them out. */
export function setApplied(store: PageStore, name: string, applied: boolean): void {
  const { files } = store.getState();
  if (!files.some((file) => file.name === name && isApplied(file) !== applied)) return;
  store.setState({
    files: files.map((file) => (file.name === name ? withApplied(file, applied) : file)),
  });
}

export interface Opened {
  readonly added: number;
  /** Files of the same name that had other text. */
  readonly replaced: number;
}

/** Adds them as tabs; a file of the same name takes the other's place, as a newer version of it. */
export function mergeFiles(store: PageStore, incoming: readonly SourceFile[]): Opened {
  const merged = new Map(store.getState().files.map((file) => [file.name, file]));
  let added = 0;
  let replaced = 0;
  for (const file of incoming) {
    const old = merged.get(file.name);
    if (old === undefined) added += 1;
    else if (old.text !== file.text) replaced += 1;
    else continue;
    // A newer version says nothing of whether it is applied.
    merged.set(file.name, old === undefined ? file : withText(old, file.text));
  }
  const activeFile = incoming[0]?.name ?? store.getState().activeFile;
  store.setState({ files: [...merged.values()], activeFile });
  return { added, replaced };
}
