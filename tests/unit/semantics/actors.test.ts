// Who stands around the pods: nodes, the API server, cluster DNS (SEMANTICS 1.21, 1.31, 1.32, 3.6–3.8, T39, T64).
import { describe, expect, test } from 'vitest';
import { analyzeCluster } from '../../../src/core/engine/analyze.ts';
import { decide } from '../../../src/core/explain/decide.ts';
import {
  analyze,
  explainFlow,
  NO_ASSUMPTIONS,
  readFlows,
  withActors,
} from '../../../src/core/index.ts';
import type { Assumptions } from '../../../src/core/model/assumptions.ts';
import type { End } from '../../../src/core/model/peer.ts';
import { hasPort } from '../../../src/core/model/port.ts';
import { factSentence, nodeNote } from '../../../src/core/model/verdict.ts';
import { actorsOf } from '../../../src/core/service/actors.ts';
import { ingress, service } from '../service/asking.ts';
import { container, pod, policy } from './fixture.ts';

const A = pod('x/a', 'app: a');
const ON_HOST = `apiVersion: v1
kind: Pod
metadata: {name: h, namespace: x, labels: {app: h}}
spec: {hostNetwork: true, containers: [{name: c, image: i}]}`;

/** Asks both evaluators, which have to agree. */
function around(documents: readonly string[], assumed: Partial<Assumptions> = {}) {
  const text = documents.join('\n---\n');
  const assumptions = { ...NO_ASSUMPTIONS, ...assumed };
  const { cluster } = analyze([{ name: 'input.yaml', text }], undefined, assumptions);
  const analysis = analyzeCluster(cluster, actorsOf(cluster));
  const flows = readFlows(analysis);
  const ends: readonly End[] = [...analysis.peers, ...analysis.actors];
  const at = (name: string) => ends.findIndex(({ id }) => id === name || id.startsWith(`${name}[`));
  return {
    actors: analysis.actors.map(({ id }) => id),
    verdict(from: string, to: string, port = 443, protocol: 'TCP' | 'UDP' = 'TCP') {
      const [source, destination] = [ends[at(from)], ends[at(to)]];
      if (source === undefined || destination === undefined)
        throw new Error('there is no such end');
      const { allowed, depends } = flows.flow(at(from), at(to));
      const {
        verdict,
        egress,
        ingress: entering,
      } = decide(cluster, source, destination, protocol, port);
      const fast = hasPort(allowed, protocol, port)
        ? 'allow'
        : hasPort(depends, protocol, port)
          ? 'depends'
          : 'deny';
      expect(fast).toBe(verdict);
      const because = [...egress.facts, ...entering.facts].map(factSentence).join(' ');
      return { verdict, because };
    },
  };
}

const leaving = (to: string) =>
  policy('x', `podSelector: {}\npolicyTypes: [Egress]\negress: [{to: [${to}]}]`);
const entering = (from: string) =>
  policy('x', `podSelector: {}\npolicyTypes: [Ingress]\ningress: [{from: [${from}]}]`);
const SHUT = policy('x', 'podSelector: {}\npolicyTypes: [Ingress, Egress]');

const node = (name: string, label: string, address: string) => `apiVersion: v1
kind: Node
metadata: {name: ${name}, labels: {${label}}}
status: {addresses: [{type: InternalIP, address: ${address}}]}`;

describe('the API server', () => {
  test.each([
    ['{namespaceSelector: {}}', 'deny'],
    ['{podSelector: {}}', 'deny'],
    ['{namespaceSelector: {}, podSelector: {matchLabels: {app: a}}}', 'deny'],
    ['{ipBlock: {cidr: 10.0.0.1/32}}', 'depends'],
    ['{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8]}}', 'depends'],
    ['{ipBlock: {cidr: 0.0.0.0/0}}', 'allow'],
    ['{ipBlock: {cidr: "::/0"}}', 'depends'],
  ])('1.32 egress to %s: %s', (to, verdict) => {
    expect(around([A, leaving(to)]).verdict('x/a', '{api-server}').verdict).toBe(verdict);
  });

  test('1.32 ports count', () => {
    const web = policy(
      'x',
      'podSelector: {}\npolicyTypes: [Egress]\negress: [{ports: [{port: 6443}]}]',
    );
    const { verdict } = around([A, web]);
    expect(verdict('x/a', '{api-server}', 6443).verdict).toBe('allow');
    expect(verdict('x/a', '{api-server}', 443).verdict).toBe('deny');
  });

  test('1.32 its calls come in by the same rules', () => {
    expect(around([A, SHUT]).verdict('{api-server}', 'x/a').verdict).toBe('deny');
    expect(around([A]).verdict('{api-server}', 'x/a').verdict).toBe('allow');
    const { verdict, because } = around([A, entering('{ipBlock: {cidr: 10.0.0.0/8}}')]).verdict(
      '{api-server}',
      'x/a',
    );
    expect(verdict).toBe('depends');
    expect(because).toContain('{api-server}');
  });

  test('1.32 no block means it where the plugin is Cilium', () => {
    const open = leaving('{ipBlock: {cidr: 0.0.0.0/0}}');
    expect(around([A, open], { cni: 'cilium' }).verdict('x/a', '{api-server}').verdict).toBe(
      'deny',
    );
  });
});

describe('nodes', () => {
  test('1.21 the own node always gets in, as for probes; a pod may or may not always reach it', () => {
    const { verdict } = around([A, SHUT]);
    const from = verdict('{nodes}', 'x/a', 8080);
    expect(from.verdict).toBe('depends');
    expect(from.because).toContain("A pod's own node always gets in, as the kubelet's probes must");
    const to = verdict('x/a', '{nodes}', 10250);
    expect(to.verdict).toBe('depends');
    expect(to.because).toContain('up to the network plugin');
  });

  test('1.23 what runs on the host’s network is not isolated', () => {
    expect(around([ON_HOST, SHUT]).verdict('{nodes}', 'x/h').verdict).toBe('allow');
  });

  test('1.23 what shares the own node’s network gets in from there, and it is said where it may not otherwise', () => {
    const { cluster } = analyze([{ name: 'input.yaml', text: [ON_HOST, A, SHUT].join('\n---\n') }]);
    const [h, a] = ['h', 'a'].map((name): End => {
      const workload = cluster.workloads.find((one) => one.name === name);
      if (workload === undefined) throw new Error(`there is no ${name}`);
      return { type: 'workload', id: workload.id, workload };
    });
    if (h === undefined || a === undefined) throw new Error('there are two');
    expect(nodeNote(h, a, false)).toContain('always gets in');
    expect(nodeNote(h, a, true)).toBeNull();
    expect(nodeNote(a, h, false)).toBeNull();
    expect(nodeNote(h, h, false)).toBeNull();
    expect(nodeNote(a, a, false)).toBeNull();
  });

  test.each([
    ['{namespaceSelector: {}}', 'depends'],
    ['{ipBlock: {cidr: 0.0.0.0/0}}', 'depends'],
  ])('without a Node, a rule for %s leaves them open: %s', (from, expected) => {
    expect(around([A, entering(from)]).verdict('{nodes}', 'x/a').verdict).toBe(expected);
  });

  const NODE_1 = node('n1', 'a: b', '192.0.2.1');

  test('1.23 a Node does not show all addresses that packets of its machine come from', () => {
    const all = [NODE_1, node('n2', 'a: c', '192.0.2.2')];
    const of = (rule: string) => around([A, ...all, rule]).verdict('{nodes}', 'x/a');
    for (const cidr of ['192.0.2.0/24', '192.0.2.1/32', '198.51.100.0/24']) {
      const { verdict, because } = of(entering(`{ipBlock: {cidr: ${cidr}}}`));
      expect(verdict).toBe('depends');
      expect(because).toContain(`every address of the nodes lies in ${cidr}`);
    }
    expect(of(entering('{ipBlock: {cidr: 0.0.0.0/0}}')).verdict).toBe('allow');
  });

  test('1.13 Nodes of IPv6, or of both, are not all in 0.0.0.0/0', () => {
    const rule = entering('{ipBlock: {cidr: 0.0.0.0/0}}');
    const six = node('n2', 'a: c', '"2001:db8::2"');
    expect(around([A, NODE_1, six, rule]).verdict('{nodes}', 'x/a').verdict).toBe('depends');
  });

  test('the addresses that are assumed of nodes are all that they have', () => {
    const rule = entering('{ipBlock: {cidr: 192.0.2.0/24}}');
    const of = (nodeRanges: readonly string[], ...nodes: readonly string[]) =>
      around([A, ...nodes, rule], { nodeRanges }).verdict('{nodes}', 'x/a').verdict;
    expect(of(['192.0.2.0/28'])).toBe('allow');
    expect(of(['192.0.2.0/28'], NODE_1)).toBe('allow');
    expect(of(['192.0.2.0/28', '10.0.0.0/8'], NODE_1)).toBe('depends');
  });

  test.each([
    ['podSelector: {}\npolicyTypes: [Ingress]', 'no other node gets in'],
    [
      'podSelector: {}\ningress: [{from: [{ipBlock: {cidr: 192.0.2.0/24}}]}]',
      'for every other node the policies decide',
    ],
  ])('1.21 under {%s} it is said what holds for the other nodes', (spec, words) => {
    const { because } = around([A, policy('x', spec)]).verdict('{nodes}', 'x/a');
    expect(because).toContain(words);
  });

  test('1.21 to nodes, where nothing may leave, it is said that only the own one may be reached', () => {
    const { because } = around([A, SHUT]).verdict('x/a', '{nodes}');
    expect(because).toContain('it reaches no other node');
  });

  const cnp = (peer: string) => `apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: p, annotations: {netpolis.dev/channel: experimental}}
spec:
  tier: Admin
  priority: 1
  subject: {namespaces: {}}
  egress: [{action: Accept, to: [${peer}]}]`;
  test.each([
    ['{nodes: {}}', '{nodes}', 'allow'],
    ['{nodes: {}}', '{api-server}', 'depends'],
    ['{nodes: {matchLabels: {a: b}}}', '{nodes}', 'depends'],
    ['{namespaces: {}}', '{nodes}', 'depends'],
    ['{namespaces: {}}', '{api-server}', 'deny'],
    ['{networks: [0.0.0.0/0]}', '{api-server}', 'allow'],
    ['{networks: [10.0.0.0/8]}', '{api-server}', 'depends'],
  ])('3.6–3.8 an administrator’s rule for %s, a pod shut in, to %s: %s', (peer, to, verdict) => {
    expect(around([A, SHUT, cnp(peer)]).verdict('x/a', to).verdict).toBe(verdict);
  });
});

describe('cluster DNS', () => {
  const KUBE_DNS =
    '{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}, podSelector: {matchLabels: {k8s-app: kube-dns}}}';
  test.each([
    [KUBE_DNS, 'allow'],
    ['{namespaceSelector: {}}', 'allow'],
    ['{podSelector: {}}', 'deny'],
    ['{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: "y"}}}', 'deny'],
    ['{namespaceSelector: {matchLabels: {team: net}}}', 'depends'],
    ['{namespaceSelector: {}, podSelector: {matchLabels: {other: label}}}', 'depends'],
  ])('1.31 egress to %s: %s', (to, verdict) => {
    expect(around([A, leaving(to)]).verdict('x/a', '{cluster-dns}', 53, 'UDP').verdict).toBe(
      verdict,
    );
  });

  test('1.16 the names of its ports count', () => {
    const named = policy(
      'x',
      'podSelector: {}\npolicyTypes: [Egress]\negress: [{ports: [{port: dns, protocol: UDP}]}]',
    );
    const { verdict } = around([A, named]);
    expect(verdict('x/a', '{cluster-dns}', 53, 'UDP').verdict).toBe('allow');
    expect(verdict('x/a', '{cluster-dns}', 53, 'TCP').verdict).toBe('deny');
  });

  test('policies of its namespace hold for it', () => {
    const shut = policy('kube-system', 'podSelector: {}\npolicyTypes: [Ingress]');
    expect(around([A, shut]).verdict('x/a', '{cluster-dns}', 53, 'UDP').verdict).toBe('deny');
    expect(
      around([A, shut], { cni: 'none' }).verdict('x/a', '{cluster-dns}', 53, 'UDP').verdict,
    ).toBe('allow');
  });

  test('pods of the input take its place', () => {
    expect(around([A]).actors).toEqual(['{nodes}', '{api-server}', '{cluster-dns}']);
    const coredns = pod('kube-system/coredns', 'k8s-app: kube-dns');
    expect(around([A, coredns]).actors).toEqual(['{nodes}', '{api-server}']);
  });
});

describe('the ingress controller', () => {
  const WEB = [
    pod('x/a', 'app: a', container('{containerPort: 8080}')),
    service('x/web', 'selector: {app: a}, ports: [{port: 80, targetPort: 8080}]'),
    ingress('x/i', 'name: web, port: {number: 80}'),
  ];
  test.each([
    ['{namespaceSelector: {}}', 'allow'],
    ['{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ingress-nginx}}}', 'depends'],
    ['{podSelector: {}}', 'depends'],
    ['{ipBlock: {cidr: 10.0.0.0/8}}', 'depends'],
    ['{ipBlock: {cidr: 0.0.0.0/0}}', 'allow'],
  ])('T64, 6.3 under a rule for %s: %s', (from, verdict) => {
    const asked = around([...WEB, entering(from)]);
    expect(asked.verdict('{ingress-controller}', 'x/a', 8080).verdict).toBe(verdict);
  });

  test('1.13 the assumed addresses of pods are its own', () => {
    const rule = entering('{ipBlock: {cidr: 10.0.0.0/8}}');
    const asked = around([...WEB, rule], { podRanges: ['10.1.0.0/16'] });
    expect(asked.verdict('{ingress-controller}', 'x/a', 8080).verdict).toBe('allow');
  });
});

describe('6.3 OpenShift’s router behind a Route', () => {
  const ROUTE = `apiVersion: route.openshift.io/v1
kind: Route
metadata: {name: r, namespace: x}
spec: {to: {kind: Service, name: a}}`;
  const GROUP = 'policy-group.network.openshift.io';
  const peers = (from: string) => policy('x', `podSelector: {}\ningress: [{from: [${from}]}]`);
  const verdict = (from: string, ...more: readonly string[]) =>
    around([
      A,
      service('x/a', 'selector: {app: a}, ports: [{port: 443}]'),
      ROUTE,
      peers(from),
      ...more,
    ]).verdict('{ingress-controller}', 'x/a');

  test.each([
    [`{namespaceSelector: {matchLabels: {${GROUP}/ingress: ""}}}`, 'allow'],
    [`{namespaceSelector: {matchLabels: {${GROUP}/ingress: ""}}, podSelector: {}}`, 'allow'],
    [
      `{namespaceSelector: {matchExpressions: [{key: ${GROUP}/ingress, operator: Exists}]}}`,
      'allow',
    ],
    ['{namespaceSelector: {}}', 'allow'],
    // More is asked for than is known of it.
    [`{namespaceSelector: {matchLabels: {${GROUP}/ingress: "", team: a}}}`, 'depends'],
    [
      `{namespaceSelector: {matchLabels: {${GROUP}/ingress: ""}}, podSelector: {matchLabels: {a: b}}}`,
      'depends',
    ],
    // Whether it is on its host's network is up to how it is published.
    [`{namespaceSelector: {matchLabels: {${GROUP}/host-network: ""}}}`, 'depends'],
    ['{namespaceSelector: {matchLabels: {team: a}}}', 'depends'],
  ])('%s: %s', (from, expected) => {
    expect(verdict(from).verdict).toBe(expected);
  });

  test('the same label says nothing of another controller', () => {
    const group = `{namespaceSelector: {matchLabels: {${GROUP}/ingress: ""}}}`;
    const both = around([
      A,
      service('x/a', 'selector: {app: a}, ports: [{port: 443}]'),
      ROUTE,
      ingress('x/i', 'name: a, port: {number: 443}'),
      peers(group),
    ]);
    expect(both.verdict('{ingress-controller}', 'x/a').verdict).toBe('depends');
  });

  test('an administrator’s rule may mean it by the label, too', () => {
    const denied = `apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata: {name: p}
spec:
  tier: Admin
  priority: 1
  subject: {namespaces: {}}
  ingress: [{action: Deny, from: [{namespaces: {matchLabels: {${GROUP}/ingress: ""}}}]}]`;
    expect(verdict('{namespaceSelector: {}}', denied).verdict).toBe('deny');
  });
});

describe('a pod that nobody has written yet (1.26)', () => {
  /** From the new pod in that namespace, or from the one in a new namespace, to x/a on a port of TCP. */
  function fromNew(policies: readonly string[], namespace: string | null, port = 80) {
    const text = [A, pod('y/c', 'app: c'), ...policies].join('\n---\n');
    const outcome = withActors(analyze([{ name: 'input.yaml', text }]));
    const ends = [...outcome.analysis.peers, ...outcome.analysis.actors];
    const id = namespace === null ? '{new-pod}' : `{new-pod} ${namespace}`;
    const [source, destination] = [id, 'x/a[Pod]'].map((name) =>
      ends.findIndex((end) => end.id === name),
    ) as [number, number];
    if (source === -1) return 'as any new pod';
    const { segments } = explainFlow(outcome, source, destination);
    const found = segments.find(
      ({ protocols, ranges }) =>
        protocols.includes('TCP') && ranges.some(({ from, to }) => from <= port && port <= to),
    );
    const { allowed, depends } = readFlows(outcome.analysis).flow(source, destination);
    const fast = hasPort(allowed, 'TCP', port)
      ? 'allow'
      : hasPort(depends, 'TCP', port)
        ? 'depends'
        : 'deny';
    expect(fast).toBe(found?.decision.verdict);
    return fast;
  }

  test('reaches what no policy isolates, from anywhere', () => {
    expect(fromNew([], null)).toBe('allow');
    expect(fromNew([], 'x')).toBe('as any new pod');
  });

  test('reaches what lets in its own namespace only from there', () => {
    const own = policy('x/own', 'podSelector: {}\ningress: [{from: [{podSelector: {}}]}]');
    expect(fromNew([own], null)).toBe('deny');
    expect(fromNew([own], 'x')).toBe('allow');
    expect(fromNew([own], 'y')).toBe('as any new pod');
  });

  test('has no labels, so a rule that asks for one surely does not mean it, not even in a new namespace', () => {
    const asks = (peer: string) =>
      policy('x/asks', `podSelector: {}\ningress: [{from: [${peer}]}]`);
    expect(
      fromNew([asks('{namespaceSelector: {}, podSelector: {matchLabels: {app: c}}}')], null),
    ).toBe('deny');
    expect(fromNew([asks('{namespaceSelector: {matchLabels: {team: web}}}')], null)).toBe('deny');
    expect(
      fromNew(
        [asks('{namespaceSelector: {matchExpressions: [{key: team, operator: DoesNotExist}]}}')],
        null,
      ),
    ).toBe('allow');
    expect(fromNew([asks('{namespaceSelector: {}}')], null)).toBe('allow');
  });

  test('is selected by policies for all pods of the namespace it is put in', () => {
    const shut = policy('y/shut', 'podSelector: {}\npolicyTypes: [Egress]');
    expect(fromNew([shut], null)).toBe('allow');
    expect(fromNew([shut], 'y')).toBe('deny');
  });
});
