// Small made-up analyses and flows, so that the drawing is tested without the engine.
import type { Analysis } from '../../../src/core/engine/analysis.ts';
import type { Flow, Flows } from '../../../src/core/engine/flows.ts';
import type { Actor, Peer } from '../../../src/core/model/peer.ts';
import { ALL_PORTS, NO_PORTS, type PortSet } from '../../../src/core/model/port.ts';
import { workloadIdOf } from '../../../src/core/model/workload.ts';

export const ALLOW: Flow = { allowed: ALL_PORTS, depends: NO_PORTS };
export const DENY: Flow = { allowed: NO_PORTS, depends: NO_PORTS };
export const DEPENDS: Flow = { allowed: NO_PORTS, depends: ALL_PORTS };
export const WEB: Flow = { allowed: tcp(80), depends: NO_PORTS };
export const WEB_AND_MAYBE: Flow = { allowed: tcp(80), depends: tcp(443) };

export function tcp(...ports: number[]): PortSet {
  return { ...NO_PORTS, TCP: ports.map((port) => ({ from: port, to: port })) };
}

/** `namespace/name`, with `*N` for N replicas; anything with a colon or without a slash is a block. */
function peerOf(text: string): Peer {
  if (/^[\da-f.:]+\/\d+( |$)/.test(text)) {
    return {
      type: 'external',
      id: text,
      cidrs: text.split(' '),
      sample: { family: 4, value: 0n, text: '0.0.0.0' },
    };
  }
  const [path = '', replicas = '1'] = text.split('*');
  const [namespace = '', name = ''] = path.split('/');
  const id = workloadIdOf(namespace, name, 'Deployment');
  return {
    type: 'workload',
    id,
    workload: {
      id,
      namespace,
      name,
      kind: 'Deployment',
      replicas: Number(replicas),
      labels: { known: new Map(), valueUnknown: new Set(), complete: true },
      ports: [],
      hostNetwork: false,
      addresses: null,
      origin: { file: 'a.yaml', offset: 0 },
      range: { start: 0, end: 0 },
      nameRange: { start: 0, end: 0 },
      ignores: [],
    },
  };
}

export const ACTORS: readonly Actor[] = [
  { type: 'actor', id: '{nodes}', standing: 'outside', whereabouts: 'unknown' },
  { type: 'actor', id: '{api-server}', standing: 'outside', whereabouts: 'ipv4' },
  dnsActor(),
];

function dnsActor(): Actor {
  const peer = peerOf('kube-system/dns');
  if (peer.type !== 'workload') throw new Error('no workload');
  return { ...peer, id: '{cluster-dns}' };
}

/** Every peer is a class of its own unless `classes` says otherwise. */
export function analysisOf(
  names: readonly string[],
  classes: readonly number[] = names.map((_, index) => index),
  actors: readonly Actor[] = [],
): Analysis {
  const side = {
    subjectClass: Int32Array.from(classes),
    peerClass: Int32Array.from(classes),
    allowed: classes.map(() => new Int32Array(classes.length).fill(1)),
    possible: classes.map(() => new Int32Array(classes.length).fill(1)),
    tiers: null,
  };
  return {
    peers: names.map(peerOf),
    actors,
    egress: side,
    ingress: side,
    portSets: [NO_PORTS, ALL_PORTS],
  };
}

/** Flows from a function; a flow that is denied is stopped by the destination unless `stops` says. */
export function flowsOf(
  { peers, actors }: Analysis,
  flow: (source: number, destination: number) => Flow,
  egress: (source: number, destination: number) => Flow = () => ALLOW,
): Flows {
  const isAround = (index: number) => index >= peers.length;
  const replicas = [...peers, ...actors].map((end, index) =>
    end.type !== 'workload' || isAround(index) ? null : end.workload.replicas,
  );
  return {
    exists(source, destination) {
      const from = replicas[source];
      const to = replicas[destination];
      if (from === null && to === null) return false;
      if (from === 0 || to === 0) return false;
      return source !== destination || from !== 1;
    },
    flow,
    egress,
    ingress: flow,
  };
}
