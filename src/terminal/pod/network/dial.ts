// What becomes of a connection that a program in a pod tries: the name, the way there, and who answers.
import {
  dial as askCore,
  decidePacket,
  factSentence,
  findPeer,
  type NameAnswer,
  type PeerIndex,
} from '../../../core/index.ts';
import {
  API_SERVER_ADDRESS,
  blockOf,
  isInBlock,
  POD_BLOCK,
  SERVICE_BLOCK,
} from '../../cluster/addresses.ts';
import { hashOf } from '../../cluster/naming.ts';
import { type Pod, peerIdOf } from '../../cluster/pods.ts';
import type { World } from '../../cluster/world.ts';
import type { Why } from '../../outcome.ts';
import { listeningOn, type Speech } from './listening.ts';
import { isSlip, unknownName } from './unknown-name.ts';

export interface Dialled {
  /**
   * `open`: somebody answers. `refused`: nobody listens. `silent`: nothing comes back. `no-name`: DNS knows no
   * such name. `no-dns`: DNS does not answer.
   */
  readonly end: 'open' | 'refused' | 'silent' | 'no-name' | 'no-dns';
  /** The address that is dialled; null without a name for it. */
  readonly address: string | null;
  /** Who answers; null unless it is open. */
  readonly server: Server | null;
  /** What is to be said of the simulation. */
  readonly remarks: readonly string[];
  readonly why: Why | null;
}

export type Server =
  | { readonly kind: 'pod'; readonly pod: Pod; readonly speech: Speech }
  | { readonly kind: 'api-server' }
  | { readonly kind: 'outside' };

export type Protocol = 'TCP' | 'UDP';

export interface Asking {
  readonly world: World;
  readonly pod: Pod;
  readonly host: string;
  readonly port: number;
  readonly protocol: Protocol;
}

export const DNS_ADDRESS = '10.96.0.10';

/** A name that is all right for DNS; anything else no resolver asks for. */
const NAME = /^[a-z0-9_](?:[a-z0-9._-]{0,251}[a-z0-9_])?\.?$/i;
const ADDRESS = /^(?:\d{1,3}\.){3}\d{1,3}$|^[0-9a-f:]*:[0-9a-f:]*$/i;

export function dial(asking: Asking): Dialled {
  const { world, pod, host } = asking;
  const source = indexOf(world, peerIdOf(pod, world.outcome.analysis.peers));
  if (source === null) {
    return ended('silent', null, [`The engine makes no flows for pod ${pod.name}.`]);
  }
  if (host === 'localhost' || host.startsWith('127.') || host === '::1' || host === pod.ip) {
    return toPod(asking, source, pod, host === pod.ip ? pod.ip : '127.0.0.1', []);
  }
  const other = world.pods.find(({ ip }) => ip === host);
  if (other !== undefined) return toPod(asking, source, other, host, []);
  const service = world.services.find(({ clusterIp }) => clusterIp === host);
  if (service !== undefined) {
    // The whole name means the same, and nobody has to be asked for it.
    const name = `${service.name}.${service.namespace}.svc.cluster.local.`;
    return through(asking, source, name, host);
  }
  const { podRanges, serviceRanges } = world.assumptions;
  const own = [blockOf(podRanges, POD_BLOCK), blockOf(serviceRanges, SERVICE_BLOCK)];
  if (own.some((block) => isInBlock(block, host))) {
    return ended('silent', host, [`Nobody in the cluster has the address ${host}.`]);
  }
  if (!ADDRESS.test(host) && !NAME.test(host)) return ended('no-name', null, []);
  return through(asking, source, host, null);
}

/** @param known the address, where no name has to be resolved */
function through(asking: Asking, source: PeerIndex, name: string, known: string | null): Dialled {
  const { world, port, protocol } = asking;
  const answer = askCore(world.outcome, source, name, port, protocol);
  if (answer === null) return ended('silent', null, []);
  const dns = known === null ? dnsStep(answer, idAt(world, source)) : PASSED;
  if (dns.blocked !== null) return dns.blocked;
  const { meaning } = answer;
  if (meaning.kind === 'nobody' || (meaning.kind === 'outside' && isSlip(world, meaning.name))) {
    // DNS has answered: its flow is not why.
    const words = unknownName(world, name, asking.pod.namespace);
    return ended('no-name', null, [...dns.remarks, ...words]);
  }
  const at: Way = { answer, known, remarks: dns.remarks, source };
  switch (meaning.kind) {
    case 'service':
    case 'api-server':
      return toService(asking, at);
    case 'pod': {
      const behind = podsOf(world, meaning.peer.id);
      const pod = behind.find((one) => one.name === name.split('.')[0]) ?? behind[0];
      if (pod === undefined) return ended('silent', null, dns.remarks);
      return toPod(asking, source, pod, pod.ip, dns.remarks);
    }
    default:
      return toOutside(asking, at);
  }
}

interface Way {
  readonly answer: NameAnswer;
  readonly known: string | null;
  readonly remarks: readonly string[];
  readonly source: PeerIndex;
}

interface DnsPassed {
  readonly blocked: Dialled | null;
  readonly remarks: readonly string[];
  readonly why: Why | null;
}

const PASSED: DnsPassed = { blocked: null, remarks: [], why: null };

/** Whether the cluster's DNS may be asked: where it is not certain, it is taken for silent. */
export function dnsStep({ dns }: NameAnswer, source: string): DnsPassed {
  if (dns === null) return PASSED;
  const why: Why = { source, destination: dns.server.id, protocol: 'UDP', port: dns.port };
  if (dns.verdict === 'allow') return { blocked: null, remarks: [], why };
  const facts = factsOf(dns.decision);
  const remarks =
    dns.verdict === 'deny' ? ['DNS is out of reach: UDP port 53 is denied.'] : unsure(facts, 'DNS');
  return { blocked: ended('no-dns', null, remarks, why), remarks, why };
}

function toService(asking: Asking, { answer, known, remarks, source }: Way): Dialled {
  const { world, host, port, protocol } = asking;
  const { meaning, ports, problem } = answer;
  const address = known ?? addressOf(world, answer);
  const [reached] = ports;
  if (reached === undefined) {
    // Nothing is translated for such a port, so packets go to an address that nobody has.
    const words = protocol === 'UDP' ? `${host} has no UDP port ${port}.` : problem;
    return ended('silent', address, [...remarks, ...(words === null ? [] : [words])]);
  }
  const { endpoints, nothing, count } = reached;
  if (endpoints.length === 0) {
    return ended('refused', address, [...remarks, ...(nothing === null ? [] : [nothing])]);
  }
  const chosen = endpoints.flatMap((endpoint) => {
    const pods = typeof endpoint.pods === 'number' ? Math.min(Math.max(endpoint.pods, 1), 20) : 1;
    return Array.from({ length: pods }, (_, at) => ({ endpoint, at }));
  });
  const pick = chosen[hashOf(`${world.now} ${host}`) % chosen.length] ?? chosen[0];
  if (pick === undefined) return ended('refused', address, remarks);
  const { endpoint, at } = pick;
  const why: Why = {
    source: idAt(world, source),
    destination: idOf(world, endpoint.peer.id),
    protocol,
    port: endpoint.port,
  };
  const said = [...remarks];
  if (count.allow > 0 && count.allow < count.total) {
    said.push(
      `Of the ${count.total} endpoints behind it, ${count.allow} can be reached for certain; each try goes to one of them.`,
    );
  }
  const isThere = endpoint.verdict === 'allow';
  if (endpoint.verdict === 'depends') said.push(...unsure(endpoint.because, endpoint.peer.id));
  if (!isThere) return ended('silent', address, said, why);
  if (meaning.kind === 'api-server') {
    return { end: 'open', address, server: { kind: 'api-server' }, remarks: said, why };
  }
  if (endpoint.peer.type !== 'workload') {
    return { end: 'open', address, server: { kind: 'outside' }, remarks: said, why };
  }
  const pods = podsOf(world, endpoint.peer.id);
  const pod = endpoint.isSelf ? asking.pod : pods[at % Math.max(pods.length, 1)];
  if (pod === undefined) return ended('silent', address, said, why);
  const isHeadless = meaning.kind === 'service' && meaning.service.isHeadless;
  return answered(asking, pod, endpoint.port, isHeadless ? pod.ip : address, said, why);
}

function toPod(
  asking: Asking,
  source: PeerIndex,
  target: Pod,
  address: string,
  remarks: readonly string[],
): Dialled {
  const { world, pod, port, protocol } = asking;
  // A pod reaches itself, whatever policies say (SEMANTICS 1.20).
  if (target === pod) return answered(asking, pod, port, address, remarks, null);
  const id = peerIdOf(target, world.outcome.analysis.peers);
  const destination = indexOf(world, id);
  if (destination === null || id === null) return ended('silent', address, remarks);
  const why: Why = { source: idAt(world, source), destination: id, protocol, port };
  const decision = decidePacket(world.outcome, source, destination, protocol, port);
  if (decision?.verdict === 'allow') {
    return answered(asking, target, port, address, remarks, why);
  }
  const facts = decision?.verdict === 'depends' ? unsure(factsOf(decision), id) : [];
  return ended('silent', address, [...remarks, ...facts], why);
}

function toOutside(asking: Asking, { answer, remarks, source }: Way): Dialled {
  const { world, host, port, protocol } = asking;
  const endpoint = answer.ports[0]?.endpoints[0];
  // An alias of the cluster may stand for a name outside.
  const name = answer.meaning.kind === 'outside' ? answer.meaning.name : null;
  const address = name === null ? host : madeUpAddress(name);
  if (endpoint === undefined) return ended('silent', address, remarks);
  const said = [
    ...remarks,
    ...(name === null
      ? []
      : [`${name} is outside: its address is made up, as nothing leaves this page.`]),
  ];
  const destination = idOf(world, endpoint.peer.id);
  const why: Why = { source: idAt(world, source), destination, protocol, port };
  if (endpoint.verdict === 'depends') said.push(...unsure(endpoint.because, host));
  if (endpoint.verdict !== 'allow') return ended('silent', address, said, why);
  return { end: 'open', address, server: { kind: 'outside' }, remarks: said, why };
}

function answered(
  { world, protocol }: Asking,
  pod: Pod,
  port: number,
  address: string | null,
  remarks: readonly string[],
  why: Why | null,
): Dialled {
  const found = listeningOn(world, pod, port, protocol);
  if (!found.listens) return ended('refused', address, remarks, why);
  const said = found.isTaken
    ? [...remarks, `No manifest says where ${pod.name} listens: taken to listen on ${port}.`]
    : remarks;
  return {
    end: 'open',
    address,
    server: { kind: 'pod', pod, speech: found.speech },
    remarks: said,
    why,
  };
}

function ended(
  end: Exclude<Dialled['end'], 'open'>,
  address: string | null,
  remarks: readonly string[],
  why: Why | null = null,
): Dialled {
  return { end, address, server: null, remarks, why };
}

/** What is not known is taken for the worse: an opening is never shown that may not be there. */
function unsure(facts: readonly string[], what: string): readonly string[] {
  return [`Not certain, so taken as stopped (${what}). ${facts.join(' ')}`.trim()];
}

function factsOf(decision: NonNullable<ReturnType<typeof decidePacket>>): readonly string[] {
  return [
    ...new Set(
      [...decision.egress.facts, ...decision.ingress.facts].map((fact) => factSentence(fact)),
    ),
  ];
}

/** Of a Service, or for a headless one of the first pod behind it. */
function addressOf(world: World, { meaning, ports }: NameAnswer): string | null {
  if (meaning.kind === 'api-server') return API_SERVER_ADDRESS;
  if (meaning.kind !== 'service') return null;
  const { namespace, name, isHeadless } = meaning.service;
  if (isHeadless) {
    const peer = ports[0]?.endpoints[0]?.peer.id;
    return (peer === undefined ? undefined : podsOf(world, peer)[0])?.ip ?? null;
  }
  const service = world.services.find((one) => one.namespace === namespace && one.name === name);
  return service?.clusterIp ?? null;
}

/** Among those that are set aside for documentation: nobody has them. */
export function madeUpAddress(host: string): string {
  return `203.0.113.${1 + (hashOf(host.toLowerCase()) % 254)}`;
}

export function podsOf(world: World, peer: string): readonly Pod[] {
  const namespace = peer.split('/')[0];
  const { peers } = world.outcome.analysis;
  return world.pods.filter((pod) => pod.namespace === namespace && peerIdOf(pod, peers) === peer);
}

function indexOf({ outcome }: World, id: string | null): PeerIndex | null {
  const index = outcome.analysis.peers.findIndex((peer) => peer.id === id);
  return index === -1 ? null : index;
}

function idAt({ outcome }: World, index: PeerIndex): string {
  return outcome.analysis.peers[index]?.id ?? '';
}

/** The peer of the analysis that an end is, or is part of: one address is part of a block. */
function idOf(world: World, id: string): string {
  if (indexOf(world, id) !== null) return id;
  const found = findPeer(world.outcome, id);
  return found.ok ? idAt(world, found.index) : id;
}
