// The policies of administrators as people write them: text in, verdict out (SEMANTICS 3, 4, 7, section 9 by number).
import { describe, expect, test } from 'vitest';
import { container, inFixture, policy, situation } from './fixture.ts';

const GROUP = 'policy.networking.k8s.io';

function write(version: string, kind: string, name: string, spec: string): string {
  const indented = spec.trim().replace(/^/gm, '  ');
  return `apiVersion: ${GROUP}/${version}\nkind: ${kind}\nmetadata:\n  name: ${name}\nspec:\n${indented}`;
}
const anp = (name: string, spec: string) => write('v1alpha1', 'AdminNetworkPolicy', name, spec);
const banp = (spec: string, name = 'default') =>
  write('v1alpha1', 'BaselineAdminNetworkPolicy', name, spec);
const cnp = (name: string, spec: string, version = 'v1alpha2') =>
  write(version, 'ClusterNetworkPolicy', name, spec);

const ALL = 'subject:\n  namespaces: {}';
const FROM_ALL = 'from:\n  - namespaces: {}';
const TO_ALL = 'to:\n  - namespaces: {}';
const denyIngress = policy('x/deny-ingress', 'podSelector: {}\npolicyTypes: [Ingress]');
const allowIngress = policy(
  'x/allow-ingress',
  'podSelector: {}\npolicyTypes: [Ingress]\ningress: [{}]',
);

describe('AdminNetworkPolicy and BaselineAdminNetworkPolicy', () => {
  test('T43 Deny before an allowing NetworkPolicy, Allow before a denying one', () => {
    const ingress = (action: string) =>
      anp('a', `priority: 10\n${ALL}\ningress:\n- action: ${action}\n  ${FROM_ALL}`);
    expect(inFixture(ingress('Deny'), allowIngress).verdict('y/c', 'x/a')).toBe('deny');
    expect(inFixture(ingress('Allow'), denyIngress).verdict('y/c', 'x/a')).toBe('allow');
  });

  test('T44 Pass before Deny: NetworkPolicies decide, and without one the baseline', () => {
    const pass = anp('pass', `priority: 5\n${ALL}\ningress:\n- action: Pass\n  ${FROM_ALL}`);
    const deny = anp('deny', `priority: 10\n${ALL}\ningress:\n- action: Deny\n  ${FROM_ALL}`);
    const base = banp(`${ALL}\ningress:\n- action: Deny\n  ${FROM_ALL}`);
    expect(inFixture(pass, deny, denyIngress).verdict('y/c', 'x/a')).toBe('deny');
    expect(inFixture(pass, deny, allowIngress).verdict('y/c', 'x/a')).toBe('allow');
    expect(inFixture(pass, deny).verdict('y/c', 'x/a')).toBe('allow');
    expect(inFixture(pass, deny, base).verdict('y/c', 'x/a')).toBe('deny');
  });

  test('T45 Allow for egress leaves the ingress of the other end as it is', () => {
    const allow = anp('a', `priority: 1\n${ALL}\negress:\n- action: Allow\n  ${TO_ALL}`);
    expect(inFixture(allow, denyIngress).verdict('y/c', 'x/a')).toBe('deny');
  });

  test('T46 ingress rules never mean addresses outside', () => {
    const deny = anp('a', `priority: 1\n${ALL}\ningress:\n- action: Deny\n  ${FROM_ALL}`);
    const { verdict } = inFixture(deny);
    expect(verdict('203.0.113.9', 'x/a')).toBe('allow');
    expect(verdict('y/c', 'x/a')).toBe('deny');
  });

  test('T47 networks hold pods, too, unless something passes them before', () => {
    const networks = '- action: Deny\n  to:\n  - networks: [0.0.0.0/0]';
    const deny = anp('a', `priority: 1\n${ALL}\negress:\n${networks}`);
    expect(inFixture(deny).verdict('x/a', 'y/c')).not.toBe('allow');
    expect(inFixture(deny).verdict('x/a', '203.0.113.9')).toBe('deny');
    const pass = anp('a', `priority: 1\n${ALL}\negress:\n- action: Pass\n  ${TO_ALL}\n${networks}`);
    expect(inFixture(pass).verdict('x/a', 'y/c')).toBe('allow');
    expect(inFixture(pass).verdict('x/a', '203.0.113.9')).toBe('deny');
  });

  test('T48 a NetworkPolicy shadows the baseline in the direction that it isolates', () => {
    const base = banp(`${ALL}\ningress:\n- action: Deny\n  ${FROM_ALL}`);
    const unrelated = policy(
      'x',
      'podSelector: {}\npolicyTypes: [Ingress]\ningress:\n- from:\n  - podSelector: {matchLabels: {pod: b}}',
    );
    const egressOnly = policy('x', 'podSelector: {}\npolicyTypes: [Egress]\negress: [{}]');
    const shadowed = inFixture(base, unrelated);
    expect(shadowed.verdict('x/b', 'x/a')).toBe('allow');
    expect(shadowed.verdict('y/c', 'x/a')).toBe('deny');
    expect(inFixture(base, egressOnly).verdict('y/c', 'x/a')).toBe('deny');
  });

  test('T49 the baseline by another name is refused, at its name', () => {
    const { verdict, linesOf } = inFixture(
      banp(`${ALL}\ningress:\n- action: Deny\n  ${FROM_ALL}`, 'baseline'),
    );
    expect(linesOf('error')).toEqual(['name: baseline']);
    expect(verdict('y/c', 'x/a')).toBe('allow');
  });

  test('T50 the first rule that matches decides', () => {
    const deny80 = `- action: Deny\n  ${FROM_ALL}\n  ports:\n  - portNumber: {protocol: TCP, port: 80}`;
    const allow = `- action: Allow\n  ${FROM_ALL}`;
    const ordered = (...rules: string[]) =>
      inFixture(anp('a', `priority: 1\n${ALL}\ningress:\n${rules.join('\n')}`));
    const { verdict } = ordered(deny80, allow);
    expect([verdict('y/c', 'x/a', 'TCP', 80), verdict('y/c', 'x/a', 'TCP', 81)]).toEqual([
      'deny',
      'allow',
    ]);
    expect(ordered(allow, deny80).verdict('y/c', 'x/a', 'TCP', 80)).toBe('allow');
  });

  test('T51 equal priorities that disagree leave it open', () => {
    const rule = (name: string, action: string, from: string) =>
      anp(
        name,
        `priority: 7\n${ALL}\ningress:\n- action: ${action}\n  from:\n  - namespaces: ${from}`,
      );
    const y = '{matchLabels: {ns: "y"}}';
    expect(inFixture(rule('a', 'Allow', y), rule('b', 'Deny', y)).verdict('y/c', 'x/a')).toBe(
      'depends',
    );
    const apart = inFixture(rule('a', 'Allow', y), rule('b', 'Deny', '{matchLabels: {ns: "x"}}'));
    expect([apart.verdict('y/c', 'x/a'), apart.verdict('x/b', 'x/a')]).toEqual(['allow', 'deny']);
  });

  test('T74 a named port brings its protocol', () => {
    const server = `apiVersion: v1\nkind: Pod\nmetadata: {name: s, namespace: x}\nspec:\n  ${container('{name: dns, containerPort: 53, protocol: UDP}')}`;
    const { verdict } = inFixture(
      server,
      anp(
        'a',
        `priority: 1\n${ALL}\negress:\n- action: Deny\n  ${TO_ALL}\n  ports:\n  - namedPort: dns`,
      ),
    );
    expect(verdict('x/a', 'x/s', 'UDP', 53)).toBe('deny');
    expect(verdict('x/a', 'x/s', 'TCP', 53)).toBe('allow');
  });

  test('3.8 nodes with and without Node objects', () => {
    const deny = anp(
      'a',
      `priority: 1\n${ALL}\negress:\n- action: Deny\n  to:\n  - nodes: {matchLabels: {role: worker}}`,
    );
    const node = (name: string, role: string, address: string) =>
      `apiVersion: v1\nkind: Node\nmetadata: {name: ${name}, labels: {role: ${role}}}\nstatus:\n  addresses: [{type: InternalIP, address: ${address}}]`;
    const known = inFixture(
      deny,
      node('n1', 'worker', '192.0.2.1'),
      node('n2', 'infra', '192.0.2.2'),
    );
    expect(known.verdict('x/a', '192.0.2.1')).toBe('deny');
    expect(known.verdict('x/a', '192.0.2.2')).toBe('allow');
    expect(inFixture(deny).verdict('x/a', '203.0.113.9')).toBe('depends');
  });
});

describe('ClusterNetworkPolicy', () => {
  test('T52 pods without a namespaceSelector are those of every namespace', () => {
    const { verdict } = situation(
      ...['x', 'y', 'z'].map(
        (name) =>
          `apiVersion: v1\nkind: Pod\nmetadata: {name: q, namespace: "${name}", labels: {app: q}}`,
      ),
      'apiVersion: v1\nkind: Pod\nmetadata: {name: other, namespace: "x"}',
      cnp(
        'a',
        `tier: Admin\npriority: 1\nsubject:\n  namespaces: {matchLabels: {kubernetes.io/metadata.name: "x"}}\ningress:\n- action: Deny\n  from:\n  - pods: {podSelector: {matchLabels: {app: q}}}`,
      ),
    );
    expect(verdict('y/q', 'x/other')).toBe('deny');
    expect(verdict('z/q', 'x/other')).toBe('deny');
    expect(verdict('x/q', 'x/other')).toBe('deny');
    expect(verdict('x/other', 'x/q')).toBe('allow');
  });

  const rule = (more: string) => `tier: Admin\npriority: 1\n${ALL}\ningress:\n- ${more}`;

  test.each([
    [
      'tcp with nothing in it',
      rule(`action: Deny\n  ${FROM_ALL}\n  protocols:\n  - tcp: {}`),
      'v1alpha2',
      '- tcp: {}',
    ],
    ['Allow', rule(`action: Allow\n  ${FROM_ALL}`), 'v1alpha2', '- action: Allow'],
    [
      'a range of one port',
      rule(
        `action: Deny\n  ${FROM_ALL}\n  protocols:\n  - tcp:\n      destinationPort: {range: {start: 80, end: 80}}`,
      ),
      'v1alpha2',
      'destinationPort: {range: {start: 80, end: 80}}',
    ],
    [
      'in v1alpha1',
      rule(`action: Deny\n  ${FROM_ALL}`),
      'v1alpha1',
      `apiVersion: ${GROUP}/v1alpha1`,
    ],
  ])('T53 refused: %s', (_, spec, version, at) => {
    const { verdict, linesOf } = inFixture(cnp('a', spec, version));
    expect(linesOf('error')).toEqual([at]);
    expect(verdict('y/c', 'x/a')).toBe('allow');
  });

  test('T54 Pass in the baseline tier leads to what is open', () => {
    const baseline = (name: string, priority: number, action: string) =>
      cnp(
        name,
        `tier: Baseline\npriority: ${priority}\n${ALL}\ningress:\n- action: ${action}\n  ${FROM_ALL}`,
      );
    const both = inFixture(baseline('a', 1, 'Pass'), baseline('b', 2, 'Deny'));
    expect(both.verdict('y/c', 'x/a')).toBe('allow');
    expect(inFixture(baseline('b', 2, 'Deny')).verdict('y/c', 'x/a')).toBe('deny');
  });

  test('T75 nodes on the standard channel are refused', () => {
    const { verdict, linesOf } = inFixture(
      cnp(
        'a',
        `tier: Admin\npriority: 1\n${ALL}\negress:\n- action: Deny\n  to:\n  - nodes: {}\n  - namespaces: {}`,
      ),
    );
    expect(linesOf('error')).toEqual(['- nodes: {}']);
    expect(verdict('x/a', 'y/c')).toBe('allow');
  });
});

describe('other makers', () => {
  test("T63 Calico's NetworkPolicy is never evaluated as Kubernetes' own", () => {
    const { verdict, policies, findings } = inFixture(
      'apiVersion: projectcalico.org/v3\nkind: NetworkPolicy\nmetadata: {name: deny, namespace: x}\nspec:\n  selector: all()\n  types: [Ingress]',
    );
    expect(policies).toEqual([]);
    expect(verdict('y/c', 'x/a')).toBe('allow');
    const [said] = findings.filter(({ rule: id }) => id === 'policy-not-computed');
    expect(said?.message).toContain('the verdicts of 2 workloads could differ: x/a[Pod], x/b[Pod]');
  });

  test("D16 Antrea's ClusterNetworkPolicy is none of the administrators' either", () => {
    const { verdict, findings } = inFixture(
      'apiVersion: crd.antrea.io/v1beta1\nkind: ClusterNetworkPolicy\nmetadata: {name: deny}\nspec:\n  priority: 5\n  tier: securityops\n  appliedTo: [{namespaceSelector: {}}]\n  ingress: [{action: Drop, from: [{namespaceSelector: {}}]}]',
    );
    expect(verdict('y/c', 'x/a')).toBe('allow');
    expect(findings.map(({ rule: id }) => id)).toContain('policy-not-computed');
  });
});
