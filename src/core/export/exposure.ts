// `list --exposure`: what pods that no manifest holds could reach, or be reached by, as plain data and as text.
import { classesOn } from '../engine/read-side.ts';
import { exposureOf } from '../exposure/exposure-of.ts';
import type { ExposedRow, Exposure, NewPods, Reason } from '../exposure/new-pods.ts';
import { namedText, newPodsText, openText, ruleText } from '../exposure/words.ts';
import type { PeerIndex, WorkloadPeer } from '../model/peer.ts';
import type { Direction } from '../model/policy.ts';
import type { Requirement } from '../model/selector.ts';
import type { Outcome } from '../pipeline.ts';
import { portsText } from './list-text.ts';
import { type ListedPorts, listedOnce } from './listing.ts';
import { type Place, type PlaceOf, placeText } from './places.ts';

export interface ListedExposure {
  readonly workload: string;
  /** `ingress`: the pods reach the workload; `egress`: it reaches them. */
  readonly direction: Direction;
  readonly pods: ListedNewPods;
  readonly allowed: ListedPorts;
  readonly depends: ListedPorts;
  /** Ports of the new pods by name; only where there are any. */
  readonly named?: readonly {
    readonly protocol: string;
    readonly name: string;
    readonly certain: boolean;
  }[];
  /** The missing facts in sentences; only beside `depends`. */
  readonly because?: readonly string[];
  readonly by: readonly ListedReason[];
}

export interface ListedNewPods {
  readonly words: string;
  readonly labels: readonly ListedRequirement[];
  readonly namespaces: {
    /** null: any that has the labels. */
    readonly names: readonly string[] | null;
    readonly labels: readonly ListedRequirement[];
    readonly except: readonly string[];
  };
}

type ListedRequirement = Pick<Requirement, 'key' | 'operator' | 'values'>;

/** Opened, or stopped where nothing is open, by a policy or one of its rules, or open for want of any. */
export type ListedReason =
  | { readonly kind: 'open'; readonly end: string; readonly direction: Direction }
  | (Place & {
      readonly kind: 'rule' | 'stopped';
      readonly end: string;
      readonly direction: Direction;
      readonly policy: string;
      /** Position in the manifest's list, from 0; null for a policy as a whole. */
      readonly rule: number | null;
    });

/** By workload, ingress first, what speaks of more pods before what speaks of fewer. */
export function* listExposure(outcome: Outcome, placeOf: PlaceOf): Generator<ListedExposure> {
  const portsOf = listedOnce();
  for (const [workload, direction, row] of rowsOf(outcome)) {
    const { pods, allowed, depends, named, because, reasons } = row;
    yield {
      workload,
      direction,
      pods: listPods(pods),
      allowed: portsOf(allowed),
      depends: portsOf(depends),
      ...(named.length === 0 ? {} : { named }),
      ...(because.length === 0 ? {} : { because }),
      by: reasons.map((reason) => listReason(reason, placeOf)),
    };
  }
}

export function* renderExposureText(outcome: Outcome, placeOf: PlaceOf): Generator<string> {
  yield '\nPods that no manifest holds:\n';
  const portsOf = listedOnce();
  let isEmpty = true;
  for (const [workload, direction, row] of rowsOf(outcome)) {
    isEmpty = false;
    const depends = portsText(portsOf(row.depends));
    const parts = [
      portsText(portsOf(row.allowed)),
      ...row.named.map((one) => `${one.certain ? '' : 'depends '}${namedText(one)}`),
      depends === '' ? '' : `depends ${depends}`,
    ].filter((part) => part !== '');
    const arrow = direction === 'ingress' ? '<=' : '=>';
    yield `${workload} ${arrow} ${newPodsText(row.pods)} : ${parts.join(' | ') || 'No Connections'}\n`;
    for (const sentence of row.because) yield `    depends: ${sentence}\n`;
    for (const reason of row.reasons) yield `    ${reasonText(reason, placeOf)}\n`;
  }
  if (isEmpty) yield 'None could reach a workload or be reached by one.\n';
}

function reasonText(reason: Reason, placeOf: PlaceOf): string {
  if (reason.kind === 'open') return openText(reason);
  const word = reason.kind === 'rule' ? 'by' : 'stopped by';
  const whose = reason.end === 'workload' ? reason.direction : `the new pod's ${reason.direction}`;
  return `${word} ${whose} of ${ruleText(reason)} at ${placeText(placeOf(reason.span))}`;
}

function listPods(pods: NewPods): ListedNewPods {
  return { words: newPodsText(pods), ...pods };
}

function listReason(reason: Reason, placeOf: PlaceOf): ListedReason {
  if (reason.kind === 'open') return reason;
  const { span, ...others } = reason;
  return { ...others, ...placeOf(span) };
}

function* rowsOf(outcome: Outcome): Generator<readonly [string, Direction, ExposedRow]> {
  const known = new Map<string, Exposure>();
  for (const [index, peer] of outcome.analysis.peers.entries()) {
    if (peer.type !== 'workload') continue;
    const exposure = exposureOnce(outcome, index, peer, known);
    for (const direction of ['ingress', 'egress'] as const) {
      for (const row of exposure[direction]) yield [peer.id, direction, row];
    }
  }
}

/** Workloads that every policy treats alike, as subjects and as peers, are exposed alike. */
function exposureOnce(
  { cluster, analysis, assumptions }: Outcome,
  index: PeerIndex,
  peer: WorkloadPeer,
  known: Map<string, Exposure>,
): Exposure {
  const { namespace, replicas } = peer.workload;
  const classes = [classesOn(analysis.egress, index), classesOn(analysis.ingress, index)];
  const key = [namespace, replicas === 0, ...classes].join('\n');
  const before = known.get(key);
  if (before !== undefined) return before;
  const exposure = exposureOf(cluster, assumptions, peer);
  // What depends says so of this workload by its name.
  const isNamed = [...exposure.ingress, ...exposure.egress].some(
    ({ because }) => because.length > 0,
  );
  if (!isNamed) known.set(key, exposure);
  return exposure;
}
