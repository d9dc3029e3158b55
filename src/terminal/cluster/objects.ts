// The objects of the simulated cluster: what the manifests in the editor declare.
import {
  analyze,
  type FoundObject,
  type MapTree,
  objectsIn,
  parseDocument,
  splitDocuments,
  type Tree,
} from '../../core/index.ts';
import type { EditorFile } from '../outcome.ts';
import { type Kind, kindOf } from './kinds.ts';
import { ending } from './naming.ts';
import { mapOf, textAt, type ValueMap } from './value.ts';

export interface KubeObject {
  readonly kind: Kind;
  /** As it is written. */
  readonly apiVersion: string;
  /** null for what belongs to no namespace. */
  readonly namespace: string | null;
  readonly name: string;
  readonly value: ValueMap;
  /** null for what stands in no manifest and is there all the same. */
  readonly place: Place | null;
  /** What it is made for and as old as, where the cluster made it. */
  readonly of?: KubeObject;
}

export interface Place {
  readonly file: string;
  readonly document: DocumentPlace;
  readonly tree: MapTree;
  /** The API server would not take it. */
  readonly isRefused: boolean;
}

/** One document of a file. */
export interface DocumentPlace {
  readonly offset: number;
  readonly text: string;
  readonly root: Tree;
  /** How many objects stand in it: more than one in a List. */
  readonly objects: number;
}

/** What was read before, by the documents' text. */
export type DocumentCache = Map<string, ReadDocument>;

interface ReadDocument {
  readonly root: Tree;
  readonly found: readonly FoundObject[];
  /** Policies that the API server would not take: there are no such objects. */
  readonly refused: ReadonlySet<MapTree>;
}

const NOTHING: ReadDocument = {
  root: { type: 'scalar', range: { start: 0, end: 0 }, value: null, text: '' },
  found: [],
  refused: new Set(),
};

/** @param defaultNamespace of objects that name none */
export function objectsOf(
  file: EditorFile,
  defaultNamespace: string,
  cache: DocumentCache,
): readonly KubeObject[] {
  return splitDocuments(file.text).flatMap(({ text, offset }) => {
    const read = cache.get(text) ?? readDocument(text);
    cache.set(text, read);
    const document = { offset, text, root: read.root, objects: read.found.length };
    return read.found.flatMap((found) => {
      const object = objectOf(found, defaultNamespace, {
        file: file.name,
        document,
        tree: found.object,
        isRefused: read.refused.has(found.object),
      });
      return object === null ? [] : [object];
    });
  });
}

function readDocument(text: string): ReadDocument {
  const parsed = parseDocument(text);
  if (!parsed.ok) return NOTHING;
  const found = [...objectsIn(parsed.root)];
  return { root: parsed.root, found, refused: refusedIn(text, found) };
}

function refusedIn(text: string, found: readonly FoundObject[]): ReadonlySet<MapTree> {
  if (!found.some(({ kind }) => kind.endsWith('NetworkPolicy'))) return new Set();
  const { findings } = analyze([{ name: '', text }]);
  const starts = new Set(
    findings.flatMap(({ refuses }) => (refuses === undefined ? [] : [refuses.start])),
  );
  return new Set(found.flatMap(({ object }) => (starts.has(object.range.start) ? [object] : [])));
}

function objectOf(found: FoundObject, defaultNamespace: string, place: Place): KubeObject | null {
  const kind = kindOf(found.group, found.version, found.kind);
  const value = mapOf(found.object);
  const name = textAt(value, 'metadata', 'name') ?? generatedName(value, place);
  if (name === null) return null;
  return {
    kind,
    apiVersion: found.group === '' ? found.version : `${found.group}/${found.version}`,
    namespace: kind.isNamespaced
      ? (textAt(value, 'metadata', 'namespace') ?? defaultNamespace)
      : null,
    name,
    value,
    place,
  };
}

/** The API server gives such an object an ending, each one another. */
function generatedName(value: ValueMap, { file, document, tree }: Place): string | null {
  const start = textAt(value, 'metadata', 'generateName');
  const seed = `${file} ${document.offset + tree.range.start}`;
  return start === null ? null : start + ending(seed, 5);
}

/** Equal for what the API server would take for the same object. */
export function keyOf({
  kind,
  namespace,
  name,
}: Pick<KubeObject, 'kind' | 'namespace' | 'name'>): string {
  return `${kind.group}/${kind.kind}/${namespace ?? ''}/${name}`;
}
