// One answer, ready to be asked: the flows behind its tables, and its peers by id.
import { type Flows, type Peer, type PeerIndex, readFlows } from '../core/index.ts';
import type { AnalyzeAnswer } from '../worker/engine.ts';

export interface Outlook {
  readonly answer: AnalyzeAnswer;
  readonly peers: readonly Peer[];
  readonly flows: Flows;
  indexOf(id: string): PeerIndex | undefined;
}

const known = new WeakMap<AnalyzeAnswer, Outlook>();

/** The same object for the same answer. */
export function outlookOf(answer: AnalyzeAnswer): Outlook {
  const old = known.get(answer);
  if (old !== undefined) return old;
  const { peers } = answer.analysis;
  const indices = new Map(peers.map((peer, index) => [peer.id, index]));
  const outlook: Outlook = {
    answer,
    peers,
    flows: readFlows(answer.analysis),
    indexOf: (id) => indices.get(id),
  };
  known.set(answer, outlook);
  return outlook;
}
