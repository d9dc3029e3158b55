// Whole documents in and out of the editor's files; what stands around them stays as it is.
import { isApplied, withApplied, withText } from '../../core/index.ts';
import { type DocumentPlace, type KubeObject, keyOf, type Place } from '../cluster/objects.ts';
import { isMap, type Value, valueFrom } from '../cluster/value.ts';
import type { World } from '../cluster/world.ts';
import type { EditorFile } from '../outcome.ts';
import { changeDocument } from './change.ts';

/** Where objects go that commands make. */
const TERMINAL_FILE = 'terminal.yaml';

/** At the end of the terminal's file, which is made where it is missing. */
export function appendDocument(files: readonly EditorFile[], yaml: string): readonly EditorFile[] {
  const name = terminalFileName(files);
  const old = files.find((file) => file.name === name);
  if (old === undefined) return [...files, { name, text: yaml }];
  return files.map((file) => (file === old ? withText(file, joined(file.text, yaml)) : file));
}

/** Another name where the person has a file of that name that is not applied. */
function terminalFileName(files: readonly EditorFile[]): string {
  const isFree = (name: string) => files.every((file) => file.name !== name || isApplied(file));
  let name = TERMINAL_FILE;
  for (let count = 2; !isFree(name); count++) name = `terminal-${count}.yaml`;
  return name;
}

function isMadeByCommands(name: string): boolean {
  return /^terminal(?:-\d+)?\.yaml$/.test(name);
}

function joined(before: string, yaml: string): string {
  if (before.trim() === '') return yaml;
  return `${before.replace(/\n*$/, '\n')}---\n${yaml}`;
}

/**
 * Takes objects out of the files. A file of which nothing would be left is no longer applied instead,
 * so that nothing typed is lost; what commands have made is taken away.
 */
export function removeObjects(world: World, objects: readonly KubeObject[]): readonly EditorFile[] {
  const keys = new Set(objects.map(keyOf));
  return world.files.flatMap((file) => {
    if (!isApplied(file)) return [file];
    const own = world.objectsIn(file);
    const removed = own.filter((object) => keys.has(keyOf(object)));
    if (removed.length === 0) return [file];
    if (removed.length === own.length && !isMadeByCommands(file.name))
      return [withApplied(file, false)];
    const text = withoutObjects(file.text, removed);
    return text.trim() === '' ? [] : [withText(file, text)];
  });
}

/** From the last document to the first, so that places before stay right. */
function withoutObjects(text: string, removed: readonly KubeObject[]): string {
  const places = removed.flatMap(({ place }) => (place === null ? [] : [place]));
  const offsets = [...new Set(places.map(({ document }) => document.offset))].sort((a, b) => b - a);
  let left = text;
  for (const offset of offsets) {
    const here = places.filter(({ document }) => document.offset === offset);
    const [first] = here;
    if (first === undefined) continue;
    const { document } = first;
    const end = offset + document.text.length;
    if (here.length >= document.objects) left = withoutDocument(left, document);
    else left = left.slice(0, offset) + withoutItems(document, here) + left.slice(end);
  }
  return left;
}

/** Without the document and the `---` that set it apart. */
function withoutDocument(text: string, document: DocumentPlace): string {
  const before = text.slice(0, document.offset);
  const after = text.slice(document.offset + document.text.length);
  const marker = /(?:^|\n)---[^\n]*$/;
  if (marker.test(before)) {
    const kept = before.replace(marker, (found) => (found.startsWith('\n') ? '\n' : ''));
    return kept === '' ? after.replace(/^\n*---[^\n]*\n?/, '') : kept + after.replace(/^\n+/, '');
  }
  return after.replace(/^---[^\n]*\n?/, '');
}

/** A List without some of its items. */
function withoutItems(document: DocumentPlace, items: readonly Place[]): string {
  const { root } = document;
  if (root.type !== 'map') return document.text;
  const trees = new Set(items.map(({ tree }) => tree));
  const next = new Map<string, Value>();
  for (const { key, value } of root.entries) {
    const isItems = key === 'items' && value.type === 'list';
    next.set(
      key,
      isItems
        ? value.items.filter((item) => item.type !== 'map' || !trees.has(item)).map(valueFrom)
        : valueFrom(value),
    );
  }
  return isMap(next)
    ? changeDocument({ file: '', document, tree: root, isRefused: false }, next)
    : document.text;
}
