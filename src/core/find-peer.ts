// What a person writes for one end of a flow → that end: `shop/web[Deployment]`, `web`, an address, a CIDR.

import type { Address, Cidr } from './model/cidr.ts';
import { editDistance } from './model/edit-distance.ts';
import type { ExternalPeer, Peer, PeerIndex, WorkloadPeer } from './model/peer.ts';
import { readAddress, readCidr } from './model/read-cidr.ts';
import type { Outcome } from './pipeline.ts';
import { serviceAt } from './service/service-at.ts';

export type FoundPeer =
  | {
      readonly ok: true;
      /** For an address, or a block smaller than the analysis needs, a peer of its own. */
      readonly peer: Peer;
      /** The peer of the analysis that it is, or is part of. */
      readonly index: PeerIndex;
    }
  | {
      readonly ok: false;
      readonly message: string;
      /** What may have been meant, as it would have to be written. */
      readonly candidates: readonly string[];
    };

const MOST_CANDIDATES = 20;

/** Without the cluster a Service's address counts as any other. */
type Known = Pick<Outcome, 'analysis' | 'assumptions'> & {
  readonly cluster?: Pick<Outcome['cluster'], 'services'>;
};

export function findPeer(
  { analysis: { peers }, assumptions, cluster }: Known,
  text: string,
): FoundPeer {
  const exact = peers.findIndex(({ id }) => id === text);
  const peer = peers[exact];
  if (peer !== undefined) return { ok: true, peer, index: exact };
  const ofService = cluster === undefined ? null : addressOfService(cluster, text);
  if (ofService !== null) return fail(ofService, []);
  const blocks = blocksOf(text);
  return blocks === null
    ? findWorkload(peers, text, assumptions.defaultNamespace)
    : findOutside(peers, text, blocks);
}

/**
 * Why a Service's own address is no end of a flow: nodes replace it by a pod's, and only that one is
 * seen by policies (SEMANTICS 1.27). Null for any other text.
 */
export function addressOfService(
  { services }: Pick<Outcome['cluster'], 'services'>,
  text: string,
): string | null {
  const address = readAddress(text.trim());
  const service = address && serviceAt(services, address);
  if (service === null) return null;
  const { namespace, name } = service;
  return `${text.trim()} is an address of Service ${namespace}/${name}: what goes there arrives at the pods behind it. Write svc/${name}.${namespace}.`;
}

function fail(message: string, candidates: readonly string[]): FoundPeer {
  return { ok: false, message, candidates: candidates.slice(0, MOST_CANDIDATES) };
}

/** The namespace may be left out where it is the default one, the kind where there is only one (see CLI.md). */
const WRITTEN = /^(?:([^/[\]]+)\/)?([^/[\]]+)(?:\[([^[\]]+)\])?$/;

function findWorkload(peers: readonly Peer[], text: string, defaultNamespace: string): FoundPeer {
  const workloads = peers.flatMap((peer, index) =>
    peer.type === 'workload' ? [{ peer, index }] : [],
  );
  const ids = (list: typeof workloads) => list.map(({ peer }) => peer.id);
  const [, namespace = defaultNamespace, name, kind] = WRITTEN.exec(text) ?? [];
  if (name === undefined) {
    return fail(`"${text}" is no peer. Write namespace/name[Kind], an address, or a CIDR.`, []);
  }
  const isNamed = ({ workload }: WorkloadPeer) =>
    workload.name === name && (kind === undefined || workload.kind === kind);
  const found = workloads.filter(
    ({ peer }) => peer.workload.namespace === namespace && isNamed(peer),
  );
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return { ok: true, ...only };
  if (only !== undefined) {
    return fail(`"${text}" means ${found.length} workloads. Write one of them:`, ids(found));
  }
  const elsewhere = workloads.filter(({ peer }) => isNamed(peer));
  if (elsewhere.length > 0) {
    return fail(
      `There is no ${name} in namespace ${namespace}. It stands elsewhere:`,
      ids(elsewhere),
    );
  }
  return notThere(peers, workloads, text, { namespace, name });
}

/** What people write for everything outside. */
const OUTSIDE = /^(?:internet|world|outside|external)$/i;
/** Digits with dots or colons, with or without a length: no name of a workload looks so. */
const ADDRESS_LIKE = /^(?:[0-9]+(?:\.[0-9]*){2,}|[0-9a-f]*:[0-9a-f:.]*)(?:\/[0-9]*)?$/i;

function notThere(
  peers: readonly Peer[],
  workloads: readonly { readonly peer: WorkloadPeer }[],
  text: string,
  { namespace, name }: { readonly namespace: string; readonly name: string },
): FoundPeer {
  const missing = `There is no workload "${text}".`;
  if (ADDRESS_LIKE.test(text)) {
    const reading = readCidr(text);
    return fail(
      text.includes('/') && !reading.ok
        ? reading.message
        : `"${text}" is no address. Write one as 192.0.2.7 or 2001:db8::7, or a CIDR.`,
      [],
    );
  }
  const near = nearest(workloads, name);
  if (near.length > 0) return fail(`${missing} Did you mean:`, near);
  if (OUTSIDE.test(text)) {
    const outside = peers.filter(({ type }) => type === 'external').map(({ id }) => id);
    return fail(`${missing} Outside the cluster are addresses, written as a CIDR:`, outside);
  }
  if (!text.includes('/') && text.includes('.')) {
    return fail(
      `${missing} A Service is written svc/NAME.NAMESPACE; for a host outside write its addresses.`,
      [],
    );
  }
  const beside = workloads.filter(({ peer }) => peer.workload.namespace === namespace);
  const ids = (beside.length > 0 ? beside : workloads).map(({ peer }) => peer.id);
  return ids.length === 0
    ? fail(`${missing} There are no workloads in the input.`, [])
    : fail(`${missing} There are:`, ids);
}

const LONGEST = 100;

/** Those whose names are at most two slips away. */
function nearest(
  workloads: readonly { readonly peer: WorkloadPeer }[],
  name: string,
): readonly string[] {
  const near = workloads.filter(
    ({ peer }) =>
      name.length < LONGEST &&
      peer.workload.name.length < LONGEST &&
      editDistance(peer.workload.name, name) <= 2,
  );
  return near.map(({ peer }) => peer.id);
}

/** The blocks that a text names, apart by commas or spaces; null where any word is neither address nor CIDR. */
function blocksOf(text: string): readonly Block[] | null {
  const blocks: Block[] = [];
  for (const word of text.split(/[\s,]+/).filter((one) => one !== '')) {
    const address = readAddress(word);
    const cidr = address === null ? readCidr(word) : null;
    if (address !== null) {
      const { family, value } = address;
      blocks.push({ family, first: value, last: value, text: address.text });
    } else if (cidr?.ok === true) blocks.push(cidr.cidr);
    else return null;
  }
  return blocks.length === 0 ? null : blocks;
}

/** A CIDR, or one address as a block of itself. */
type Block = Cidr;

function findOutside(peers: readonly Peer[], text: string, blocks: readonly Block[]): FoundPeer {
  const pods = peers.flatMap((peer, index) =>
    peer.type === 'workload' && holdsAddressOf(blocks, peer) ? [{ peer, index }] : [],
  );
  const [pod] = pods;
  // An address that is known to be a pod's is that pod.
  if (pod !== undefined && pods.length === 1 && isSingle(blocks)) return { ok: true, ...pod };
  if (pods.length > 1) {
    return fail(
      `"${text}" holds addresses of ${pods.length} workloads. Write one of them:`,
      pods.map(({ peer }) => peer.id),
    );
  }
  const touched = touchedBy(peers, blocks);
  const [only, ...others] = touched;
  const [block] = blocks;
  if (only === undefined || block === undefined) return fail(`"${text}" is in no block.`, []);
  if (others.length > 0) {
    return fail(
      `The policies don't treat all addresses of ${text} alike. Write one of:`,
      touched.map(({ peer }) => peer.id),
    );
  }
  const sample: Address = {
    family: block.family,
    value: block.first,
    text: isSingle([block]) ? block.text : (block.text.split('/')[0] ?? ''),
  };
  const names = blocks.map((one) => one.text);
  const peer: ExternalPeer = { type: 'external', id: names.join(' '), cidrs: names, sample };
  return { ok: true, peer, index: only.index };
}

interface Touched {
  readonly peer: ExternalPeer;
  readonly index: PeerIndex;
}

function touchedBy(peers: readonly Peer[], blocks: readonly Block[]): readonly Touched[] {
  return peers.flatMap((peer, index) =>
    peer.type === 'external' && cidrsOf(peer).some((own) => blocks.some((one) => meet(own, one)))
      ? [{ peer, index }]
      : [],
  );
}

/**
 * The peers outside that addresses or CIDRs lie in, wholly or in part; null for a text that names
 * none. What holds for all of these peers holds for every address of the text.
 */
export function findBlocks(peers: readonly Peer[], text: string): readonly Touched[] | null {
  const blocks = blocksOf(text);
  return blocks === null ? null : touchedBy(peers, blocks);
}

function holdsAddressOf(blocks: readonly Block[], { workload }: WorkloadPeer): boolean {
  return (workload.addresses ?? []).some(({ family, value }) =>
    blocks.some((one) => one.family === family && one.first <= value && value <= one.last),
  );
}

function isSingle(blocks: readonly Block[]): boolean {
  return blocks.length === 1 && blocks.every(({ first, last }) => first === last);
}

function cidrsOf({ cidrs }: ExternalPeer): readonly Cidr[] {
  return cidrs.flatMap((text) => {
    const read = readCidr(text);
    return read.ok ? [read.cidr] : [];
  });
}

function meet(one: Block, other: Block): boolean {
  return one.family === other.family && one.first <= other.last && other.first <= one.last;
}
