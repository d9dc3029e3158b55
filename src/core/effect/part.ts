// The parts of the manifests that can be pointed at, and which of them stands at a place in the text.
import type { AdminPolicy, AdminPolicyKind, AdminRule } from '../model/admin-policy.ts';
import type { Cluster } from '../model/cluster.ts';
import type { Direction, Policy, Rule } from '../model/policy.ts';
import type { Origin, Range, Span } from '../model/span.ts';
import { spanAt } from '../model/span.ts';

/** Names, and positions in the manifest's lists: it outlives an edit elsewhere. */
export type Part =
  | { readonly kind: 'workload'; readonly id: string }
  | { readonly kind: 'namespace'; readonly name: string }
  | { readonly kind: 'policy'; readonly namespace: string; readonly name: string }
  /** A policy's podSelector. */
  | { readonly kind: 'subject'; readonly namespace: string; readonly name: string }
  | RulePart
  | AdminPart;

export interface RulePart {
  /** `entry`: one of the rule's `from` or `to`; `ports`: one of its `ports`. */
  readonly kind: 'rule' | 'entry' | 'ports';
  readonly namespace: string;
  readonly name: string;
  readonly direction: Direction;
  readonly rule: number;
  /** Position in that list; 0 for the rule itself. */
  readonly at: number;
}

/** Of a policy of an administrator: all of it, its subject, one of its rules, or an entry of its `from` or `to`. */
export interface AdminPart {
  readonly kind: 'admin-policy' | 'admin-subject' | 'admin-rule' | 'admin-entry';
  readonly policy: AdminPolicyKind;
  readonly name: string;
  /** Of a rule or an entry; for the others it says nothing. */
  readonly direction: Direction;
  readonly rule: number;
  readonly at: number;
}

export interface PlacedPart {
  readonly part: Part;
  readonly span: Span;
}

/** The innermost part at an offset of a file; null where there is none, as between two documents. */
export function partAt(cluster: Cluster, file: string, offset: number): PlacedPart | null {
  const holds = (origin: Origin, range: Range) =>
    origin.file === file &&
    origin.offset + range.start <= offset &&
    offset <= origin.offset + range.end;
  const policy = cluster.policies.find(({ origin, range }) => holds(origin, range));
  if (policy !== undefined) return inPolicy(policy, (range) => holds(policy.origin, range));
  const admin = cluster.adminPolicies.find(({ origin, range }) => holds(origin, range));
  if (admin !== undefined) return inAdminPolicy(admin, (range) => holds(admin.origin, range));
  const workload = cluster.workloads.find(({ origin, range }) => holds(origin, range));
  if (workload !== undefined) {
    const part: Part = { kind: 'workload', id: workload.id };
    return { part, span: spanAt(workload.origin, workload.range) };
  }
  for (const { name, declared } of cluster.namespaces.values()) {
    if (declared !== null && holds(declared.origin, declared.range)) {
      const part: Part = { kind: 'namespace', name };
      return { part, span: spanAt(declared.origin, declared.range) };
    }
  }
  return null;
}

/** The same part in a text that was edited since; null when it is gone. */
export function placeOf(cluster: Cluster, part: Part): PlacedPart | null {
  if (part.kind === 'workload') {
    const found = cluster.workloads.find(({ id }) => id === part.id);
    return found === undefined ? null : { part, span: spanAt(found.origin, found.range) };
  }
  if (part.kind === 'namespace') {
    const found = cluster.namespaces.get(part.name)?.declared ?? null;
    return found === null ? null : { part, span: spanAt(found.origin, found.range) };
  }
  if (isAdminPart(part)) {
    const admin = adminPolicyOf(cluster, part);
    const range = admin === undefined ? null : adminRangeOf(admin, part);
    return admin === undefined || range === null
      ? null
      : { part, span: spanAt(admin.origin, range) };
  }
  const policy = policyOf(cluster, part);
  if (policy === undefined) return null;
  const range = rangeOf(policy, part);
  return range === null ? null : { part, span: spanAt(policy.origin, range) };
}

export function isAdminPart(part: Part): part is AdminPart {
  return 'policy' in part;
}

export function adminPolicyOf(
  { adminPolicies }: Cluster,
  { policy, name }: AdminPart,
): AdminPolicy | undefined {
  return adminPolicies.find((one) => one.kind === policy && one.name === name);
}

export function adminRuleOf(policy: AdminPolicy, part: AdminPart): AdminRule | undefined {
  return policy[part.direction].find(({ index }) => index === part.rule);
}

function adminRangeOf(policy: AdminPolicy, part: AdminPart): Range | null {
  if (part.kind === 'admin-policy') return policy.range;
  if (part.kind === 'admin-subject') return policy.subject.range;
  const rule = adminRuleOf(policy, part);
  if (part.kind === 'admin-rule') return rule?.range ?? null;
  return rule?.peers[part.at]?.range ?? null;
}

function inAdminPolicy(policy: AdminPolicy, holds: (range: Range) => boolean): PlacedPart {
  const { kind, name, origin } = policy;
  const placed = (
    of: AdminPart['kind'],
    range: Range,
    place: Pick<AdminPart, 'direction' | 'rule' | 'at'> = NOWHERE,
  ): PlacedPart => ({
    part: { kind: of, policy: kind, name, ...place },
    span: spanAt(origin, range),
  });
  for (const direction of ['ingress', 'egress'] as const) {
    const rule = policy[direction].find(({ range }) => holds(range));
    if (rule === undefined) continue;
    const at = rule.peers.findIndex(({ range }) => holds(range));
    const entry = rule.peers[at];
    const place = { direction, rule: rule.index };
    return entry === undefined
      ? placed('admin-rule', rule.range, { ...place, at: 0 })
      : placed('admin-entry', entry.range, { ...place, at });
  }
  return holds(policy.subject.range)
    ? placed('admin-subject', policy.subject.range)
    : placed('admin-policy', policy.range);
}

const NOWHERE = { direction: 'ingress', rule: 0, at: 0 } as const;

export function policyOf(
  { policies }: Cluster,
  { namespace, name }: { readonly namespace: string; readonly name: string },
): Policy | undefined {
  return policies.find((policy) => policy.namespace === namespace && policy.name === name);
}

export function ruleOf(policy: Policy, part: RulePart): Rule | undefined {
  return policy[part.direction]?.rules.find(({ index }) => index === part.rule);
}

function rangeOf(
  policy: Policy,
  part: Exclude<Part, AdminPart | { readonly kind: 'workload' | 'namespace' }>,
): Range | null {
  if (part.kind === 'policy') return policy.range;
  if (part.kind === 'subject') return policy.subjectRange;
  const rule = ruleOf(policy, part);
  if (part.kind === 'rule') return rule?.range ?? null;
  const list = part.kind === 'entry' ? rule?.peers : rule?.ports;
  return list?.[part.at]?.range ?? null;
}

function inPolicy(policy: Policy, holds: (range: Range) => boolean): PlacedPart {
  const { namespace, name, origin } = policy;
  for (const direction of ['ingress', 'egress'] as const) {
    for (const rule of policy[direction]?.rules ?? []) {
      if (!holds(rule.range)) continue;
      for (const [kind, list] of [
        ['entry', rule.peers],
        ['ports', rule.ports],
      ] as const) {
        const at = list?.findIndex(({ range }) => holds(range)) ?? -1;
        const range = list?.[at]?.range;
        if (range === undefined) continue;
        const part: Part = { kind, namespace, name, direction, rule: rule.index, at };
        return { part, span: spanAt(origin, range) };
      }
      const part: Part = { kind: 'rule', namespace, name, direction, rule: rule.index, at: 0 };
      return { part, span: spanAt(origin, rule.range) };
    }
  }
  // Without a podSelector its place is all of the spec: there nothing more is said than of the policy.
  const isWritten = policy.subject.requirements.length > 0 || isShort(policy.subjectRange);
  if (isWritten && holds(policy.subjectRange)) {
    return {
      part: { kind: 'subject', namespace, name },
      span: spanAt(origin, policy.subjectRange),
    };
  }
  return { part: { kind: 'policy', namespace, name }, span: spanAt(origin, policy.range) };
}

/** `{}` or nothing at all, and no whole spec. */
function isShort({ start, end }: Range): boolean {
  return end - start <= 2;
}
