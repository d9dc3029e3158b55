// A term is what one peer entry of a rule, or one policy's subject, picks out of the units. Equal
// terms of different policies are matched once.
import type { Cluster } from '../model/cluster.ts';
import type { Labels } from '../model/labels.ts';
import type { BlockPeer, PodsPeer } from '../model/policy.ts';
import { EVERYTHING, type Selector, selectorKey } from '../model/selector.ts';
import { indexLabels, type LabelIndex } from './label-index.ts';
import type { Units } from './units.ts';

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
  /** Every term so far, by id; `idOf` gives a term's. */
  readonly all: readonly Term[];
  idOf(term: Term): number;
}

export function createTerms(cluster: Cluster, units: Units): Terms {
  const podLabels = indexLabels(units.labelSets, units.relevance.keys);
  const namespaceIndex = indexNamespaces(cluster, units);
  const namespaceAt = new Map(units.namespaces.map((name, at) => [name, at]));
  const all: Term[] = [];
  const ids = new Map<Term, number>();
  const known = new Map<string, Term>();
  const once = (key: string, make: () => Term): Term => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const term = make();
    known.set(key, term);
    ids.set(term, all.push(term) - 1);
    return term;
  };

  const inNamespace = (namespace: string): Places => {
    const at = namespaceAt.get(namespace);
    return { sure: at === undefined ? [] : [at], maybe: [] };
  };

  return {
    all,
    idOf: (term) => ids.get(term) as number,
    subject: (namespace, selector) =>
      once(`subject ${namespace} ${selectorKey(selector)}`, () => {
        const picked = pickPods(units, podLabels, inNamespace(namespace), selector);
        // Pods on the host's network are not isolated by default (SEMANTICS 1.23).
        const isPod = (unit: number) => units.units[unit]?.kind !== 'host';
        return podsTerm(picked.sure.filter(isPod), picked.maybe.filter(isPod));
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
          peer.namespaces === null
            ? inNamespace(policyNamespace)
            : namespaceIndex.matches(peer.namespaces);
        const picked = pickPods(units, podLabels, places, pods);
        // Whether a plugin sees a pod on its host's network as a pod is unknown (SEMANTICS 1.23).
        const isHost = (unit: number) => units.units[unit]?.kind === 'host';
        return podsTerm(
          picked.sure.filter((unit) => !isHost(unit)),
          [...picked.maybe, ...picked.sure.filter(isHost)],
        );
      });
    },
  };
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
  const labels = units.namespaces.map((name) => cluster.namespaces.get(name)?.labels as Labels);
  const keys = new Set(labels.flatMap(({ known }) => [...known.keys()]));
  return indexLabels(labels, keys);
}

function pickPods(
  units: Units,
  index: LabelIndex,
  places: Places,
  selector: Selector,
): { sure: number[]; maybe: number[] } {
  const sure: number[] = [];
  const maybe: number[] = [];
  const labelMatches = index.matches(selector);
  const pick = (unit: number, isSure: boolean) => (isSure ? sure : maybe).push(unit);

  const inPlaces = (list: readonly number[]) =>
    list.reduce((sum, at) => sum + (units.unitsOfNamespace[at]?.length ?? 0), 0);
  const withLabels = (list: readonly number[]) =>
    list.reduce((sum, at) => sum + (units.unitsOfLabelSet[at]?.length ?? 0), 0);
  const byPlace = inPlaces(places.sure) + inPlaces(places.maybe);
  const byLabel = withLabels(labelMatches.sure) + withLabels(labelMatches.maybe);

  // Walk the shorter list and look up the other side.
  if (byPlace <= byLabel) {
    const answers = marks(units.labelSets.length, labelMatches);
    const walk = (list: readonly number[], isSure: boolean) => {
      for (const place of list) {
        for (const unit of units.unitsOfNamespace[place] as readonly number[]) {
          const answer = answers[units.units[unit]?.labelSet as number];
          if (answer !== NO) pick(unit, isSure && answer === SURE);
        }
      }
    };
    walk(places.sure, true);
    walk(places.maybe, false);
  } else {
    const answers = marks(units.namespaces.length, places);
    const walk = (list: readonly number[], isSure: boolean) => {
      for (const labelSet of list) {
        for (const unit of units.unitsOfLabelSet[labelSet] as readonly number[]) {
          const answer = answers[units.units[unit]?.namespace as number];
          if (answer !== NO) pick(unit, isSure && answer === SURE);
        }
      }
    };
    walk(labelMatches.sure, true);
    walk(labelMatches.maybe, false);
  }
  return { sure, maybe };
}

const NO = 0;
const SURE = 1;
const MAYBE = 2;

function marks(length: number, { sure, maybe }: Places): Uint8Array {
  const answers = new Uint8Array(length);
  for (const at of sure) answers[at] = SURE;
  for (const at of maybe) answers[at] = MAYBE;
  return answers;
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
  for (let unit = 0; unit < units.pods; unit++) {
    const { kind, blocks: own } = units.units[unit] as Units['units'][number];
    if (kind !== 'known') continue;
    const inside = own.filter((block) => blocks.has(block)).length;
    if (inside === own.length) sure.push(unit);
    else if (inside > 0) maybe.push(unit);
  }
  const coversIPv4 = cidr.text === '0.0.0.0/0' && except.length === 0;
  return { sure, maybe, unknown: coversIPv4 ? 'sure' : 'maybe', host: 'maybe', isBlock: true };
}
