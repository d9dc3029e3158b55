// `eval`: one flow, or one port of it, with the whole walk.
import { restingSegments } from '../assumptions/resting.ts';
import { differencesOf } from '../cni/differences.ts';
import { decide } from '../explain/decide.ts';
import { type ExplainedSegment, explainFully } from '../explain/near-miss/explain-fully.ts';
import { nearMisses } from '../explain/near-miss/near-misses.ts';
import { type ForeignPolicies, mayConcern } from '../model/foreign-policy.ts';
import { CLUSTER_DNS, type End, NEW_POD } from '../model/peer.ts';
import { type PortRange, PROTOCOLS, type Protocol, rangeText } from '../model/port.ts';
import type { SourceFile } from '../model/source-file.ts';
import type { Verdict } from '../model/verdict.ts';
import { nodeNote } from '../model/verdict.ts';
import { hasReplicas } from '../model/workload.ts';
import type { Outcome } from '../pipeline.ts';
import { withEnds } from '../service/new-pods.ts';
import { type ListedSegment, listSegment } from './explanation.ts';
import type { ListedPorts } from './listing.ts';
import { placesIn } from './places.ts';

export interface Question {
  readonly source: End;
  readonly destination: End;
  /** null: all of them. */
  readonly protocol: Protocol | null;
  /** null: all of them; with a port, a protocol is named, too. */
  readonly port: number | null;
}

export interface Evaluation {
  readonly source: string;
  readonly destination: string;
  readonly protocol?: Protocol;
  readonly port?: number;
  /** Of the one port that was asked for. */
  readonly verdict?: Verdict;
  readonly allowed: ListedPorts;
  readonly depends: ListedPorts;
  /** What is to be known beside the policies; only where there is something. */
  readonly notes?: readonly string[];
  readonly segments: readonly ListedSegment[];
}

export function evaluate(
  outcome: Outcome,
  files: readonly SourceFile[],
  { source, destination, protocol, port }: Question,
): Evaluation {
  const { cluster, foreign } = withEnds(outcome, source, destination);
  const explained =
    protocol !== null && port !== null
      ? [packetSegment(cluster, source, destination, protocol, port)]
      : flowSegments(cluster, source, destination, protocol);
  const segments = restingSegments(outcome, source, destination, explained);
  const placeOf = placesIn(files);
  const [only] = segments;
  const notes = [
    ...notesOn(source, destination),
    ...notesOnActors(source, destination, segments),
    ...differencesOf(cluster, outcome.assumptions.cni, source, destination),
    ...foreignNotes(foreign, source, destination),
  ];
  return {
    source: source.id,
    destination: destination.id,
    ...(protocol === null ? {} : { protocol }),
    ...(port === null || only === undefined ? {} : { port, verdict: only.decision.verdict }),
    allowed: portsOf(segments, 'allow'),
    depends: portsOf(segments, 'depends'),
    ...(notes.length === 0 ? {} : { notes }),
    segments: segments.map((segment) => listSegment(segment, placeOf)),
  };
}

type Cluster = Outcome['cluster'];

function packetSegment(
  cluster: Cluster,
  source: End,
  destination: End,
  protocol: Protocol,
  port: number,
): ExplainedSegment {
  return {
    protocols: [protocol],
    ranges: [{ from: port, to: port }],
    decision: decide(cluster, source, destination, protocol, port),
    nearMisses: nearMisses(cluster, source, destination, protocol, port),
  };
}

function flowSegments(
  cluster: Cluster,
  source: End,
  destination: End,
  protocol: Protocol | null,
): readonly ExplainedSegment[] {
  const { segments } = explainFully(cluster, source, destination);
  if (protocol === null) return segments;
  return segments
    .filter(({ protocols }) => protocols.includes(protocol))
    .map((segment) => ({ ...segment, protocols: [protocol] }));
}

function portsOf(segments: readonly ExplainedSegment[], verdict: Verdict): ListedPorts {
  const chosen = segments.filter(({ decision }) => decision.verdict === verdict);
  return Object.fromEntries(
    PROTOCOLS.flatMap((protocol) => {
      const ranges = chosen
        .filter(({ protocols }) => protocols.includes(protocol))
        .flatMap(({ ranges: own }) => own);
      return ranges.length === 0 ? [] : [[protocol, merged(ranges).map(rangeText)]];
    }),
  );
}

/** Segments of one verdict may be neighbours, decided for different reasons. */
function merged(ranges: readonly PortRange[]): readonly PortRange[] {
  const all: PortRange[] = [];
  for (const range of [...ranges].sort((one, other) => one.from - other.from)) {
    const last = all.at(-1);
    if (last !== undefined && last.to + 1 === range.from) {
      all[all.length - 1] = { from: last.from, to: range.to };
    } else all.push(range);
  }
  return all;
}

function notesOn(source: End, destination: End): readonly string[] {
  const notes = [source, destination].flatMap((peer) =>
    peer.type === 'workload' && peer.workload.replicas === 0
      ? [`${peer.id} has no pods at the moment (replicas: 0); this is what holds when it has.`]
      : [],
  );
  if (source.type === 'workload' && source.id === destination.id) {
    const { workload } = source;
    notes.push(
      hasReplicas(workload)
        ? `This is about two pods of ${source.id}: a pod always reaches itself.`
        : `${source.id} is a single pod, and a pod always reaches itself; this is what would hold between two of it.`,
    );
  }
  return [...new Set(notes)];
}

/** What is known of somebody beside the policies, whatever they say. */
function notesOnActors(
  source: End,
  destination: End,
  segments: readonly ExplainedSegment[],
): readonly string[] {
  const isOpen = segments.every(({ decision }) => decision.verdict === 'allow');
  const ofNodes = nodeNote(source, destination, isOpen);
  const added = [source, destination].find(({ id }) => id.startsWith(NEW_POD));
  const hasDns = [source, destination].some(({ id }) => id === CLUSTER_DNS);
  return [
    ...(ofNodes === null ? [] : [ofNodes]),
    ...(added === undefined ? [] : [newPodNote(added)]),
    ...(hasDns
      ? [
          'The DNS pods are not in the input: they are taken to be in kube-system under k8s-app: kube-dns, asked on UDP and TCP 53.',
        ]
      : []),
  ];
}

function newPodNote({ id }: End): string {
  const namespace = id.slice(NEW_POD.length).trim();
  const where = namespace === '' ? 'a new namespace without labels' : `namespace ${namespace}`;
  return `${id} is a pod that no manifest holds: without labels, in ${where}.`;
}

const NAMED = 5;

/** Policies of other makers at either end: one sentence for all (SEMANTICS 7). */
function foreignNotes(
  { policies }: ForeignPolicies,
  source: End,
  destination: End,
): readonly string[] {
  const names = policies
    .filter((policy) =>
      [source, destination].some(
        (peer) => peer.type === 'workload' && mayConcern(policy, peer.workload),
      ),
    )
    .map(
      ({ kind, namespace, name }) => `${kind} ${namespace === '' ? '' : `${namespace}/`}${name}`,
    );
  if (names.length === 0) return [];
  const named = names.slice(0, NAMED).join(', ');
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  return [`Not computed, and may change this: ${named}${more}.`];
}
