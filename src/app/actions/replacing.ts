// What takes text away: each sets it aside first and offers it back.
import { type Assumptions, NO_ASSUMPTIONS, type SourceFile } from '../../core/index.ts';
import { type Document, sameFiles, USUAL_AROUND } from '../../share/document.ts';
import type { Sample } from '../samples/sample.ts';
import { isSample } from '../samples/samples.ts';
import type { Shelf, ShelfEntry } from '../storage/shelf.ts';
import { documentOf, NO_FILTERS, type PageStore } from '../store.ts';
import { mergeFiles } from './files.ts';
import { shortName, uniqueName } from './names.ts';
import { say, withdrawOffers } from './toasts.ts';

/** Manifests that a lesson or a recipe has put into the editor, as they came. */
const given = new WeakSet<readonly SourceFile[]>();

/** Nobody's work: no text at all, or a sample as it came. */
export function isUntouched({ files }: Document): boolean {
  return files.every((file) => file.text.trim() === '') || isSample(files) || given.has(files);
}

export function clearAll(store: PageStore, shelf: Shelf): void {
  const undo = setAside(store, shelf, 'Cleared');
  showFiles(store, [{ name: 'manifests.yaml', text: '' }]);
  say(store, 'Cleared.', { action: undo });
}

export function loadSample(store: PageStore, shelf: Shelf, sample: Sample): void {
  const undo = setAside(store, shelf, `Replaced by the sample “${sample.title}”`);
  showFiles(store, sample.files);
  say(store, `Showing the sample “${sample.title}”.`, { action: undo });
}

/** What is to stand in the editor, all in the language of whoever asks for it. */
export interface DeskChange {
  readonly files: readonly SourceFile[];
  readonly assumptions: Assumptions;
  /** The lesson they are of, if they are of one. */
  readonly lesson: string | null;
  /** Of what they replace, while it is set aside; null where that is kept elsewhere. */
  readonly label: string | null;
  /** Said where something was set aside. */
  readonly words: string;
  readonly undo: string;
  /** Nobody's work yet, and nothing to set aside later. */
  readonly isGiven: boolean;
  /** To be looked at and not edited. */
  readonly isReadOnly: boolean;
}

export function setDesk(store: PageStore, shelf: Shelf, change: DeskChange): void {
  const { lessonOnDesk: before } = store.getState();
  const isWork = change.label !== null && !isUntouched(documentOf(store.getState()));
  const undo = setAside(store, shelf, isWork ? change.label : null);
  if (change.isGiven) given.add(change.files);
  // An Undo of a command would put the text of another lesson here.
  withdrawOffers(store);
  showFiles(store, change.files);
  const { assumptions, lesson: lessonOnDesk, isReadOnly: readOnly } = change;
  store.setState({ assumptions, lessonOnDesk, readOnly });
  if (!isWork) return;
  const run = () => {
    undo.run();
    store.setState({ lessonOnDesk: before });
  };
  say(store, change.words, { action: { label: change.undo, run } });
}

export function removeFile(store: PageStore, shelf: Shelf, name: string): void {
  const { files, activeFile } = store.getState();
  const at = files.findIndex((file) => file.name === name);
  const removed = files[at];
  if (removed === undefined) return;
  const left = files.filter((file) => file !== removed);
  const remaining = left.length > 0 ? left : [{ name: 'manifests.yaml', text: '' }];
  const neighbour = remaining[Math.min(at, remaining.length - 1)]?.name ?? '';
  const alone = { ...documentOf(store.getState()), files: [removed], activeFile: name };
  const entry =
    removed.text.trim() === ''
      ? null
      : shelve(store, shelf, `Removed ${name}`, alone, { restores: 'files' });
  store.setState({ files: remaining, activeFile: activeFile === name ? neighbour : activeFile });
  say(store, `Removed ${shortName(name)}.`, {
    action: { label: 'Undo', run: () => putBack(store, shelf, entry, removed, at) },
  });
}

/**
 * Files that were dropped, picked or pasted. An untouched sample makes room for them.
 * @param notes sentences on what was left out
 */
export function openFiles(
  store: PageStore,
  shelf: Shelf,
  incoming: readonly SourceFile[],
  notes: readonly string[] = [],
): void {
  const [first] = incoming;
  if (first === undefined) return;
  const counted = incoming.length === 1 ? shortName(first.name) : `${incoming.length} files`;
  const before = documentOf(store.getState());
  if (isUntouched(before)) {
    const undo = setAside(store, shelf, '');
    showFiles(store, incoming);
    say(store, [`Opened ${counted}.`, ...notes].join(' '), { action: undo });
    return;
  }
  const { replaced } = mergeFiles(store, incoming);
  if (replaced > 0) shelve(store, shelf, 'Replaced by newer text', before);
  const opened = replaced > 0 ? `${counted}, ${replaced} in place of older text` : counted;
  say(store, [`Opened ${opened}.`, ...notes].join(' '), {
    action: { label: 'Undo', run: () => swapIn(store, shelf, before) },
  });
}

/** Always a file of its own: text without a name is no newer version of anything. */
export function pasteFile(store: PageStore, shelf: Shelf, file: SourceFile): void {
  const name = uniqueName(store.getState().files, file.name);
  openFiles(store, shelf, [{ ...file, name }]);
}

/** Brings an entry of the shelf back; what it replaces goes to the shelf. */
export function restore(store: PageStore, shelf: Shelf, id: string): void {
  const entry = shelf.take(id);
  if (entry === null) return;
  store.setState({ shelved: shelf.list().length });
  withdrawOffers(store);
  const replaced =
    entry.restores === 'document'
      ? swap(store, shelf, entry.document, 'Before bringing back')
      : null;
  if (entry.restores === 'files') {
    for (const file of entry.document.files) insertFile(store, file, Number.POSITIVE_INFINITY);
  }
  say(store, 'Brought back.', { action: takeBack(store, shelf, replaced, 'Undo') });
}

/** Puts a document on the shelf and says so in the store. */
export function shelve(
  store: PageStore,
  shelf: Shelf,
  label: string,
  document: Document,
  options?: Parameters<Shelf['put']>[2],
): ShelfEntry {
  const entry = shelf.put(label, document, options);
  store.setState({ shelved: shelf.list().length });
  return entry;
}

/** @param label null where it need not be set aside */
function setAside(store: PageStore, shelf: Shelf, label: string | null) {
  const before = documentOf(store.getState());
  const entry = label === null || isUntouched(before) ? null : shelve(store, shelf, label, before);
  return {
    label: 'Undo',
    run: () => {
      if (entry !== null) shelf.take(entry.id);
      swapIn(store, shelf, before);
    },
  };
}

/** Undoes. Text typed since then is set aside in its turn, and said to be. */
export function swapIn(store: PageStore, shelf: Shelf, document: Document): void {
  withdrawOffers(store);
  const replaced = swap(store, shelf, document, 'Before Undo');
  if (replaced === null) return;
  const action = takeBack(store, shelf, replaced, 'Bring it back');
  say(store, 'Undone. The text that came since is set aside.', { action });
}

/** Gives back what it has set aside, if anything. */
function swap(
  store: PageStore,
  shelf: Shelf,
  document: Document,
  label: string,
): ShelfEntry | null {
  const now = documentOf(store.getState());
  const isLost = !isUntouched(now) && !sameFiles(now, document);
  const entry = isLost ? shelve(store, shelf, label, now) : null;
  const { around = USUAL_AROUND } = document;
  store.setState({ ...document, around, lessonOnDesk: null, shelved: shelf.list().length });
  return entry;
}

function takeBack(store: PageStore, shelf: Shelf, entry: ShelfEntry | null, label: string) {
  return entry === null ? null : { label, run: () => restore(store, shelf, entry.id) };
}

function putBack(
  store: PageStore,
  shelf: Shelf,
  entry: ShelfEntry | null,
  file: SourceFile,
  at: number,
): void {
  if (entry !== null) shelf.take(entry.id);
  store.setState({ shelved: shelf.list().length });
  insertFile(store, file, at);
}

function insertFile(store: PageStore, file: SourceFile, at: number): void {
  // The empty file that keeps the editor open makes room.
  const files = store
    .getState()
    .files.filter((other) => other.text.trim() !== '' || other.name !== file.name);
  const name = uniqueName(files, file.name);
  const restored = { ...file, name };
  store.setState({ files: files.toSpliced(at, 0, restored), activeFile: name });
}

function showFiles(store: PageStore, files: readonly SourceFile[]): void {
  store.setState({
    files,
    activeFile: files[0]?.name ?? '',
    filters: NO_FILTERS,
    selection: null,
    moved: {},
    assumptions: NO_ASSUMPTIONS,
    around: USUAL_AROUND,
    lessonOnDesk: null,
  });
}
