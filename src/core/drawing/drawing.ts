// What the picture holds: shapes in boxes, and the links between them.
import type { PeerIndex } from '../model/peer.ts';
import type { Verdict } from '../model/verdict.ts';
import type { WayLine } from './with-ways.ts';

/** What a link can end at: a peer's id, a box's id, or `EVERYTHING`. */
export type EndId = string;

/** The box of the address blocks outside the cluster. */
export const OUTSIDE: EndId = 'outside';
/** The box of those of the cluster that stand in no manifest. */
export const AROUND: EndId = 'around';
/** Every peer that is drawn. */
export const EVERYTHING: EndId = 'everything';

export function namespaceEnd(namespace: string): EndId {
  return `namespace:${namespace}`;
}

/** The namespace whose box it is; null for every other end. */
export function namespaceAt(end: EndId): string | null {
  return end.startsWith(NAMESPACE) ? end.slice(NAMESPACE.length) : null;
}

const NAMESPACE = namespaceEnd('');

export interface Drawing {
  readonly shapes: readonly Shape[];
  readonly boxes: readonly Box[];
  readonly links: readonly Link[];
  /** Where they are asked for: see `withWays`. */
  readonly ways?: readonly WayLine[];
  /** The ids of the links that the focus is about; null without a focus. */
  readonly focus: ReadonlySet<string> | null;
  /** The shapes at the ends of those links; null without a focus. */
  readonly focusPeers: ReadonlySet<EndId> | null;
  /** Whether links stand for groups because single ones would be too many to read. */
  readonly bundled: boolean;
  /** How many links there would be, when some are left out because even bundled ones are too many; else 0. */
  readonly tooMany: number;
  /** Where not all of too many links are left out, what is drawn: `allowed` includes what depends. */
  readonly only: 'allowed' | 'denied' | null;
  /** How many flows between two peers the links tell about. */
  readonly flows: number;
  /** How many peers there are where they are too many to draw any; else 0. */
  readonly crowd: number;
}

export type Shape = WorkloadShape | ExternalShape;

export interface WorkloadShape {
  readonly type: 'workload';
  readonly id: EndId;
  readonly peer: PeerIndex;
  readonly box: EndId;
  readonly name: string;
  readonly kind: string;
  readonly replicas: number | 'per-node';
  readonly hostNetwork: boolean;
  /** Whether policies let through less than everything. */
  readonly isolated: { readonly egress: boolean; readonly ingress: boolean };
}

export interface ExternalShape {
  readonly type: 'external';
  readonly id: EndId;
  readonly peer: PeerIndex;
  readonly box: EndId;
  readonly name: string;
  /** The blocks in short; empty where the name says it all. */
  readonly blocks: string;
  /** Somebody of the cluster, and no addresses outside. */
  readonly isActor?: true;
}

export interface Box {
  readonly id: EndId;
  readonly title: string;
  /** Ids of the shapes in it, in the order of the peers; never empty. */
  readonly members: readonly EndId[];
}

/**
 * One flow, or every flow between two groups. Where two links speak of the same flow, the narrower
 * one counts: shape to shape before shape and box, before box to box, before `EVERYTHING`. They
 * differ only where the wider one is `rest`.
 */
export interface Link {
  /** Unique by its ends. */
  readonly id: string;
  readonly source: EndId;
  readonly destination: EndId;
  readonly verdict: Verdict;
  /** It speaks of all that is not drawn otherwise: denied, or at `EVERYTHING` also allowed on every port. */
  readonly rest: boolean;
  /** Members of the box at one end that this link does not speak of. */
  readonly except: Except | null;
  /** The ports in short; empty where there is nothing to tell apart. */
  readonly label: string;
  /** Every allowed port, or where none is, every port that depends, as text. */
  readonly ports: string;
  /** Some ports are allowed, and it depends for others. */
  readonly moreDepends: boolean;
  /** What each end's policies alone say; null where a `rest` or a group stops some here and some there. */
  readonly sides: Sides | null;
}

export interface Except {
  readonly end: 'source' | 'destination';
  readonly ids: readonly EndId[];
}

export interface Sides {
  readonly egress: Verdict;
  readonly ingress: Verdict;
}

export function linkId(source: EndId, destination: EndId): string {
  return JSON.stringify([source, destination]);
}
