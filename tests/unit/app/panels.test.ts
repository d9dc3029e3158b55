// What the panels say of flows, ports and problems.
import { describe, expect, test } from 'vitest';
import { outlookOf } from '../../../src/app/outlook.ts';
import { countFlows, rowsBetween, rowsOf } from '../../../src/app/panels/flow-rows.ts';
import { flowSentence } from '../../../src/app/panels/flow-words.ts';
import { segmentPorts, shortPorts } from '../../../src/app/panels/port-words.ts';
import { countLevels, listProblems, problemRows } from '../../../src/app/panels/problem-list.ts';
import { SAMPLES } from '../../../src/app/samples/samples.ts';
import {
  analyze,
  explainFlow,
  type Finding,
  type PortRange,
  PROTOCOLS,
  type Protocol,
  type Segment,
  type SourceFile,
} from '../../../src/core/index.ts';

function lookAt(files: readonly SourceFile[]) {
  const outcome = analyze(files);
  const { analysis, findings, foreign } = outcome;
  const outlook = outlookOf({
    version: 1,
    analysis,
    findings,
    undeclared: [],
    hasIntents: false,
    foreign,
  });
  const at = (id: string) => {
    const index = outlook.indexOf(id);
    if (index === undefined) throw new Error(`no peer ${id}`);
    return index;
  };
  const why = (source: string, destination: string) =>
    explainFlow(outcome, at(source), at(destination)).segments;
  return { outlook, findings, at, why };
}

describe('the samples', () => {
  test.each(SAMPLES)('“$title” shows green and red, no amber, and has no problems', (sample) => {
    const { outlook, findings } = lookAt(sample.files);
    expect(findings.filter(({ level }) => level !== 'info')).toEqual([]);
    const all = outlook.peers.map((_, index) => index);
    const verdicts = rowsBetween(outlook, all, all, 10_000).map((row) => row.parts[0]?.verdict);
    expect(new Set(verdicts)).toEqual(new Set(['allow', 'deny']));
    expect(verdicts.length).toBe(countFlows(outlook));
  });

  const [shop, defaultDeny, labels, tiers] = SAMPLES;

  test('the tiers settle, pass on and deny as their comments say', () => {
    const { outlook, at } = lookAt(tiers?.files ?? []);
    const into = (destination: string) =>
      Object.fromEntries(
        rowsOf(outlook, at(destination), 'ingress').map((row) => [
          row.source.id,
          row.parts.map(({ verdict, ports }) => `${verdict} ${ports}`).join(),
        ]),
      );
    const orders = into('shop/orders[Pod]');
    expect(orders['monitoring/prometheus[Pod]']).toMatch(/^allow TCP 9090/);
    expect(orders['shop/web[Pod]']).toMatch(/^allow TCP 8080/);
    expect(orders['lab/grader[Pod]']).toMatch(/^allow TCP 8080/);
    expect(orders['lab/notebook[Pod]']).toMatch(/^deny/);
    const web = into('shop/web[Pod]');
    expect(web['monitoring/prometheus[Pod]']).toMatch(/^allow TCP 9090/);
    for (const source of ['shop/orders', 'lab/grader', 'lab/notebook']) {
      expect(web[`${source}[Pod]`]).toMatch(/^deny/);
    }
    expect(web['0.0.0.0/0 ::/0']).toMatch(/^allow/);
  });

  test('the shop lets through what its comments say', () => {
    const { outlook, at } = lookAt(shop?.files ?? []);
    const into = rowsOf(outlook, at('shop/postgres[StatefulSet]'), 'ingress');
    expect(into[0]?.source.id).toBe('shop/orders[Deployment]');
    expect(into[0]?.parts).toEqual([{ verdict: 'allow', ports: 'TCP 5432' }]);
    expect(into.slice(1).every((row) => row.parts[0]?.verdict === 'deny')).toBe(true);
    const out = rowsOf(outlook, at('shop/postgres[StatefulSet]'), 'egress');
    expect(out.every((row) => row.parts[0]?.verdict === 'deny')).toBe(true);
    const metrics = rowsBetween(
      outlook,
      [at('monitoring/prometheus[Deployment]')],
      [at('shop/orders[Deployment]')],
      9,
    );
    expect(metrics[0]?.parts).toEqual([{ verdict: 'allow', ports: 'TCP 2112' }]);
  });

  test('default deny opens DNS and one flow', () => {
    const { outlook, at } = lookAt(defaultDeny?.files ?? []);
    const from = (id: string) =>
      rowsOf(outlook, at(id), 'egress')
        .filter((row) => row.parts[0]?.verdict === 'allow')
        .map((row) => `${row.destination.id} ${row.parts[0]?.ports}`);
    expect(from('demo/frontend[Pod]')).toEqual([
      'demo/backend[Pod] TCP 8080',
      'kube-system/coredns[Deployment] TCP 53; UDP 53',
    ]);
    expect(from('demo/stranger[Pod]')).toEqual(['kube-system/coredns[Deployment] TCP 53; UDP 53']);
  });

  test('one dash tells AND from OR', () => {
    const { outlook, at } = lookAt(labels?.files ?? []);
    const into = (id: string) =>
      rowsOf(outlook, at(id), 'ingress')
        .filter((row) => row.parts[0]?.verdict === 'allow')
        .map((row) => row.source.id);
    expect(into('store/orders[Pod]')).toEqual(['blue/blue-client[Pod]']);
    expect(into('store/stock[Pod]')).toEqual([
      'blue/blue-batch[Pod]',
      'blue/blue-client[Pod]',
      'store/checkout[Pod]',
    ]);
  });
});

describe('ports in words', () => {
  const segment = (protocols: readonly Protocol[], ...ranges: readonly PortRange[]) =>
    ({ protocols, ranges }) as Segment;
  const range = (from: number, to = from): PortRange => ({ from, to });

  test.each([
    [[segment(PROTOCOLS, range(1, 65535))], 'all ports'],
    [[segment(['TCP'], range(80))], 'TCP 80'],
    [[segment(['TCP'], range(80), range(443))], 'TCP 80, 443'],
    [
      [segment(['TCP'], range(1, 79), range(81, 65535)), segment(['UDP', 'SCTP'], range(1, 65535))],
      'TCP except 80; all UDP; all SCTP',
    ],
    [[segment(['TCP'], range(1, 442), range(444, 65535))], 'TCP except 443'],
    [[segment(['UDP'], range(1024, 65535))], 'UDP except 1-1023'],
    [[segment(['UDP'], range(30000, 32000))], 'UDP 30000-32000'],
    [[segment(['TCP'], range(1, 100)), segment(['TCP'], range(101, 65535))], 'all TCP'],
  ])('%#: %j', (segments, words) => {
    expect(segmentPorts(segments)).toBe(words);
  });

  test('are cut where they would fill the panel', () => {
    const many = Array.from({ length: 20 }, (_, at) => range(at * 10 + 1));
    expect(shortPorts({ TCP: many, UDP: [], SCTP: [] })).toBe(
      'TCP 1, 11, 21, 31, 41, 51, 61, 71 and 12 more',
    );
  });
});

describe('a flow in a sentence', () => {
  const { outlook, at, why } = lookAt(SAMPLES[0]?.files ?? []);
  const sentence = (source: string, destination: string, names: readonly [string, string]) =>
    flowSentence(
      outlook.flows.flow(at(source), at(destination)),
      why(source, destination),
      ...names,
    );

  test.each([
    ['shop/orders[Deployment]', 'monitoring/prometheus[Deployment]', 'Allowed on every port.'],
    [
      'shop/orders[Deployment]',
      'shop/postgres[StatefulSet]',
      'Allowed on TCP 5432. On all other ports the policies of B do not let A in.',
    ],
    [
      'shop/frontend[Deployment]',
      'shop/postgres[StatefulSet]',
      'Denied: the policies of B do not let A in.',
    ],
    [
      'shop/postgres[StatefulSet]',
      'shop/frontend[Deployment]',
      'Denied: the policies of A do not let it out to B.',
    ],
    [
      'shop/postgres[StatefulSet]',
      'shop/orders[Deployment]',
      'Denied: the policies of A do not let it out, and those of B do not let it in.',
    ],
  ])('%s to %s', (source, destination, words) => {
    expect(sentence(source, destination, ['A', 'B'])).toBe(words);
  });
});

describe('problems', () => {
  const files = [
    { name: 'b.yaml', text: 'one\ntwo\n' },
    { name: 'a.yaml', text: 'x' },
  ];
  const finding = (level: Finding['level'], file: string, start: number): Finding => ({
    rule: 'some-rule',
    level,
    message: `${level} ${file} ${start}`,
    span: { file, start, end: start + 1 },
  });

  test('stand by level, then file as in the tabs, then place', () => {
    const findings = [
      finding('info', 'b.yaml', 0),
      finding('warning', 'a.yaml', 0),
      finding('error', 'a.yaml', 0),
      finding('error', 'b.yaml', 5),
      finding('error', 'b.yaml', 2),
      finding('error', 'gone.yaml', 9),
    ];
    const listed = listProblems({ read: findings, linted: [] }, files).map(
      ({ finding: { message }, position }) => `${message} at ${position.line}:${position.column}`,
    );
    expect(listed).toEqual([
      'error b.yaml 2 at 1:3',
      'error b.yaml 5 at 2:2',
      'error a.yaml 0 at 1:1',
      'error gone.yaml 9 at 1:1',
      'warning a.yaml 0 at 1:1',
      'info b.yaml 0 at 1:1',
    ]);
    expect(countLevels(findings)).toEqual({ error: 4, warning: 1, info: 1 } satisfies Record<
      Finding['level'],
      number
    >);
  });

  test('of many notes of one lint rule three stand, together, and the rest as a number', () => {
    const notes = Array.from({ length: 6 }, (_, at) => finding('info', 'b.yaml', at * 2));
    const other = { ...finding('info', 'b.yaml', 1), rule: 'other-rule' };
    const problems = listProblems({ read: [], linted: [...notes, other] }, files);
    const told = (unfolded: ReadonlySet<string>) =>
      problemRows(problems, unfolded).map((row) =>
        row.kind === 'more' ? `${row.count} more` : row.problem.finding.span.start,
      );
    expect(told(new Set())).toEqual([0, 2, 4, '3 more', 1]);
    expect(told(new Set(['some-rule']))).toEqual([0, 2, 4, 6, 8, 10, 1]);
  });

  test('neither what reading found nor warnings are folded', () => {
    const many = (level: Finding['level']) =>
      Array.from({ length: 9 }, (_, at) => finding(level, 'b.yaml', at));
    const problems = listProblems({ read: many('info'), linted: many('warning') }, files);
    expect(problemRows(problems, new Set())).toHaveLength(18);
  });
});
