// The policies of administrators compiled for one direction: terms in the place of selectors, sets in
// the place of ports.
import type {
  AdminAction,
  AdminPeer,
  AdminPolicy,
  AdminPort,
  AdminRule,
} from '../model/admin-policy.ts';
import type { BlockPeer, Direction } from '../model/policy.ts';
import { ALL_PORTS, type PortRange, type PortSet, PROTOCOLS } from '../model/port.ts';
import { ALL, type PortSetId, type PortSets } from './port-sets.ts';
import type { Term, Terms } from './terms.ts';

/** A policy's say in one direction. */
export interface AdminProgram {
  readonly policy: AdminPolicy;
  readonly subject: Term;
  /** The first that matches decides. */
  readonly rules: readonly AdminRuleProgram[];
}

export interface AdminRuleProgram {
  readonly action: AdminAction;
  /** null: any peer. */
  readonly terms: readonly Term[] | null;
  /** Ports by number, and whole protocols. */
  readonly numbered: PortSetId;
  /** Ports by name, which the destination pod resolves. */
  readonly names: readonly AdminPort[];
}

/** Null where it has no rules for the direction: then it says nothing of it (SEMANTICS 3.3). */
export function compileAdminPolicy(
  policy: AdminPolicy,
  direction: Direction,
  terms: Terms,
  portSets: PortSets,
): AdminProgram | null {
  const rules = policy[direction];
  if (rules.length === 0) return null;
  return {
    policy,
    subject: terms.everySubject(policy.subject),
    rules: rules.map((rule) => compileRule(rule, terms, portSets)),
  };
}

function compileRule(rule: AdminRule, terms: Terms, portSets: PortSets): AdminRuleProgram {
  const { ports } = rule;
  return {
    ...actionAndTerms(rule, terms),
    numbered: ports === null ? ALL : portSets.intern(numberedPorts(ports)),
    names: ports?.filter(({ port }) => port !== null && 'name' in port) ?? [],
  };
}

/** What is not known must not let anything through that a known rule might have stopped (SEMANTICS 3.11). */
function actionAndTerms(
  { action, peers }: AdminRule,
  terms: Terms,
): Pick<AdminRuleProgram, 'action' | 'terms'> {
  const isUnknown = peers.some(({ kind }) => kind === 'unknown');
  if (isUnknown && action !== 'allow') return { action: 'deny', terms: null };
  return { action, terms: peers.flatMap((peer) => termsOf(peer, terms)) };
}

/** Whatever one entry of `from` or `to` picks; nothing for one that is not known. */
export function termsOf(peer: AdminPeer, terms: Terms): readonly Term[] {
  switch (peer.kind) {
    case 'pods':
      return [terms.everywhere(peer)];
    case 'networks':
      return peer.networks.map(({ cidr, range }) => {
        const block: BlockPeer = { kind: 'block', range, cidr, except: [] };
        return terms.peer('', block);
      });
    case 'nodes':
      return [terms.nodes(peer.selector)];
    case 'domain-names':
      return [terms.domainNames()];
    case 'unknown':
      return [];
  }
}

function numberedPorts(ports: readonly AdminPort[]): PortSet {
  const ranges: Record<'TCP' | 'UDP' | 'SCTP', PortRange[]> = { TCP: [], UDP: [], SCTP: [] };
  for (const { protocol, port } of ports) {
    for (const one of protocol === null ? PROTOCOLS : [protocol]) {
      if (port === null) ranges[one].push(...ALL_PORTS[one]);
      else if ('from' in port) ranges[one].push(port);
    }
  }
  return ranges;
}
