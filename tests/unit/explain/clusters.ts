// Small clusters made by hand, for evaluating without any manifest.
import type { Address, Cidr } from '../../../src/core/model/cidr.ts';
import { type Cluster, NO_WAYS } from '../../../src/core/model/cluster.ts';
import { labelsOf } from '../../../src/core/model/labels.ts';
import { NAME_LABEL } from '../../../src/core/model/namespace.ts';
import type { ExternalPeer, WorkloadPeer } from '../../../src/core/model/peer.ts';
import type {
  BlockPeer,
  PodsPeer,
  Policy,
  PolicySide,
  Rule,
  RulePeer,
  RulePort,
} from '../../../src/core/model/policy.ts';
import type { PortRange, Protocol } from '../../../src/core/model/port.ts';
import { EVERYTHING, type Selector } from '../../../src/core/model/selector.ts';
import { NOTHING_KNOWN } from '../../../src/core/model/unlisted.ts';
import { type Workload, workloadIdOf } from '../../../src/core/model/workload.ts';

const ORIGIN = { file: 'made.yaml', offset: 1000 };
const SOMEWHERE = { start: 0, end: 1 };

export function workload(place: string, more: Partial<Workload> = {}): WorkloadPeer {
  const [namespace = '', name = ''] = place.split('/');
  const made: Workload = {
    id: workloadIdOf(namespace, name, 'Pod'),
    namespace,
    name,
    kind: 'Pod',
    replicas: 1,
    labels: labelsOf([['pod', name]]),
    ports: [],
    hostNetwork: false,
    addresses: null,
    origin: ORIGIN,
    range: SOMEWHERE,
    nameRange: SOMEWHERE,
    ignores: [],
    ...more,
  };
  return { type: 'workload', id: made.id, workload: made };
}

/** Every namespace of a workload or policy is declared, but those in `undeclared`. */
export function cluster(
  peers: readonly WorkloadPeer[],
  policies: readonly Policy[],
  undeclared: readonly string[] = [],
): Cluster {
  const names = new Set([
    ...peers.map((peer) => peer.workload.namespace),
    ...policies.map(({ namespace }) => namespace),
  ]);
  const namespaces = [...names].map((name) => {
    const labels = { ...labelsOf([[NAME_LABEL, name]]), complete: !undeclared.includes(name) };
    return [name, { name, labels, declared: null }] as const;
  });
  return {
    namespaces: new Map(namespaces),
    workloads: peers.map((peer) => peer.workload),
    policies,
    adminPolicies: [],
    services: [],
    nodes: [],
    ways: NO_WAYS,
    unlisted: NOTHING_KNOWN,
  };
}

export function policy(
  place: string,
  sides: { readonly ingress?: PolicySide; readonly egress?: PolicySide },
  subject: Selector = EVERYTHING,
): Policy {
  const [namespace = '', name = ''] = place.split('/');
  return {
    namespace,
    name,
    origin: ORIGIN,
    range: SOMEWHERE,
    nameRange: { start: 10, end: 20 },
    subject,
    subjectRange: { start: 30, end: 40 },
    ingress: sides.ingress ?? null,
    egress: sides.egress ?? null,
    typesRange: null,
    unlisted: [],
    orderRange: null,
    ignores: [],
  };
}

/** Rules by what they name; their ranges start at 100, 200 and so on. */
export function rules(
  ...made: readonly {
    readonly peers?: readonly RulePeer[];
    readonly ports?: readonly RulePort[];
  }[]
): PolicySide {
  return {
    rules: made.map(
      ({ peers, ports }, index): Rule => ({
        index,
        range: { start: (index + 1) * 100, end: (index + 1) * 100 + 99 },
        peers: peers ?? null,
        ports: ports ?? null,
      }),
    ),
  };
}

export function pods(
  selectors: { readonly namespaces?: Selector; readonly pods?: Selector },
  start = 0,
): PodsPeer {
  return {
    kind: 'pods',
    range: { start, end: start + 1 },
    namespaces: selectors.namespaces ?? null,
    pods: selectors.pods ?? null,
  };
}

/** IPv4, `10.0.0.0/8`. */
export function block(cidr: string, except: readonly string[] = [], start = 0): BlockPeer {
  return {
    kind: 'block',
    range: { start, end: start + 1 },
    cidr: ipv4Block(cidr),
    except: except.map(ipv4Block),
  };
}

export function port(
  what: number | PortRange | string | null,
  protocol: Protocol = 'TCP',
  start = 0,
): RulePort {
  const range = { start, end: start + 1 };
  const place = { range, valueRange: what === null ? null : range, protocol };
  if (typeof what === 'number') return { ...place, port: { from: what, to: what } };
  return { ...place, port: typeof what === 'string' ? { name: what } : what };
}

export function labelled(key: string, ...values: readonly string[]): Selector {
  return { requirements: [{ key, operator: 'In', values }] };
}

export function outside(address: string): ExternalPeer {
  return { type: 'external', id: address, cidrs: [`${address}/32`], sample: ipv4(address) };
}

export function ipv4(text: string): Address {
  const value = text.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  return { family: 4, value, text };
}

export function ipv6(text: string, value: bigint): Address {
  return { family: 6, value, text };
}

function ipv4Block(text: string): Cidr {
  const [base = '', bits = '32'] = text.split('/');
  const first = ipv4(base).value;
  return { family: 4, first, last: first + 2n ** BigInt(32 - Number(bits)) - 1n, text };
}
