// The peers of an analysis, and the units they fall into: workloads that no policy can tell apart
// are one unit, each block of addresses outside is one.

import type { AddressRange } from '../model/cidr.ts';
import type { Cluster } from '../model/cluster.ts';
import type { Labels, Tri } from '../model/labels.ts';
import { type Actor, NODES, type Peer, type Standing } from '../model/peer.ts';
import type { ContainerPort } from '../model/port.ts';
import {
  type Relevance,
  relevanceOf,
  relevantLabelsKey,
  relevantPortsKey,
} from '../model/relevance.ts';
import { AS_POD, type Seen, seenOf } from '../model/seen.ts';
import type { Workload } from '../model/workload.ts';
import { type AddressPartition, cidrsOf, partitionAddresses } from './address-blocks.ts';

/**
 * What an ipBlock sees of a unit: an address outside, a pod of which it is known where its addresses
 * can lie or not known, or a pod on its host's network, whose addresses are a machine's.
 */
export type UnitKind = 'external' | 'known' | 'unknown' | 'host';

export interface Unit {
  readonly kind: UnitKind;
  /** Its pods share the network of their nodes, whatever policies take them for. */
  readonly onHost: boolean;
  /** Whether policies isolate it. */
  readonly isBound: boolean;
  /** Whether selectors and port names mean it. */
  readonly asPod: Tri;
  /** Position in `Units.labelSets`; −1 outside the cluster. */
  readonly labelSet: number;
  /** Position in `Units.namespaces`; −1 outside the cluster. */
  readonly namespace: number;
  /** Equal where every port name in use resolves alike. */
  readonly portsKey: string;
  readonly ports: readonly ContainerPort[];
  /** The blocks that its addresses can lie in, where that is known; for an external unit, itself. Ascending. */
  readonly blocks: readonly number[];
}

export interface Units {
  readonly peers: readonly Peer[];
  /** Pods first, then one for each block of addresses, in the partition's order, then the actors that are no pods, then the ways. */
  readonly units: readonly Unit[];
  /** Peer index → unit; behind the peers, those of the actors. */
  readonly unitOf: Int32Array;
  /** Actors but the nodes, and their ways: of these, selectors of pods may mean one all the same. */
  readonly unlisted: readonly { readonly unit: number; readonly standing: Standing }[];
  /**
   * A unit with several known addresses → units that are it with only one of them each, which stand
   * for no peer: where rules have an order, each address takes its own way through them. Empty
   * without policies that have one.
   */
  readonly ways: ReadonlyMap<number, readonly number[]>;
  /** The number of units that are pods. */
  readonly pods: number;
  /** Those of the kind `known`. */
  readonly known: readonly number[];
  /** Whether policies isolate every pod, and selectors mean it. */
  readonly isPlain: boolean;
  readonly labelSets: readonly Labels[];
  readonly namespaces: readonly string[];
  readonly unitsOfLabelSet: readonly (readonly number[])[];
  readonly unitsOfNamespace: readonly (readonly number[])[];
  readonly addresses: AddressPartition;
  readonly relevance: Relevance;
}

export function gatherUnits(cluster: Cluster, actors: readonly Actor[] = []): Units {
  const { workloads, adminPolicies } = cluster;
  const relevance = relevanceOf(cluster);
  const addresses = partitionAddresses(cidrsOf(cluster));
  const namespaces = namespacesOf(cluster, actors);
  const namespaceAt = new Map(namespaces.map((name, at) => [name, at]));

  const labelSets: Labels[] = [];
  const labelSetAt = new Map<string, number>();
  const units: Unit[] = [];
  const unitAt = new Map<number, number>();
  const unitsOfLabelSet: number[][] = [];
  const unitsOfNamespace: number[][] = namespaces.map(() => []);
  const unitOf = new Int32Array(workloads.length + addresses.blocks.length + actors.length);
  const blocksOf = createBlocksOf(addresses);

  /** What tells units apart beside labels and namespace: few values, each given a number. */
  const formAt = new Map<string, number>();
  const mostSets = workloads.length + actors.length;
  let isPlain = true;
  const addWorkload = (workload: Workload, at: number) => {
    const relevant = relevantLabelsKey(relevance, workload.labels);
    const labelsKey = workload.labels.complete ? relevant : `\n${relevant}`;
    let labelSet = labelSetAt.get(labelsKey);
    if (labelSet === undefined) {
      labelSet = labelSets.push(workload.labels) - 1;
      labelSetAt.set(labelsKey, labelSet);
      unitsOfLabelSet.push([]);
    }
    const namespace = namespaceAt.get(workload.namespace) as number;
    const portsKey = relevantPortsKey(relevance, workload.ports);
    const seen = seenOf(workload);
    const kind = kindOf(workload, seen);
    const blocks = kind === 'known' ? blocksOf(workload, seen) : NO_BLOCKS;
    const isBound = seen.unbound === null;
    const { asPod } = seen;
    const onHost = workload.hostNetwork;
    const isOrdinary = seen === AS_POD && !onHost && blocks === NO_BLOCKS;
    isPlain &&= isBound && asPod === 'yes';
    // By far the commonest form, and keys are made by the ten thousand.
    const formKey = isOrdinary
      ? portsKey
      : `\n${kind} ${onHost} ${blocks.join()} ${isBound} ${asPod} ${portsKey}`;
    const form = formAt.get(formKey) ?? formAt.size;
    formAt.set(formKey, form);
    // Each of the three stays below that number, so this is exact.
    const key = (form * namespaces.length + namespace) * mostSets + labelSet;
    let unit = unitAt.get(key);
    if (unit === undefined) {
      const { ports } = workload;
      unit =
        units.push({
          kind,
          onHost,
          isBound,
          asPod,
          labelSet,
          namespace,
          portsKey,
          ports,
          blocks,
        }) - 1;
      unitAt.set(key, unit);
      unitsOfLabelSet[labelSet]?.push(unit);
      unitsOfNamespace[namespace]?.push(unit);
    }
    unitOf[at] = unit;
  };
  workloads.forEach(addWorkload);
  const firstActor = workloads.length + addresses.blocks.length;
  actors.forEach((actor, at) => {
    if (actor.type === 'workload') addWorkload(actor.workload, firstActor + at);
  });

  const pods = units.length;
  addresses.blocks.forEach((_, at) => {
    units.push({
      kind: 'external',
      onHost: false,
      isBound: false,
      asPod: 'no',
      labelSet: -1,
      namespace: -1,
      portsKey: '',
      ports: [],
      blocks: [at],
    });
    unitOf[workloads.length + at] = pods + at;
  });

  const unlisted: Units['unlisted'][number][] = [];
  const blocksIn = (ranges: readonly AddressRange[]) =>
    ascending(ranges.flatMap((range) => addresses.overlapping(range)));
  actors.forEach((actor, at) => {
    if (actor.type === 'workload') return;
    const { id, standing, whereabouts } = actor;
    const isKnown = typeof whereabouts !== 'string';
    const unit =
      units.push({
        kind: isKnown ? 'known' : whereabouts === 'ipv4' ? 'unknown' : 'host',
        // What means the pods on the nodes' network means the nodes.
        onHost: id === NODES,
        isBound: false,
        asPod: 'no',
        labelSet: -1,
        namespace: -1,
        portsKey: '',
        ports: [],
        blocks: isKnown ? blocksIn(whereabouts) : NO_BLOCKS,
      }) - 1;
    unitOf[firstActor + at] = unit;
    if (id !== NODES) unlisted.push({ unit, standing });
  });

  const ways = new Map<number, readonly number[]>();
  const own = units.length;
  for (let at = 0; adminPolicies.length > 0 && at < own; at++) {
    const unit = units[at] as Unit;
    if (unit.blocks.length < 2 || unit.blocks.length > MOST_WAYS) continue;
    const made = unit.blocks.map((block) => {
      const way = units.push({ ...unit, blocks: [block] }) - 1;
      unitsOfLabelSet[unit.labelSet]?.push(way);
      unitsOfNamespace[unit.namespace]?.push(way);
      const standing = unlisted.find((one) => one.unit === at)?.standing;
      if (standing !== undefined) unlisted.push({ unit: way, standing });
      return way;
    });
    ways.set(at, made);
  }

  return {
    peers: [
      ...workloads.map((workload): Peer => ({ type: 'workload', id: workload.id, workload })),
      ...addresses.blocks.map(
        ({ cidrs, sample }): Peer => ({ type: 'external', id: cidrs.join(' '), cidrs, sample }),
      ),
    ],
    units,
    unitOf,
    unlisted,
    ways,
    pods,
    known: units.flatMap(({ kind }, at) => (kind === 'known' ? [at] : [])),
    isPlain,
    labelSets,
    namespaces,
    unitsOfLabelSet,
    unitsOfNamespace,
    addresses,
    relevance,
  };
}

/** Beyond, a unit is taken as a whole: more may depend than would have to, nothing is wrong. */
const MOST_WAYS = 64;

const NO_BLOCKS: readonly number[] = [];

function kindOf(workload: Workload, seen: Seen): UnitKind {
  if (seen.ranges !== null) return 'known';
  if (workload.hostNetwork) return 'host';
  return workload.addresses === null || workload.addresses.length === 0 ? 'unknown' : 'known';
}

/** Those of the cluster, and that of a pod which stands in none of its manifests. */
function namespacesOf({ namespaces }: Cluster, actors: readonly Actor[]): readonly string[] {
  const others = actors.flatMap((actor) =>
    actor.type === 'workload' ? [actor.workload.namespace] : [],
  );
  return [...new Set([...namespaces.keys(), ...others])];
}

function ascending(blocks: Iterable<number>): readonly number[] {
  return [...new Set(blocks)].sort((a, b) => a - b);
}

function createBlocksOf(addresses: AddressPartition) {
  // Most pods share the ranges of their cluster.
  const ofRanges = new Map<Seen['ranges'], readonly number[]>();
  return (workload: Workload, { ranges }: Seen): readonly number[] => {
    if (ranges === null) {
      return ascending((workload.addresses ?? []).map((address) => addresses.find(address)));
    }
    const blocks =
      ofRanges.get(ranges) ?? ascending(ranges.flatMap((range) => addresses.overlapping(range)));
    ofRanges.set(ranges, blocks);
    return blocks;
  };
}
