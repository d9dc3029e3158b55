// The policies of administrators around the NetworkPolicies (SEMANTICS 0.3, 3, 4, D6–D11, tricky cases of section 9).
import { describe, expect, test } from 'vitest';
import type { AdminPolicy } from '../../../src/core/model/admin-policy.ts';
import { NO_ASSUMPTIONS } from '../../../src/core/model/assumptions.ts';
import type { ClusterNode } from '../../../src/core/model/node.ts';
import { readAddress } from '../../../src/core/model/read-cidr.ts';
import type { Selector } from '../../../src/core/model/selector.ts';
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
} from '../explain/admin-policies.ts';
import { container, namespace, pod, policy, tieredSituation } from './fixture.ts';

const FIXTURE = [
  namespace('x', 'ns: "x"'),
  namespace('y', 'ns: "y"'),
  pod('x/a', 'pod: a'),
  pod('x/b', 'pod: b'),
  pod('y/c', 'pod: c'),
];

/** x, y and their pods, with NetworkPolicies or further objects, administrators' policies and nodes. */
function inTiers(
  adminPolicies: readonly AdminPolicy[],
  documents: readonly string[] = [],
  machines: readonly ClusterNode[] = [],
) {
  return tieredSituation([...FIXTURE, ...documents], adminPolicies, machines);
}

function labelled(key: string, ...values: readonly string[]): Selector {
  return { requirements: [{ key, operator: 'In', values }] };
}

const ANP = 'AdminNetworkPolicy';
const podNamed = (name: string) => adminPods({ pods: labelled('pod', name) });
const EVERYONE = adminPods({});
const inNamespace = (name: string) =>
  adminPods({ namespaces: labelled('kubernetes.io/metadata.name', name) });
const denyAll = policy('x/deny-all', 'podSelector: {}\npolicyTypes: [Ingress, Egress]');
const denyIngress = policy('x/deny-ingress', 'podSelector: {}\npolicyTypes: [Ingress]');
const allowAll = policy('x/allow-all', 'podSelector: {}\npolicyTypes: [Ingress]\ningress: [{}]');

describe('the order of the tiers', () => {
  test('T43 the admin tier overrules NetworkPolicies, either way', () => {
    const denies = adminPolicy('deny', { kind: ANP, ingress: [adminRule('deny')] });
    expect(inTiers([denies], [allowAll]).verdict('y/c', 'x/a')).toBe('deny');
    const allows = adminPolicy('allow', { kind: ANP, ingress: [adminRule('allow')] });
    expect(inTiers([allows], [denyIngress]).verdict('y/c', 'x/a')).toBe('allow');
  });

  const passThenDeny = [
    adminPolicy('pass', { kind: ANP, priority: 5, ingress: [adminRule('pass')] }),
    adminPolicy('deny', { kind: ANP, priority: 10, ingress: [adminRule('deny')] }),
  ];

  test('T44 Pass skips what is left of its tier, and NetworkPolicies decide', () => {
    expect(inTiers(passThenDeny, [denyIngress]).verdict('y/c', 'x/a')).toBe('deny');
    expect(inTiers(passThenDeny, [allowAll]).verdict('y/c', 'x/a')).toBe('allow');
  });

  test('T44 Pass without a NetworkPolicy leads to the baseline tier', () => {
    const base = (action: 'allow' | 'deny') => banp({ ingress: [adminRule(action)] });
    expect(inTiers([...passThenDeny, base('deny')]).verdict('y/c', 'x/a')).toBe('deny');
    expect(inTiers([...passThenDeny, base('allow')]).verdict('y/c', 'x/a')).toBe('allow');
    expect(inTiers(passThenDeny).verdict('y/c', 'x/a')).toBe('allow');
  });

  test('Pass also skips the rest of its own policy', () => {
    const made = adminPolicy('a', { ingress: [adminRule('pass'), adminRule('deny')] });
    expect(inTiers([made]).verdict('y/c', 'x/a')).toBe('allow');
  });

  test('T45 Allow skips the rest for its own direction only', () => {
    const out = adminPolicy('out', {
      kind: ANP,
      subject: podNamed('a'),
      egress: [adminRule('allow', [podNamed('c')])],
    });
    const { verdict, decision } = inTiers(
      [out],
      [policy('y', 'podSelector: {}\npolicyTypes: [Ingress]')],
    );
    expect(verdict('x/a', 'y/c')).toBe('deny');
    expect(decision('x/a', 'y/c').egress.verdict).toBe('allow');
    expect(decision('x/a', 'y/c').ingress.verdict).toBe('deny');
  });

  test('lower priorities come first, whatever the names', () => {
    const made = (allow: number, deny: number) =>
      inTiers([
        adminPolicy('z', { priority: allow, ingress: [adminRule('allow')] }),
        adminPolicy('a', { priority: deny, ingress: [adminRule('deny')] }),
      ]).verdict('y/c', 'x/a');
    expect(made(0, 1)).toBe('allow');
    expect(made(1000, 999)).toBe('deny');
  });

  test('T50 the first rule that matches decides, port by port', () => {
    const deny80 = adminRule('deny', [EVERYONE], [adminPort(80)]);
    const made = (...rules: readonly (typeof deny80)[]) =>
      inTiers([adminPolicy('a', { kind: ANP, ingress: rules })], [denyIngress]);
    const first = made(deny80, adminRule('allow'));
    expect(first.verdict('y/c', 'x/a', 'TCP', 80)).toBe('deny');
    expect(first.verdict('y/c', 'x/a', 'TCP', 81)).toBe('allow');
    expect(first.verdict('y/c', 'x/a', 'UDP', 80)).toBe('allow');
    expect(made(adminRule('allow'), deny80).verdict('y/c', 'x/a', 'TCP', 80)).toBe('allow');
  });

  test('3.3 unmatched traffic goes on, and a direction without rules is not touched', () => {
    const made = adminPolicy('a', { ingress: [adminRule('deny', [podNamed('b')])] });
    const { verdict } = inTiers([made]);
    expect(verdict('x/b', 'x/a')).toBe('deny');
    expect(verdict('y/c', 'x/a')).toBe('allow');
    expect(verdict('x/a', '8.8.8.8')).toBe('allow');
  });
});

describe('the baseline tier', () => {
  const base = banp({ ingress: [adminRule('deny')] });

  test('T48 a NetworkPolicy that isolates a pod shadows it, with or without a rule that matches', () => {
    const { verdict, decision } = inTiers(
      [base],
      [policy('x', 'podSelector: {}\npolicyTypes: [Ingress]\ningress: [{ports: [{port: 9999}]}]')],
    );
    expect(verdict('y/c', 'x/a', 'TCP', 80)).toBe('deny');
    expect(decision('y/c', 'x/a').ingress).toMatchObject({ reason: 'isolated', baseline: null });
    expect(verdict('y/c', 'x/a', 'TCP', 9999)).toBe('allow');
    expect(verdict('x/a', 'y/c')).toBe('deny');
    expect(decision('x/a', 'y/c').ingress.reason).toBe('baseline');
  });

  test('T48 D6 a NetworkPolicy of the other direction does not shadow it', () => {
    const egressOnly = policy('x', 'podSelector: {}\npolicyTypes: [Egress]\negress: [{}]');
    const { verdict } = inTiers([base], [egressOnly]);
    expect(verdict('y/c', 'x/a')).toBe('deny');
    expect(verdict('x/a', '8.8.8.8')).toBe('allow');
  });

  test('T54 Pass in the baseline tier leads to what is open behind it', () => {
    const { verdict } = inTiers([
      adminPolicy('pass', { tier: 'baseline', priority: 1, ingress: [adminRule('pass')] }),
      adminPolicy('deny', { tier: 'baseline', priority: 2, ingress: [adminRule('deny')] }),
    ]);
    expect(verdict('y/c', 'x/a')).toBe('allow');
  });

  test('has priorities of its own', () => {
    const { verdict } = inTiers([
      adminPolicy('late', { tier: 'admin', priority: 1000, ingress: [adminRule('allow')] }),
      adminPolicy('early', { tier: 'baseline', priority: 0, ingress: [adminRule('deny')] }),
    ]);
    expect(verdict('y/c', 'x/a')).toBe('allow');
  });
});

describe('subjects and peers', () => {
  test('T46 ingress rules never mean what is outside', () => {
    const made = adminPolicy('a', { kind: ANP, ingress: [adminRule('deny')] });
    const { verdict } = inTiers([made]);
    expect(verdict('8.8.8.8', 'x/a')).toBe('allow');
    expect(verdict('y/c', 'x/a')).toBe('deny');
  });

  test('T52 pods without a namespaceSelector are those of every namespace', () => {
    const made = adminPolicy('a', {
      subject: inNamespace('x'),
      ingress: [adminRule('deny', [adminPods({ pods: labelled('app', 'q') })])],
    });
    const { verdict } = inTiers([made], [pod('x/q', 'app: q'), pod('y/q', 'app: q')]);
    expect(verdict('x/q', 'x/a')).toBe('deny');
    expect(verdict('y/q', 'x/a')).toBe('deny');
    expect(verdict('x/b', 'x/a')).toBe('allow');
    expect(verdict('x/q', 'y/c')).toBe('allow');
  });

  test('3.1 pods on their host’s network are neither subjects nor peers', () => {
    const host = pod('x/h', 'pod: h', `hostNetwork: true\n${container('')}`);
    const made = adminPolicy('a', { ingress: [adminRule('deny')], egress: [adminRule('deny')] });
    const { verdict } = inTiers([made], [host]);
    expect(verdict('x/a', 'x/h')).toBe('allow');
    expect(verdict('x/h', 'x/a')).toBe('allow');
    expect(verdict('x/a', 'y/c')).toBe('deny');
  });

  test('3.1 nor where they are assumed to be treated like any other pod', () => {
    const host = pod('x/h', 'pod: h', `hostNetwork: true\n${container('')}`);
    const made = adminPolicy('a', { ingress: [adminRule('deny')], egress: [adminRule('deny')] });
    const asPods = { ...NO_ASSUMPTIONS, hostNetwork: 'pod' } as const;
    const { verdict } = tieredSituation([...FIXTURE, host, denyIngress], [made], [], asPods);
    expect(verdict('x/h', '8.8.8.8')).toBe('allow');
    expect(verdict('x/h', 'y/c')).toBe('allow');
    // A NetworkPolicy binds it then.
    expect(verdict('8.8.8.8', 'x/h')).toBe('deny');
  });

  test('the labels of an undeclared namespace leave it open whether it is meant', () => {
    const made = adminPolicy('a', {
      ingress: [adminRule('deny', [adminPods({ namespaces: labelled('team', 'q') })])],
    });
    const { verdict, decision } = inTiers([made], [pod('z/d', 'pod: d')]);
    expect(verdict('z/d', 'x/a')).toBe('depends');
    expect(decision('z/d', 'x/a').ingress.facts).toEqual([
      { kind: 'namespace-labels', namespace: 'z', keys: ['team'] },
    ]);
    expect(verdict('y/c', 'x/a')).toBe('allow');
  });

  test('and whether its pods are subjects', () => {
    const made = adminPolicy('a', {
      subject: adminPods({ namespaces: labelled('team', 'q') }),
      ingress: [adminRule('deny')],
    });
    const { verdict } = inTiers([made], [pod('z/d', 'pod: d')]);
    expect(verdict('x/a', 'z/d')).toBe('depends');
    expect(verdict('8.8.8.8', 'z/d')).toBe('allow');
  });

  test('3.11 an entry that is not known fails closed', () => {
    const unknown = { kind: 'unknown', range: { start: 0, end: 1 } } as const;
    const made = (action: 'allow' | 'deny' | 'pass') =>
      inTiers(
        [
          adminPolicy('a', {
            subject: podNamed('a'),
            egress: [adminRule(action, [unknown]), adminRule('allow', [podNamed('b')])],
          }),
        ],
        [denyAll],
      );
    expect(made('allow').decision('x/a', 'x/b').egress.verdict).toBe('allow');
    expect(made('allow').decision('x/a', 'y/c').egress.verdict).toBe('deny');
    for (const action of ['deny', 'pass'] as const) {
      expect(made(action).verdict('x/a', 'x/b')).toBe('deny');
      expect(made(action).verdict('x/a', '8.8.8.8')).toBe('deny');
    }
  });

  test('T55 4.8 the only pod of a workload is not asked about itself; replicas are', () => {
    const replicas = `apiVersion: apps/v1
kind: Deployment
metadata: {name: two, namespace: x}
spec:
  replicas: 2
  template:
    metadata: {labels: {app: two}}
    spec: {containers: [{name: main, image: main}]}`;
    const made = adminPolicy('a', { egress: [adminRule('deny')] });
    const { exists, verdict } = inTiers([made], [replicas]);
    expect(exists('x/a', 'x/a')).toBe(false);
    expect(verdict('x/two', 'x/two')).toBe('deny');
  });
});

describe('networks', () => {
  const egress = (...rules: readonly ReturnType<typeof adminRule>[]) =>
    adminPolicy('a', { kind: ANP, egress: rules });
  const denied = adminRule('deny', [networks('0.0.0.0/0')]);

  test('T47 3.7 mean pods as well as addresses outside', () => {
    const { verdict } = inTiers([egress(denied)]);
    expect(verdict('x/a', 'y/c')).toBe('deny');
    expect(verdict('x/a', '8.8.8.8')).toBe('deny');
    expect(verdict('x/a', '2001:db8::1')).toBe('allow');
  });

  test('T47 preceded by Pass for all pods they mean what is outside', () => {
    const { verdict, decision } = inTiers([egress(adminRule('pass'), denied)]);
    expect(verdict('x/a', 'y/c')).toBe('allow');
    expect(decision('x/a', 'y/c').egress).toMatchObject({
      reason: 'not-selected',
      admin: { ending: 'pass' },
    });
    expect(verdict('x/a', '8.8.8.8')).toBe('deny');
  });

  test('a narrow block may hold a pod whose address is unknown, and only then the next rule counts', () => {
    const narrow = adminRule('allow', [networks('10.0.0.0/8')]);
    const { verdict, decision } = inTiers([egress(narrow, adminRule('deny'))]);
    expect(verdict('x/a', 'y/c')).toBe('depends');
    expect(decision('x/a', 'y/c').egress.facts).toEqual([
      { kind: 'pod-address', workload: 'y/c[Pod]', block: '10.0.0.0/8' },
    ]);
    expect(verdict('x/a', '10.1.2.3')).toBe('allow');
    expect(verdict('x/a', '11.0.0.0')).toBe('allow');
    // Either way it is stopped.
    const both = inTiers([egress(adminRule('deny', [networks('10.0.0.0/8')]), adminRule('deny'))]);
    expect(both.verdict('x/a', 'y/c')).toBe('deny');
    // Either way it is let through.
    const none = inTiers([egress(narrow)]);
    expect(none.verdict('x/a', 'y/c')).toBe('allow');
  });

  test('T47 where the pods’ addresses lie may be assumed', () => {
    const assuming = (
      podRanges: readonly string[],
      ...rules: readonly ReturnType<typeof adminRule>[]
    ) =>
      tieredSituation(FIXTURE, [egress(...rules)], [], { ...NO_ASSUMPTIONS, podRanges }).verdict(
        'x/a',
        'y/c',
      );
    const inTen = adminRule('deny', [networks('10.0.0.0/8')]);
    expect(assuming([], inTen)).toBe('depends');
    expect(assuming(['10.1.0.0/16'], inTen)).toBe('deny');
    expect(assuming(['172.16.0.0/12'], inTen)).toBe('allow');
    expect(assuming(['172.16.0.0/12'], denied)).toBe('deny');
    expect(assuming(['fd00::/64'], denied)).toBe('allow');
    // Wherever in the range it is, another rule stops it, or lets it through before one that would.
    const halves = ['10.0.0.0/9', '10.128.0.0/9'].map((half) => networks(half));
    expect(assuming(['10.0.0.0/8'], ...halves.map((half) => adminRule('deny', [half])))).toBe(
      'deny',
    );
    expect(assuming(['10.0.0.0/8'], adminRule('deny', halves.slice(0, 1)))).toBe('depends');
    expect(
      assuming(['10.0.0.0/8'], ...halves.map((half) => adminRule('allow', [half])), inTen),
    ).toBe('allow');
  });

  const dual = `${pod('y/d', 'pod: d')}
status: {podIPs: [{ip: 10.0.0.1}, {ip: "fd00::1"}]}`;

  test('a pod with two addresses is stopped where each of them is, by whichever rule', () => {
    const one = inTiers([egress(adminRule('deny', [networks('10.0.0.0/8')]))], [dual]);
    expect(one.verdict('x/a', 'y/d')).toBe('depends');
    const both = inTiers(
      [
        egress(
          adminRule('deny', [networks('10.0.0.0/8')]),
          adminRule('deny', [networks('fd00::/8')]),
        ),
      ],
      [dual],
    );
    expect(both.verdict('x/a', 'y/d')).toBe('deny');
  });

  test('and let through where a tier lets each of them through', () => {
    const { verdict } = inTiers(
      [adminPolicy('a', { egress: [adminRule('allow', [networks('10.0.0.0/8')])] })],
      [
        dual,
        policy(
          'x',
          'podSelector: {}\npolicyTypes: [Egress]\negress: [{to: [{ipBlock: {cidr: "fd00::/8"}}]}]',
        ),
      ],
    );
    expect(verdict('x/a', 'y/d')).toBe('allow');
    expect(verdict('x/a', 'y/c')).toBe('depends');
  });
});

describe('nodes and domain names', () => {
  const host = pod('x/h', 'pod: h', `hostNetwork: true\n${container('')}`);
  const address = (text: string) => {
    const read = readAddress(text);
    if (read === null) throw new Error(text);
    return read;
  };
  const made = (selector: Selector) =>
    adminPolicy('a', { egress: [adminRule('deny', [nodes(selector)])] });
  const workers = labelled('role', 'worker');

  test('3.8 without Node objects any address outside may be a node’s', () => {
    const { verdict, decision } = inTiers([made(workers)], [host]);
    expect(verdict('x/a', '8.8.8.8')).toBe('depends');
    expect(decision('x/a', '8.8.8.8').egress.facts).toEqual([
      { kind: 'node-addresses', node: null },
    ]);
    expect(verdict('x/a', 'x/h')).toBe('depends');
    expect(verdict('x/a', 'y/c')).toBe('allow');
  });

  test('3.8 a pod on its host’s network is on a node, whichever it is', () => {
    const every = inTiers([made({ requirements: [] })], [host]);
    expect(every.verdict('x/a', 'x/h')).toBe('deny');
    const some = inTiers(
      [made(workers)],
      [host],
      [
        clusterNode('n1', { role: 'worker' }, [address('192.0.2.1')]),
        clusterNode('n2', { role: 'control' }, [address('192.0.2.2')]),
      ],
    );
    expect(some.verdict('x/a', 'x/h')).toBe('depends');
    const all = inTiers(
      [made(workers)],
      [host],
      [clusterNode('n1', { role: 'worker' }, [address('192.0.2.1')])],
    );
    expect(all.verdict('x/a', 'x/h')).toBe('deny');
    expect(all.verdict('x/a', 'x/h', 'UDP', 53)).toBe('deny');
  });

  test('3.8 with Node objects their addresses are nodes and no others', () => {
    const { verdict } = inTiers(
      [made(workers)],
      [],
      [
        clusterNode('n1', { role: 'worker' }, [address('192.0.2.1'), address('2001:db8::1')]),
        clusterNode('n2', { role: 'control' }, [address('192.0.2.2')]),
      ],
    );
    expect(verdict('x/a', '192.0.2.1')).toBe('deny');
    expect(verdict('x/a', '2001:db8::1')).toBe('deny');
    expect(verdict('x/a', '192.0.2.2')).toBe('allow');
    expect(verdict('x/a', '8.8.8.8')).toBe('allow');
  });

  test('a Node without addresses may have any', () => {
    const { verdict, decision } = inTiers(
      [made(workers)],
      [],
      [clusterNode('n1', { role: 'worker' }, null)],
    );
    expect(verdict('x/a', '8.8.8.8')).toBe('depends');
    expect(decision('x/a', '8.8.8.8').egress.facts).toEqual([
      { kind: 'node-addresses', node: 'n1' },
    ]);
  });

  test('3.9 a domain name may stand for any address outside, and never for a pod', () => {
    const { verdict } = inTiers([
      adminPolicy('a', {
        egress: [
          adminRule('allow', [domainNames('*.example.org')]),
          adminRule('deny', [networks('0.0.0.0/0', '::/0')]),
        ],
      }),
    ]);
    expect(verdict('x/a', '8.8.8.8')).toBe('depends');
    expect(verdict('x/a', 'y/c')).toBe('deny');
  });
});

describe('ports', () => {
  test('T74 a name brings its protocol from the destination pod', () => {
    const dns = pod(
      'y/dns',
      'pod: dns',
      container('{name: dns, containerPort: 53, protocol: UDP}'),
    );
    const { verdict } = inTiers(
      [
        adminPolicy('a', {
          kind: ANP,
          egress: [adminRule('deny', [EVERYONE], [adminPort('dns')])],
        }),
      ],
      [dns],
    );
    expect(verdict('x/a', 'y/dns', 'UDP', 53)).toBe('deny');
    expect(verdict('x/a', 'y/dns', 'TCP', 53)).toBe('allow');
    expect(verdict('x/a', 'y/dns', 'UDP', 54)).toBe('allow');
    expect(verdict('x/a', 'y/c', 'UDP', 53)).toBe('allow');
  });

  test('on ingress a name is the subject’s own', () => {
    const web = pod('x/w', 'pod: w', container('{name: web, containerPort: 8080}'));
    const { verdict } = inTiers(
      [adminPolicy('a', { ingress: [adminRule('deny', [EVERYONE], [adminPort('web')])] })],
      [web],
    );
    expect(verdict('x/a', 'x/w', 'TCP', 8080)).toBe('deny');
    expect(verdict('x/a', 'x/w', 'TCP', 80)).toBe('allow');
    expect(verdict('x/w', 'x/a', 'TCP', 8080)).toBe('allow');
  });

  test('4.5 a name beside networks matches nothing', () => {
    const web = pod('y/w', 'pod: w', container('{name: web, containerPort: 80}'));
    const { verdict } = inTiers(
      [
        adminPolicy('a', {
          egress: [adminRule('deny', [networks('0.0.0.0/0')], [adminPort('web'), adminPort(81)])],
        }),
      ],
      [web],
    );
    expect(verdict('x/a', 'y/w', 'TCP', 80)).toBe('allow');
    expect(verdict('x/a', 'y/w', 'TCP', 81)).toBe('deny');
  });

  test('ranges and whole protocols', () => {
    const { verdict } = inTiers([
      adminPolicy('a', {
        ingress: [
          adminRule('deny', [EVERYONE], [adminPort({ from: 80, to: 82 }), adminPort(null, 'SCTP')]),
        ],
      }),
    ]);
    for (const port of [80, 82]) expect(verdict('y/c', 'x/a', 'TCP', port)).toBe('deny');
    for (const port of [79, 83]) expect(verdict('y/c', 'x/a', 'TCP', port)).toBe('allow');
    expect(verdict('y/c', 'x/a', 'UDP', 80)).toBe('allow');
    for (const port of [1, 65535]) expect(verdict('y/c', 'x/a', 'SCTP', port)).toBe('deny');
  });
});

describe('equal priorities (D7)', () => {
  const at10 = (name: string, action: 'allow' | 'deny' | 'pass', from = EVERYONE) =>
    adminPolicy(name, { kind: ANP, ingress: [adminRule(action, [from])] });

  test('T51 policies that disagree leave it open, and are named', () => {
    const { verdict, decision } = inTiers([at10('a', 'allow'), at10('b', 'deny')]);
    expect(verdict('y/c', 'x/a')).toBe('depends');
    expect(decision('y/c', 'x/a').ingress.facts).toEqual([
      { kind: 'policy-order', policies: [`${ANP} a`, `${ANP} b`] },
    ]);
  });

  test('policies that agree, or mean others, leave nothing open', () => {
    expect(inTiers([at10('a', 'deny'), at10('b', 'deny')]).verdict('y/c', 'x/a')).toBe('deny');
    const apart = inTiers(
      [at10('a', 'allow', podNamed('b')), at10('b', 'deny', podNamed('c'))],
      [denyIngress],
    );
    expect(apart.verdict('x/b', 'x/a')).toBe('allow');
    expect(apart.verdict('y/c', 'x/a')).toBe('deny');
  });

  test('Pass against Allow matters only where what lies behind says otherwise', () => {
    const tied = [at10('a', 'pass'), at10('b', 'allow')];
    expect(inTiers(tied).verdict('y/c', 'x/a')).toBe('allow');
    expect(inTiers(tied, [allowAll]).verdict('y/c', 'x/a')).toBe('allow');
    expect(inTiers(tied, [denyIngress]).verdict('y/c', 'x/a')).toBe('depends');
  });

  test('what is decided before them is not open', () => {
    const first = adminPolicy('first', { priority: 9, ingress: [adminRule('deny')] });
    const { verdict } = inTiers([first, at10('a', 'allow'), at10('b', 'deny')]);
    expect(verdict('y/c', 'x/a')).toBe('deny');
  });

  test('a BaselineAdminNetworkPolicy has no place among baseline policies with priorities', () => {
    const ranked = adminPolicy('r', {
      tier: 'baseline',
      priority: 1,
      ingress: [adminRule('allow')],
    });
    const made = (action: 'allow' | 'deny') =>
      inTiers([ranked, banp({ ingress: [adminRule(action)] })]).verdict('y/c', 'x/a');
    expect(made('deny')).toBe('depends');
    expect(made('allow')).toBe('allow');
  });
});
