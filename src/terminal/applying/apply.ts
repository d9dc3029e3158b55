// Manifests that are given to the cluster: each object made, changed, left as it is, or refused.
import { isApplied, withApplied } from '../../core/index.ts';
import { pluralName, resourceName } from '../cluster/kinds.ts';
import { hashOf } from '../cluster/naming.ts';
import { type KubeObject, keyOf, objectsOf } from '../cluster/objects.ts';
import { isMap, isSame, textAt, type ValueMap, withAt } from '../cluster/value.ts';
import type { World } from '../cluster/world.ts';
import type { Result } from '../command.ts';
import { changeDocument, changeObject } from '../editing/change.ts';
import { appendDocument, removeObjects } from '../editing/documents.ts';
import { writeYaml } from '../editing/yaml.ts';
import { complain, type EditorFile, type Piece, printLine, remark } from '../outcome.ts';
import type { Session } from '../session.ts';
import { errorsIn, refusalOf, unknownKind, unreadable } from './refusals.ts';
import type { Source } from './sources.ts';

export interface How {
  /** `create` refuses what is there already, `replace` what is not. */
  readonly verb: 'apply' | 'create' | 'replace';
  /** Where objects go that name no namespace. */
  readonly namespace: string;
  /** `-n` was given: objects of other namespaces are refused. */
  readonly isNamespaceGiven: boolean;
  readonly isDryRun: boolean;
  readonly session: Session;
}

interface Doing {
  world: World;
  session: Session;
  readonly output: Piece[];
  status: number;
}

export function applySources(sources: readonly Source[], world: World, how: How): Result {
  const doing: Doing = { world, session: how.session, output: [], status: 0 };
  for (const source of sources) applySource(source, doing, how);
  for (const { remark: words } of sources) if (words !== null) doing.output.push(remark(words));
  const { output, status, session } = doing;
  const changed = doing.world === world || how.isDryRun ? {} : { files: doing.world.files };
  return { output, status, session: how.isDryRun ? how.session : session, ...changed };
}

function applySource(source: Source, doing: Doing, how: How): void {
  const refuse = (message: string) => {
    doing.output.push(complain(message));
    doing.status = 1;
  };
  const { name, text, file } = source;
  const objects = objectsOf({ name, text }, how.namespace, new Map());
  const errors = errorsIn(text, name);
  for (const { message } of unreadable(objects, errors))
    refuse(`error: error parsing ${name}: ${message}`);
  if (objects.length === 0) {
    if (errors.length === 0) refuse('error: no objects passed to apply'.replace('apply', how.verb));
    return;
  }
  // Objects that are made by switching the file on are there as soon as one of them is taken.
  let isOn = file === null || isApplied(file);
  for (const object of objects) {
    const refusal =
      unknownKind(object, name) ??
      refusalOf(object, errors) ??
      misplaced(object, doing.world, how, name);
    if (refusal !== null) {
      refuse(refusal);
      continue;
    }
    const before = doing.world.objects.find((one) => keyOf(one) === keyOf(object)) ?? null;
    if (before !== null && how.verb === 'create') {
      refuse(
        `Error from server (AlreadyExists): error when creating "${name}": ${pluralName(object.kind)} "${object.name}" already exists`,
      );
      continue;
    }
    if (before === null && how.verb === 'replace') {
      refuse(
        `Error from server (NotFound): error when replacing "${name}": ${pluralName(object.kind)} "${object.name}" not found`,
      );
      continue;
    }
    const isHere = file !== null && before?.place?.file === file.name;
    const word =
      before === null
        ? 'created'
        : isHere
          ? sinceApplied(object, doing.session)
          : isSame(whole(before), whole(object))
            ? 'unchanged'
            : 'configured';
    if (file !== null && !isOn) {
      doing.world = doing.world.with(switchedOn(doing.world, file, objects, how));
      isOn = true;
    } else if (!isHere) {
      doing.world = doing.world.with(taken(doing.world, object, before, word, file === null));
    }
    doing.session = remembered(doing.session, object, before === null ? doing.world.now : null);
    const mark = how.isDryRun ? ' (dry run)' : '';
    const said = how.verb === 'replace' ? 'replaced' : word;
    doing.output.push(printLine(`${resourceName(object.kind)}/${object.name} ${said}${mark}`));
  }
}

/** Why an object can't be made where it is to be. */
function misplaced(object: KubeObject, world: World, how: How, source: string): string | null {
  const { namespace } = object;
  if (namespace === null) return null;
  const written = textAt(object.value, 'metadata', 'namespace');
  if (how.isNamespaceGiven && written !== null && written !== how.namespace) {
    return `error: the namespace from the provided object "${written}" does not match the namespace "${how.namespace}". You must pass '--namespace=${written}' to perform this operation.`;
  }
  if (world.namespaces.some(({ name }) => name === namespace)) return null;
  return `Error from server (NotFound): error when creating "${source}": namespaces "${namespace}" not found`;
}

/** An object that stands in the editor changes as it is typed; what counts is what it was when it was last applied. */
function sinceApplied(object: KubeObject, { applied }: Session): 'unchanged' | 'configured' {
  const last = applied.find(([key]) => key === keyOf(object));
  return last === undefined || last[1] === fingerprint(object) ? 'unchanged' : 'configured';
}

function fingerprint({ value }: KubeObject): number {
  return hashOf(writeYaml(value));
}

const MOST_REMEMBERED = 500;

function remembered(session: Session, object: KubeObject, born: number | null): Session {
  const key = keyOf(object);
  const others = session.applied.filter(([one]) => one !== key);
  return {
    ...session,
    applied: [...others.slice(-MOST_REMEMBERED), [key, fingerprint(object)]],
    born: born === null ? session.born : bornNow(session, key, born),
  };
}

export function bornNow({ born }: Session, key: string, now: number): Session['born'] {
  return [...born.filter(([one]) => one !== key).slice(-MOST_REMEMBERED), [key, now]];
}

/** The file applied, each object of it in its namespace; what stood elsewhere under the same names is gone. */
function switchedOn(
  world: World,
  file: EditorFile,
  objects: readonly KubeObject[],
  how: How,
): readonly EditorFile[] {
  const keys = new Set(objects.map(keyOf));
  const old = world.objects.filter((one) => keys.has(keyOf(one)));
  const cleared = removeObjects(world, old).map((one) =>
    one.name === file.name ? withApplied(one, true) : one,
  );
  if (how.namespace === world.assumptions.defaultNamespace) return cleared;
  const count = objects.length;
  let files: readonly EditorFile[] = cleared;
  for (let at = 0; at < count; at++) {
    const now = files.find((one) => one.name === file.name);
    const object = now === undefined ? undefined : world.objectsIn(now)[at];
    if (object === undefined) continue;
    const namespace = namespaceFor(object, how.namespace);
    files = changeObject(
      files,
      object,
      placed({ ...object, namespace }, world.assumptions.defaultNamespace).value,
    );
  }
  return files;
}

function namespaceFor({ kind, value }: KubeObject, namespace: string): string | null {
  return kind.isNamespaced ? (textAt(value, 'metadata', 'namespace') ?? namespace) : null;
}

/** An object from elsewhere: in place of what is there under its name, else at the end of the terminal's file. */
function taken(
  world: World,
  object: KubeObject,
  before: KubeObject | null,
  word: string,
  keepsText: boolean,
): readonly EditorFile[] {
  if (word === 'unchanged') return world.files;
  const { value } = placed(object, world.assumptions.defaultNamespace);
  if (before !== null) return changeObject(world.files, before, value);
  const { place } = object;
  if (place === null || !keepsText || place.document.objects > 1)
    return appendDocument(world.files, writeYaml(value));
  const text = changeDocument(place, value);
  return appendDocument(world.files, `${text.replace(/^\s*\n/, '').replace(/\s*$/, '')}\n`);
}

/** With its namespace written, unless it is the one that is meant where none is. */
function placed(object: KubeObject, usual: string): KubeObject {
  const { namespace, value } = object;
  const isWritten = textAt(value, 'metadata', 'namespace') !== null;
  return namespace === null || isWritten || namespace === usual
    ? object
    : { ...object, value: whole(object) };
}

/** The value with its namespace, so that two of them can be compared. */
function whole({ value, namespace }: KubeObject): ValueMap {
  const next = namespace === null ? value : withAt(value, ['metadata', 'namespace'], namespace);
  return isMap(next) ? next : value;
}
