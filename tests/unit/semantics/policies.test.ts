// Subjects, isolation and peers of NetworkPolicies (SEMANTICS 1.1–1.13, tricky cases of section 9).
import { describe, expect, test } from 'vitest';
import { factSentence } from '../../../src/core/model/verdict.ts';
import { inFixture, namespace, pod, policy, situation } from './fixture.ts';

describe('isolation', () => {
  test('T1 deny all ingress isolates in that direction only', () => {
    const { verdict } = inFixture(policy('x', 'podSelector: {}\npolicyTypes: [Ingress]'));
    expect(verdict('y/c', 'x/a')).toBe('deny');
    expect(verdict('x/b', 'x/a')).toBe('deny');
    expect(verdict('8.8.8.8', 'x/a')).toBe('deny');
    expect(verdict('x/a', 'y/c')).toBe('allow');
  });

  test('T2 one empty rule allows everything', () => {
    const { verdict } = inFixture(
      policy('x', 'podSelector: {}\npolicyTypes: [Ingress]\ningress: [{}]'),
    );
    expect(verdict('y/c', 'x/a')).toBe('allow');
    expect(verdict('y/c', 'x/a', 'SCTP', 65535)).toBe('allow');
    expect(verdict('8.8.8.8', 'x/a')).toBe('allow');
  });

  test('T3 an empty from is any peer, outside included', () => {
    const { verdict } = inFixture(
      policy('x', 'podSelector: {}\npolicyTypes: [Ingress]\ningress: [{from: []}]'),
    );
    expect(verdict('y/c', 'x/a')).toBe('allow');
    expect(verdict('8.8.8.8', 'x/a')).toBe('allow');
    expect(verdict('2001:db8::1', 'x/a')).toBe('allow');
  });

  test('T4 without types, egress rules isolate ingress too', () => {
    const { verdict } = inFixture(policy('x', 'podSelector: {}\negress: [{}]'));
    expect(verdict('x/a', 'y/c')).toBe('allow');
    expect(verdict('y/c', 'x/a')).toBe('deny');
  });

  test('T5 without types, an empty egress list isolates ingress only', () => {
    const { verdict } = inFixture(policy('x', 'podSelector: {}\negress: []'));
    expect(verdict('x/a', 'y/c')).toBe('allow');
    expect(verdict('y/c', 'x/a')).toBe('deny');
  });

  test('T6 rules of a direction that is not listed are ignored', () => {
    const { verdict } = inFixture(
      policy(
        'x',
        'podSelector: {}\npolicyTypes: [Egress]\ningress: [{from: [{podSelector: {matchLabels: {pod: b}}}]}]',
      ),
    );
    expect(verdict('y/c', 'x/a')).toBe('allow');
    expect(verdict('8.8.8.8', 'x/a')).toBe('allow');
    expect(verdict('x/a', 'y/c')).toBe('deny');
  });

  test('T7 a listed direction without rules is denied', () => {
    const { verdict } = inFixture(
      policy('x', 'podSelector: {}\npolicyTypes: [Ingress, Egress]\ningress: [{}]'),
    );
    expect(verdict('y/c', 'x/a')).toBe('allow');
    expect(verdict('x/a', 'y/c')).toBe('deny');
  });

  test('T38 policies add up: deny-all beside allow-all allows', () => {
    const { verdict } = inFixture(
      policy('x/deny', 'podSelector: {}\npolicyTypes: [Ingress]'),
      policy('x/allow', 'podSelector: {}\npolicyTypes: [Ingress]\ningress: [{}]'),
    );
    expect(verdict('y/c', 'x/a')).toBe('allow');
  });

  test('T36 either end can deny', () => {
    const { verdict, decision } = inFixture(
      policy('x', 'podSelector: {matchLabels: {pod: a}}\npolicyTypes: [Egress]'),
      policy('y', 'podSelector: {}\npolicyTypes: [Ingress]\ningress: [{}]'),
    );
    expect(verdict('x/a', 'y/c')).toBe('deny');
    expect(decision('x/a', 'y/c').egress.verdict).toBe('deny');
    expect(decision('x/a', 'y/c').ingress.verdict).toBe('allow');
    expect(verdict('x/b', 'y/c')).toBe('allow');
  });

  test('T37 replies need no rule: the egress of the destination has no say', () => {
    const { verdict } = inFixture(policy('y', 'podSelector: {}\npolicyTypes: [Egress]'));
    expect(verdict('x/a', 'y/c')).toBe('allow');
    expect(verdict('y/c', 'x/a')).toBe('deny');
  });

  test('T80 a type listed twice counts once', () => {
    const { verdict, policies } = inFixture(
      policy('x', 'podSelector: {}\npolicyTypes: [Ingress, Ingress]'),
    );
    expect(policies).toEqual(['x/p']);
    expect(verdict('y/c', 'x/a')).toBe('deny');
    expect(verdict('x/a', 'y/c')).toBe('allow');
  });

  test('1.1 a policy selects pods of its own namespace only', () => {
    const { verdict } = inFixture(
      pod('y/a', 'pod: a'),
      policy('x', 'podSelector: {matchLabels: {pod: a}}\npolicyTypes: [Ingress]'),
    );
    expect(verdict('y/c', 'x/a')).toBe('deny');
    expect(verdict('x/b', 'y/a')).toBe('allow');
  });

  // SEMANTICS 1.4: [policyTypes, egress] → what x/a may do.
  test.each([
    { types: '', egress: '', out: 'allow' },
    { types: '', egress: 'egress:', out: 'allow' },
    { types: '', egress: 'egress: []', out: 'allow' },
    { types: '', egress: 'egress: [{}]', out: 'allow' },
    { types: '', egress: 'egress: [{ports: [{port: 81}]}]', out: 'deny' },
    { types: 'policyTypes:', egress: '', out: 'allow' },
    { types: 'policyTypes:', egress: 'egress: []', out: 'allow' },
    { types: 'policyTypes:', egress: 'egress: [{ports: [{port: 81}]}]', out: 'deny' },
    { types: 'policyTypes: []', egress: '', out: 'allow' },
    { types: 'policyTypes: []', egress: 'egress:', out: 'allow' },
    { types: 'policyTypes: []', egress: 'egress: [{}]', out: 'allow' },
    { types: 'policyTypes: []', egress: 'egress: [{ports: [{port: 81}]}]', out: 'deny' },
  ] as const)('1.4 types "$types", "$egress": egress $out, ingress deny', (row) => {
    const { verdict } = inFixture(policy('x', `podSelector: {}\n${row.types}\n${row.egress}`));
    expect(verdict('x/a', 'y/c')).toBe(row.out);
    expect(verdict('y/c', 'x/a')).toBe('deny');
  });

  // SEMANTICS 1.5 and 1.6.
  test.each([
    { types: '[Ingress]', rules: '', into: 'deny', out: 'allow' },
    { types: '[Ingress]', rules: 'ingress:', into: 'deny', out: 'allow' },
    { types: '[Ingress]', rules: 'ingress: []', into: 'deny', out: 'allow' },
    { types: '[Ingress]', rules: 'ingress: [{}]', into: 'allow', out: 'allow' },
    { types: '[Ingress]', rules: 'egress: [{ports: [{port: 81}]}]', into: 'deny', out: 'allow' },
    { types: '[Egress]', rules: '', into: 'allow', out: 'deny' },
    { types: '[Egress]', rules: 'egress:', into: 'allow', out: 'deny' },
    { types: '[Egress]', rules: 'egress: []', into: 'allow', out: 'deny' },
    { types: '[Egress]', rules: 'egress: [{}]', into: 'allow', out: 'allow' },
    { types: '[Egress, Ingress]', rules: '', into: 'deny', out: 'deny' },
    { types: '[Egress, Ingress]', rules: 'egress: [{}]', into: 'deny', out: 'allow' },
    { types: '[Egress, Ingress]', rules: 'ingress: [{}]', into: 'allow', out: 'deny' },
  ] as const)('1.5 types $types, "$rules": ingress $into, egress $out', (row) => {
    const { verdict } = inFixture(
      policy('x', `podSelector: {}\npolicyTypes: ${row.types}\n${row.rules}`),
    );
    expect(verdict('y/c', 'x/a')).toBe(row.into);
    expect(verdict('x/a', 'y/c')).toBe(row.out);
  });
});

describe('subjects', () => {
  test.each([
    'podSelector: {}',
    'podSelector:',
    '',
    'podSelector: {matchLabels: {}}',
    'podSelector: {matchLabels: , matchExpressions: }',
    'podSelector: {matchExpressions: []}',
  ])('T8 "%s" selects every pod of the namespace', (selector) => {
    const { verdict } = inFixture(policy('x', `${selector}\npolicyTypes: [Ingress]`));
    expect(verdict('y/c', 'x/a')).toBe('deny');
    expect(verdict('y/c', 'x/b')).toBe('deny');
    expect(verdict('x/a', 'y/c')).toBe('allow');
  });

  test('T9 NotIn matches where the key is absent', () => {
    const { verdict } = inFixture(
      pod('x/prod', 'env: prod'),
      pod('x/dev', 'env: dev'),
      policy(
        'x',
        'podSelector: {matchExpressions: [{key: env, operator: NotIn, values: [prod]}]}\npolicyTypes: [Ingress]',
      ),
    );
    expect(verdict('y/c', 'x/a')).toBe('deny');
    expect(verdict('y/c', 'x/dev')).toBe('deny');
    expect(verdict('y/c', 'x/prod')).toBe('allow');
  });

  test('T10 an empty value needs the key', () => {
    const { verdict } = inFixture(
      pod('x/empty', 'a: ""'),
      policy('x', 'podSelector: {matchLabels: {a: ""}}\npolicyTypes: [Ingress]'),
    );
    expect(verdict('y/c', 'x/a')).toBe('allow');
    expect(verdict('y/c', 'x/empty')).toBe('deny');
  });

  // SEMANTICS 1.2 and 1.3: which of (no env, env: "", env: dev, env: prod) are selected.
  test.each([
    { expression: '{key: env, operator: Exists}', selected: [false, true, true, true] },
    { expression: '{key: env, operator: DoesNotExist}', selected: [true, false, false, false] },
    {
      expression: '{key: env, operator: In, values: [dev, prod]}',
      selected: [false, false, true, true],
    },
    {
      expression: '{key: env, operator: NotIn, values: [dev, ""]}',
      selected: [true, false, false, true],
    },
  ])('1.2 $expression', ({ expression, selected }) => {
    const { verdict } = situation(
      namespace('x'),
      pod('x/none', 'other: dev'),
      pod('x/empty', 'env: ""'),
      pod('x/dev', 'env: dev'),
      pod('x/prod', 'env: prod'),
      policy('x', `podSelector: {matchExpressions: [${expression}]}\npolicyTypes: [Ingress]`),
    );
    const names = ['x/none', 'x/empty', 'x/dev', 'x/prod'];
    expect(names.map((name) => verdict('8.8.8.8', name) === 'deny')).toEqual(selected);
  });

  test('1.2 matchLabels and matchExpressions must all hold', () => {
    const { verdict } = inFixture(
      pod('x/d', 'pod: d, env: prod'),
      pod('x/e', 'pod: e, env: prod'),
      policy(
        'x',
        'podSelector: {matchLabels: {env: prod}, matchExpressions: [{key: pod, operator: In, values: [a, d]}]}\npolicyTypes: [Ingress]',
      ),
    );
    expect(verdict('y/c', 'x/a')).toBe('allow');
    expect(verdict('y/c', 'x/d')).toBe('deny');
    expect(verdict('y/c', 'x/e')).toBe('allow');
  });
});

/** Ingress of x/a from exactly these peers, as a YAML flow list. */
function from(peers: string) {
  return policy(
    'x',
    `podSelector: {matchLabels: {pod: a}}\npolicyTypes: [Ingress]\ningress: [{from: ${peers}}]`,
  );
}

/** Egress of x/a to exactly these peers, as a YAML flow list. */
function to(peers: string) {
  return policy(
    'x',
    `podSelector: {matchLabels: {pod: a}}\npolicyTypes: [Egress]\negress: [{to: ${peers}}]`,
  );
}

describe('peers', () => {
  test('T11 podSelector alone means the own namespace', () => {
    const { verdict } = inFixture(
      pod('y/b', 'pod: b'),
      from('[{podSelector: {matchLabels: {pod: b}}}]'),
    );
    expect(verdict('y/b', 'x/a')).toBe('deny');
    expect(verdict('x/b', 'x/a')).toBe('allow');
  });

  test('T12 namespaceSelector {} means every pod and nothing outside', () => {
    const { verdict } = inFixture(from('[{namespaceSelector: {}}]'));
    expect(verdict('x/b', 'x/a')).toBe('allow');
    expect(verdict('y/c', 'x/a')).toBe('allow');
    expect(verdict('8.8.8.8', 'x/a')).toBe('deny');
  });

  test('T13 a null namespaceSelector beside podSelector means the own namespace', () => {
    const { verdict } = inFixture(
      pod('x/q', 'app: q'),
      pod('y/q', 'app: q'),
      from('[{namespaceSelector: , podSelector: {matchLabels: {app: q}}}]'),
    );
    expect(verdict('y/q', 'x/a')).toBe('deny');
    expect(verdict('x/q', 'x/a')).toBe('allow');
    expect(verdict('x/b', 'x/a')).toBe('deny');
  });

  test('1.10 a null podSelector beside namespaceSelector means every pod there', () => {
    const { verdict } = inFixture(
      from('[{namespaceSelector: {matchLabels: {ns: "y"}}, podSelector: , ipBlock: }]'),
    );
    expect(verdict('y/c', 'x/a')).toBe('allow');
    expect(verdict('x/b', 'x/a')).toBe('deny');
  });

  test('T14 two items are alternatives', () => {
    const { verdict } = inFixture(
      pod('y/b', 'pod: b'),
      pod('x/d', 'pod: d'),
      from(
        '[{namespaceSelector: {matchLabels: {ns: "y"}}}, {podSelector: {matchLabels: {pod: b}}}]',
      ),
    );
    expect(verdict('x/b', 'x/a')).toBe('allow');
    expect(verdict('y/c', 'x/a')).toBe('allow');
    expect(verdict('y/b', 'x/a')).toBe('allow');
    expect(verdict('x/d', 'x/a')).toBe('deny');
  });

  test('T15 two selectors in one item must both hold', () => {
    const { verdict } = inFixture(
      pod('y/b', 'pod: b'),
      from('[{namespaceSelector: {matchLabels: {ns: "y"}}, podSelector: {matchLabels: {pod: b}}}]'),
    );
    expect(verdict('y/b', 'x/a')).toBe('allow');
    expect(verdict('x/b', 'x/a')).toBe('deny');
    expect(verdict('y/c', 'x/a')).toBe('deny');
  });

  test('T16 the name label is known for a namespace that no manifest declares', () => {
    const { verdict } = situation(
      pod('x/a', 'pod: a'),
      pod('x/b', 'pod: b'),
      pod('y/c', 'pod: c'),
      from(
        '[{namespaceSelector: {matchExpressions: [{key: kubernetes.io/metadata.name, operator: NotIn, values: [x]}]}}]',
      ),
    );
    expect(verdict('x/b', 'x/a')).toBe('deny');
    expect(verdict('y/c', 'x/a')).toBe('allow');
  });

  test('T17 the name label overwrites what the manifest says', () => {
    const select = (name: string) =>
      from(`[{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: "${name}"}}}]`);
    const declared = [
      namespace('x'),
      namespace('y', 'kubernetes.io/metadata.name: zzz'),
      pod('x/a', 'pod: a'),
      pod('y/c', 'pod: c'),
    ];
    expect(situation(...declared, select('y')).verdict('y/c', 'x/a')).toBe('allow');
    expect(situation(...declared, select('zzz')).verdict('y/c', 'x/a')).toBe('deny');
  });

  test('T18 other labels of an undeclared namespace are unknown', () => {
    const { verdict, decision } = situation(
      namespace('x'),
      pod('x/a', 'pod: a'),
      pod('x/b', 'pod: b'),
      pod('y/c', 'pod: c'),
      from('[{namespaceSelector: {matchLabels: {team: web}}}]'),
    );
    expect(verdict('y/c', 'x/a')).toBe('depends');
    expect(decision('y/c', 'x/a').ingress.facts).toEqual([
      { kind: 'namespace-labels', namespace: 'y', keys: ['team'] },
    ]);
    expect(verdict('x/b', 'x/a')).toBe('deny');
  });

  test('T66 NotIn on the name of an undeclared namespace is certain', () => {
    const { verdict } = inFixture(
      pod('q/z', 'pod: z'),
      pod('kube-system/dns', 'pod: dns'),
      from(
        '[{namespaceSelector: {matchExpressions: [{key: kubernetes.io/metadata.name, operator: NotIn, values: [kube-system]}]}}]',
      ),
    );
    expect(verdict('q/z', 'x/a')).toBe('allow');
    expect(verdict('kube-system/dns', 'x/a')).toBe('deny');
  });

  test.each([
    '{key: team, operator: NotIn, values: [a]}',
    '{key: team, operator: In, values: [a]}',
    '{key: team, operator: Exists}',
    '{key: team, operator: DoesNotExist}',
  ])('T67 %s on an undeclared namespace depends', (expression) => {
    const { verdict } = inFixture(
      pod('q/z', 'pod: z'),
      from(`[{namespaceSelector: {matchExpressions: [${expression}]}}]`),
    );
    expect(verdict('q/z', 'x/a')).toBe('depends');
  });

  test('1.25 a requirement that fails settles an undeclared namespace', () => {
    const { verdict } = inFixture(
      pod('q/z', 'pod: z'),
      from(
        '[{namespaceSelector: {matchLabels: {team: a, kubernetes.io/metadata.name: other}}}, {namespaceSelector: {matchLabels: {team: a}}, podSelector: {matchLabels: {pod: other}}}]',
      ),
    );
    expect(verdict('q/z', 'x/a')).toBe('deny');
  });

  test.each(['', 'from:', 'from: []'])('1.7 "%s" is any peer', (written) => {
    const { verdict } = inFixture(
      policy(
        'x',
        `podSelector: {}\npolicyTypes: [Ingress]\ningress:\n- ports: [{port: 80}]\n  ${written}`,
      ),
    );
    expect(verdict('y/c', 'x/a')).toBe('allow');
    expect(verdict('8.8.8.8', 'x/a')).toBe('allow');
    expect(verdict('y/c', 'x/a', 'TCP', 81)).toBe('deny');
  });

  test('1.8 peers and ports of different rules do not mix', () => {
    const { verdict } = inFixture(
      policy(
        'x',
        `podSelector: {matchLabels: {pod: a}}
policyTypes: [Ingress]
ingress:
- from: [{podSelector: {matchLabels: {pod: b}}}]
  ports: [{port: 80}]
- from: [{namespaceSelector: {matchLabels: {ns: "y"}}}]
  ports: [{port: 81}]`,
      ),
    );
    expect(verdict('x/b', 'x/a', 'TCP', 80)).toBe('allow');
    expect(verdict('x/b', 'x/a', 'TCP', 81)).toBe('deny');
    expect(verdict('y/c', 'x/a', 'TCP', 80)).toBe('deny');
    expect(verdict('y/c', 'x/a', 'TCP', 81)).toBe('allow');
  });
});

/** A pod whose addresses the input tells. */
function livePod(place: string, labels: string, addresses: readonly string[]): string {
  const ips = addresses.map((ip) => `{ip: "${ip}"}`).join(', ');
  return `${pod(place, labels)}
status:
  phase: Running
  podIP: "${addresses[0]}"
  podIPs: [${ips}]`;
}

describe('address blocks', () => {
  test('1.12 an address is in cidr and in no except', () => {
    const { verdict, externals } = inFixture(
      to('[{ipBlock: {cidr: 192.0.2.0/24, except: [192.0.2.128/25]}}]'),
    );
    expect(verdict('x/a', '192.0.2.0')).toBe('allow');
    expect(verdict('x/a', '192.0.2.127')).toBe('allow');
    expect(verdict('x/a', '192.0.2.128')).toBe('deny');
    expect(verdict('x/a', '192.0.2.255')).toBe('deny');
    expect(verdict('x/a', '192.0.1.255')).toBe('deny');
    expect(verdict('x/a', '192.0.3.0')).toBe('deny');
    expect(verdict('x/a', '2001:db8::1')).toBe('deny');
    expect(externals.length).toBeGreaterThan(1);
  });

  test.each(['', ', except: ', ', except: []'])('1.12 "%s" excepts nothing', (except) => {
    const { verdict } = inFixture(to(`[{ipBlock: {cidr: 192.0.2.0/24${except}}}]`));
    expect(verdict('x/a', '192.0.2.200')).toBe('allow');
  });

  test('T33 another item or policy may allow again what except leaves out', () => {
    const excepted = '{ipBlock: {cidr: 192.0.2.0/24, except: [192.0.2.7/32]}}';
    const again = '{ipBlock: {cidr: 192.0.2.7/32}}';
    const second = policy(
      'x/second',
      `podSelector: {matchLabels: {pod: a}}\npolicyTypes: [Egress]\negress: [{to: [${again}]}]`,
    );
    expect(inFixture(to(`[${excepted}]`)).verdict('x/a', '192.0.2.7')).toBe('deny');
    expect(inFixture(to(`[${excepted}]`), second).verdict('x/a', '192.0.2.7')).toBe('allow');
    expect(inFixture(to(`[${excepted}, ${again}]`)).verdict('x/a', '192.0.2.7')).toBe('allow');
  });

  test('T32 host bits are masked away with a warning', () => {
    const { verdict, policies, linesOf } = inFixture(to('[{ipBlock: {cidr: 10.0.0.5/8}}]'));
    expect(policies).toEqual(['x/p']);
    expect(linesOf('error')).toEqual([]);
    expect(linesOf('warning').join()).toContain('10.0.0.5/8');
    expect(verdict('x/a', '10.255.255.255')).toBe('allow');
    expect(verdict('x/a', '10.0.0.0')).toBe('allow');
    expect(verdict('x/a', '11.0.0.0')).toBe('deny');
  });

  test('T34 the whole of IPv4 covers pods, and no IPv6 address', () => {
    const { verdict } = inFixture(to('[{ipBlock: {cidr: 0.0.0.0/0}}]'));
    expect(verdict('x/a', 'x/b')).toBe('allow');
    expect(verdict('x/a', 'y/c')).toBe('allow');
    expect(verdict('x/a', '8.8.8.8')).toBe('allow');
    expect(verdict('x/a', '2001:db8::1')).toBe('deny');
  });

  test('T35 all but the private blocks: public addresses are allowed, pods depend', () => {
    const { verdict, decision } = inFixture(
      to('[{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16]}}]'),
    );
    expect(verdict('x/a', '8.8.8.8')).toBe('allow');
    expect(verdict('x/a', '10.1.2.3')).toBe('deny');
    expect(verdict('x/a', '172.31.255.255')).toBe('deny');
    expect(verdict('x/a', '192.168.0.1')).toBe('deny');
    expect(verdict('x/a', 'y/c')).toBe('depends');
    expect(decision('x/a', 'y/c').egress.facts).toEqual([
      {
        kind: 'pod-address',
        workload: 'y/c[Pod]',
        block: '0.0.0.0/0 except 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16',
      },
    ]);
  });

  test('1.13 of addresses that are known it is said that the block parts them', () => {
    const { verdict, decision } = inFixture(
      livePod('y/both', 'pod: both', ['10.0.0.1', 'fd00::1']),
      to('[{ipBlock: {cidr: 10.0.0.0/24}}]'),
    );
    expect(verdict('x/a', 'y/both')).toBe('depends');
    expect(decision('x/a', 'y/both').egress.facts.map(factSentence)).toEqual([
      '10.0.0.0/24 holds some of the addresses of y/both[Pod] and not the others.',
    ]);
  });

  test('T72 the whole of IPv6 covers no IPv4 address', () => {
    const { verdict } = inFixture(to('[{ipBlock: {cidr: "::/0"}}]'));
    expect(verdict('x/a', '8.8.8.8')).toBe('deny');
    expect(verdict('x/a', '2001:db8::1')).toBe('allow');
  });

  test('10.3 the whole of IPv6 depends for pods of an unknown family', () => {
    const { verdict } = inFixture(
      livePod('y/six', 'pod: six', ['fd00::1']),
      livePod('y/four', 'pod: four', ['10.0.0.1']),
      to('[{ipBlock: {cidr: "::/0"}}]'),
    );
    expect(verdict('x/a', 'y/c')).toBe('depends');
    expect(verdict('x/a', 'y/six')).toBe('allow');
    expect(verdict('x/a', 'y/four')).toBe('deny');
  });

  test('10.3 a narrow except leaves pods that may lie in it', () => {
    const { verdict } = inFixture(to('[{ipBlock: {cidr: 0.0.0.0/0, except: [10.1.2.3/32]}}]'));
    expect(verdict('x/a', 'y/c')).toBe('depends');
    expect(verdict('x/a', '10.1.2.3')).toBe('deny');
  });

  test('1.13 a narrower block depends for pods of unknown address, in both directions', () => {
    const block = '[{ipBlock: {cidr: 10.0.0.0/8}}]';
    expect(inFixture(to(block)).verdict('x/a', 'y/c')).toBe('depends');
    expect(inFixture(from(block)).verdict('y/c', 'x/a')).toBe('depends');
  });

  test('1.13 known pod addresses decide', () => {
    const { verdict } = inFixture(
      livePod('y/in', 'pod: in', ['10.1.0.1']),
      livePod('y/out', 'pod: out', ['10.2.0.1']),
      livePod('y/dual', 'pod: dual', ['10.1.0.2', 'fd00::2']),
      to('[{ipBlock: {cidr: 10.0.0.0/8, except: [10.2.0.0/16]}}]'),
    );
    expect(verdict('x/a', 'y/in')).toBe('allow');
    expect(verdict('x/a', 'y/out')).toBe('deny');
    // Reached by its IPv6 address it is not in the block.
    expect(verdict('x/a', 'y/dual')).toBe('depends');
  });
});

describe('host network', () => {
  const host = pod('x/h', 'pod: h', 'hostNetwork: true\ncontainers: [{name: main, image: main}]');

  test('T40 a policy does not isolate it, and a selector that matches it depends', () => {
    const { verdict, decision } = inFixture(
      host,
      policy('x/deny', 'podSelector: {}\npolicyTypes: [Ingress, Egress]'),
      from('[{podSelector: {matchLabels: {pod: h}}}]'),
    );
    expect(verdict('y/c', 'x/h')).toBe('allow');
    expect(decision('y/c', 'x/h').ingress.reason).toBe('host-network');
    expect(verdict('x/h', 'y/c')).toBe('allow');
    expect(verdict('x/h', 'x/a')).toBe('depends');
    expect(decision('x/h', 'x/a').ingress.facts).toEqual([
      { kind: 'host-network', workload: 'x/h[Pod]' },
    ]);
  });

  test('T79 egress to a selector that matches it depends', () => {
    const { verdict } = inFixture(
      pod('x/api', 'app: api', 'hostNetwork: true\ncontainers: [{name: main, image: main}]'),
      to('[{podSelector: {matchLabels: {app: api}}}]'),
    );
    expect(verdict('x/a', 'x/api')).toBe('depends');
  });

  test('1.23 a selector that does not match it stays without effect', () => {
    const { verdict } = inFixture(host, to('[{podSelector: {matchLabels: {pod: b}}}]'));
    expect(verdict('x/a', 'x/h')).toBe('deny');
  });

  test('1.23 a rule without peers matches it', () => {
    const { verdict } = inFixture(
      host,
      policy('x', 'podSelector: {}\npolicyTypes: [Egress]\negress: [{ports: [{port: 80}]}]'),
    );
    expect(verdict('x/a', 'x/h')).toBe('allow');
    expect(verdict('x/a', 'x/h', 'TCP', 81)).toBe('deny');
  });

  test('1.23 any block may hold its node', () => {
    expect(inFixture(host, to('[{ipBlock: {cidr: 0.0.0.0/0}}]')).verdict('x/a', 'x/h')).toBe(
      'depends',
    );
    expect(inFixture(host, to('[{ipBlock: {cidr: 10.0.0.0/8}}]')).verdict('x/a', 'x/h')).toBe(
      'depends',
    );
  });
});
