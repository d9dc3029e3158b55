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
    const pairs = pairsOf(outcome, flow, left);
    if (typeof pairs === 'string') return impossible(pairs);
    left -= pairs.length;
    return conclude(outcome, flow, pairs, judge, ask);
  });
}

/** Of all flows together: a thousand times everybody to everybody would never end. */
const MOST_PAIRS = 2_000_000;
const TOO_MANY = 'There are too many pairs of peers to check them all: name fewer of them.';

interface Pair {
  readonly source: MeantEnd;
  readonly target: Target;
}

function impossible(problem: string): FlowCheck {
  const nothing = { pairs: 0, offending: [], offendingCount: 0 };
  const subject = { source: null, destination: null };
  return { state: 'failed', problem, why: problem, subject, ...nothing };
}

/** Every pair that the flow means; a sentence where it means none, or something that is not there. */
function pairsOf(outcome: Outcome, flow: IntendedFlow, most: number): readonly Pair[] | string {
  const asked = askedPorts(flow.ports);
  if (typeof asked === 'string') return asked;
  const sources = sourcesOf(outcome, listOf(flow.from));
  if (typeof sources === 'string') return sources;
  const pairs: Pair[] = [];
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
    if (pairs.length + targets.length > most) return TOO_MANY;
    for (const target of targets) {
      const reason = notAFlow(source.end, target.end);
      if (reason !== null) apart = reason;
      else pairs.push({ source, target });
    }
  }
  return pairs.length > 0 ? pairs : (apart ?? 'It names no flow.');
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

/** What is wrong with a pair: surely, and perhaps. */
interface Wrong {
  readonly surely: PortSet;
  readonly perhaps: PortSet;
}

type Judge = (pair: Pair, expect: IntendedFlow['expect']) => Wrong;

/** Port sets are few, so each question about two of them is answered once. */
function judging(outcome: Outcome): Judge {
  const flows = readFlows(outcome.analysis);
  const sets = createPortSets();
  const ids = new Map<PortSet, PortSetId>();
  const idOf = (set: PortSet): PortSetId => {
    const id = ids.get(set) ?? sets.intern(set);
    ids.set(set, id);
    return id;
  };
  const setOf = (id: PortSetId) => sets.sets[id] ?? NO_PORTS;
  return ({ source, target }, expect) => {
    const flow =
      source.index === null || target.index === null
        ? slowly(outcome, source.end, target.end)
        : flows.flow(source.index, target.index);
    const asked = idOf(target.ports);
    const open = sets.intersection(asked, idOf(flow.allowed));
    const inDoubt = sets.intersection(asked, idOf(flow.depends));
    // Whether the Service leads there at all is in doubt, so what is open is open perhaps.
    const allowed = target.certain ? open : NONE;
    const depends = target.certain ? inDoubt : sets.union(open, inDoubt);
    const denied = sets.difference(sets.difference(asked, open), inDoubt);
    return { surely: setOf(expect === 'allow' ? denied : allowed), perhaps: setOf(depends) };
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
  readonly pair: Pair;
  readonly ports: PortSet;
}

function conclude(
  outcome: Outcome,
  flow: IntendedFlow,
  pairs: readonly Pair[],
  judge: Judge,
  ask: AskDns,
): FlowCheck {
  const surely: Offending[] = [];
  const perhaps: Offending[] = [];
  for (const pair of pairs) {
    const wrong = judge(pair, flow.expect);
    if (firstPort(wrong.surely) !== null) surely.push({ pair, ports: wrong.surely });
    if (firstPort(wrong.perhaps) !== null) perhaps.push({ pair, ports: wrong.perhaps });
  }
  const failing: Verdict = flow.expect === 'allow' ? 'deny' : 'allow';
  if (surely.length > 0) return notPassed(pairs, 'failed', told(outcome, surely, failing));
  const nameless = flow.expect === 'allow' ? withoutDns(outcome, pairs, ask) : [];
  const unnamed = nameless.filter(({ verdict }) => verdict === 'deny');
  if (unnamed.length > 0) return notPassed(pairs, 'failed', asTold(unnamed));
  const open = [...told(outcome, perhaps, 'depends'), ...asTold(nameless)];
  if (open.length > 0) return notPassed(pairs, 'unsure', open);
  const nothing = { problem: null, offending: [], offendingCount: 0, why: null };
  return { state: 'passed', pairs: pairs.length, subject: subjectOf(pairs), ...nothing };
}

function subjectOf(pairs: readonly Pair[]): FlowCheck['subject'] {
  const common = (indexOf: (pair: Pair) => number | null) => {
    const [first] = pairs;
    const index = first === undefined ? null : indexOf(first);
    return pairs.every((pair) => indexOf(pair) === index) ? index : null;
  };
  return {
    source: common(({ source }) => source.index),
    destination: common(({ target }) => target.index),
  };
}

/** Explaining takes its time, so only those that are told are explained. */
type Telling = () => OffendingPair;

function notPassed(
  pairs: readonly Pair[],
  state: 'failed' | 'unsure',
  all: readonly Telling[],
): FlowCheck {
  const offending = all.slice(0, MOST_TOLD).map((tell) => tell());
  const why = whyNot(offending, all.length);
  const subject = subjectOf(pairs);
  return {
    state,
    pairs: pairs.length,
    subject,
    problem: null,
    offending,
    offendingCount: all.length,
    why,
  };
}

function told(
  outcome: Outcome,
  offending: readonly Offending[],
  verdict: Verdict,
): readonly Telling[] {
  return offending.map(({ pair: { source, target }, ports }) => () => {
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

function asTold(offending: readonly OffendingPair[]): readonly Telling[] {
  return offending.map((one) => () => one);
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
  pairs: readonly Pair[],
  ask: AskDns,
): readonly OffendingPair[] {
  const found = new Map<string, OffendingPair>();
  for (const { source, target } of pairs) {
    const { end } = source;
    if (target.service === null || end.type !== 'workload' || isAddress(target.service)) continue;
    const step = ask(end);
    if (step.verdict === 'allow' || found.has(end.id)) continue;
    const { server, port, decision, verdict } = step;
    const index = analysis.peers.findIndex(({ id }) => id === server.id);
    found.set(end.id, {
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
  return [...found.values()];
}

/** Whoever dials an address asks no DNS. */
function isAddress(service: string): boolean {
  return /^svc\/[0-9.]+(?::|$)/.test(service);
}
