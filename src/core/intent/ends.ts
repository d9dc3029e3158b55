// What an intent writes for one end → the peers that it means.
import { addressOfService, findBlocks, findPeer } from '../find-peer.ts';
import {
  CLUSTER_DNS,
  type End,
  INGRESS_CONTROLLER,
  NEW_POD,
  type Peer,
  type PeerIndex,
} from '../model/peer.ts';
import type { Outcome } from '../pipeline.ts';
import { nearest } from '../schema/nearest.ts';
import { actorsOf } from '../service/actors.ts';
import { newPodCalled } from '../service/new-pods.ts';

export interface MeantEnd {
  readonly end: End;
  /** Null for one that the analysis has no peer for. */
  readonly index: PeerIndex | null;
}

export type MeantEnds =
  | {
      readonly ok: true;
      readonly ends: readonly MeantEnd[];
      /** Written as all of something: a member that lacks what is asked for is passed over. */
      readonly isGroup: boolean;
    }
  | { readonly ok: false; readonly message: string };

export function meantEnds(outcome: Outcome, written: string): MeantEnds {
  const text = written.trim();
  const { peers } = outcome.analysis;
  if (text === '*') return groupOf(peers, () => true, 'There are no workloads.');
  const namespace = /^([^/[\]]+)\/\*$/.exec(text)?.[1];
  if (namespace !== undefined) return inNamespace(peers, namespace);
  const found = findPeer(outcome, text);
  if (found.ok)
    return { ok: true, ends: [{ end: found.peer, index: found.index }], isGroup: false };
  const ofService = addressOfService(outcome.cluster, text);
  if (ofService !== null) return { ok: false, message: ofService };
  const blocks = findBlocks(peers, text) ?? [];
  if (blocks.length > 0) {
    const ends = blocks.map(({ peer, index }) => ({ end: peer, index }));
    return { ok: true, ends, isGroup: false };
  }
  const actor = actorsOf(outcome.cluster).find(({ id }) => id === text);
  if (actor !== undefined) return { ok: true, ends: [{ end: actor, index: null }], isGroup: false };
  const added = newPodCalled(outcome.cluster, text);
  if (added !== null) return { ok: true, ends: [{ end: added, index: null }], isGroup: false };
  if (text.startsWith('{')) {
    return { ok: false, message: notAround(outcome, text) };
  }
  return { ok: false, message: withCandidates(found.message, found.candidates) };
}

function notAround({ cluster }: Outcome, text: string): string {
  if (text === INGRESS_CONTROLLER || text === CLUSTER_DNS) {
    return `Nothing in the input needs ${text}, or its pods are in it: name them.`;
  }
  const namespace = text.startsWith(`${NEW_POD} `) ? text.slice(NEW_POD.length).trim() : null;
  if (namespace !== null) return `There is no namespace "${namespace}" for a new pod.`;
  const there = [...actorsOf(cluster).map(({ id }) => id), NEW_POD];
  return `There is no ${text}. Around the pods are ${there.join(', ')}.`;
}

function inNamespace(peers: readonly Peer[], namespace: string): MeantEnds {
  const known = new Set(
    peers.flatMap((peer) => (peer.type === 'workload' ? [peer.workload.namespace] : [])),
  );
  const near = nearest(namespace, known);
  const hint = near === null ? '' : ` Did you mean ${near.word}/*?`;
  return groupOf(
    peers,
    (peer) => peer.type === 'workload' && peer.workload.namespace === namespace,
    `There are no workloads in namespace ${namespace}.${hint}`,
  );
}

function groupOf(peers: readonly Peer[], isIn: (peer: Peer) => boolean, nobody: string): MeantEnds {
  const ends = peers.flatMap((end, index) =>
    end.type === 'workload' && isIn(end) ? [{ end, index }] : [],
  );
  return ends.length === 0 ? { ok: false, message: nobody } : { ok: true, ends, isGroup: true };
}

const MOST_NAMED = 4;

/** The message of several lines that ends in a colon as one line. */
function withCandidates(message: string, candidates: readonly string[]): string {
  const named = candidates.slice(0, MOST_NAMED);
  if (named.length === 0) return message;
  const more = candidates.length > named.length ? ', …' : '';
  const isGuess = message.endsWith(GUESS);
  if (isGuess && more === '') return `${message.slice(0, -1)} ${named.join(' or ')}?`;
  return `${message} ${named.join(', ')}${more}${more === '' ? '.' : ''}`;
}

const GUESS = 'Did you mean:';
