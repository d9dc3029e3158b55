// The ways in as the picture draws them: from whom to which workload, one line each.
import type { Cluster } from '../model/cluster.ts';
import type { Peer } from '../model/peer.ts';
import type { Verdict } from '../model/verdict.ts';
import { lackingController } from './actors.ts';
import { dnsServersOf } from './dns-servers.ts';
import { isStraightIn } from './way.ts';
import { waysIn } from './ways.ts';

export interface DrawnWay {
  /** The id of a controller's workload or of the actor; null for the outside as a whole. */
  readonly source: string | null;
  /** The id of a workload. */
  readonly destination: string;
  /** The best that any of these ways has. */
  readonly verdict: Verdict;
  /** By what, in short: `Ingress shop`. */
  readonly by: readonly string[];
}

export interface DrawnWays {
  readonly hasActor: boolean;
  readonly ways: readonly DrawnWay[];
  /** The ids of DNS pods of the input; where there are none, `{cluster-dns}` stands for them. */
  readonly dnsPods: readonly string[];
}

/** More lines than this are no picture. */
const MOST = 500;

export function drawnWays(cluster: Cluster, peers: readonly Peer[]): DrawnWays {
  const found = new Map<string, { way: DrawnWay; by: Set<string> }>();
  const add = (source: string | null, destination: string, verdict: Verdict, by: string) => {
    const key = JSON.stringify([source, destination]);
    const before = found.get(key);
    const names = before?.by ?? new Set<string>();
    names.add(by);
    const best = before === undefined ? verdict : better(before.way.verdict, verdict);
    const way: DrawnWay = { source, destination, verdict: best, by: [...names] };
    found.set(key, { way, by: names });
  };
  for (const { by, hops, entry, problem } of waysIn(cluster, peers)) {
    const name = `${by.kind} ${by.name}`;
    const isOpen = isStraightIn(by);
    for (const { from, endpoints } of hops) {
      const source = isOpen ? null : from.id;
      for (const { peer, verdict } of endpoints) {
        if (peer.type !== 'workload') continue;
        const isUnsure = problem !== null && verdict === 'allow';
        add(source, peer.id, isUnsure ? 'depends' : verdict, name);
      }
    }
    // The first hop of a controller that is in the input.
    if (entry !== null && hops.length > 0) add(null, entry.to.id, entry.verdict, name);
  }
  return {
    hasActor: lackingController(cluster) !== null,
    dnsPods: dnsServersOf(cluster).map(({ workload }) => workload.id),
    ways: [...found.values()].slice(0, MOST).map(({ way }) => way),
  };
}

function better(one: Verdict, other: Verdict): Verdict {
  if (one === 'allow' || other === 'allow') return 'allow';
  return one === 'depends' || other === 'depends' ? 'depends' : 'deny';
}
