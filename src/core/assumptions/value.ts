// Assumptions ⇄ plain values, as links and files carry them. Reading is total: what fits is taken.
import { isDnsLabel, isLabelKey, isLabelValue } from '../manifests/names.ts';
import {
  type AssumedNamespace,
  type Assumptions,
  CNIS,
  HOST_NETWORKS,
  NO_ASSUMPTIONS,
} from '../model/assumptions.ts';
import { NAME_LABEL } from '../model/namespace.ts';

/** More than clusters have. */
export const MOST = { ranges: 100, namespaces: 1_000, labels: 100 } as const;

export function assumptionsFrom(value: unknown): Assumptions {
  const cni = property(value, 'cni');
  const hostNetwork = property(value, 'hostNetwork');
  const defaultNamespace = property(value, 'defaultNamespace');
  return {
    cni: CNIS.find((known) => known === cni) ?? NO_ASSUMPTIONS.cni,
    podRanges: rangesFrom(property(value, 'podRanges')),
    nodeRanges: rangesFrom(property(value, 'nodeRanges')),
    serviceRanges: rangesFrom(property(value, 'serviceRanges')),
    namespaces: namespacesFrom(property(value, 'namespaces')),
    hostNetwork: HOST_NETWORKS.find((mode) => mode === hostNetwork) ?? NO_ASSUMPTIONS.hostNetwork,
    defaultNamespace:
      typeof defaultNamespace === 'string' && isDnsLabel(defaultNamespace)
        ? defaultNamespace
        : NO_ASSUMPTIONS.defaultNamespace,
  };
}

/** Roughly a CIDR: whether it is one is seen where addresses are read. */
const CIDR_LIKE = /^[0-9a-fA-F:.]{2,45}\/[0-9]{1,3}$/;

function rangesFrom(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  const texts = value.slice(0, MOST.ranges).filter((text) => typeof text === 'string');
  return [...new Set(texts.filter((text) => CIDR_LIKE.test(text)))];
}

function namespacesFrom(value: unknown): readonly AssumedNamespace[] {
  return entriesOf(value, MOST.namespaces).flatMap(([name, about]): AssumedNamespace[] => {
    if (!isDnsLabel(name) || typeof about !== 'object' || about === null) return [];
    const labels = entriesOf(property(about, 'labels'), MOST.labels).flatMap(
      ([key, text]): [string, string][] =>
        isLabelKey(key) && key !== NAME_LABEL && typeof text === 'string' && isLabelValue(text)
          ? [[key, text]]
          : [],
    );
    const isComplete = property(about, 'complete') !== false;
    // Without a label, and open to any, it says nothing.
    return labels.length > 0 || isComplete ? [{ name, labels, isComplete }] : [];
  });
}

/** Only what is not as it is by default. */
export function writtenAssumptions(assumptions: Assumptions): Readonly<Record<string, unknown>> {
  const { namespaces, ...others } = assumptions;
  const set = Object.entries(others).filter(
    ([key, value]) =>
      JSON.stringify(value) !== JSON.stringify(NO_ASSUMPTIONS[key as keyof typeof others]),
  );
  const written = namespaces.map(({ name, labels, isComplete }) => [
    name,
    { labels: Object.fromEntries(labels), ...(isComplete ? {} : { complete: false }) },
  ]);
  return {
    ...Object.fromEntries(set),
    ...(written.length === 0 ? {} : { namespaces: Object.fromEntries(written) }),
  };
}

function entriesOf(value: unknown, most: number): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).slice(0, most);
}

/** Own properties only: nothing is read off a prototype. */
function property(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}
