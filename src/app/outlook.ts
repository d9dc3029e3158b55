// One answer, ready to be asked: the flows behind its tables, and its peers by id.
import {
  type Around,
  type End,
  type Flows,
  isDrawn,
  type PeerIndex,
  readFlows,
} from '../core/index.ts';
import { USUAL_AROUND } from '../share/document.ts';
import type { AnalyzeAnswer } from '../worker/engine.ts';

export interface Outlook {
  readonly answer: AnalyzeAnswer;
  /** Those of the answer, and behind them whoever stands around them. */
  readonly peers: readonly End[];
  readonly flows: Flows;
  /** Who of those around the pods is shown. */
  readonly around: Around;
  isShown(index: PeerIndex): boolean;
  indexOf(id: string): PeerIndex | undefined;
}

const known = new WeakMap<AnalyzeAnswer, Outlook>();

/** The same object for the same answer and the same switches. */
export function outlookOf(answer: AnalyzeAnswer, around: Around = USUAL_AROUND): Outlook {
  const old = known.get(answer);
  if (old?.around === around) return old;
  const peers = [...answer.analysis.peers, ...answer.analysis.actors];
  const indices = new Map(peers.map((peer, index) => [peer.id, index]));
  const shown = peers.map((peer) => isDrawn(around, peer));
  const outlook: Outlook = {
    answer,
    peers,
    around,
    flows: old?.flows ?? readFlows(answer.analysis),
    isShown: (index) => shown[index] === true,
    indexOf: (id) => indices.get(id),
  };
  known.set(answer, outlook);
  return outlook;
}
