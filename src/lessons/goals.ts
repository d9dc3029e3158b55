// Whether a goal is reached by what the engine has decided.
import {
  type Analysis,
  type Assumptions,
  type Flow,
  type Flows,
  findPeer,
  isAllPorts,
  isEmptyPortSet,
  type PortSet,
  PROTOCOLS,
  type Protocol,
} from '../core/index.ts';
import { flowsOf, type Goal, type IntendedFlow } from './lesson.ts';

export interface Decided {
  readonly analysis: Analysis;
  readonly assumptions: Assumptions;
  readonly flows: Flows;
}

/** A goal about somebody who is not there is not reached. */
export function isReached(decided: Decided, goal: Goal): boolean {
  return flowsOf(goal).every((flow) => isAsIntended(decided, flow));
}

/** To be possible, a flow must surely be let through; not to be, it must surely be stopped. */
function isAsIntended(decided: Decided, { from, to, ports, expect }: IntendedFlow): boolean {
  const source = findPeer(decided, from);
  const destination = findPeer(decided, to);
  if (!source.ok || !destination.ok) return false;
  if (!decided.flows.exists(source.index, destination.index)) return false;
  const flow = decided.flows.flow(source.index, destination.index);
  if (ports === undefined) {
    return expect === 'allow'
      ? isAllPorts(flow.allowed)
      : isEmptyPortSet(flow.allowed) && isEmptyPortSet(flow.depends);
  }
  return ports.every((port) => isPortAsIntended(flow, port, expect));
}

function isPortAsIntended(
  { allowed, depends }: Flow,
  port: string | number,
  expect: 'allow' | 'deny',
): boolean {
  const [number, protocol = 'TCP'] = `${port}`.split('/');
  const asked = PROTOCOLS.find((name) => name === protocol);
  if (asked === undefined) return false;
  return expect === 'allow'
    ? holds(allowed, asked, Number(number))
    : !holds(allowed, asked, Number(number)) && !holds(depends, asked, Number(number));
}

function holds(set: PortSet, protocol: Protocol, port: number): boolean {
  return set[protocol].some((range) => range.from <= port && port <= range.to);
}
