// Random policies of administrators and nodes beside random manifests: few names, values and
// priorities, so that they collide, and every form of rule.
import fc from 'fast-check';
import type { Outcome } from '../../src/core/index.ts';
import type {
  AdminPeer,
  AdminPolicy,
  AdminPort,
  AdminRule,
} from '../../src/core/model/admin-policy.ts';
import type { ClusterNode } from '../../src/core/model/node.ts';
import { ROUTER_GROUP } from '../../src/core/model/peer.ts';
import { readAddress } from '../../src/core/model/read-cidr.ts';
import type { Requirement, Selector } from '../../src/core/model/selector.ts';
import {
  adminPods,
  adminPolicy,
  adminPort,
  adminRule,
  banp,
  clusterNode,
  domainNames,
  networks,
  nodes,
} from '../unit/explain/admin-policies.ts';
import { outcomeWith } from '../unit/explain/outcome-with.ts';
import type { RandomInput } from './evaluators-clusters.ts';

export interface TieredInput extends RandomInput {
  readonly adminPolicies: readonly AdminPolicy[];
  readonly nodes: readonly ClusterNode[];
}

const { constantFrom, record } = fc;

function few<T>(item: fc.Arbitrary<T>, most: number, least = 0): fc.Arbitrary<T[]> {
  return fc.array(item, { minLength: least, maxLength: most, size: 'max' });
}

function selector(keys: readonly string[], values: readonly string[]): fc.Arbitrary<Selector> {
  const requirement = record({
    key: constantFrom(...keys),
    operator: constantFrom('In', 'In', 'NotIn', 'Exists', 'DoesNotExist'),
    values: fc.uniqueArray(constantFrom(...values), { minLength: 1, maxLength: 2 }),
  }).map(
    (made): Requirement => ({
      ...made,
      values: made.operator === 'In' || made.operator === 'NotIn' ? made.values : [],
    }),
  );
  return fc.oneof(
    { arbitrary: fc.constant<Selector>({ requirements: [] }), weight: 2 },
    { arbitrary: few(requirement, 2, 1).map((requirements) => ({ requirements })), weight: 3 },
  );
}

const NAMESPACES = selector(
  ['team', 'env', ROUTER_GROUP, 'kubernetes.io/metadata.name', 'kubernetes.io/metadata.name'],
  ['x', 'y', 'a', ''],
);
const PODS_BY = selector(
  ['app', 'app', 'app', 'tier', 'pod-template-hash', 'statefulset.kubernetes.io/pod-name'],
  ['a', 'b', '', 'x-0'],
);
const NODES_BY = selector(['role', 'zone'], ['a', 'b']);

const PODS = fc.oneof(
  record({ namespaces: NAMESPACES }).map(adminPods),
  record({ namespaces: NAMESPACES, pods: PODS_BY }).map(adminPods),
);

const CIDR = constantFrom(
  '0.0.0.0/0',
  '0.0.0.0/0',
  '10.0.0.0/8',
  '10.0.1.0/24',
  '10.0.0.1/32',
  '192.0.2.0/24',
  '::/0',
  'fd00::/8',
  'fd00::1/128',
);
const NETWORKS = few(CIDR, 2, 1).map((cidrs) => networks(...cidrs));

const UNKNOWN = fc.constant<AdminPeer>({ kind: 'unknown', range: { start: 0, end: 1 } });
const INGRESS_PEER: fc.Arbitrary<AdminPeer> = fc.oneof(
  { arbitrary: PODS, weight: 12 },
  { arbitrary: UNKNOWN, weight: 1 },
);
const EGRESS_PEER: fc.Arbitrary<AdminPeer> = fc.oneof(
  { arbitrary: PODS, weight: 8 },
  { arbitrary: NETWORKS, weight: 6 },
  { arbitrary: NODES_BY.map(nodes), weight: 3 },
  { arbitrary: constantFrom(domainNames('a.example'), domainNames('*.b.example')), weight: 2 },
  { arbitrary: UNKNOWN, weight: 1 },
);

const PROTOCOL = constantFrom('TCP', 'UDP', 'SCTP');
const NUMBER = constantFrom(53, 80, 81, 8080, 65535);
const PORT: fc.Arbitrary<AdminPort> = fc.oneof(
  fc.tuple(NUMBER, PROTOCOL).map(([number, protocol]) => adminPort(number, protocol)),
  fc
    .tuple(constantFrom(53, 80), constantFrom(81, 8080, 65535), PROTOCOL)
    .map(([from, to, protocol]) => adminPort({ from, to }, protocol)),
  PROTOCOL.map((protocol) => adminPort(null, protocol)),
  constantFrom('web', 'dns').map((name) => adminPort(name)),
  fc.tuple(constantFrom('web', 'dns'), PROTOCOL).map(([name, one]) => adminPort(name, one)),
);

function rules(peer: fc.Arbitrary<AdminPeer>): fc.Arbitrary<readonly AdminRule[]> {
  const rule = fc
    .tuple(
      constantFrom('allow', 'deny', 'deny', 'pass'),
      few(peer, 2, 1),
      fc.oneof(fc.constant(null), few(PORT, 2, 1)),
    )
    .map(([action, peers, ports]) => adminRule(action, peers, ports));
  return few(rule, 3);
}

const SAID = record({ subject: PODS, ingress: rules(INGRESS_PEER), egress: rules(EGRESS_PEER) });
const RANKED = fc.tuple(
  SAID,
  constantFrom('admin', 'admin', 'baseline'),
  constantFrom(0, 10, 10, 1000),
  constantFrom('AdminNetworkPolicy', 'ClusterNetworkPolicy'),
);
const POLICIES = fc
  .tuple(few(RANKED, 4), fc.option(SAID, { freq: 2 }))
  .filter(([ranked, base]) => ranked.length > 0 || base !== null)
  .map(([ranked, base]) => [
    ...ranked.map(([said, tier, priority, kind], at) =>
      adminPolicy(`p${at}`, {
        ...said,
        tier,
        priority,
        kind: tier === 'admin' ? kind : 'ClusterNetworkPolicy',
      }),
    ),
    ...(base === null ? [] : [banp(base)]),
  ]);

const NODE = fc
  .tuple(
    record({ role: constantFrom('a', 'b'), zone: constantFrom('a', 'b') }, { requiredKeys: [] }),
    constantFrom(null, ['192.0.2.7'], ['10.0.0.1'], ['11.0.0.0', 'fd00::1']),
  )
  .map(([labels, texts]) => ({
    labels,
    addresses: texts?.map((text) => readAddress(text)).filter((one) => one !== null) ?? null,
  }));
const NODES = few(NODE, 2).map((made) =>
  made.map(({ labels, addresses }, at) => clusterNode(`n${at}`, labels, addresses)),
);

/** The same manifests with what administrators add to them. */
export function tiered(input: fc.Arbitrary<RandomInput>): fc.Arbitrary<TieredInput> {
  return fc.tuple(input, POLICIES, NODES).map(([random, adminPolicies, machines]) => ({
    ...random,
    adminPolicies,
    nodes: machines,
    [fc.toStringMethod]: () =>
      `${random[fc.toStringMethod]()}${[...adminPolicies, ...machines].map(inWords).join('\n')}\n`,
  }));
}

/** Without the places, which say nothing here. */
function inWords(object: AdminPolicy | ClusterNode): string {
  return JSON.stringify(object, (key, value: unknown) => {
    if (key === 'origin' || key === 'ignores' || key.toLowerCase().endsWith('range'))
      return undefined;
    if (typeof value === 'bigint') return String(value);
    return value instanceof Map ? Object.fromEntries(value) : value;
  });
}

export function tieredOutcome(input: TieredInput): Outcome {
  const { text, adminPolicies, nodes: machines, assumptions } = input;
  return outcomeWith(text, adminPolicies, machines, assumptions);
}
