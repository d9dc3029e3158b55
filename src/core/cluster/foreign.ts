// Says which policies of other makers there are, and whose verdicts they could change (SEMANTICS 7).
import type { Finding } from '../model/finding.ts';
import {
  type ForeignPolicies,
  type ForeignPolicy,
  type ForeignSubject,
  mayConcern,
} from '../model/foreign-policy.ts';
import { matchSelector } from '../model/match.ts';
import type { Namespace } from '../model/namespace.ts';
import type { ForeignPolicyResource, Placed } from '../model/resource.ts';
import { selectorKey } from '../model/selector.ts';
import { spanAt } from '../model/span.ts';
import type { Workload } from '../model/workload.ts';

/** @param namespaces every one that is declared or named */
export function gatherForeign(
  placed: readonly Placed<ForeignPolicyResource>[],
  workloads: readonly Workload[],
  namespaces: ReadonlyMap<string, Namespace>,
): { readonly foreign: ForeignPolicies; readonly findings: readonly Finding[] } {
  const policies = placed.map(({ origin, resource }) => ({
    ...resource,
    origin,
    subjects: subjectsOf(resource, namespaces),
  }));
  return {
    foreign: { policies, workloads: concernedBy(policies, workloads).length },
    findings: foreignFindings(policies, workloads),
  };
}

function subjectsOf(
  { namespace, subjects }: ForeignPolicyResource,
  all: ReadonlyMap<string, Namespace>,
): readonly ForeignSubject[] {
  return subjects.map(({ namespaces, pods }) => {
    if (namespace !== '') return { namespaces: [namespace], pods };
    if (namespaces === null) return { namespaces: null, pods };
    const named = [...all.values()].filter(
      ({ labels }) => matchSelector(namespaces, labels) !== 'no',
    );
    return { namespaces: named.map(({ name }) => name), pods };
  });
}

/** The workloads that any of the policies may concern. */
function concernedBy(
  policies: readonly ForeignPolicy[],
  workloads: readonly Workload[],
): readonly Workload[] {
  const distinct = distinctSubjects(policies);
  return workloads.filter((workload) => distinct.some((policy) => mayConcern(policy, workload)));
}

/** Policies are many where they are generated, and then mostly alike. */
function distinctSubjects(policies: readonly ForeignPolicy[]): readonly ForeignPolicy[] {
  const distinct = new Map<string, ForeignPolicy>();
  for (const policy of policies) {
    const subjects = policy.subjects.map(({ namespaces, pods }) => [namespaces, selectorKey(pods)]);
    distinct.set(JSON.stringify(subjects), policy);
  }
  return [...distinct.values()];
}

/** One a kind, at the first of them. */
function foreignFindings(
  policies: readonly ForeignPolicy[],
  workloads: readonly Workload[],
): readonly Finding[] {
  const kinds = new Map<string, [ForeignPolicy, ...ForeignPolicy[]]>();
  for (const policy of policies) {
    const key = `${policy.apiVersion} ${policy.kind}`;
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, [policy]);
    else known.push(policy);
  }
  return [...kinds.values()].map((alike) => {
    const [{ maker, kind, apiVersion, origin, kindRange }] = alike;
    const ids = concernedBy(alike, workloads).map(({ id }) => id);
    const objects = `${alike.length} ${kind} (${shorten(apiVersion)}) ${alike.length === 1 ? 'object is' : 'objects are'} not computed`;
    return {
      rule: 'policy-not-computed',
      level: 'warning',
      message: `${objects}: where ${shorten(maker)} enforces this kind, ${differing(ids)}.`,
      span: spanAt(origin, kindRange),
    };
  });
}

const NAMED = 3;

function differing(ids: readonly string[]): string {
  if (ids.length === 0) return 'verdicts may differ, though it seems to select no workload here';
  const named = ids.slice(0, NAMED).join(', ');
  const more = ids.length > NAMED ? ` and ${ids.length - NAMED} more` : '';
  return `the verdicts of ${ids.length === 1 ? 'one workload' : `${ids.length} workloads`} could differ: ${named}${more}`;
}

function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}
