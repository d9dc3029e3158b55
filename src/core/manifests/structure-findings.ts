// What the structures say of the objects that are read without them: pods, Services and the rest. The
// picture waits for none of it, so it is told later.
import type { Finding, Level } from '../model/finding.ts';
import type { SourceFile } from '../model/source-file.ts';
import { checkStructure } from '../schema/check-structure.ts';
import { schemaOf } from '../schema/kinds.ts';
import { createNotes, findingAt, type Note } from './notes.ts';
import { type FoundObject, isStored, objectsIn } from './objects.ts';
import { splitDocuments } from './split.ts';
import { parseDocument } from './tree.ts';

/** What was checked before, by the documents' text. */
export interface StructureCache {
  notes: ReadonlyMap<string, readonly Note[]>;
}

export function createStructureCache(): StructureCache {
  return { notes: new Map() };
}

/**
 * In the order of the text.
 * @param said what reading has found: what is as bad at the same place is not told again
 */
export function structureFindings(
  files: readonly SourceFile[],
  said: readonly Finding[],
  cache: StructureCache = createStructureCache(),
): readonly Finding[] {
  const used = new Map<string, readonly Note[]>();
  const findings = files.flatMap(({ name, text: whole }) =>
    splitDocuments(whole).flatMap(({ text, offset }) => {
      const notes = cache.notes.get(text) ?? checkDocument(text);
      used.set(text, notes);
      return notes.map((note) => findingAt({ file: name, offset }, note));
    }),
  );
  cache.notes = used;
  if (findings.length === 0) return findings;
  const places = new Map<string, Level>();
  for (const finding of said) {
    const place = placeOf(finding);
    if (places.get(place) !== 'error') places.set(place, finding.level);
  }
  return findings.filter((finding) => {
    const level = places.get(placeOf(finding));
    return level !== 'error' && (level !== 'warning' || finding.level === 'error');
  });
}

function placeOf({ span: { file, start, end } }: Finding): string {
  return `${start} ${end} ${file}`;
}

const NOTHING: readonly Note[] = [];

function checkDocument(text: string): readonly Note[] {
  const parsed = parseDocument(text);
  if (!parsed.ok) return NOTHING;
  const notes = [...objectsIn(parsed.root)].flatMap((found) => checkObject(text, found));
  return notes.length === 0 ? NOTHING : notes;
}

function checkObject(text: string, found: FoundObject): readonly Note[] {
  const schema = isServed(found) ? schemaOf(found.group, found.kind) : null;
  if (schema === null || CHECKED.has(found.kind)) return NOTHING;
  const notes = createNotes(text);
  checkStructure(found.object, schema, notes, isStored(found.object));
  return notes.all;
}

/** These are checked when they are read. */
const CHECKED: ReadonlySet<string> = new Set([
  'NetworkPolicy',
  'AdminNetworkPolicy',
  'BaselineAdminNetworkPolicy',
  'ClusterNetworkPolicy',
  'Intent',
]);

/** Kubernetes' own kinds of older versions had another structure, and no server takes them any more. */
function isServed({ group, version }: FoundObject): boolean {
  return version === 'v1' || EXTENSIONS.has(group);
}

const EXTENSIONS: ReadonlySet<string> = new Set([
  'gateway.networking.k8s.io',
  'kubevirt.io',
  'argoproj.io',
]);
