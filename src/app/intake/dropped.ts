// Reads files and whole folders that were dropped or picked: what is YAML or JSON, within measure.
import type { SourceFile } from '../../core/index.ts';
import { CAPS } from '../../share/reading.ts';

/** A file that is not read yet, under the name it will have. */
export interface Incoming {
  readonly name: string;
  readonly file: File;
}

export interface Intake {
  readonly files: readonly SourceFile[];
  /** Why some were left out; empty when none were. */
  readonly notes: readonly string[];
}

export const MOST_BYTES = 32 * 1024 * 1024;
const MANIFEST = /\.(ya?ml|json)$/i;
/** Folders that hold other people's code and history. */
const SKIPPED_FOLDER = /^(\.git|node_modules)$/;
const DEEPEST = 32;

export async function takeIn(incoming: readonly Incoming[]): Promise<Intake> {
  const notes: string[] = [];
  const manifests = incoming.filter(({ name }) => MANIFEST.test(name));
  const others = incoming.length - manifests.length;
  if (others > 0) {
    notes.push(
      `Left out ${counted(others, 'file')} that ${others === 1 ? 'is' : 'are'} not YAML or JSON.`,
    );
  }
  const files: SourceFile[] = [];
  let room = MOST_BYTES;
  let tooMuch = 0;
  let unreadable = 0;
  for (const { name, file } of manifests) {
    if (file.size > room || files.length === CAPS.files) {
      tooMuch += 1;
      continue;
    }
    room -= file.size;
    try {
      files.push({ name, text: await file.text() });
    } catch {
      unreadable += 1;
    }
  }
  if (tooMuch > 0) {
    notes.push(
      `Left out ${counted(tooMuch, 'file')}: 32 MB and ${CAPS.files} files is the most at once.`,
    );
  }
  if (unreadable > 0) notes.push(`${counted(unreadable, 'file')} could not be read.`);
  return { files, notes };
}

/** The paths inside a picked folder are kept as names, as `base/x.yaml`. */
export function fromPicker(list: FileList): readonly Incoming[] {
  return [...list]
    .filter((file) => !file.webkitRelativePath.split('/').some((part) => SKIPPED_FOLDER.test(part)))
    .map((file) => ({ name: file.webkitRelativePath || file.name, file }))
    .sort(byName);
}

/** Call it within the drop event: the items are gone afterwards. */
export function fromDrop(transfer: DataTransfer): Promise<readonly Incoming[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null);
  if (entries.every((entry) => entry === null)) {
    return Promise.resolve([...transfer.files].map((file) => ({ name: file.name, file })));
  }
  return collect(entries.filter((entry) => entry !== null));
}

async function collect(entries: readonly FileSystemEntry[]): Promise<readonly Incoming[]> {
  const found: Incoming[] = [];
  const walk = async (entry: FileSystemEntry, depth: number): Promise<void> => {
    if (found.length > 4 * CAPS.files || depth > DEEPEST) return;
    if (isFile(entry)) {
      const file = await new Promise<File | null>((resolve) =>
        entry.file(resolve, () => resolve(null)),
      );
      if (file !== null) found.push({ name: entry.fullPath.replace(/^\//, ''), file });
    } else if (isFolder(entry) && !SKIPPED_FOLDER.test(entry.name)) {
      for (const child of await readFolder(entry)) await walk(child, depth + 1);
    }
  };
  for (const entry of entries) await walk(entry, 0);
  return found.sort(byName);
}

/** A folder gives its entries a hundred at a time, until there are none left. */
async function readFolder(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function byName(one: Incoming, other: Incoming): number {
  return one.name < other.name ? -1 : one.name > other.name ? 1 : 0;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
