// The simulated cluster: objects of the manifests, pods that stand for their workloads, and the engine's verdicts.
import {
  type Outcome as Analyzed,
  type Assumptions,
  analyze,
  createReadingCache,
  isApplied,
  type ReadingCache,
} from '../../core/index.ts';
import type { EditorFile } from '../outcome.ts';
import { KINDS, type Kind } from './kinds.ts';
import { namespacesOf } from './namespaces.ts';
import { type DocumentCache, type KubeObject, keyOf, objectsOf } from './objects.ts';
import { type Pod, podsOf } from './pods.ts';
import { type KubeService, servicesOf } from './services.ts';

/** What a line is run against. */
export interface SimulatedCluster {
  /** All files of the editor, those that are not applied included. */
  readonly files: readonly EditorFile[];
  readonly assumptions: Assumptions;
  /** The analysis of just these files, where there is one; else it is made when it is needed. */
  readonly outcome: Analyzed | null;
  /** Seconds since the terminal was opened, which ages are counted from: this room has no clock. */
  readonly now: number;
  /** Kept by the caller from line to line, so that nothing is read twice. */
  readonly memory: Memory;
  /** What the API's description says of a name that `schemaAt` gave; only `kubectl explain` asks, see `asksDocumentation`. */
  readonly documentation?: Documentation;
}

export type Documentation = (name: string) => string | null;

export interface Memory {
  readonly documents: DocumentCache;
  readonly reading: ReadingCache;
}

export function createMemory(): Memory {
  return { documents: new Map(), reading: createReadingCache() };
}

export interface World {
  readonly files: readonly EditorFile[];
  readonly assumptions: Assumptions;
  readonly now: number;
  /** Of the files that are applied; one a name, the later in the text. */
  readonly objects: readonly KubeObject[];
  /** Kinds of objects beyond those that are served here anyway. */
  readonly otherKinds: readonly Kind[];
  /** Every namespace that there is, by name, sorted. */
  readonly namespaces: readonly KubeObject[];
  /** By namespace and name. */
  readonly pods: readonly Pod[];
  /** By namespace and name, `kubernetes` among them. */
  readonly services: readonly KubeService[];
  readonly outcome: Analyzed;
  readonly documentation: Documentation | null;
  /** The objects of one file, applied or not. */
  readonly objectsIn: (file: EditorFile) => readonly KubeObject[];
  /** The same cluster with other files. */
  readonly with: (files: readonly EditorFile[]) => World;
}

const MOST_REMEMBERED = 5000;

export function worldOf(cluster: SimulatedCluster): World {
  const { files, assumptions, now, memory } = cluster;
  if (memory.documents.size > MOST_REMEMBERED) memory.documents.clear();
  const applied = files.filter(isApplied);
  const inFile = (file: EditorFile) =>
    objectsOf(file, assumptions.defaultNamespace, memory.documents);
  const objects = once(() =>
    onePerName(applied.flatMap(inFile).filter(({ place }) => place?.isRefused !== true)),
  );
  const otherKinds = once(() => kindsBeyond(objects()));
  const namespaces = once(() => namespacesOf(objects()));
  const pods = once(() => podsOf(objects(), assumptions));
  const services = once(() => servicesOf(objects(), assumptions.serviceRanges));
  const outcome = once(() => cluster.outcome ?? analyze(applied, memory.reading, assumptions));
  return {
    files,
    assumptions,
    now,
    get objects() {
      return objects();
    },
    get otherKinds() {
      return otherKinds();
    },
    get namespaces() {
      return namespaces();
    },
    get pods() {
      return pods();
    },
    get services() {
      return services();
    },
    get outcome() {
      return outcome();
    },
    documentation: cluster.documentation ?? null,
    objectsIn: inFile,
    with: (others) => worldOf({ ...cluster, files: others, outcome: null }),
  };
}

function kindsBeyond(objects: readonly KubeObject[]): readonly Kind[] {
  const found = new Map<string, Kind>();
  for (const { kind } of objects) {
    if (!KINDS.includes(kind)) found.set(`${kind.group}/${kind.kind}`, kind);
  }
  return [...found.values()];
}

function onePerName(objects: readonly KubeObject[]): readonly KubeObject[] {
  return [...new Map(objects.map((object) => [keyOf(object), object])).values()];
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
