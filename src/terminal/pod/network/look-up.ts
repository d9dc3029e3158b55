// A question to the cluster's DNS, by itself: the name as it is known there, and its addresses.
import { dial as askCore } from '../../../core/index.ts';
import { peerIdOf } from '../../cluster/pods.ts';
import type { PodCall } from '../../command.ts';
import type { Piece, Why } from '../../outcome.ts';
import { remark } from '../../outcome.ts';
import { dnsStep, madeUpAddress, podsOf } from './dial.ts';
import { isSlip, unknownName } from './unknown-name.ts';

export interface LookedUp {
  readonly end: 'found' | 'no-name' | 'no-dns';
  /** The whole name. */
  readonly name: string;
  readonly addresses: readonly string[];
  /** Names that stand for others on the way, each with the one it stands for. */
  readonly aliases: readonly (readonly [alias: string, name: string])[];
  readonly remarks: readonly Piece[];
  readonly why: Why | null;
}

/** Any port does: only the name is looked at. */
const SOME_PORT = 80;

export function lookUp({ world, pod }: PodCall, host: string): LookedUp {
  const { outcome, pods, services } = world;
  const id = peerIdOf(pod, outcome.analysis.peers);
  const source = outcome.analysis.peers.findIndex((peer) => peer.id === id);
  const answer = source === -1 ? null : askCore(outcome, source, host, SOME_PORT, 'TCP');
  if (answer === null || id === null) return nothing('no-dns', host, [], null);
  const dns = dnsStep(answer, id);
  const remarks = dns.remarks.map((words) => remark(`# ${words}`));
  if (dns.blocked !== null) return nothing('no-dns', host, remarks, dns.why);
  const { meaning } = answer;
  const aliases = meaning.via.aliases.map(
    ({ name, namespace, externalName }) =>
      [`${name}.${namespace}.svc.cluster.local`, externalName ?? ''] as const,
  );
  const found = (
    name: string,
    addresses: readonly string[],
    more: readonly Piece[] = [],
  ): LookedUp => ({
    end: 'found',
    name,
    addresses,
    aliases,
    remarks: [...remarks, ...more],
    why: dns.why,
  });
  const bare = host.replace(/\.$/, '');
  switch (meaning.kind) {
    case 'api-server':
    case 'service': {
      const { namespace, name } =
        meaning.kind === 'service' ? meaning.service : { namespace: 'default', name: 'kubernetes' };
      const service = services.find((one) => one.namespace === namespace && one.name === name);
      if (service === undefined) break;
      const { selector, clusterIp } = service;
      const behind = pods.filter(
        (one) =>
          selector !== null &&
          one.namespace === namespace &&
          [...selector].every(([key, value]) => one.labels.get(key) === value),
      );
      const addresses = clusterIp === 'None' ? behind.map(({ ip }) => ip) : [clusterIp];
      return found(`${name}.${namespace}.svc.cluster.local`, addresses);
    }
    case 'pod': {
      const behind = podsOf(world, meaning.peer.id);
      const own = behind.find(({ name }) => name === bare.split('.')[0]) ?? behind[0];
      return found(bare, own === undefined ? [] : [own.ip]);
    }
    case 'address':
      return found(bare, [bare]);
    case 'outside': {
      const { name } = meaning;
      if (isSlip(world, name)) break;
      const words = `# ${name} is outside: its address is made up, as nothing leaves this page.`;
      return found(name, [madeUpAddress(name)], [remark(words)]);
    }
    default:
  }
  // DNS has answered: its flow is not why.
  const words = unknownName(world, host, pod.namespace).map((one) => remark(`# ${one}`));
  return nothing('no-name', host, [...remarks, ...words], null);
}

function nothing(
  end: 'no-name' | 'no-dns',
  name: string,
  remarks: readonly Piece[],
  why: Why | null,
): LookedUp {
  return { end, name, addresses: [], aliases: [], remarks, why };
}
