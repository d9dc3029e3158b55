// Which pods a policy of another maker may concern, as far as that is simple to read. Whatever is not
// understood narrows nothing: rather too many workloads are named than one too few.
import { NAME_LABEL } from '../model/namespace.ts';
import type { ForeignSelectors } from '../model/resource.ts';
import { EVERYTHING, type Requirement, type Selector } from '../model/selector.ts';
import { calicoRequirements } from './calico-selector.ts';
import { valueAt } from './fields.ts';
import type { MapTree, Tree } from './tree.ts';

export type ReadSubjects = (spec: MapTree) => readonly ForeignSelectors[];

const WHOLE: readonly ForeignSelectors[] = [{ namespaces: null, pods: EVERYTHING }];

export const wholeNamespace: ReadSubjects = () => WHOLE;

/** A plain label selector in a field of the spec. */
export const bySelector =
  (field: string): ReadSubjects =>
  (spec) => [{ namespaces: null, pods: looseSelector(valueAt(spec, field)) }];

/** Keys have a source in front, and the namespace is a label among others. */
export const ciliumSubjects: ReadSubjects = (spec) => {
  const inNamespaces: Requirement[] = [];
  const pods: Requirement[] = [];
  for (const requirement of looseSelector(valueAt(spec, 'endpointSelector')).requirements) {
    const key = requirement.key.replace(/^(?:k8s|any)[:.]/, '');
    if (key === 'io.kubernetes.pod.namespace') {
      inNamespaces.push({ ...requirement, key: NAME_LABEL });
    } else if (key.startsWith(CILIUM_NAMESPACE_LABELS)) {
      inNamespaces.push({ ...requirement, key: key.slice(CILIUM_NAMESPACE_LABELS.length) });
    } else if (!key.includes(':') && !key.startsWith('io.cilium.k8s.')) {
      pods.push({ ...requirement, key });
    }
  }
  const namespaces = inNamespaces.length === 0 ? null : { requirements: inNamespaces };
  return [{ namespaces, pods: { requirements: pods } }];
};

const CILIUM_NAMESPACE_LABELS = 'io.cilium.k8s.namespace.labels.';

export const calicoSubjects: ReadSubjects = (spec) => {
  const inNamespaces = expressionAt(spec, 'namespaceSelector').map((requirement) =>
    requirement.key === 'projectcalico.org/name'
      ? { ...requirement, key: NAME_LABEL }
      : requirement,
  );
  const pods: Requirement[] = [];
  for (const requirement of expressionAt(spec, 'selector')) {
    if (requirement.key === 'projectcalico.org/namespace') {
      inNamespaces.push({ ...requirement, key: NAME_LABEL });
    } else if (!requirement.key.startsWith('projectcalico.org/')) {
      pods.push(requirement);
    }
  }
  const namespaces = inNamespaces.length === 0 ? null : { requirements: inNamespaces };
  return [{ namespaces, pods: { requirements: pods } }];
};

function expressionAt(spec: MapTree, key: string): Requirement[] {
  const value = valueAt(spec, key);
  return value?.type === 'scalar' ? [...calicoRequirements(value.text)] : [];
}

/** Only its plain labels: one that is aimed at a gateway or service may concern the whole namespace. */
export const istioSubjects: ReadSubjects = (spec) => [
  { namespaces: null, pods: looseSelector(valueAt(spec, 'selector')) },
];

/** It may say for each rule apart to what it applies. */
export const antreaSubjects: ReadSubjects = (spec) => {
  const list = valueAt(spec, 'appliedTo');
  if (list?.type !== 'list' || list.items.length === 0) return WHOLE;
  return list.items.map((item) => {
    if (item.type !== 'map') return { namespaces: null, pods: EVERYTHING };
    const namespaces = valueAt(item, 'namespaceSelector');
    return {
      namespaces: namespaces === null ? null : looseSelector(namespaces),
      pods: looseSelector(valueAt(item, 'podSelector')),
    };
  });
};

/** What is well-formed in a label selector; nothing is said of the rest, which is another's to check. */
function looseSelector(tree: Tree | null): Selector {
  if (tree?.type !== 'map') return EVERYTHING;
  const labels = valueAt(tree, 'matchLabels');
  const expressions = valueAt(tree, 'matchExpressions');
  const requirements: Requirement[] = [];
  for (const { key, value } of labels?.type === 'map' ? labels.entries : []) {
    if (value.type === 'scalar') requirements.push({ key, operator: 'In', values: [value.text] });
  }
  for (const item of expressions?.type === 'list' ? expressions.items : []) {
    const requirement = item.type === 'map' ? looseRequirement(item) : null;
    if (requirement !== null) requirements.push(requirement);
  }
  return { requirements };
}

function looseRequirement(tree: MapTree): Requirement | null {
  const key = textAt(tree, 'key');
  const operator = textAt(tree, 'operator');
  if (key === null) return null;
  if (operator === 'Exists' || operator === 'DoesNotExist') return { key, operator, values: [] };
  if (operator !== 'In' && operator !== 'NotIn') return null;
  const list = valueAt(tree, 'values');
  const items = list?.type === 'list' ? list.items : [];
  const values = items.flatMap((item) => (item.type === 'scalar' ? [item.text] : []));
  return values.length === 0 || values.length < items.length ? null : { key, operator, values };
}

function textAt(tree: MapTree, key: string): string | null {
  const value = valueAt(tree, key);
  return value?.type === 'scalar' ? value.text : null;
}
