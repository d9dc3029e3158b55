// What stands at a place of the manifests, what it selects, and the flows that it alone opens.
import { describe, expect, test } from 'vitest';
import { analyze, openedFlows, type Pointed, pointAt } from '../../../src/core/index.ts';
import { namespace, pod, policy } from '../semantics/fixture.ts';

const POLICY = policy(
  'x/p',
  `podSelector:
  matchLabels: {app: a}
policyTypes: [Ingress, Egress]
ingress:
  - from:
      - podSelector: {matchLabels: {app: b}}
      - ipBlock: {cidr: 203.0.113.0/24}
    ports:
      - port: 80
      - {port: web, protocol: UDP}
  - from:
      - namespaceSelector: {}
    ports: [{port: 81}]
egress:
  - {}`,
);

const INPUT = [
  namespace('x', 'team: one'),
  pod('x/a', 'app: a'),
  pod('x/b', 'app: b'),
  pod('y/c', 'app: c'),
  POLICY,
].join('\n---\n');

const OUTCOME = analyze([
  { name: 'other.yaml', text: '' },
  { name: 'input.yaml', text: INPUT },
]);

/** Points behind the first letter of a text of the input. */
function at(words: string): Pointed | null {
  const offset = INPUT.indexOf(words);
  if (offset === -1) throw new Error(`not in the input: ${words}`);
  return pointAt(OUTCOME, { file: 'input.yaml', offset: offset + 1 });
}

const names = (list: readonly number[]) =>
  list.map((peer) => OUTCOME.analysis.peers[peer]?.id.replace('[Pod]', ''));

function flowsOf(pointed: Pointed | null): readonly string[] {
  const opened = pointed?.opened ?? null;
  if (opened === null) return [];
  return openedFlows(OUTCOME.analysis, opened).map(({ source, destination }) =>
    names([source, destination]).join(' > '),
  );
}

describe('the part at a place', () => {
  const rule = { namespace: 'x', name: 'p', direction: 'ingress', rule: 0 };
  test.each([
    ['kind: NetworkPolicy', { kind: 'policy', namespace: 'x', name: 'p' }],
    ['policyTypes', { kind: 'policy', namespace: 'x', name: 'p' }],
    ['matchLabels: {app: a}', { kind: 'subject', namespace: 'x', name: 'p' }],
    ['from:', { ...rule, kind: 'rule', at: 0 }],
    ['podSelector: {matchLabels: {app: b', { ...rule, kind: 'entry', at: 0 }],
    ['cidr: 203', { ...rule, kind: 'entry', at: 1 }],
    ['port: 80', { ...rule, kind: 'ports', at: 0 }],
    ['protocol: UDP', { ...rule, kind: 'ports', at: 1 }],
    ['namespaceSelector', { ...rule, rule: 1, kind: 'entry', at: 0 }],
    ['team: one', { kind: 'namespace', name: 'x' }],
    ['app: c', { kind: 'workload', id: 'y/c[Pod]' }],
  ])('%s', (words, part) => {
    expect(at(words)?.part).toEqual(part);
  });

  test('is nothing between two documents, and in another file', () => {
    expect(at('--\n')).toBeNull();
    expect(pointAt(OUTCOME, { file: 'other.yaml', offset: 0 })).toBeNull();
  });

  test('is found by its name after an edit above it, and is gone with it', () => {
    const part = at('port: 80')?.part;
    if (part === undefined) throw new Error('a port');
    const text = `# a line more\n${INPUT}`;
    const later = analyze([{ name: 'input.yaml', text }]);
    expect(pointAt(later, { part })?.span.start).toBe(text.indexOf('port: 80'));
    expect(pointAt(analyze([]), { part })).toBeNull();
  });
});

describe('what is selected', () => {
  test('by a policy and by its podSelector', () => {
    for (const words of ['kind: NetworkPolicy', 'matchLabels: {app: a}']) {
      expect(names(at(words)?.selected.sure ?? [])).toEqual(['x/a']);
    }
  });

  test('by a rule: all of its entries, beside the pods that it is about', () => {
    const told = at('from:');
    expect(names(told?.selected.sure ?? [])).toEqual(['x/b', '203.0.113.0/24']);
    // Where the pods' addresses lie is unknown (SEMANTICS 1.13).
    expect(names(told?.selected.maybe ?? [])).toEqual(['x/a', 'y/c']);
    expect(names(told?.subjects?.sure ?? [])).toEqual(['x/a']);
  });

  test('by one entry alone', () => {
    const told = at('podSelector: {matchLabels: {app: b');
    expect(names(told?.selected.sure ?? [])).toEqual(['x/b']);
    expect(told?.selected.maybe).toEqual([]);
  });

  test('by a rule without entries: any peer (SEMANTICS 1.7)', () => {
    const offset = INPUT.lastIndexOf('{}') + 1;
    const told = pointAt(OUTCOME, { file: 'input.yaml', offset });
    expect(told?.part).toMatchObject({ kind: 'rule', direction: 'egress', rule: 0 });
    expect(told?.selected.isAny).toBe(true);
  });
});

describe('the flows that a part alone opens', () => {
  test('of a rule, an entry and a port', () => {
    // From b and the block, and perhaps from a pod with such an address, on TCP 80.
    const all = ['x/b > x/a', 'y/c > x/a', '203.0.113.0/24 > x/a'];
    expect(flowsOf(at('from:'))).toEqual(all);
    expect(at('from:')?.opened).toMatchObject({ flows: 2, mayFlows: 1 });
    expect(flowsOf(at('podSelector: {matchLabels: {app: b'))).toEqual(['x/b > x/a']);
    expect(flowsOf(at('port: 80'))).toEqual(all);
    // The pod names no port (SEMANTICS 1.16).
    expect(flowsOf(at('protocol: UDP'))).toEqual([]);
  });

  test('of a policy: all that its rules let in and out', () => {
    const flows = flowsOf(at('kind: NetworkPolicy'));
    expect(flows).toContain('x/a > y/c');
    expect(flows).toContain('y/c > x/a');
    expect(flows).not.toContain('x/b > y/c');
  });

  test('of a podSelector or a workload there are none to be told', () => {
    expect(at('matchLabels: {app: a}')?.opened).toBeNull();
    expect(at('app: c')?.opened).toBeNull();
  });
});
