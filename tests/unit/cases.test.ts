// Holds both evaluators to the golden cases: every folder of tests/cases, found by itself.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listConnections as listed } from '../../src/core/export/listing.ts';
import {
  analyze,
  checkIntents,
  explainFlow,
  INGRESS_CONTROLLER,
  lackingController,
  lineCounter,
  type Outcome,
  readFlows,
  readIntentFile,
  type SourceFile,
} from '../../src/core/index.ts';
import { flowText, parseExpected, peerText } from './cases-table.ts';

const DRAFT = '# DRAFT, not checked yet';
const CASES = join(import.meta.dirname, '../cases');
const names = readdirSync(CASES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

it('finds the golden cases', () => {
  expect(names.length).toBeGreaterThanOrEqual(14);
});

describe.each(names)('golden case %s', (name) => {
  const folder = join(CASES, name);
  const files = readInput(folder);
  const outcome = analyze(files);
  const connections = listConnections(outcome);
  const findings = listFindings(outcome, files);
  const expectedFile = join(folder, 'expected.txt');
  if (process.env.BLESS && !existsSync(expectedFile)) draft(folder, outcome, connections, findings);
  const table = readFileSync(expectedFile, 'utf8');
  const expected = parseExpected(table);

  it('is checked by a person', () => {
    expect(table).not.toContain(DRAFT);
  });

  it('has the expected peers', () => {
    const actors = actorIdsOf(outcome);
    expect([...outcome.analysis.peers.map(peerText), ...actors].sort()).toEqual(
      [...expected.peers].sort(),
    );
  });

  it('has exactly the expected connections', () => {
    const wanted = new Map([...expected.connections].map(([pair, { text }]) => [pair, text]));
    expect(differences(wanted, connections)).toEqual([]);
  });

  const intents = join(folder, 'intent.yaml');
  if (existsSync(intents)) {
    it('passes the checks that it should', () => {
      const file = readIntentFile({ name: 'intent.yaml', text: readFileSync(intents, 'utf8') });
      expect(file.findings).toEqual([]);
      const results = checkIntents(outcome, file.intents).flatMap(({ checks }) =>
        checks.map(({ state }) => state),
      );
      const wanted = readFileSync(join(folder, 'checks.txt'), 'utf8').trim().split('\n');
      expect(results).toEqual(wanted);
    });
  }

  it('gives the same answer packet by packet, and names the missing facts', () => {
    const { peers } = outcome.analysis;
    const flows = readFlows(outcome.analysis);
    const wrong: string[] = [];
    peers.forEach((source, from) => {
      peers.forEach((destination, to) => {
        if (!flows.exists(from, to)) return;
        const pair = `${source.id} => ${destination.id}`;
        const { segments } = explainFlow(outcome, from, to);
        const slow = flowText({
          allowed: portsOf(segments, 'allow'),
          depends: portsOf(segments, 'depends'),
        });
        const fast = flowText(flows.flow(from, to));
        if (slow !== fast) wrong.push(`${pair}: fast "${fast}", packet by packet "${slow}"`);
        const facts = segments
          .filter(({ decision }) => decision.verdict === 'depends')
          .map(({ decision }) => [...decision.egress.facts, ...decision.ingress.facts]);
        if (facts.some((list) => list.length === 0))
          wrong.push(`${pair}: depends on nothing named`);
        const kinds = new Set(facts.flat().map(({ kind }) => kind as string));
        for (const kind of expected.connections.get(pair)?.because ?? []) {
          if (!kinds.has(kind)) wrong.push(`${pair}: ${kind} is not named as missing`);
        }
      });
    });
    expect(wrong).toEqual([]);
  });

  it('has the expected errors and warnings', () => {
    const path = join(folder, 'findings.txt');
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(findings).toEqual(lines.sort());
  });
});

function readInput(folder: string): SourceFile[] {
  return readdirSync(join(folder, 'input'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ya?ml|json)$/.test(path))
    .sort()
    .map((path) => ({
      name: `input/${path}`,
      text: readFileSync(join(folder, 'input', path), 'utf8'),
    }));
}

/** `source => destination` → the answer, without what is denied. */
function listConnections(outcome: Outcome): Map<string, string> {
  const { analysis } = outcome;
  const flows = readFlows(analysis);
  const connections = new Map<string, string>();
  analysis.peers.forEach((source, from) => {
    analysis.peers.forEach((destination, to) => {
      if (!flows.exists(from, to)) return;
      const text = flowText(flows.flow(from, to));
      if (text !== '') connections.set(`${source.id} => ${destination.id}`, text);
    });
  });
  for (const { source, destination, allowed, depends } of listed(outcome, false)) {
    if (source !== INGRESS_CONTROLLER) continue;
    const text = [listedText(allowed), listedText(depends) && `depends ${listedText(depends)}`];
    connections.set(`${source} => ${destination}`, text.filter(Boolean).join(' | '));
  }
  return connections;
}

function listedText(ports: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(ports)
    .map(([protocol, ranges]) => `${protocol} ${ranges.join()}`)
    .join('; ');
}

function listFindings({ findings }: Outcome, files: readonly SourceFile[]): string[] {
  return findings
    .filter(({ level }) => level !== 'info')
    .map(({ level, rule, span }) => {
      const text = files.find((file) => file.name === span.file)?.text ?? '';
      const { line, column } = lineCounter(text)(span.start);
      return `${level} ${span.file}:${line}:${column} ${rule}`;
    })
    .sort();
}

function differences(
  wanted: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
): string[] {
  const pairs = [...new Set([...wanted.keys(), ...found.keys()])].sort();
  return pairs
    .filter((pair) => wanted.get(pair) !== found.get(pair))
    .map((pair) => {
      const [want, have] = [wanted.get(pair) ?? 'denied', found.get(pair) ?? 'denied'];
      return `${pair}: expected ${want}, found ${have}`;
    });
}

function portsOf(
  segments: ReturnType<typeof explainFlow>['segments'],
  verdict: 'allow' | 'depends',
): ReturnType<ReturnType<typeof readFlows>['flow']>['allowed'] {
  const ports = { TCP: [] as Range[], UDP: [] as Range[], SCTP: [] as Range[] };
  for (const segment of segments) {
    if (segment.decision.verdict !== verdict) continue;
    for (const protocol of segment.protocols) ports[protocol].push(...segment.ranges);
  }
  return { TCP: merged(ports.TCP), UDP: merged(ports.UDP), SCTP: merged(ports.SCTP) };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function merged(ranges: readonly Range[]): readonly Range[] {
  const result: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && range.from <= last.to + 1) {
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    } else result.push(range);
  }
  return result;
}

/** A first table for a new case, to be read against the policies before it is believed. */
function draft(
  folder: string,
  outcome: Outcome,
  connections: ReadonlyMap<string, string>,
  findings: readonly string[],
): void {
  const lines = [...connections].map(([pair, text]) => `${pair} : ${text}`);
  const actors = actorIdsOf(outcome);
  const peers = [...outcome.analysis.peers.map(peerText), ...actors];
  const text = [DRAFT, 'peers:', ...peers, '', 'connections:', ...lines, ''];
  writeFileSync(join(folder, 'expected.txt'), text.join('\n'));
  if (findings.length > 0) writeFileSync(join(folder, 'findings.txt'), `${findings.join('\n')}\n`);
}

/** Who is listed beside the peers. */
function actorIdsOf({ cluster }: Outcome): readonly string[] {
  const controller = lackingController(cluster);
  return controller === null ? [] : [controller.id];
}
