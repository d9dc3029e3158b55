// An Ingress, Gateway route or OpenShift Route that leads to nobody.
import type { Level } from '../../model/finding.ts';
import type { Route } from '../../model/route.ts';
import type { Problem } from '../../service/way.ts';
import { waysIn } from '../../service/ways.ts';
import type { Context } from '../context.ts';
import type { Complaint, LintRule } from '../rule.ts';

export const wayToNowhere: LintRule = {
  id: 'way-to-nowhere',
  level: 'warning',
  title: 'A way in that leads to nobody',
  documentation: `An Ingress, a route of the Gateway API or an OpenShift Route names Services, and requests end at their pods. It is said where a name leads nowhere: the namespace has Services and this one is not among them, the Service has no such port or no pods behind it, a Gateway takes no routes of the namespace or stands in another one than the route says, or a route refers to a Service of another namespace without a ReferenceGrant there. No policy can mend that. Correct the name, the port or the selector, or add the grant. Where the Service or its pods may be made on the cluster, as an operator does, it is only an information.`,
  *check(context) {
    const { cluster, analysis } = context;
    const { routes } = cluster.ways;
    if (routes.length === 0) return;
    const byName = new Map(routes.map((route) => [keyOf(route), route]));
    const said = new Set<string>();
    for (const { by, problem, service } of waysIn(cluster, analysis.peers)) {
      const route = byName.get(keyOf(by));
      const level = problem === null ? null : levelOf(context, problem, service);
      if (route === undefined || problem === null || level === null) continue;
      // Two paths to one backend, or two parents, are one mistake.
      const key = `${keyOf(route)} ${problem.span.start} ${problem.message}`;
      if (said.has(key)) continue;
      said.add(key);
      yield complaintOf(route, problem, level);
    }
  },
};

function keyOf({ kind, namespace, name }: { kind: string; namespace: string; name: string }) {
  return `${kind} ${namespace}/${name}`;
}

function complaintOf(route: Route, { message, span }: Problem, level: Level): Complaint {
  const { offset } = route.origin;
  const range = { start: span.start - offset, end: span.end - offset };
  return { about: route, range, message, level };
}

/** Null where nothing is wrong, or where the input plainly shows only a part of the application. */
function levelOf(
  context: Context,
  { kind }: Problem,
  service: { readonly namespace: string },
): Level | null {
  const { cluster, mayLackPods } = context;
  switch (kind) {
    case 'no-service':
      if (!cluster.services.some(({ namespace }) => namespace === service.namespace)) return null;
      return mayLackPods ? 'info' : 'warning';
    case 'no-endpoints':
      if (context.workloadsIn(service.namespace).length === 0) return null;
      return mayLackPods ? 'info' : 'warning';
    case 'no-port':
    case 'no-grant':
    case 'not-attached':
    case 'no-gateway':
      return 'warning';
    case 'may-not-attach':
    case 'external-name':
    case 'no-weight':
      return null;
  }
}
