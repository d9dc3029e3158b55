// Intended flows → whether they are as intended: decided from the engine's tables, explained by the
// slow evaluator.
import { type Flow, readFlows } from '../engine/flows.ts';
import { createPortSets, NONE, type PortSetId } from '../engine/port-sets.ts';
import { decide } from '../explain/decide.ts';
import { explainFlow } from '../explain/explain-flow.ts';
import { type AskedPort, readAskedPort } from '../model/asked-ports.ts';
import type { IntendedFlow } from '../model/intent.ts';
import type { End } from '../model/peer.ts';
import { NO_PORTS, type PortRange, type PortSet, PROTOCOLS, type Protocol } from '../model/port.ts';
import type { Verdict } from '../model/verdict.ts';
import { hasReplicas } from '../model/workload.ts';
import type { Outcome } from '../pipeline.ts';
import { askDns, type DnsStep } from '../service/dns.ts';
import { withEnds } from '../service/new-pods.ts';
import { type MeantEnd, meantEnds } from './ends.ts';
import type { FlowCheck, OffendingPair } from './flow-check.ts';
import { SERVICE, type Target, targetsOf } from './targets.ts';
import { whyNot } from './words.ts';

/**
 * Each flow by itself, in the order given. A flow passes only where it surely is as intended: `allow`
 * where every port of every pair is surely let through, `deny` where none is, not even perhaps.
 */
export function checkFlows(outcome: Outcome, flows: readonly IntendedFlow[]): readonly FlowCheck[] {
  const judge = judging(outcome);
  const ask = askingDns(outcome);
  let left = MOST_PAIRS;
  return flows.map((flow) => {
    const rows = rowsOf(outcome, flow, left);
    if (typeof rows === 'string') return impossible(rows);
    left -= pairsIn(rows);
    return conclude(outcome, flow, rows, judge, ask);
  });
}

/** Of all flows together: a thousand times everybody to everybody would never end. */
const MOST_PAIRS = 2_000_000;
const TOO_MANY = 'There are too many pairs of peers to check them all: name fewer of them.';

/** The pairs of one source, of which there are up to a million: never an object each. */
interface Row {
  readonly source: MeantEnd;
  /** Never none. */
  readonly targets: readonly Target[];
}

function pairsIn(rows: readonly Row[]): number {
  return rows.reduce((sum, { targets }) => sum + targets.length, 0);
}

function impossible(problem: string): FlowCheck {
  const nothing = { pairs: 0, offending: [], offendingCount: 0 };
  const subject = { source: null, destination: null };
  return { state: 'failed', problem, why: problem, subject, ...nothing };
}

/** Every pair that the flow means; a sentence where it means none, or something that is not there. */
function rowsOf(outcome: Outcome, flow: IntendedFlow, most: number): readonly Row[] | string {
  const asked = askedPorts(flow.ports);
  if (typeof asked === 'string') return asked;
  const sources = sourcesOf(outcome, listOf(flow.from));
  if (typeof sources === 'string') return sources;
  const rows: Row[] = [];
  let pairs = 0;
  const to = listOf(flow.to);
  const isNamed = to.some((text) => text.trim().startsWith(SERVICE));
  const byNamespace = new Map<string, readonly Target[] | string>();
  let apart: string | null = null;
  for (const source of sources) {
    // Only the name of a Service means something else in another namespace.
    const namespace = isNamed ? namespaceOf(outcome, source.end) : '';
    const targets = byNamespace.get(namespace) ?? allTargets(outcome, to, asked, namespace);
    if (typeof targets === 'string') return targets;
    byNamespace.set(namespace, targets);
    if (pairs + targets.length > most) return TOO_MANY;
    const reached = targets.filter(({ end }) => {
      const reason = notAFlow(source.end, end);
      apart = reason ?? apart;
      return reason === null;
    });
    pairs += reached.length;
    if (reached.length > 0) rows.push({ source, targets: reached });
  }
  return rows.length > 0 ? rows : (apart ?? 'It names no flow.');
}

function listOf(written: string | readonly string[]): readonly string[] {
  return typeof written === 'string' ? [written] : written;
}

/** Null: every port. */
function askedPorts(ports: IntendedFlow['ports']): readonly AskedPort[] | null | string {
  if (ports === undefined) return null;
  if (ports.length === 0) return 'An empty list of ports names none: leave it out for every port.';
  const asked: AskedPort[] = [];
  for (const written of ports) {
    const reading = readAskedPort(written);
    if (!reading.ok) return reading.message;
    asked.push(reading.port);
  }
  return asked;
}

function sourcesOf(outcome: Outcome, from: readonly string[]): readonly MeantEnd[] | string {
  const sources = new Map<string, MeantEnd>();
  for (const text of from) {
    if (text.trim().startsWith(SERVICE)) {
      return `"${text}" is a Service, which sends nothing: write the workload behind it.`;
    }
    const meant = meantEnds(outcome, text);
    if (!meant.ok) return meant.message;
    for (const one of meant.ends) sources.set(one.end.id, one);
  }
  return sources.size > 0 ? [...sources.values()] : '"from" names nobody.';
}

function allTargets(
  outcome: Outcome,
  to: readonly string[],
  asked: readonly AskedPort[] | null,
  namespace: string,
): readonly Target[] | string {
  const targets = new Map<string, Target>();
  for (const text of to) {
    const found = targetsOf(outcome, text, asked, namespace);
    if (!found.ok) return found.message;
    for (const target of found.targets) targets.set(targetKey(target), target);
  }
  return targets.size > 0 ? [...targets.values()] : '"to" names nobody.';
}

function namespaceOf({ assumptions }: Outcome, end: End): string {
  return end.type === 'workload' ? end.workload.namespace : assumptions.defaultNamespace;
}

/** Why there is nothing to decide between two ends; null where there is (SEMANTICS 0.4, 1.20). */
function notAFlow(source: End, destination: End): string | null {
  if (source.type !== 'workload' && destination.type !== 'workload') {
    return 'Both ends are outside the cluster, where no policy holds.';
  }
  if (source.id !== destination.id || source.type !== 'workload') return null;
  return hasReplicas(source.workload)
    ? null
    : `${source.id} is a single pod, and a pod always reaches itself.`;
}

function targetKey({ end, ports, service }: Target): string {
  return JSON.stringify([end.id, ports, service]);
}

/** The ports that are wrong with a pair, surely and perhaps; null for none. */
interface Wrong {
  readonly surely: PortSet | null;
  readonly perhaps: PortSet | null;
}

type Judge = (source: MeantEnd, target: Target, expect: IntendedFlow['expect']) => Wrong;

/** Verdicts and port sets are few, so each question about two of them is answered once. */
function judging(outcome: Outcome): Judge {
  const flows = readFlows(outcome.analysis);
  const sets = createPortSets();
  const ids = new Map<PortSet, PortSetId>();
  const judged = new Map<Flow, Map<number, Wrong>>();
  const idOf = (set: PortSet): PortSetId => {
    let id = ids.get(set);
    if (id === undefined) {
      id = sets.intern(set);
      ids.set(set, id);
    }
    return id;
  };
  const setOf = (id: PortSetId) => (id === NONE ? null : (sets.sets[id] ?? null));
  const wrongIn = (flow: Flow, asked: PortSetId, isCertain: boolean, isWanted: boolean): Wrong => {
    const open = sets.intersection(asked, idOf(flow.allowed));
    const inDoubt = sets.intersection(asked, idOf(flow.depends));
    // Whether the Service leads there at all is in doubt, so what is open is open perhaps.
    const allowed = isCertain ? open : NONE;
    const depends = isCertain ? inDoubt : sets.union(open, inDoubt);
    const denied = sets.difference(sets.difference(asked, open), inDoubt);
    return { surely: setOf(isWanted ? denied : allowed), perhaps: setOf(depends) };
  };
  return (source, target, expect) => {
    const asked = idOf(target.ports);
    const isWanted = expect === 'allow';
    if (source.index === null || target.index === null) {
      return wrongIn(slowly(outcome, source.end, target.end), asked, target.certain, isWanted);
    }
    // Equal verdicts are the same object.
    const flow = flows.flow(source.index, target.index);
    let known = judged.get(flow);
    if (known === undefined) {
      known = new Map();
      judged.set(flow, known);
    }
    const question = asked * 4 + (target.certain ? 2 : 0) + (isWanted ? 1 : 0);
    let wrong = known.get(question);
    if (wrong === undefined) {
      wrong = wrongIn(flow, asked, target.certain, isWanted);
      known.set(question, wrong);
    }
    return wrong;
  };
}

/** The flow of somebody that the analysis has no peer for. */
function slowly(outcome: Outcome, source: End, destination: End): Flow {
  const { cluster } = withEnds(outcome, source, destination);
  const { segments } = explainFlow(cluster, source, destination);
  const portsOf = (verdict: Verdict): PortSet => {
    const own = segments.filter(({ decision }) => decision.verdict === verdict);
    const of = (protocol: Protocol): readonly PortRange[] =>
      own.filter(({ protocols }) => protocols.includes(protocol)).flatMap(({ ranges }) => ranges);
    return { TCP: of('TCP'), UDP: of('UDP'), SCTP: of('SCTP') };
  };
  return { allowed: portsOf('allow'), depends: portsOf('depends') };
}

/** More would not be read. */
const MOST_TOLD = 10;

interface Offending {
  readonly source: MeantEnd;
  readonly target: Target;
  readonly ports: PortSet;
}

/** How many there are, and the first of them. */
interface Found {
  count: number;
  readonly first: Offending[];
}

function conclude(
  outcome: Outcome,
  flow: IntendedFlow,
  rows: readonly Row[],
  judge: Judge,
  ask: AskDns,
): FlowCheck {
  const surely: Found = { count: 0, first: [] };
  const perhaps: Found = { count: 0, first: [] };
  const add = (found: Found, source: MeantEnd, target: Target, ports: PortSet | null) => {
    if (ports === null) return;
    found.count += 1;
    if (found.first.length < MOST_TOLD) found.first.push({ source, target, ports });
  };
  for (const { source, targets } of rows) {
    for (const target of targets) {
      const wrong = judge(source, target, flow.expect);
      add(surely, source, target, wrong.surely);
      add(perhaps, source, target, wrong.perhaps);
    }
  }
  const failing: Verdict = flow.expect === 'allow' ? 'deny' : 'allow';
  if (surely.count > 0) {
    return notPassed(rows, 'failed', told(outcome, surely, failing), surely.count);
  }
  const nameless = flow.expect === 'allow' ? withoutDns(outcome, rows, ask) : [];
  const unnamed = nameless.filter(({ verdict }) => verdict === 'deny');
  if (unnamed.length > 0) return notPassed(rows, 'failed', unnamed, unnamed.length);
  const openCount = perhaps.count + nameless.length;
  if (openCount > 0) {
    const open = [...told(outcome, perhaps, 'depends'), ...nameless];
    return notPassed(rows, 'unsure', open, openCount);
  }
  const nothing = { problem: null, offending: [], offendingCount: 0, why: null };
  return { state: 'passed', pairs: pairsIn(rows), subject: subjectOf(rows), ...nothing };
}

function subjectOf(rows: readonly Row[]): FlowCheck['subject'] {
  const [first] = rows;
  const source = first?.source.index ?? null;
  const destination = first?.targets[0]?.index ?? null;
  const isOneSource = rows.every((row) => row.source.index === source);
  const isOneDestination = rows.every(({ targets }) =>
    targets.every(({ index }) => index === destination),
  );
  return {
    source: isOneSource ? source : null,
    destination: isOneDestination ? destination : null,
  };
}

/** @param first the first ones of as many as `count` says */
function notPassed(
  rows: readonly Row[],
  state: 'failed' | 'unsure',
  first: readonly OffendingPair[],
  count: number,
): FlowCheck {
  const offending = first.slice(0, MOST_TOLD);
  return {
    state,
    pairs: pairsIn(rows),
    subject: subjectOf(rows),
    problem: null,
    offending,
    offendingCount: count,
    why: whyNot(offending, count),
  };
}

/** Explaining takes its time, so only the first are explained. */
function told(outcome: Outcome, { first }: Found, verdict: Verdict): readonly OffendingPair[] {
  return first.map(({ source, target, ports }) => {
    const [protocol, port] = firstPort(ports) ?? ['TCP', 1];
    const { cluster } = withEnds(outcome, source.end, target.end);
    return {
      source: source.end.id,
      destination: target.end.id,
      sourceIndex: source.index,
      destinationIndex: target.index,
      service: target.service,
      isDns: false,
      ports,
      verdict,
      decision: decide(cluster, source.end, target.end, protocol, port),
    };
  });
}

function firstPort(ports: PortSet): readonly [Protocol, number] | null {
  for (const protocol of PROTOCOLS) {
    const [first] = ports[protocol];
    if (first !== undefined) return [protocol, first.from];
  }
  return null;
}

type AskDns = (source: End) => DnsStep;

/** Each source asks once, whatever the flow. */
function askingDns(outcome: Outcome): AskDns {
  const outside = outcome.analysis.peers.filter((peer) => peer.type === 'external');
  const steps = new Map<string, DnsStep>();
  return (source) => {
    const step = steps.get(source.id) ?? askDns(withEnds(outcome, source).cluster, source, outside);
    steps.set(source.id, step);
    return step;
  };
}

/** Sources that reach what is behind a Service, and yet can't surely ask for its name (SEMANTICS 1.31). */
function withoutDns(
  { analysis }: Outcome,
  rows: readonly Row[],
  ask: AskDns,
): readonly OffendingPair[] {
  const found: OffendingPair[] = [];
  for (const { source, targets } of rows) {
    const { end } = source;
    if (end.type !== 'workload') continue;
    const target = targets.find(({ service }) => service !== null && !isAddress(service));
    if (target === undefined) continue;
    const step = ask(end);
    if (step.verdict === 'allow') continue;
    const { server, port, decision, verdict } = step;
    const index = analysis.peers.findIndex(({ id }) => id === server.id);
    found.push({
      source: end.id,
      destination: server.id,
      sourceIndex: source.index,
      destinationIndex: index === -1 ? null : index,
      service: target.service,
      isDns: true,
      ports: { ...NO_PORTS, UDP: [{ from: port, to: port }] },
      verdict,
      decision,
    });
  }
  return found;
}

/** Whoever dials an address asks no DNS. */
function isAddress(service: string): boolean {
  return /^svc\/[0-9.]+(?::|$)/.test(service);
}
