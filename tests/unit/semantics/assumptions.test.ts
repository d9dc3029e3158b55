// What is taken for granted decides what otherwise depends; the cases are numbered as in SEMANTICS 9.
import { describe, expect, test } from 'vitest';
import {
  controller,
  inFixture,
  inFixtureAssuming,
  pod,
  policy,
  situation,
  situationAssuming,
} from './fixture.ts';

/** Egress of x/a to these peers and nothing else. */
const to = (peers: string) =>
  policy(
    'x/out',
    `podSelector: {matchLabels: {pod: a}}\npolicyTypes: [Egress]\negress: [{to: ${peers}}]`,
  );

/** Ingress of x/a from these peers and nothing else. */
const from = (peers: string) =>
  policy('x/in', `podSelector: {matchLabels: {pod: a}}\ningress: [{from: ${peers}}]`);

const HOST = 'hostNetwork: true\ncontainers: [{name: main, image: main}]';

describe('pod address ranges', () => {
  const IPV4 = { podRanges: ['10.244.0.0/16'] };
  const IPV6 = { podRanges: ['fd00:10:244::/56'] };
  const BOTH = { podRanges: [...IPV4.podRanges, ...IPV6.podRanges] };

  test('T34 every IPv4 address: pods with IPv4 alone are allowed, with IPv6 alone denied', () => {
    const open = to('[{ipBlock: {cidr: 0.0.0.0/0}}]');
    expect(inFixture(open).verdict('x/a', 'x/b')).toBe('allow');
    expect(inFixtureAssuming(IPV4, open).verdict('x/a', 'x/b')).toBe('allow');
    expect(inFixtureAssuming(IPV6, open).verdict('x/a', 'x/b')).toBe('deny');
    // Reached by its IPv6 address it is in no block that is let through.
    expect(inFixtureAssuming(BOTH, open).verdict('x/a', 'x/b')).toBe('depends');
  });

  test('T34 both families together: whichever address is taken', () => {
    const open = to('[{ipBlock: {cidr: 0.0.0.0/0}}, {ipBlock: {cidr: "::/0"}}]');
    expect(inFixtureAssuming(BOTH, open).verdict('x/a', 'x/b')).toBe('allow');
  });

  test('T35 everything but the private ranges', () => {
    const open = to(
      '[{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16]}}]',
    );
    expect(inFixture(open).verdict('x/a', 'x/b')).toBe('depends');
    expect(inFixtureAssuming(IPV4, open).verdict('x/a', 'x/b')).toBe('deny');
    expect(inFixtureAssuming({ podRanges: ['100.64.0.0/16'] }, open).verdict('x/a', 'x/b')).toBe(
      'allow',
    );
    // Half of it lies in what is excepted.
    const across = { podRanges: ['172.0.0.0/8'] };
    expect(inFixtureAssuming(across, open).verdict('x/a', 'x/b')).toBe('depends');
    for (const assumed of [{}, IPV4]) {
      expect(inFixtureAssuming(assumed, open).verdict('x/a', '8.8.8.8')).toBe('allow');
      expect(inFixtureAssuming(assumed, open).verdict('x/a', '10.1.2.3')).toBe('deny');
    }
  });

  test('T72 every IPv6 address', () => {
    const open = to('[{ipBlock: {cidr: "::/0"}}]');
    expect(inFixture(open).verdict('x/a', 'x/b')).toBe('depends');
    expect(inFixtureAssuming(IPV4, open).verdict('x/a', 'x/b')).toBe('deny');
    expect(inFixtureAssuming(IPV6, open).verdict('x/a', 'x/b')).toBe('allow');
    expect(inFixtureAssuming(IPV4, open).verdict('x/a', '8.8.8.8')).toBe('deny');
  });

  test('1.13 a block beside, around, inside and across the range', () => {
    const verdict = (cidr: string) =>
      inFixtureAssuming(IPV4, to(`[{ipBlock: {cidr: ${cidr}}}]`)).verdict('x/a', 'x/b');
    expect(verdict('10.96.0.0/12')).toBe('deny');
    expect(verdict('10.0.0.0/8')).toBe('allow');
    expect(verdict('10.244.0.0/16')).toBe('allow');
    expect(verdict('10.244.7.0/24')).toBe('depends');
    expect(verdict('10.244.0.0/15')).toBe('allow');
  });

  test('1.12 two blocks that hold the range only together', () => {
    const halves = to('[{ipBlock: {cidr: 10.244.0.0/17}}, {ipBlock: {cidr: 10.244.128.0/17}}]');
    expect(inFixtureAssuming(IPV4, halves).verdict('x/a', 'x/b')).toBe('allow');
    const most = to('[{ipBlock: {cidr: 10.244.0.0/17}}, {ipBlock: {cidr: 10.244.128.0/18}}]');
    expect(inFixtureAssuming(IPV4, most).verdict('x/a', 'x/b')).toBe('depends');
  });

  test('1.12 what one block excepts another lets in again', () => {
    const again = to(
      '[{ipBlock: {cidr: 10.0.0.0/8, except: [10.244.3.0/24]}}, {ipBlock: {cidr: 10.244.3.0/24}}]',
    );
    expect(inFixtureAssuming(IPV4, again).verdict('x/a', 'x/b')).toBe('allow');
  });

  test('a pod whose address is in the input keeps it', () => {
    const live = `${pod('y/live', 'pod: live')}
status: {podIP: 10.96.0.7, podIPs: [{ip: 10.96.0.7}]}`;
    const situated = inFixtureAssuming(IPV4, live, to('[{ipBlock: {cidr: 10.96.0.0/12}}]'));
    expect(situated.verdict('x/a', 'y/live')).toBe('allow');
    expect(situated.verdict('x/a', 'y/c')).toBe('deny');
  });

  test('ingress sees the range of the source', () => {
    const open = from('[{ipBlock: {cidr: 10.244.0.0/16}}]');
    expect(inFixture(open).verdict('y/c', 'x/a')).toBe('depends');
    expect(inFixtureAssuming(IPV4, open).verdict('y/c', 'x/a')).toBe('allow');
    const other = from('[{ipBlock: {cidr: 192.0.2.0/24}}]');
    expect(inFixtureAssuming(IPV4, other).verdict('y/c', 'x/a')).toBe('deny');
  });

  test('what is no CIDR counts for nothing', () => {
    const open = to('[{ipBlock: {cidr: 10.0.0.0/8}}]');
    expect(inFixtureAssuming({ podRanges: ['999.0.0.0/8'] }, open).verdict('x/a', 'x/b')).toBe(
      'depends',
    );
  });
});

describe('labels of a namespace that no manifest declares', () => {
  const q = pod('q/d', 'pod: d');
  const labelled = (labels: [string, string][], isComplete: boolean) => ({
    namespaces: [{ name: 'q', labels, isComplete }],
  });
  const verdict = (assumed: object, peers: string) =>
    inFixtureAssuming(assumed, q, from(peers)).verdict('q/d', 'x/a');

  test('T18 a selector on another key', () => {
    const web = '[{namespaceSelector: {matchLabels: {team: web}}}]';
    expect(verdict({}, web)).toBe('depends');
    expect(verdict(labelled([['team', 'web']], true), web)).toBe('allow');
    expect(verdict(labelled([['team', 'web']], false), web)).toBe('allow');
    expect(verdict(labelled([['team', 'ops']], false), web)).toBe('deny');
    expect(verdict(labelled([], true), web)).toBe('deny');
    expect(verdict(labelled([['env', 'prod']], false), web)).toBe('depends');
  });

  test('T67 a negative selector: the absent key satisfies it', () => {
    const notA =
      '[{namespaceSelector: {matchExpressions: [{key: team, operator: NotIn, values: [a]}]}}]';
    expect(verdict({}, notA)).toBe('depends');
    expect(verdict(labelled([], true), notA)).toBe('allow');
    expect(verdict(labelled([['team', 'a']], false), notA)).toBe('deny');
    expect(verdict(labelled([['team', 'b']], false), notA)).toBe('allow');
  });

  test('T66 the name is known in any case', () => {
    const notSystem =
      '[{namespaceSelector: {matchExpressions: [{key: kubernetes.io/metadata.name, operator: NotIn, values: [kube-system]}]}}]';
    expect(verdict({}, notSystem)).toBe('allow');
    expect(verdict(labelled([], true), notSystem)).toBe('allow');
    // Nobody can say otherwise (1.24).
    expect(
      verdict(labelled([['kubernetes.io/metadata.name', 'kube-system']], true), notSystem),
    ).toBe('allow');
  });

  test('of a namespace that is declared nothing is assumed', () => {
    const web = from('[{namespaceSelector: {matchLabels: {team: web}}}]');
    const assumed = {
      namespaces: [{ name: 'y', labels: [['team', 'web'] as const], isComplete: true }],
    };
    expect(inFixtureAssuming(assumed, web).verdict('y/c', 'x/a')).toBe('deny');
  });
});

describe('pods on the host’s network', () => {
  const host = pod('x/h', 'pod: h', HOST);
  const denyAll = policy('x/deny', 'podSelector: {}\npolicyTypes: [Ingress, Egress]');

  test('T40 isolated only where they are treated like any other pod', () => {
    const verdict = (hostNetwork: 'unknown' | 'node' | 'pod', source: string, peer: string) =>
      inFixtureAssuming({ hostNetwork }, host, denyAll).verdict(source, peer);
    expect(verdict('unknown', 'y/c', 'x/h')).toBe('allow');
    expect(verdict('node', 'y/c', 'x/h')).toBe('allow');
    expect(verdict('pod', 'y/c', 'x/h')).toBe('deny');
    expect(verdict('pod', 'x/h', 'y/c')).toBe('deny');
  });

  test('T40 as source, meant by a selector', () => {
    const fromHost = from('[{podSelector: {matchLabels: {pod: h}}}]');
    const verdict = (hostNetwork: 'unknown' | 'node' | 'pod') =>
      inFixtureAssuming({ hostNetwork }, host, fromHost).verdict('x/h', 'x/a');
    expect(verdict('unknown')).toBe('depends');
    expect(verdict('node')).toBe('deny');
    expect(verdict('pod')).toBe('allow');
  });

  test('T79 as destination, meant by a selector', () => {
    const api = pod('x/api', 'app: api', HOST);
    const toApi = to('[{podSelector: {matchLabels: {app: api}}}]');
    const verdict = (hostNetwork: 'unknown' | 'node' | 'pod') =>
      inFixtureAssuming({ hostNetwork }, api, toApi).verdict('x/a', 'x/api');
    expect(verdict('unknown')).toBe('depends');
    expect(verdict('node')).toBe('deny');
    expect(verdict('pod')).toBe('allow');
  });

  test('1.23 an ipBlock is judged by the addresses of the nodes', () => {
    const verdict = (assumed: object) =>
      inFixtureAssuming(assumed, host, to('[{ipBlock: {cidr: 192.168.0.0/16}}]')).verdict(
        'x/a',
        'x/h',
      );
    expect(verdict({})).toBe('depends');
    expect(verdict({ hostNetwork: 'node' })).toBe('depends');
    expect(verdict({ nodeRanges: ['192.168.4.0/24'] })).toBe('allow');
    expect(verdict({ nodeRanges: ['172.18.0.0/16'] })).toBe('deny');
    expect(verdict({ nodeRanges: ['192.0.0.0/8'] })).toBe('depends');
    // The ranges of pods say nothing of nodes.
    expect(verdict({ podRanges: ['192.168.4.0/24'] })).toBe('depends');
    expect(verdict({ podRanges: ['192.168.4.0/24'], hostNetwork: 'pod' })).toBe('depends');
  });

  test('1.23 what Nodes tell does not settle it: a machine may have more addresses, the input fewer Nodes', () => {
    const machine = `apiVersion: v1
kind: Node
metadata: {name: n1}
status: {addresses: [{type: InternalIP, address: 192.168.4.7}]}`;
    const block = to('[{ipBlock: {cidr: 192.168.0.0/16}}]');
    expect(inFixtureAssuming({}, host, block, machine).verdict('x/a', 'x/h')).toBe('depends');
    const assumed = { nodeRanges: ['192.168.4.0/24'] };
    expect(inFixtureAssuming(assumed, host, block, machine).verdict('x/a', 'x/h')).toBe('allow');
  });

  test('3.8, 10.5 a rule about nodes means outside only what may be the address of one', () => {
    const denied = `apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: no-nodes, annotations: {netpolis.dev/channel: experimental}}
spec:
  tier: Admin
  priority: 1
  subject: {namespaces: {}}
  egress: [{action: Deny, to: [{nodes: {}}]}]`;
    const bare = inFixtureAssuming({}, denied);
    expect(bare.verdict('x/a', '192.168.4.7')).toBe('depends');
    expect(bare.verdict('x/a', '8.8.8.8')).toBe('depends');
    const assumed = inFixtureAssuming({ nodeRanges: ['192.168.4.0/24'] }, denied);
    expect(assumed.verdict('x/a', '192.168.4.7')).toBe('depends');
    expect(assumed.verdict('x/a', '8.8.8.8')).toBe('allow');
    // A Node that tells no addresses may have any of the range.
    const silent = inFixtureAssuming(
      { nodeRanges: ['192.168.4.0/24'] },
      denied,
      'apiVersion: v1\nkind: Node\nmetadata: {name: n1}',
    );
    expect(silent.verdict('x/a', '192.168.4.7')).toBe('depends');
    expect(silent.verdict('x/a', '8.8.8.8')).toBe('allow');
  });

  test('1.23 a rule without peers lets them through as anything', () => {
    const any = policy(
      'x',
      'podSelector: {}\npolicyTypes: [Egress]\negress: [{ports: [{port: 80}]}]',
    );
    for (const hostNetwork of ['unknown', 'node', 'pod'] as const) {
      expect(inFixtureAssuming({ hostNetwork }, host, any).verdict('x/a', 'x/h')).toBe('allow');
    }
  });

  test('1.16 a port name means them only as pods', () => {
    const named = pod(
      'x/h',
      'pod: h',
      'hostNetwork: true\ncontainers: [{name: main, image: main, ports: [{name: web, containerPort: 80}]}]',
    );
    const web = policy(
      'x',
      'podSelector: {matchLabels: {pod: a}}\npolicyTypes: [Egress]\negress: [{ports: [{port: web}]}]',
    );
    const verdict = (hostNetwork: 'unknown' | 'node' | 'pod') =>
      inFixtureAssuming({ hostNetwork }, named, web).verdict('x/a', 'x/h');
    expect(verdict('unknown')).toBe('depends');
    expect(verdict('node')).toBe('deny');
    expect(verdict('pod')).toBe('allow');
  });

  test('T64 an ingress controller on the host’s network', () => {
    const controller = pod('ingress-nginx/controller', 'app: nginx', HOST);
    const open = from(
      '[{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ingress-nginx}}}]',
    );
    const verdict = (hostNetwork: 'unknown' | 'node' | 'pod') =>
      inFixtureAssuming({ hostNetwork }, controller, open).verdict(
        'ingress-nginx/controller',
        'x/a',
      );
    expect(verdict('unknown')).toBe('depends');
    expect(verdict('node')).toBe('deny');
    expect(verdict('pod')).toBe('allow');
  });
});

describe('the namespace of objects that name none', () => {
  const without = (document: string) => document.replace(/\n {2}namespace: .*/, '');
  const documents = [
    without(pod('x/web', 'app: web')),
    pod('prod/other', 'app: other'),
    policy('prod', 'podSelector: {}'),
  ];

  test('T78 is default, unless said otherwise', () => {
    expect(situation(...documents).verdict('prod/other', 'default/web')).toBe('allow');
    const inProd = situationAssuming({ defaultNamespace: 'prod' }, ...documents);
    expect(inProd.verdict('prod/other', 'prod/web')).toBe('deny');
    const said = inProd.findings.find(({ rule }) => rule === 'assumed-namespace');
    expect(said?.message).toContain('"prod" is assumed');
  });
});

describe('network plugins', () => {
  const deny = policy('x', 'podSelector: {}\npolicyTypes: [Ingress, Egress]');
  const toEverything = to('[{ipBlock: {cidr: 0.0.0.0/0}}]');

  test('T34 to Cilium an ipBlock means no pod, and outside what it always does', () => {
    const cilium = inFixtureAssuming({ cni: 'cilium' }, toEverything);
    expect(cilium.verdict('x/a', 'x/b')).toBe('deny');
    expect(cilium.verdict('x/a', '8.8.8.8')).toBe('allow');
    expect(inFixtureAssuming({ cni: 'calico' }, toEverything).verdict('x/a', 'x/b')).toBe('allow');
  });

  test('D2 not even where the address of the pod is known, or that of the node', () => {
    const live = `${pod('y/live', 'pod: live')}
status: {podIP: 10.96.0.7, podIPs: [{ip: 10.96.0.7}]}`;
    const situated = inFixtureAssuming(
      { cni: 'cilium', podRanges: ['10.96.0.0/12'], nodeRanges: ['192.168.0.0/24'] },
      live,
      pod('x/h', 'pod: h', HOST),
      toEverything,
    );
    expect(situated.verdict('x/a', 'y/live')).toBe('deny');
    expect(situated.verdict('x/a', 'x/h')).toBe('deny');
  });

  test('T40 Calico, Cilium and kindnet see only the node of pods on the host’s network', () => {
    const host = pod('x/h', 'pod: h', HOST);
    const fromHost = from('[{podSelector: {matchLabels: {pod: h}}}]');
    const verdict = (cni: 'calico' | 'cilium' | 'kindnet' | 'ovn-kubernetes') =>
      inFixtureAssuming({ cni }, host, fromHost).verdict('x/h', 'x/a');
    for (const cni of ['calico', 'cilium', 'kindnet'] as const) expect(verdict(cni)).toBe('deny');
    expect(verdict('ovn-kubernetes')).toBe('depends');
    // What is said of them by hand goes before what the plugin is known for.
    const assumed = { cni: 'calico', hostNetwork: 'pod' } as const;
    expect(inFixtureAssuming(assumed, host, fromHost).verdict('x/h', 'x/a')).toBe('allow');
  });

  test('D18 the AWS VPC CNI isolates only pods that a controller owns', () => {
    const owned = controller('Deployment', 'x/web', 'app: web');
    const { verdict, decision } = inFixtureAssuming({ cni: 'aws-vpc-cni' }, owned, deny);
    expect(verdict('y/c', 'x/a')).toBe('allow');
    expect(decision('y/c', 'x/a').ingress.reason).toBe('no-owner');
    expect(verdict('y/c', 'x/web')).toBe('deny');
    expect(verdict('x/a', 'x/web')).toBe('deny');
  });

  test('D18 a live pod of a controller is isolated also where its controller is not in the input', () => {
    const live = pod('x/web-1', 'app: web').replace(
      'metadata:',
      'metadata:\n  ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: web, uid: u, controller: true}]',
    );
    const { verdict } = inFixtureAssuming({ cni: 'aws-vpc-cni' }, live, deny);
    expect(verdict('y/c', 'x/web')).toBe('deny');
  });

  test('where none is enforced everything is allowed, and says so', () => {
    const { verdict, decision } = inFixtureAssuming({ cni: 'none' }, deny, toEverything);
    expect(verdict('y/c', 'x/a')).toBe('allow');
    expect(verdict('x/a', 'y/c')).toBe('allow');
    expect(verdict('x/a', '8.8.8.8')).toBe('allow');
    expect(decision('y/c', 'x/a').ingress.reason).toBe('not-enforced');
  });
});
