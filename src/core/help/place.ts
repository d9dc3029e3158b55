// A place that a question about the cluster leads to.
import { entryOf } from '../manifests/fields.ts';
import { pieceAt } from '../manifests/split.ts';
import { type MapTree, parseDocument, type Tree } from '../manifests/tree.ts';
import type { SourceFile } from '../model/source-file.ts';
import { type Origin, type Range, type Span, spanAt } from '../model/span.ts';

/** All of something, and the part of it to go to. */
export interface Target {
  /** `Deployment shop/web`. */
  readonly name: string;
  readonly span: Span;
  readonly at: Span;
}

export function targetOf(name: string, origin: Origin, range: Range, at: Range): Target {
  return { name, span: spanAt(origin, range), at: spanAt(origin, at) };
}

/** The object that was read at a place, from its text anew; null where the text is another one. */
export function objectAt(
  files: readonly SourceFile[],
  { file, offset }: Origin,
  range: Range,
): MapTree | null {
  const text = files.find(({ name }) => name === file)?.text;
  if (text === undefined) return null;
  const parsed = parseDocument(pieceAt(text, offset).text);
  return parsed.ok ? mapAt(parsed.root, range) : null;
}

function mapAt(tree: Tree, range: Range): MapTree | null {
  if (tree.type === 'scalar') return null;
  const { start, end } = tree.range;
  if (tree.type === 'map' && start === range.start && end === range.end) return tree;
  const inner = tree.type === 'list' ? tree.items : tree.entries.map(({ value }) => value);
  for (const one of inner) {
    if (one.range.start > range.start || one.range.end < range.end) continue;
    const found = mapAt(one, range);
    if (found !== null) return found;
  }
  return null;
}

/** Where an object has its name; where it begins if it has none. */
export function nameRange(object: MapTree): Range {
  return fieldRange(object, 'name') ?? { start: object.range.start, end: object.range.start };
}

/** A field of the metadata. */
export function fieldRange(object: MapTree, field: string): Range | null {
  const metadata = entryOf(object, 'metadata')?.value;
  const value = metadata?.type === 'map' ? entryOf(metadata, field)?.value : undefined;
  return value?.range ?? null;
}

/** The ports that containers anywhere in an object declare, each with the place of its name or number. */
export function portPlaces(object: MapTree): readonly PortPlace[] {
  const found: PortPlace[] = [];
  const visit = (tree: Tree): void => {
    if (tree.type === 'scalar') return;
    if (tree.type === 'list') {
      tree.items.forEach(visit);
      return;
    }
    const number = entryOf(tree, 'containerPort')?.value;
    const name = entryOf(tree, 'name')?.value;
    if (number?.type === 'scalar') {
      found.push({
        name: name?.type === 'scalar' ? name.text : null,
        number: number.text,
        range: tree.range,
        nameRange: (name ?? number).range,
      });
      return;
    }
    for (const { value } of tree.entries) visit(value);
  };
  visit(object);
  return found;
}

export interface PortPlace {
  readonly name: string | null;
  readonly number: string;
  readonly range: Range;
  readonly nameRange: Range;
}
