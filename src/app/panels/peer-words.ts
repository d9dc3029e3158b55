// How the panels call peers and other ends of a flow.
import {
  AROUND,
  actorWords,
  type End,
  EVERYTHING,
  externalName,
  factSentence,
  OUTSIDE,
} from '../../core/index.ts';
import type { Outlook } from '../outlook.ts';

/** Short, for lists and sentences. */
export function peerName(peer: End): string {
  const actor = actorWords(peer);
  if (actor !== null || peer.type === 'actor') return actor?.name ?? peer.id;
  return peer.type === 'workload' ? peer.workload.name : externalName(peer.cidrs);
}

/** What stands beside the name, smaller. */
export function peerPlace(peer: End): string {
  const actor = actorWords(peer);
  if (actor !== null || peer.type === 'actor') return actor?.note ?? '';
  return peer.type === 'workload'
    ? `${peer.workload.namespace} · ${peer.workload.kind}`
    : 'outside the cluster';
}

/** A peer, a whole namespace, everything outside, or everything; null when it is there no more. */
export function endName(outlook: Outlook, end: string): string | null {
  if (end === EVERYTHING) return 'everything';
  if (end === AROUND) return 'around the pods';
  if (end === OUTSIDE) return 'outside the cluster';
  if (end.startsWith('namespace:')) return `namespace ${end.slice('namespace:'.length)}`;
  const index = outlook.indexOf(end);
  const peer = index === undefined ? undefined : outlook.peers[index];
  return peer === undefined ? null : peerName(peer);
}

/** `shop/web[Deployment]` as `shop/web`. */
export function plainId(id: string): string {
  return id.replace(/\[\w+\]/, '');
}

/** The same in a sentence: the kind is for the command line. */
export function plainWords(sentence: string): string {
  return sentence.replace(/([a-z0-9.*-]+\/[a-z0-9.*-]+)\[[A-Z]\w*\]/g, '$1');
}

/** What is missing, with workloads called as people call them: the kind is for the command line. */
export function factWords(fact: Parameters<typeof factSentence>[0]): string {
  return factSentence('workload' in fact ? { ...fact, workload: plainId(fact.workload) } : fact);
}
