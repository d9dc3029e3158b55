// Workloads that no policy selects, in one direction or both.
import { isHeldByTiers } from '../../engine/read-side.ts';
import type { Direction } from '../../model/policy.ts';
import type { Workload } from '../../model/workload.ts';
import { type Context, DIRECTIONS } from '../context.ts';
import type { Complaint, LintRule } from '../rule.ts';
import { counted, workloadsText } from '../wording.ts';

export const unprotected: LintRule = {
  id: 'unprotected',
  level: 'info',
  title: 'No policy selects a workload or a namespace',
  documentation: `A pod that no policy selects in a direction is open in it: everybody may connect to it, or it may connect to everybody. That may be meant, but it should be known. Where it holds for all workloads of a namespace it is said once, at the namespace. Begin with a policy that selects every pod of the namespace (podSelector: {}) and allows nothing, then allow what is needed. Pods on the host's network are left out, since policies do not reach them.`,
  *check(context) {
    for (const [name, namespace] of context.cluster.namespaces) {
      const workloads = context.workloadsIn(name).filter(({ hostNetwork }) => !hostNetwork);
      const open = workloads.map((workload) => ({
        workload,
        directions: openOf(context, workload),
      }));
      const [first] = open;
      if (first === undefined) continue;
      const everywhere = DIRECTIONS.filter((direction) =>
        open.every(({ directions }) => directions.includes(direction)),
      );
      if (everywhere.length > 0) {
        const { declared } = namespace;
        yield {
          about: declared ?? first.workload,
          range: (declared ?? first.workload).nameRange,
          message: `No policy isolates the ${everywhere.join(' or the ')} of namespace ${name}: ${counted(open.length, 'workload')}, open to ${peersText(everywhere)}.`,
        };
      }
      yield* singles(
        open.map(({ workload, directions }) => ({
          workload,
          directions: directions.filter((direction) => !everywhere.includes(direction)),
        })),
      );
    }
  },
};

function openOf(context: Context, workload: Workload): readonly Direction[] {
  const policies = context.policiesOf(workload);
  const at = context.peerIndex(workload);
  return DIRECTIONS.filter(
    (direction) =>
      !policies.some((policy) => policy[direction] !== null) &&
      // What administrators hold back is not open to everybody.
      !isHeldByTiers(context.analysis[direction], at),
  );
}

interface Open {
  readonly workload: Workload;
  readonly directions: readonly Direction[];
}

/** Pods that a selector split out of their workload stand in the same manifest: said once. */
function* singles(open: readonly Open[]): Generator<Complaint> {
  const groups = new Map<string, Open[]>();
  for (const one of open) {
    if (one.directions.length === 0) continue;
    const { origin, nameRange } = one.workload;
    const key = `${origin.offset + nameRange.start} ${one.directions.join()} ${origin.file}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  for (const group of groups.values()) {
    const [{ workload, directions }] = group as [Open, ...Open[]];
    yield {
      about: workload,
      range: workload.nameRange,
      message: `No policy isolates the ${directions.join(' or the ')} of ${workloadsText(group.map((one) => one.workload))}: open to ${peersText(directions)}.`,
    };
  }
}

function peersText(directions: readonly Direction[]): string {
  if (directions.length === 2) return 'everybody, both ways';
  return directions[0] === 'ingress' ? 'connections from everybody' : 'connections to everybody';
}
