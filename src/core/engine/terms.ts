// A term is what one peer entry of a rule, or one policy's subject, picks out of the units. Equal
// terms of different policies are matched once.
import type { AdminPods } from '../model/admin-policy.ts';
import type { AddressRange } from '../model/cidr.ts';
import type { Cluster } from '../model/cluster.ts';
import { type Labels, labelsOf, type Tri } from '../model/labels.ts';
import { matchSelector } from '../model/match.ts';
import { NAME_LABEL } from '../model/namespace.ts';
import { ROUTER_GROUP } from '../model/peer.ts';
import type { BlockPeer, PodsPeer } from '../model/policy.ts';
import { EVERYTHING, type Selector, selectorKey } from '../model/selector.ts';
import { indexLabels, type LabelIndex } from './label-index.ts';
import type { Unit, Units } from './units.ts';

export interface Term {
  /** Units it surely picks, each once. */
  readonly sure: readonly number[];
  /** Units it may pick: that needs a fact which manifests lack. */
  readonly maybe: readonly number[];
  /** What it says of every pod with unknown addresses, all at once. */
  readonly unknown: 'sure' | 'maybe' | 'no';
  /** Likewise of every pod on its host's network. */
  readonly host: 'maybe' | 'no';
  /** By address, so that a port name can't be resolved through it (SEMANTICS 1.16, 10.4). */
  readonly isBlock: boolean;
}

export interface Terms {
  /** The pods of one namespace that a policy isolates, or may. */
  subject(namespace: string, selector: Selector): Term;
  peer(policyNamespace: string, peer: PodsPeer | BlockPeer): Term;
  /** What an administrator's selectors mean, as a subject or a peer: never pods on their host's network (SEMANTICS 3.1). */
  everywhere(pods: AdminPods): Term;
  /** The same as a subject: those that policies isolate. */
  everySubject(pods: AdminPods): Term;
  /** The addresses of machines, and the pods on their network (SEMANTICS 3.8). */
  nodes(selector: Selector): Term;
  /** Every address that a domain name may stand for (SEMANTICS 3.9). */
  domainNames(): Term;
}

export function createTerms(cluster: Cluster, units: Units): Terms {
  const podLabels = indexLabels(units.labelSets, units.relevance.keys);
  const namespaceIndex = indexNamespaces(cluster, units);
  const namespaceAt = new Map(units.namespaces.map((name, at) => [name, at]));
  const known = new Map<string, Term>();
  const once = (key: string, make: () => Term): Term => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const term = make();
    known.set(key, term);
    return term;
  };

  const kept = new Map<string, Picked>();
  const pickedOnce = (key: string, make: () => Picked): Picked => {
    const picked = kept.get(key) ?? make();
    kept.set(key, picked);
    return picked;
  };
  const inNamespace = (namespace: string) =>
    pickedOnce(`namespace ${namespace}`, () => {
      const at = namespaceAt.get(namespace);
      return pickedOf({ sure: at === undefined ? [] : [at], maybe: [] }, units.unitsOfNamespace);
    });
  const inNamespaces = (selector: Selector) =>
    pickedOnce(`namespaces ${selectorKey(selector)}`, () =>
      pickedOf(namespaceIndex.matches(selector), units.unitsOfNamespace),
    );
  const withLabels = (selector: Selector) =>
    pickedOnce(`labels ${selectorKey(selector)}`, () =>
      pickedOf(podLabels.matches(selector), units.unitsOfLabelSet),
    );

  /** Pods whose labels nobody knows are surely among all pods, and perhaps among any others (SEMANTICS 6.3). */
  const withUnlisted = (term: Term, namespaces: Selector | null, pods: Selector): Term => {
    const perhaps = units.unlisted.filter(({ standing }) => standing !== 'outside');
    if (perhaps.length === 0) return term;
    const arePodsAll = isEmpty(pods);
    const isEveryPod = arePodsAll && namespaces !== null && isEmpty(namespaces);
    const hasRouters = arePodsAll && namespaces !== null && meansRouters(namespaces);
    const isSure = ({ standing }: (typeof perhaps)[number]) =>
      standing === 'router' ? isEveryPod || hasRouters : isEveryPod && standing === 'pods';
    const unitsOf = (list: typeof perhaps) => list.map(({ unit }) => unit);
    return {
      ...term,
      sure: [...term.sure, ...unitsOf(perhaps.filter(isSure))],
      maybe: [...term.maybe, ...unitsOf(perhaps.filter((one) => !isSure(one)))],
    };
  };

  const isBound = (unit: number) => units.units[unit]?.isBound === true;
  const hasHosts = units.units.some(({ onHost }) => onHost);
  const podsAmong = (list: readonly number[]) =>
    hasHosts ? list.filter((unit) => units.units[unit]?.onHost === false) : list;

  return {
    everywhere: ({ namespaces, pods }) =>
      once(`everywhere ${selectorKey(namespaces)} ${selectorKey(pods ?? EVERYTHING)}`, () => {
        const picked = pickPods(units, inNamespaces(namespaces), withLabels(pods ?? EVERYTHING));
        return withUnlisted(
          podsTerm(podsAmong(picked.sure), podsAmong(picked.maybe)),
          namespaces,
          pods ?? EVERYTHING,
        );
      }),
    everySubject: ({ namespaces, pods }) =>
      once(`every subject ${selectorKey(namespaces)} ${selectorKey(pods ?? EVERYTHING)}`, () => {
        const picked = pickPods(units, inNamespaces(namespaces), withLabels(pods ?? EVERYTHING));
        // Whatever a plugin takes them for, pods on their host's network are none of its subjects.
        const [sure, maybe] = [podsAmong(picked.sure), podsAmong(picked.maybe)];
        if (units.isPlain) return podsTerm(sure, maybe);
        return podsTerm(sure.filter(isBound), maybe.filter(isBound));
      }),
    nodes: (selector) =>
      once(`nodes ${selectorKey(selector)}`, () => nodesTerm(cluster, units, selector)),
    domainNames: () =>
      once('domain names', () => {
        const maybe = [...outsideOf(units), ...hostsOf(units), ...unlistedOf(units)];
        return { sure: [], maybe, unknown: 'no', host: 'no', isBlock: true };
      }),
    subject: (namespace, selector) =>
      once(`subject ${namespace} ${selectorKey(selector)}`, () => {
        const picked = pickPods(units, inNamespace(namespace), withLabels(selector));
        if (units.isPlain) return podsTerm(picked.sure, picked.maybe);
        // Pods on the host's network are not isolated by default (SEMANTICS 1.23).
        return podsTerm(picked.sure.filter(isBound), picked.maybe.filter(isBound));
      }),
    peer: (policyNamespace, peer) => {
      if (peer.kind === 'block') {
        const key = [peer.cidr, ...peer.except].map((cidr) => cidr.text).join(' ');
        return once(`block ${key}`, () => blockTerm(units, peer));
      }
      const where =
        peer.namespaces === null ? `@${policyNamespace}` : `:${selectorKey(peer.namespaces)}`;
      const pods = peer.pods ?? EVERYTHING;
      return once(`pods ${where} ${selectorKey(pods)}`, () => {
        const places =
          peer.namespaces === null ? inNamespace(policyNamespace) : inNamespaces(peer.namespaces);
        const picked = pickPods(units, places, withLabels(pods));
        if (units.isPlain) {
          return withUnlisted(podsTerm(picked.sure, picked.maybe), peer.namespaces, pods);
        }
        // Whether a plugin sees a pod on its host's network as a pod may be unknown (SEMANTICS 1.23).
        const isSeen = (answer: Tri) => (unit: number) => units.units[unit]?.asPod === answer;
        const term = podsTerm(picked.sure.filter(isSeen('yes')), [
          ...picked.maybe.filter((unit) => !isSeen('no')(unit)),
          ...picked.sure.filter(isSeen('maybe')),
        ]);
        return withUnlisted(term, peer.namespaces, pods);
      });
    },
  };
}

/** A namespace that has this label, empty as OpenShift gives it, and of which nothing else is known (SEMANTICS 6.3). */
function meansRouters(namespaces: Selector): boolean {
  const labels: Labels = {
    known: new Map([[ROUTER_GROUP, '']]),
    valueUnknown: new Set(),
    complete: false,
  };
  const isAsked = namespaces.requirements.length === 1;
  return isAsked && matchSelector(namespaces, labels) === 'yes';
}

function isEmpty({ requirements }: Selector): boolean {
  return requirements.length === 0;
}

function podsTerm(sure: readonly number[], maybe: readonly number[]): Term {
  return { sure, maybe, unknown: 'no', host: 'no', isBlock: false };
}

/** Positions of namespaces. */
interface Places {
  readonly sure: readonly number[];
  readonly maybe: readonly number[];
}

function indexNamespaces(cluster: Cluster, units: Units): LabelIndex {
  const labels = units.namespaces.map(
    (name): Labels =>
      // Only an actor may be in one that the input does not even name (SEMANTICS 1.25).
      cluster.namespaces.get(name)?.labels ?? {
        ...labelsOf([[NAME_LABEL, name]]),
        complete: false,
      },
  );
  const keys = new Set(labels.flatMap(({ known }) => [...known.keys()]));
  return indexLabels(labels, keys);
}

/** Where a selector holds, ready to be walked and to be asked. */
interface Picked {
  readonly places: Places;
  /** The number of units there. */
  readonly size: number;
  /** NO, SURE or MAYBE for each place. */
  readonly answers: Uint8Array;
}

function pickedOf(places: Places, unitsOf: readonly (readonly number[])[]): Picked {
  const answers = new Uint8Array(unitsOf.length);
  let size = 0;
  const mark = (list: readonly number[], answer: number) => {
    for (const at of list) {
      answers[at] = answer;
      size += unitsOf[at]?.length ?? 0;
    }
  };
  mark(places.sure, SURE);
  mark(places.maybe, MAYBE);
  return { places, size, answers };
}

const NO = 0;
const SURE = 1;
const MAYBE = 2;

/** The units in certain namespaces that have certain labels: walks the shorter list, asks the other. */
function pickPods(
  units: Units,
  namespaces: Picked,
  labels: Picked,
): { sure: readonly number[]; maybe: readonly number[] } {
  const sure: number[] = [];
  const maybe: number[] = [];
  const walksNamespaces = namespaces.size <= labels.size;
  const [walked, asked] = walksNamespaces ? [namespaces, labels] : [labels, namespaces];
  const unitsOf = walksNamespaces ? units.unitsOfNamespace : units.unitsOfLabelSet;
  const walk = (list: readonly number[], isSure: boolean) => {
    for (const place of list) {
      for (const unit of unitsOf[place] as readonly number[]) {
        const { labelSet, namespace } = units.units[unit] as Unit;
        const answer = asked.answers[walksNamespaces ? labelSet : namespace];
        if (answer === NO) continue;
        (isSure && answer === SURE ? sure : maybe).push(unit);
      }
    }
  };
  walk(walked.places.sure, true);
  walk(walked.places.maybe, false);
  return { sure, maybe };
}

/** SEMANTICS 1.12, 1.13, 10.3 */
function blockTerm(units: Units, { cidr, except }: BlockPeer): Term {
  const blocks = new Set<number>();
  const { first, end } = units.addresses.inside(cidr);
  for (let at = first; at < end; at++) blocks.add(at);
  for (const inner of except) {
    const hole = units.addresses.inside(inner);
    for (let at = hole.first; at < hole.end; at++) blocks.delete(at);
  }
  const sure = [...blocks].map((block) => units.pods + block);
  const maybe: number[] = [];
  const answers = new Map<readonly number[], Tri>();
  for (const unit of units.known) {
    const { blocks: own } = units.units[unit] as Unit;
    const answer = answers.get(own) ?? insideOf(own, blocks);
    answers.set(own, answer);
    if (answer === 'yes') sure.push(unit);
    else if (answer === 'maybe') maybe.push(unit);
  }
  const coversIPv4 = cidr.text === '0.0.0.0/0' && except.length === 0;
  return { sure, maybe, unknown: coversIPv4 ? 'sure' : 'maybe', host: 'maybe', isBlock: true };
}

/** Addresses that lie nowhere are in no block. */
function insideOf(own: readonly number[], blocks: ReadonlySet<number>): Tri {
  const inside = own.filter((block) => blocks.has(block)).length;
  if (inside === 0) return 'no';
  return inside === own.length ? 'yes' : 'maybe';
}

/**
 * SEMANTICS 3.8, 10.5: without a Node any address outside may be one's that lies in the ranges of
 * nodes, where they are assumed; with some, these are all there are.
 */
function nodesTerm(cluster: Cluster, units: Units, selector: Selector): Term {
  const { nodes, nodeRanges = [] } = cluster;
  const answers = nodes.map(({ labels }) => matchSelector(selector, labels));
  const isEvery = selector.requirements.length === 0;
  const hosts = hostsOf(units);
  const unlisted = unlistedOf(units);
  const addressed = nodeRanges.length === 0 ? outsideOf(units) : withinOf(units, nodeRanges);
  const outside = [...addressed, ...unlisted];
  if (nodes.length === 0) {
    const [sure, maybe] = isEvery ? [hosts, outside] : [[], [...outside, ...hosts]];
    return { sure, maybe, unknown: 'no', host: 'no', isBlock: true };
  }
  const sure = new Set<number>();
  const maybe = new Set<number>(unlisted);
  nodes.forEach(({ addresses }, at) => {
    const answer = answers[at];
    if (answer === 'no') return;
    for (const address of addresses ?? []) {
      const unit = units.pods + units.addresses.find(address);
      (answer === 'yes' ? sure : maybe).add(unit);
    }
    // Its addresses may be any that a node may have.
    if (addresses === null) for (const unit of outside) maybe.add(unit);
  });
  // A pod on its host's network is on one of them.
  if (answers.every((answer) => answer === 'yes')) for (const unit of hosts) sure.add(unit);
  else if (answers.some((answer) => answer !== 'no')) for (const unit of hosts) maybe.add(unit);
  for (const unit of sure) maybe.delete(unit);
  return { sure: [...sure], maybe: [...maybe], unknown: 'no', host: 'no', isBlock: true };
}

function hostsOf({ units }: Units): readonly number[] {
  return units.flatMap(({ onHost }, unit) => (onHost ? [unit] : []));
}

function withinOf({ addresses, pods }: Units, ranges: readonly AddressRange[]): readonly number[] {
  const blocks = new Set(ranges.flatMap((range) => addresses.overlapping(range)));
  return [...blocks].map((block) => pods + block);
}

/** The API server's machine may be a node, and so may that of a controller. */
function unlistedOf({ unlisted }: Units): readonly number[] {
  return unlisted.map(({ unit }) => unit);
}

function outsideOf({ addresses, pods }: Units): readonly number[] {
  return addresses.blocks.map((_, block) => pods + block);
}
