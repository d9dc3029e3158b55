// The policies and Services that select or name what is under the cursor.

import { entryOf } from '../manifests/fields.ts';
import type { AdminPods, AdminPolicy } from '../model/admin-policy.ts';
import type { Cluster } from '../model/cluster.ts';
import { labelsOf } from '../model/labels.ts';
import { matchSelector } from '../model/match.ts';
import type { Policy, Rule, RulePeer } from '../model/policy.ts';
import type { Selector } from '../model/selector.ts';
import type { SourceFile } from '../model/source-file.ts';
import type { Range, Span } from '../model/span.ts';
import { spanAt } from '../model/span.ts';
import type { Workload } from '../model/workload.ts';
import { namespaceNamed } from './definition.ts';
import { fieldRange, objectAt } from './place.ts';
import { inObject, type ReadingSite, readingSite } from './site.ts';

/** In the order of the policies, then of the Services. */
export function references(
  files: readonly SourceFile[],
  file: string,
  at: number,
  cluster: Cluster,
): readonly Span[] {
  const text = files.find(({ name }) => name === file)?.text;
  const site = text === undefined ? null : readingSite(text, at);
  if (site === null) return [];
  const namespace = namespaceAt(site);
  if (namespace !== null) return distinct(toNamespace(namespace, labelAt(site), files, cluster));
  const workloads = workloadsAt(site, file, cluster);
  const port = portNameAt(site);
  const found = workloads.flatMap((workload) =>
    port === null
      ? toWorkload(workload, labelAt(site), files, cluster)
      : toPort(workload, port, cluster),
  );
  return distinct(found);
}

/** The namespace that the object is, or whose name is under the cursor. */
function namespaceAt(site: ReadingSite): string | null {
  if (site.kind !== 'Namespace') return namespaceNamed(site);
  const name = inObject(site, ['metadata', 'name']);
  return name?.type === 'scalar' ? name.text : null;
}

function workloadsAt(site: ReadingSite, file: string, cluster: Cluster): readonly Workload[] {
  const { object, offset } = site;
  if (object === null) return [];
  return cluster.workloads.filter(
    ({ origin, range }) =>
      origin.file === file &&
      origin.offset === offset &&
      range.start === object.range.start &&
      range.end === object.range.end,
  );
}

/** The label under the cursor, if it is one of the object's or its pods' own. */
function labelAt({ path }: ReadingSite): string | null {
  const key = path.at(-1);
  const isLabel = path.at(-2) === 'labels' && path.at(-3) === 'metadata';
  return isLabel && typeof key === 'string' ? key : null;
}

function portNameAt(site: ReadingSite): string | null {
  const { path } = site;
  const value = inObject(site, path);
  const isName = path.at(-1) === 'name' && path.at(-3) === 'ports' && path.includes('spec');
  return isName && value?.type === 'scalar' ? value.text : null;
}

function toWorkload(
  workload: Workload,
  label: string | null,
  files: readonly SourceFile[],
  cluster: Cluster,
): readonly Span[] {
  const { namespace, labels } = workload;
  const picks = (selector: Selector) => matchSelector(selector, labels) !== 'no';
  const spans = cluster.policies.flatMap((policy) => {
    const spanOf = (range: Range) => spanAt(policy.origin, range);
    const isSubject = policy.namespace === namespace && picks(policy.subject);
    const subject = isSubject ? [{ selector: policy.subject, range: policy.subjectRange }] : [];
    const peers = peersOf(policy).flatMap((peer) => {
      if (peer.kind === 'block' || !isMet(peer, policy, workload, cluster)) return [];
      return [{ selector: peer.pods ?? { requirements: [] }, range: peer.range }];
    });
    return [...subject, ...peers].flatMap(({ selector, range }) =>
      label === null ? [spanOf(range)] : placesOf(selector, label).map(spanOf),
    );
  });
  const admin = cluster.adminPolicies.flatMap((policy) =>
    adminPodsOf(policy)
      .filter((pods) => !workload.hostNetwork && isAdminMet(pods, workload, cluster))
      .flatMap((pods) =>
        label === null ? [pods.range] : placesOf(pods.pods ?? { requirements: [] }, label),
      )
      .map((range) => spanAt(policy.origin, range)),
  );
  const services = cluster.services.filter(
    (service) =>
      service.namespace === namespace &&
      service.selector !== null &&
      (label === null || service.selector.has(label)) &&
      picks(plain(service.selector)),
  );
  return [
    ...spans,
    ...admin,
    ...services.flatMap(({ origin, range }) => {
      const object = objectAt(files, origin, range);
      const spec = object === null ? null : entryOf(object, 'spec')?.value;
      const selector = spec?.type === 'map' ? entryOf(spec, 'selector')?.value : undefined;
      return selector === undefined ? [] : [spanAt(origin, selector.range)];
    }),
  ];
}

function plain(selector: ReadonlyMap<string, string>): Selector {
  return {
    requirements: [...selector].map(([key, value]) => ({ key, operator: 'In', values: [value] })),
  };
}

/** SEMANTICS 1.9, 1.10 */
function isMet(
  peer: Extract<RulePeer, { kind: 'pods' }>,
  policy: Policy,
  { namespace, labels }: Workload,
  { namespaces }: Cluster,
): boolean {
  const place = namespaces.get(namespace)?.labels ?? labelsOf([]);
  const isThere =
    peer.namespaces === null
      ? policy.namespace === namespace
      : matchSelector(peer.namespaces, place) !== 'no';
  return isThere && (peer.pods === null || matchSelector(peer.pods, labels) !== 'no');
}

/** The pods that an administrator's policy speaks of: its subject, and the entries of its rules. */
function adminPodsOf({ subject, ingress, egress }: AdminPolicy): readonly AdminPods[] {
  const peers = [...ingress, ...egress].flatMap((rule) => rule.peers);
  return [subject, ...peers.filter((peer) => peer.kind === 'pods')];
}

function isAdminMet(
  { namespaces, pods }: AdminPods,
  { namespace, labels }: Workload,
  cluster: Cluster,
): boolean {
  const place = cluster.namespaces.get(namespace)?.labels ?? labelsOf([]);
  return (
    matchSelector(namespaces, place) !== 'no' &&
    (pods === null || matchSelector(pods, labels) !== 'no')
  );
}

function rulesOf(policy: Policy): readonly Rule[] {
  return [policy.ingress, policy.egress].flatMap((side) => side?.rules ?? []);
}

function peersOf(policy: Policy): readonly RulePeer[] {
  return rulesOf(policy).flatMap(({ peers }) => peers ?? []);
}

function placesOf({ requirements }: Selector, key: string): readonly Range[] {
  return requirements.flatMap((one) =>
    one.key === key && one.place !== undefined ? [one.place.range] : [],
  );
}

/** Rules that name a port which the workload declares, where it is the destination (SEMANTICS 1.16). */
function toPort(workload: Workload, name: string, cluster: Cluster): readonly Span[] {
  const admin = cluster.adminPolicies.flatMap((policy) => {
    const ingress = isAdminMet(policy.subject, workload, cluster) ? policy.ingress : [];
    const egress = policy.egress.filter(({ peers }) =>
      peers.some((peer) => peer.kind === 'pods' && isAdminMet(peer, workload, cluster)),
    );
    return [...ingress, ...egress]
      .flatMap(({ ports }) => ports ?? [])
      .filter(({ port }) => port !== null && 'name' in port && port.name === name)
      .map(({ valueRange, range }) => spanAt(policy.origin, valueRange ?? range));
  });
  const own = cluster.policies.flatMap((policy) => {
    const isSubject =
      policy.namespace === workload.namespace &&
      matchSelector(policy.subject, workload.labels) !== 'no';
    const ingress = isSubject ? (policy.ingress?.rules ?? []) : [];
    const egress = (policy.egress?.rules ?? []).filter(
      ({ peers }) =>
        peers === null ||
        peers.some((peer) => peer.kind === 'pods' && isMet(peer, policy, workload, cluster)),
    );
    return [...ingress, ...egress]
      .flatMap(({ ports }) => ports ?? [])
      .filter(({ port }) => port !== null && 'name' in port && port.name === name)
      .map(({ valueRange, range }) => spanAt(policy.origin, valueRange ?? range));
  });
  return [...own, ...admin];
}

/** Selectors that match it, and the policies that stand in it. */
function toNamespace(
  name: string,
  label: string | null,
  files: readonly SourceFile[],
  { policies, adminPolicies, namespaces }: Cluster,
): readonly Span[] {
  const labels = namespaces.get(name)?.labels;
  if (labels === undefined) return [];
  const admin = adminPolicies.flatMap((policy) =>
    adminPodsOf(policy)
      .filter((pods) => matchSelector(pods.namespaces, labels) !== 'no')
      .flatMap((pods) => (label === null ? [pods.range] : placesOf(pods.namespaces, label)))
      .map((range) => spanAt(policy.origin, range)),
  );
  const own = policies.flatMap((policy) => {
    const peers = peersOf(policy).flatMap((peer): readonly Range[] => {
      if (peer.kind === 'block' || peer.namespaces === null) return [];
      if (matchSelector(peer.namespaces, labels) === 'no') return [];
      return label === null ? [peer.range] : placesOf(peer.namespaces, label);
    });
    const isIn = policy.namespace === name && label === null;
    const object = isIn ? objectAt(files, policy.origin, policy.range) : null;
    const field = object === null ? null : fieldRange(object, 'namespace');
    return [...(field === null ? [] : [field]), ...peers].map((range) =>
      spanAt(policy.origin, range),
    );
  });
  return [...own, ...admin];
}

function distinct(spans: readonly Span[]): readonly Span[] {
  return [...new Map(spans.map((one) => [`${one.file} ${one.start} ${one.end}`, one])).values()];
}
