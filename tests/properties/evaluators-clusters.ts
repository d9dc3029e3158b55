// Random clusters as manifests: few names and values, so that they collide, and every feature.
import fc from 'fast-check';
import {
  type Assumptions,
  CNIS,
  HOST_NETWORKS,
  NO_ASSUMPTIONS,
} from '../../src/core/model/assumptions.ts';
import { ROUTER_GROUP } from '../../src/core/model/peer.ts';

/** One input text; prints itself readably when a property fails. */
export interface RandomInput {
  readonly text: string;
  /** How many NetworkPolicies it holds, each of which the API server would accept. */
  readonly policies: number;
  /** Half of the inputs have none. */
  readonly assumptions: Assumptions;
  [fc.toStringMethod](): string;
}

const { constantFrom, option, record } = fc;

/** A key that is missing, null or has a value: for those the reference tells missing from null, or says they are alike. */
function maybeNull<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null | undefined> {
  return fc.oneof(
    { arbitrary: value, weight: 6 },
    { arbitrary: constantFrom(null, undefined), weight: 1 },
  );
}

function few<T>(item: fc.Arbitrary<T>, most: number, least = 0): fc.Arbitrary<T[]> {
  return fc.array(item, { minLength: least, maxLength: most, size: 'max' });
}

const PLACES = constantFrom('x', 'y', 'z');
const PROTOCOL = constantFrom('TCP', 'UDP', 'SCTP');
const NUMBER = constantFrom(53, 80, 81, 8080, 65535);
const PORT_NAME = constantFrom('web', 'dns');

/** Every port at which some rule or declaration above can begin or end, and its neighbours. */
export const PROBES = [1, 2, 52, 53, 54, 79, 80, 81, 82, 8079, 8080, 8081, 8082, 65534, 65535];

/** Addresses at the edges of the blocks below. */
export const ADDRESSES = [
  '0.0.0.0',
  '9.255.255.255',
  '10.0.0.0',
  '10.0.0.1',
  '10.0.1.1',
  '10.0.1.255',
  '10.255.255.255',
  '11.0.0.0',
  '192.0.2.7',
  '255.255.255.255',
  '::',
  'fcff::1',
  'fd00::1',
  'fd00::1:0:0:1',
  'fdff::1',
  'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
];

function selector(
  keys: readonly string[],
  values: readonly string[],
): fc.Arbitrary<Record<string, unknown>> {
  const key = constantFrom(...keys);
  const value = constantFrom(...values);
  const listed = fc.uniqueArray(value, { minLength: 1, maxLength: 2 });
  const expression = fc.oneof(
    record({ key, operator: constantFrom('In', 'NotIn'), values: listed }),
    record(
      { key, operator: constantFrom('Exists', 'DoesNotExist'), values: constantFrom(null, []) },
      { requiredKeys: ['key', 'operator'] },
    ),
  );
  return fc.oneof(
    { arbitrary: fc.constant({}), weight: 2 },
    {
      arbitrary: record({ matchLabels: fc.dictionary(key, value, { minKeys: 1, maxKeys: 1 }) }),
      weight: 3,
    },
    {
      arbitrary: record(
        {
          matchLabels: maybeNull(fc.dictionary(key, value, { maxKeys: 1 })),
          matchExpressions: maybeNull(few(expression, 2)),
        },
        { requiredKeys: [] },
      ),
      weight: 3,
    },
  );
}

const POD_SELECTOR = selector(
  [
    'app',
    'app',
    'app',
    'tier',
    'pod-template-hash',
    'controller-revision-hash',
    'statefulset.kubernetes.io/pod-name',
    'apps.kubernetes.io/pod-index',
    'job-name',
  ],
  ['a', 'b', 'a', 'b', '', 'x', 'x-0', 'y-0', 'x-1', '0'],
);
const NAMESPACE_SELECTOR = selector(
  ['team', 'env', ROUTER_GROUP, 'kubernetes.io/metadata.name', 'kubernetes.io/metadata.name'],
  ['x', 'y', 'a', ''],
);

const BLOCK = constantFrom(
  { cidr: '0.0.0.0/0' },
  { cidr: '0.0.0.0/0', except: null },
  { cidr: '0.0.0.0/0', except: [] },
  { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] },
  { cidr: '0.0.0.0/0', except: ['10.0.1.0/24', '192.0.2.0/24'] },
  { cidr: '10.0.0.0/8' },
  { cidr: '10.0.0.0/8', except: ['10.0.1.0/24'] },
  { cidr: '10.0.1.9/24' },
  { cidr: '10.0.0.1/32' },
  { cidr: '192.0.2.0/24', except: ['192.0.2.7/32'] },
  { cidr: '::/0' },
  { cidr: '::/0', except: ['fd00::/8'] },
  { cidr: 'fd00::/8' },
  { cidr: 'fd00::/8', except: ['fd00::/64'] },
  { cidr: 'fd00::1/128' },
);

const PEER = fc.oneof(
  { arbitrary: record({ podSelector: POD_SELECTOR }), weight: 2 },
  {
    arbitrary: record({
      podSelector: POD_SELECTOR,
      namespaceSelector: constantFrom(null, undefined),
    }),
    weight: 1,
  },
  {
    arbitrary: record({
      namespaceSelector: NAMESPACE_SELECTOR,
      podSelector: constantFrom(null, undefined),
    }),
    weight: 2,
  },
  {
    arbitrary: record({ namespaceSelector: NAMESPACE_SELECTOR, podSelector: POD_SELECTOR }),
    weight: 2,
  },
  { arbitrary: record({ ipBlock: BLOCK }), weight: 4 },
);

const RULE_PORT = fc.oneof(
  record({ protocol: maybeNull(PROTOCOL), port: constantFrom(null, undefined) }),
  record({ protocol: maybeNull(PROTOCOL), port: NUMBER }),
  record({ protocol: maybeNull(PROTOCOL), port: PORT_NAME }),
  record({
    protocol: maybeNull(PROTOCOL),
    port: constantFrom(53, 80),
    endPort: constantFrom(80, 81, 8080, 65535),
  }),
);

function rule(peers: 'from' | 'to'): fc.Arbitrary<object> {
  return record(
    { [peers]: maybeNull(few(PEER, 2)), ports: maybeNull(few(RULE_PORT, 2)) },
    { requiredKeys: [] },
  );
}

const POLICY_SPEC = record({
  podSelector: maybeNull(POD_SELECTOR),
  policyTypes: constantFrom(
    undefined,
    null,
    [],
    ['Ingress'],
    ['Egress'],
    ['Egress'],
    ['Ingress', 'Egress'],
    ['Ingress', 'Ingress'],
  ),
  ingress: maybeNull(few(rule('from'), 2)),
  egress: maybeNull(few(rule('to'), 2)),
});

const POLICY = record({ namespace: PLACES, spec: POLICY_SPEC });

const LABELS = record(
  { app: constantFrom('a', 'b'), tier: constantFrom('a', '') },
  { requiredKeys: [] },
);

const CONTAINER_PORT = record({
  name: option(PORT_NAME, { nil: undefined }),
  containerPort: constantFrom(53, 80, 8080),
  protocol: option(PROTOCOL, { nil: undefined }),
});

const POD_SPEC = record({
  hostNetwork: constantFrom(undefined, undefined, undefined, false, true),
  containers: fc
    .array(few(CONTAINER_PORT, 2), { minLength: 1, maxLength: 2 })
    .map((containers) => containers.map((ports, at) => ({ name: `c${at}`, image: 'i', ports }))),
});

const POD_ADDRESSES = constantFrom(
  undefined,
  ['10.0.0.1'],
  ['10.0.1.1'],
  ['192.0.2.7'],
  ['fd00::1'],
  ['10.0.1.1', 'fd00::1'],
  ['fd01::1', '10.0.0.1'],
);

const LIVE_POD = record({
  namespace: PLACES,
  labels: LABELS,
  spec: POD_SPEC,
  addresses: POD_ADDRESSES,
  owner: constantFrom(undefined, undefined, 'one', 'two'),
  phase: constantFrom('Running', 'Running', 'Pending', 'Succeeded'),
});

const CONTROLLED = record({
  kind: constantFrom('Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job'),
  namespace: PLACES,
  labels: LABELS,
  spec: POD_SPEC,
  replicas: constantFrom(undefined, 0, 1, 2, 3),
});

const NAMESPACE = record({
  labels: record(
    {
      team: constantFrom('a', 'x', ''),
      env: constantFrom('a', 'y'),
      'kubernetes.io/metadata.name': fc.constant('y'),
    },
    { requiredKeys: [] },
  ),
});

type Manifest = Readonly<Record<string, unknown>>;

function livePod(pod: LivePod, at: number): Manifest {
  const { namespace, labels, addresses, owner, phase } = pod;
  const owned =
    owner === undefined
      ? {}
      : {
          ownerReferences: [
            {
              apiVersion: 'apps/v1',
              kind: 'ReplicaSet',
              name: owner,
              uid: owner,
              controller: true,
            },
          ],
        };
  const status =
    addresses === undefined
      ? { phase }
      : { phase, podIP: addresses[0], podIPs: addresses.map((ip) => ({ ip })) };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `p${at}`, namespace, labels, ...owned },
    spec: pod.spec,
    status,
  };
}

function controlled({ kind, namespace, labels, spec, replicas }: Controlled, at: number): Manifest {
  const counted = kind === 'DaemonSet' || kind === 'Job' ? {} : { replicas };
  const selector = kind === 'Job' ? {} : { selector: { matchLabels: labels } };
  return {
    apiVersion: kind === 'Job' ? 'batch/v1' : 'apps/v1',
    kind,
    // Named so that pods x-0, y-0, … of StatefulSets are those that selectors ask for.
    metadata: { name: ['x', 'y', 'z', 'w'][at] ?? `c${at}`, namespace },
    spec: { ...counted, ...selector, template: { metadata: { labels }, spec } },
  };
}

interface LivePod {
  readonly namespace: string;
  readonly labels: object;
  readonly spec: object;
  readonly addresses: readonly string[] | undefined;
  readonly owner: string | undefined;
  readonly phase: string;
}

interface Controlled {
  readonly kind: string;
  readonly namespace: string;
  readonly labels: object;
  readonly spec: object;
  readonly replicas: number | undefined;
}

/** Inside, across and beside the edges of the blocks above. */
const RANGES = constantFrom(
  ['10.0.0.0/8'],
  ['10.0.0.0/16'],
  ['10.0.1.0/24'],
  ['10.0.1.128/25'],
  ['172.16.0.0/12'],
  ['10.0.0.1/32', '192.0.2.0/24'],
  ['fd00::/64'],
  ['10.0.0.0/16', 'fd00::/48'],
  ['0.0.0.0/0', '::/0'],
);

const ASSUMED_NAMESPACE = record({
  name: PLACES,
  labels: fc
    .dictionary(constantFrom('team', 'env'), constantFrom('a', 'x', ''), { maxKeys: 2 })
    .map((labels) => Object.entries(labels)),
  isComplete: fc.boolean(),
});

const ASSUMPTIONS: fc.Arbitrary<Assumptions> = fc.oneof(
  fc.constant(NO_ASSUMPTIONS),
  record({
    cni: fc.oneof(
      { arbitrary: fc.constant('specification' as const), weight: 2 },
      { arbitrary: constantFrom(...CNIS), weight: 1 },
    ),
    podRanges: fc.oneof(fc.constant([]), RANGES),
    nodeRanges: fc.oneof(fc.constant([]), RANGES),
    serviceRanges: fc.constant([]),
    namespaces: fc.uniqueArray(ASSUMED_NAMESPACE, { selector: ({ name }) => name, maxLength: 3 }),
    hostNetwork: constantFrom(...HOST_NETWORKS),
    defaultNamespace: constantFrom('default', 'x'),
  }),
);

type Bounds = readonly [least: number, most: number];

interface Size {
  readonly pods: Bounds;
  readonly controlled: Bounds;
  readonly policies: Bounds;
}

function inputOf(size: Size): fc.Arbitrary<RandomInput> {
  return record({
    // A namespace that is left out is undeclared where something is in it.
    x: option(NAMESPACE),
    y: option(NAMESPACE),
    pods: few(LIVE_POD, size.pods[1], size.pods[0]),
    controlled: few(CONTROLLED, size.controlled[1], size.controlled[0]),
    policies: few(POLICY, size.policies[1], size.policies[0]),
    shape: constantFrom('list', 'documents'),
    assumptions: ASSUMPTIONS,
  }).map(({ x, y, pods, controlled: controllers, policies, shape, assumptions }) => {
    const manifests: readonly Manifest[] = [
      ...Object.entries({ x, y }).flatMap(([name, declared]) =>
        declared === null
          ? []
          : [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: declared.labels } }],
      ),
      ...pods.map(livePod),
      ...controllers.map(controlled),
      ...policies.map(({ namespace, spec }, at) => ({
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: `np${at}`, namespace },
        spec,
      })),
    ];
    const lines = manifests.map((manifest) => JSON.stringify(manifest));
    const text =
      shape === 'list'
        ? `{"apiVersion": "v1", "kind": "List", "items": [\n${lines.join(',\n')}\n]}`
        : lines.join('\n---\n');
    return {
      text,
      policies: policies.length,
      assumptions,
      [fc.toStringMethod]: () => `\n${text}\n${JSON.stringify(assumptions)}\n`,
    };
  });
}

/** Small enough to read when it shows a fault. */
export const randomInput = inputOf({ pods: [0, 3], controlled: [0, 3], policies: [1, 4] });
/** Large enough that many workloads share a class and many policies a pod. */
export const largeInput = inputOf({ pods: [6, 12], controlled: [5, 10], policies: [8, 16] });
