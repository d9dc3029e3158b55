// Why flows are as they are: worked out once for all pairs of peers that policies treat alike.
import type { Flow } from '../engine/flows.ts';
import { classesOn } from '../engine/read-side.ts';
import type { Segment } from '../explain/decision.ts';
import { becauseOf, explainFlow } from '../explain/explain-flow.ts';
import type { Peer, PeerIndex } from '../model/peer.ts';
import { NO_PORTS, type PortSet } from '../model/port.ts';
import { relevanceOf, relevantPortsKey } from '../model/relevance.ts';
import { seenOf } from '../model/seen.ts';
import { type Fact, factSentence } from '../model/verdict.ts';
import type { Outcome } from '../pipeline.ts';

/** What was found for one pair, which speaks for all that are alike. */
interface Known<T> {
  readonly source: Peer;
  readonly destination: Peer;
  readonly found: T;
}

/** What is said of flows one by one, and worked out only once for those that are alike. */
export interface Alike {
  /** Why a flow depends, in sentences; `depends` is what the analysis says of it. */
  because(from: PeerIndex, to: PeerIndex, depends: Flow['depends']): readonly string[];
  /** The flow explained. */
  segments(from: PeerIndex, to: PeerIndex): readonly Segment[];
}

export function alikeIn(outcome: Pick<Outcome, 'analysis' | 'cluster'>): Alike {
  const { analysis, cluster } = outcome;
  const keyOf = kindOnce(outcome);
  const once = <T>(find: (source: Peer, destination: Peer, depends: PortSet) => T) => {
    const known = new Map<string, Known<T>>();
    return (from: PeerIndex, to: PeerIndex, depends: PortSet): Known<T> => {
      const [source, destination] = [analysis.peers[from], analysis.peers[to]] as [Peer, Peer];
      // A workload towards itself is named twice, so it is no sample for two.
      const key = `${keyOf(from)} ${from === to} ${keyOf(to)}`;
      const before = known.get(key) ?? {
        source,
        destination,
        found: find(source, destination, depends),
      };
      if (known.size < MOST_KEPT) known.set(key, before);
      return before;
    };
  };
  const factsOf = once((...flow) => becauseOf(cluster, ...flow));
  const segmentsOf = once((...flow) => explainFlow(cluster, flow[0], flow[1]).segments);
  const peerAt = (at: PeerIndex) => analysis.peers[at] as Peer;
  return {
    because: (from, to, depends) => {
      const known = factsOf(from, to, depends);
      const own = renamed(known.found, known, peerAt(from), peerAt(to));
      return own.map(factSentence);
    },
    segments: (from, to) => {
      const known = segmentsOf(from, to, NO_PORTS);
      const named = (facts: readonly Fact[]) => renamed(facts, known, peerAt(from), peerAt(to));
      return known.found.map((segment) => withFacts(segment, named));
    },
  };
}

/** An explanation can take some kilobytes, and of these there may be as many as of rows. */
const MOST_KEPT = 30_000;

function withFacts(segment: Segment, named: (facts: readonly Fact[]) => readonly Fact[]): Segment {
  const { decision } = segment;
  const { egress, ingress } = decision;
  if (egress.facts.length === 0 && ingress.facts.length === 0) return segment;
  const sides = {
    egress: { ...egress, facts: named(egress.facts) },
    ingress: { ...ingress, facts: named(ingress.facts) },
  };
  return { ...segment, decision: { ...decision, ...sides } };
}

/** Facts name the workloads that they were found for. */
function renamed(
  facts: readonly Fact[],
  known: Known<unknown>,
  source: Peer,
  destination: Peer,
): readonly Fact[] {
  return facts.map((fact) => {
    if (!('workload' in fact)) return fact;
    if (fact.workload === known.source.id) return { ...fact, workload: source.id };
    return fact.workload === known.destination.id ? { ...fact, workload: destination.id } : fact;
  });
}

/**
 * A small number, equal for peers that are explained alike: which policies and rules mean them is in
 * their classes; beside them stands why no policy binds them, which is a reason of its own where none
 * would select them anyway (SEMANTICS 8, D18), and of what a fact names, all but the workload.
 */
function kindOnce({
  analysis,
  cluster,
}: Pick<Outcome, 'analysis' | 'cluster'>): (peer: PeerIndex) => number {
  const relevance = relevanceOf(cluster);
  const numbers = new Map<string, number>();
  const numberOf = analysis.peers.map((peer, at) => {
    const classes = [classesOn(analysis.egress, at), classesOn(analysis.ingress, at)];
    const key = [...classes, ...(peer.type === 'workload' ? ownOf(peer) : [])].join('\n');
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
  return (peer) => numberOf[peer] ?? -1;

  function ownOf({ workload }: Extract<Peer, { type: 'workload' }>): readonly unknown[] {
    const { namespace, labels, hostNetwork, ports } = workload;
    const unknown = [...labels.valueUnknown].filter((key) => relevance.keys.has(key)).sort();
    const isKnown = cluster.namespaces.get(namespace)?.labels.complete === true;
    return [
      isKnown ? '' : namespace,
      unknown.join(),
      hostNetwork,
      seenOf(workload).unbound,
      relevantPortsKey(relevance, ports),
    ];
  }
}
