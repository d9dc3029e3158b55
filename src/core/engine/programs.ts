// Policies compiled for one direction: terms in the place of selectors, sets in the place of ports.
import type { Direction, Policy, Rule, RulePort } from '../model/policy.ts';
import { ALL_PORTS, type PortRange, type PortSet } from '../model/port.ts';
import { ALL, type PortSetId, type PortSets } from './port-sets.ts';
import type { Term, Terms } from './terms.ts';

/** A policy's say in one direction, its peers as terms. */
export interface Program {
  readonly subject: Term;
  readonly rules: readonly RuleProgram[];
}

export interface RuleProgram {
  /** null: any peer. */
  readonly terms: readonly Term[] | null;
  /** Ports by number, and whole protocols. */
  readonly numbered: PortSetId;
  /** Ports by name, which the destination resolves. */
  readonly names: readonly RulePort[];
}

export function compilePolicy(
  policy: Policy,
  direction: Direction,
  terms: Terms,
  portSets: PortSets,
): Program | null {
  const side = policy[direction];
  if (side === null) return null;
  return {
    subject: terms.subject(policy.namespace, policy.subject),
    rules: side.rules.map((rule) => compileRule(policy, rule, terms, portSets)),
  };
}

function compileRule(policy: Policy, rule: Rule, terms: Terms, portSets: PortSets): RuleProgram {
  const ports = rule.ports;
  return {
    terms:
      rule.peers === null ? null : rule.peers.map((peer) => terms.peer(policy.namespace, peer)),
    numbered: ports === null ? ALL : portSets.intern(numberedPorts(ports)),
    names: ports?.filter(({ port }) => port !== null && 'name' in port) ?? [],
  };
}

/** SEMANTICS 1.14, 1.18 */
function numberedPorts(ports: readonly RulePort[]): PortSet {
  const ranges: Record<'TCP' | 'UDP' | 'SCTP', PortRange[]> = { TCP: [], UDP: [], SCTP: [] };
  for (const { protocol, port } of ports) {
    if (port === null) ranges[protocol].push(...ALL_PORTS[protocol]);
    else if ('from' in port) ranges[protocol].push(port);
  }
  return ranges;
}
