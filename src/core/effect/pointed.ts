// What is to be said of the part of the manifests that somebody points at: what it selects, and the
// flows that it alone opens.

import { termsOf } from '../engine/admin-programs.ts';
import type { Analysis } from '../engine/analysis.ts';
import { createTerms, type Term } from '../engine/terms.ts';
import { gatherUnits, type Units } from '../engine/units.ts';
import type { Cluster } from '../model/cluster.ts';
import type { PeerIndex } from '../model/peer.ts';
import type { Rule } from '../model/policy.ts';
import type { Span } from '../model/span.ts';
import { podsOf } from './effects-of.ts';
import type { Opened } from './opened.ts';
import { openedBy } from './opened-alone.ts';
import {
  type AdminPart,
  adminPolicyOf,
  adminRuleOf,
  isAdminPart,
  type Part,
  type PlacedPart,
  partAt,
  placeOf,
  policyOf,
  ruleOf,
} from './part.ts';

/** A place in the text, or the part itself. */
export type Spot = { readonly file: string; readonly offset: number } | { readonly part: Part };

/** Plain data: it crosses from the worker to the page as it is. */
export interface Pointed {
  readonly part: Part;
  readonly span: Span;
  readonly selected: SelectedPeers;
  /** Of a policy or its subject: how many of these no policy binds, as where the network plugin enforces none. */
  readonly unbound?: number;
  /** The workloads whose flows a rule is about; null for what is no part of a rule. */
  readonly subjects: SelectedPeers | null;
  /** Null for what opens nothing by its nature, as a workload. */
  readonly opened: Opened | null;
}

export interface SelectedPeers {
  /** Any peer, in or out of the cluster; the lists are empty then (SEMANTICS 1.7). */
  readonly isAny: boolean;
  readonly sure: readonly PeerIndex[];
  /** Those besides of which it needs a fact that manifests lack. */
  readonly maybe: readonly PeerIndex[];
}

/** Null where there is nothing to point at. */
export function pointAt(cluster: Cluster, analysis: Analysis, spot: Spot): Pointed | null {
  const placed =
    'part' in spot ? placeOf(cluster, spot.part) : partAt(cluster, spot.file, spot.offset);
  return placed === null ? null : tell(cluster, analysis, placed);
}

function tell(cluster: Cluster, analysis: Analysis, placed: PlacedPart): Pointed | null {
  const { part } = placed;
  if (part.kind === 'workload' || part.kind === 'namespace') {
    const sure = peersWhere(analysis, (id, namespace) =>
      part.kind === 'workload' ? id === part.id : namespace === part.name,
    );
    const selected = { isAny: false, sure, maybe: [] };
    return { ...placed, selected, subjects: null, opened: null };
  }
  if (isAdminPart(part)) return tellAdmin(cluster, placed, part);
  const policy = policyOf(cluster, part);
  if (policy === undefined) return null;
  const units = gatherUnits(cluster);
  const terms = createTerms(cluster, units);
  const subjects = peersOf(units, [terms.subject(policy.namespace, policy.subject)]);
  const { namespace, name } = policy;
  if (part.kind === 'policy' || part.kind === 'subject') {
    const opened =
      part.kind === 'policy' ? openedBy(cluster, analysis, { namespace, name }, units) : null;
    const meant = [terms.subject(namespace, policy.subject), terms.peer(namespace, podsOf(policy))];
    return { ...placed, ...withUnbound(units, meant, subjects), subjects: null, opened };
  }
  const rule = ruleOf(policy, part);
  if (rule === undefined) return null;
  const { direction, kind, at } = part;
  const opened = openedBy(
    cluster,
    analysis,
    {
      namespace,
      name,
      direction,
      rule: part.rule,
      ...(kind === 'entry' ? { peer: at } : kind === 'ports' ? { port: at } : {}),
    },
    units,
  );
  const entries = entriesOf(rule, part.kind === 'entry' ? at : null);
  const selected: SelectedPeers =
    entries === null
      ? { isAny: true, sure: [], maybe: [] }
      : peersOf(
          units,
          entries.map((entry) => terms.peer(namespace, entry)),
        );
  return { ...placed, selected, subjects, opened };
}

/** All that a subject's selectors mean, and how many of them are not bound. */
function withUnbound(
  units: Units,
  meant: readonly Term[],
  bound: SelectedPeers,
): Pick<Pointed, 'selected' | 'unbound'> {
  const selected = peersOf(units, meant);
  const unbound =
    selected.sure.length + selected.maybe.length - bound.sure.length - bound.maybe.length;
  return unbound === 0 ? { selected: bound } : { selected, unbound };
}

/** What an ordered rule opens depends on all before it, so that only what it selects is told. */
function tellAdmin(cluster: Cluster, placed: PlacedPart, part: AdminPart): Pointed | null {
  const policy = adminPolicyOf(cluster, part);
  if (policy === undefined) return null;
  const units = gatherUnits(cluster);
  const terms = createTerms(cluster, units);
  const subjects = peersOf(units, [terms.everySubject(policy.subject)]);
  if (part.kind === 'admin-policy' || part.kind === 'admin-subject') {
    const meant = [terms.everySubject(policy.subject), terms.everywhere(policy.subject)];
    return { ...placed, ...withUnbound(units, meant, subjects), subjects: null, opened: null };
  }
  const peers = adminRuleOf(policy, part)?.peers ?? [];
  const entries = part.kind === 'admin-entry' ? peers.slice(part.at, part.at + 1) : peers;
  const selected = peersOf(
    units,
    entries.flatMap((entry) => termsOf(entry, terms)),
  );
  return { ...placed, selected, subjects, opened: null };
}

/** All entries of the rule, or the one of them; null where the rule is open to any peer. */
function entriesOf({ peers }: Rule, at: number | null): Rule['peers'] {
  return at === null || peers === null ? peers : peers.slice(at, at + 1);
}

function peersWhere(
  { peers }: Analysis,
  holds: (id: string, namespace: string) => boolean,
): readonly PeerIndex[] {
  return peers.flatMap((peer, at) =>
    peer.type === 'workload' && holds(peer.id, peer.workload.namespace) ? [at] : [],
  );
}

/** The peers that any of the terms picks. */
function peersOf(units: Units, terms: readonly Term[]): SelectedPeers {
  const sures = terms.map(({ sure }) => new Set(sure));
  const maybes = terms.map(({ maybe }) => new Set(maybe));
  const sure: PeerIndex[] = [];
  const maybe: PeerIndex[] = [];
  units.peers.forEach((_, peer) => {
    const unit = units.unitOf[peer] as number;
    const kind = units.units[unit]?.kind;
    const answers = terms.map((term, at) => {
      if (sures[at]?.has(unit)) return 'sure';
      if (maybes[at]?.has(unit)) return 'maybe';
      return kind === 'unknown' ? term.unknown : kind === 'host' ? term.host : 'no';
    });
    if (answers.includes('sure')) sure.push(peer);
    else if (answers.includes('maybe')) maybe.push(peer);
  });
  return { isAny: false, sure, maybe };
}
