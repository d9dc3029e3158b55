// Checked intents as plain data for all forms: each flow at its place, and why it is not passed.
import type { IntentCheck, PlacedCheck } from '../intent/check-intents.ts';
import type { OffendingPair } from '../intent/flow-check.ts';
import type { Expectation } from '../model/intent.ts';
import type { End } from '../model/peer.ts';
import { PROTOCOLS, rangeText } from '../model/port.ts';
import type { SourceFile } from '../model/source-file.ts';
import type { Verdict } from '../model/verdict.ts';
import type { Outcome } from '../pipeline.ts';
import { actorsOf } from '../service/actors.ts';
import { newPodCalled } from '../service/new-pods.ts';
import { evaluate } from './eval.ts';
import type { ListedSegment } from './explanation.ts';
import type { ListedPorts } from './listing.ts';
import { type Place, placesIn } from './places.ts';

export interface ListedIntent {
  /** Its own, or that of its file. */
  readonly name: string;
  readonly file: string;
  readonly checks: readonly ListedCheck[];
}

export interface ListedCheck extends Place {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** As written; left out where every port is meant. */
  readonly ports?: readonly string[];
  readonly expect: Expectation;
  readonly reason?: string;
  readonly result: PlacedCheck['state'];
  /** Only where it is not passed. */
  readonly why?: string;
  /** How many pairs of peers were checked. */
  readonly pairs: number;
  /** How many of them are not as intended, and the first few of these. */
  readonly offendingCount: number;
  readonly offending: readonly ListedOffending[];
}

export interface ListedOffending {
  readonly source: string;
  readonly destination: string;
  /** As written, where one leads there. */
  readonly service?: string;
  /** What is missing is the answer of DNS, without which the Service has no name. */
  readonly dns?: true;
  readonly ports: ListedPorts;
  readonly verdict: Verdict;
  /** Of the first of the ports; only of the first few pairs. */
  readonly explanation?: ListedSegment;
  /** What is to be known beside the policies; only where there is something. */
  readonly notes?: readonly string[];
}

export interface Summary {
  readonly passed: number;
  readonly failed: number;
  readonly unsure: number;
}

/** @param files all that were read, intents included */
export function listChecks(
  outcome: Outcome,
  files: readonly SourceFile[],
  intents: readonly IntentCheck[],
): readonly ListedIntent[] {
  const placeOf = placesIn(files);
  return intents.map(({ name, span, checks }) => ({
    name: name ?? span.file,
    file: span.file,
    checks: checks.map((check) => listCheck(outcome, files, check, placeOf(check.span))),
  }));
}

export function summaryOf(intents: readonly ListedIntent[]): Summary {
  const count = (result: ListedCheck['result']) =>
    intents.flatMap(({ checks }) => checks).filter((check) => check.result === result).length;
  return { passed: count('passed'), failed: count('failed'), unsure: count('unsure') };
}

function listCheck(
  outcome: Outcome,
  files: readonly SourceFile[],
  { flow, state, why, pairs, offending, offendingCount }: PlacedCheck,
  place: Place,
): ListedCheck {
  const { from, to, ports, expect, reason } = flow;
  return {
    ...place,
    from: listOf(from),
    to: listOf(to),
    ...(ports === undefined ? {} : { ports: ports.map((port) => `${port}`) }),
    expect,
    ...(reason === undefined ? {} : { reason }),
    result: state,
    ...(why === null ? {} : { why }),
    pairs,
    offendingCount,
    offending: offending.map((pair, at) =>
      listOffending(outcome, files, pair, at < MOST_EXPLAINED),
    ),
  };
}

function listOf(written: string | readonly string[]): readonly string[] {
  return typeof written === 'string' ? [written] : written;
}

/** One explanation fills a screen. */
const MOST_EXPLAINED = 3;

function listOffending(
  outcome: Outcome,
  files: readonly SourceFile[],
  pair: OffendingPair,
  isExplained: boolean,
): ListedOffending {
  const { source, destination, service, isDns, ports, verdict } = pair;
  const listed = {
    source,
    destination,
    ...(service === null ? {} : { service }),
    ...(isDns ? { dns: true as const } : {}),
    ports: Object.fromEntries(
      PROTOCOLS.filter((protocol) => ports[protocol].length > 0).map((protocol) => [
        protocol,
        ports[protocol].map(rangeText),
      ]),
    ),
    verdict,
  };
  const protocol = PROTOCOLS.find((one) => ports[one].length > 0);
  const port = protocol === undefined ? undefined : ports[protocol][0]?.from;
  const [from, to] = [endOf(outcome, pair, 'source'), endOf(outcome, pair, 'destination')];
  if (!isExplained || protocol === undefined || port === undefined) return listed;
  if (from === null || to === null) return listed;
  const question = { source: from, destination: to, protocol, port };
  const { segments, notes } = evaluate(outcome, files, question);
  const [explanation] = segments;
  return {
    ...listed,
    ...(explanation === undefined ? {} : { explanation }),
    ...(notes === undefined ? {} : { notes }),
  };
}

/** Null for who stands in no input and is no peer, as the DNS that nearly every cluster has. */
function endOf(
  { analysis, cluster }: Outcome,
  pair: OffendingPair,
  side: 'source' | 'destination',
): End | null {
  const index = side === 'source' ? pair.sourceIndex : pair.destinationIndex;
  if (index !== null) return analysis.peers[index] ?? null;
  const actor = actorsOf(cluster).find(({ id }) => id === pair[side]);
  return actor ?? newPodCalled(cluster, pair[side]);
}
