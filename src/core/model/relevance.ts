// What the policies ask of pods: two pods that answer all of it alike need not be told apart.
import type { Cluster } from './cluster.ts';
import type { Labels, Tri } from './labels.ts';
import { matchSelector } from './match.ts';
import type { ContainerPort } from './port.ts';
import { type Selector, selectorKey } from './selector.ts';

/** The policies of every kind. */
export type Asking = Pick<Cluster, 'policies' | 'adminPolicies'>;

export interface Relevance {
  /** Label keys that some pod selector names. */
  readonly keys: ReadonlySet<string>;
  /** Port names that some rule uses. */
  readonly portNames: ReadonlySet<string>;
  /** The answers of every selector that looks at pods of the namespace. */
  answers(namespace: string, labels: Labels): readonly Tri[];
}

export function relevanceOf({ policies, adminPolicies }: Asking): Relevance {
  const keys = new Set<string>();
  const portNames = new Set<string>();
  const asked: Asked[] = [];
  const add = (selector: Selector, namespace: string | null) => {
    for (const { key } of selector.requirements) keys.add(key);
    asked.push({ selector, namespace });
  };
  for (const policy of policies) {
    add(policy.subject, policy.namespace);
    for (const side of [policy.ingress, policy.egress]) {
      for (const rule of side?.rules ?? []) {
        for (const peer of rule.peers ?? []) {
          if (peer.kind === 'block' || peer.pods === null) continue;
          add(peer.pods, peer.namespaces === null ? policy.namespace : null);
        }
        for (const { port } of rule.ports ?? []) {
          if (port !== null && 'name' in port) portNames.add(port.name);
        }
      }
    }
  }
  for (const { subject, ingress, egress } of adminPolicies) {
    const rules = [...ingress, ...egress];
    for (const peer of [subject, ...rules.flatMap(({ peers }) => peers)]) {
      if (peer.kind === 'pods' && peer.pods !== null) add(peer.pods, null);
    }
    for (const { port } of rules.flatMap(({ ports }) => ports ?? [])) {
      if (port !== null && 'name' in port) portNames.add(port.name);
    }
  }
  // Few inputs have pods to tell apart, so the selectors are gathered when first asked for.
  let selectorsOf: ((namespace: string) => readonly Selector[]) | null = null;
  const gathered = new Map<string, readonly Selector[]>();
  return {
    keys,
    portNames,
    answers: (namespace, labels) => {
      selectorsOf ??= distinctSelectors(asked);
      const selectors = gathered.get(namespace) ?? selectorsOf(namespace);
      gathered.set(namespace, selectors);
      return selectors.map((selector) => matchSelector(selector, labels));
    },
  };
}

/** A selector, and the only namespace whose pods it looks at; null for all. */
interface Asked {
  readonly selector: Selector;
  readonly namespace: string | null;
}

function distinctSelectors(asked: readonly Asked[]): (namespace: string) => readonly Selector[] {
  const everywhere = new Map<string, Selector>();
  const within = new Map<string, Map<string, Selector>>();
  for (const { selector, namespace } of asked) {
    if (namespace === null) {
      everywhere.set(selectorKey(selector), selector);
      continue;
    }
    const selectors = within.get(namespace) ?? new Map<string, Selector>();
    within.set(namespace, selectors.set(selectorKey(selector), selector));
  }
  return (namespace) => [...everywhere.values(), ...(within.get(namespace)?.values() ?? [])];
}

/** Equal for labels that no selector can tell apart, though not the reverse: cheap, asked first. */
export function relevantLabelsKey(relevance: Relevance, labels: Labels): string {
  let text = '';
  for (const [key, value] of labels.known) {
    // Lengths keep any two texts apart, whatever characters they hold.
    if (relevance.keys.has(key)) text += `${key.length}:${key}${value.length}:${value}`;
  }
  for (const key of labels.valueUnknown) if (relevance.keys.has(key)) text += `?${key}`;
  return text;
}

/** Equal for pods on which every port name that a rule uses resolves alike (SEMANTICS 1.16). */
export function relevantPortsKey(relevance: Relevance, ports: readonly ContainerPort[]): string {
  if (relevance.portNames.size === 0 || ports.length === 0) return '';
  return ports
    .filter((port) => port.name !== null && relevance.portNames.has(port.name))
    .map((port) => `${port.name}/${port.protocol}/${port.number}`)
    .sort()
    .join();
}
