// What the policies ask of pods: two pods that answer all of it alike need not be told apart.
import type { Labels, Tri } from './labels.ts';
import { matchSelector } from './match.ts';
import type { Policy } from './policy.ts';
import type { ContainerPort } from './port.ts';
import { type Selector, selectorKey } from './selector.ts';

export interface Relevance {
  /** Label keys that some pod selector names. */
  readonly keys: ReadonlySet<string>;
  /** Port names that some rule uses. */
  readonly portNames: ReadonlySet<string>;
  /** The answers of every selector that looks at pods of the namespace. */
  answers(namespace: string, labels: Labels): readonly Tri[];
}

export function relevanceOf(policies: readonly Policy[]): Relevance {
  const keys = new Set<string>();
  const portNames = new Set<string>();
  const everywhere = new Map<string, Selector>();
  const within = new Map<string, Map<string, Selector>>();
  const add = (selector: Selector, namespace: string | null) => {
    for (const { key } of selector.requirements) keys.add(key);
    if (namespace === null) {
      everywhere.set(selectorKey(selector), selector);
      return;
    }
    const selectors = within.get(namespace) ?? new Map<string, Selector>();
    within.set(namespace, selectors.set(selectorKey(selector), selector));
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
  return {
    keys,
    portNames,
    answers: (namespace, labels) =>
      [...everywhere.values(), ...(within.get(namespace)?.values() ?? [])].map((selector) =>
        matchSelector(selector, labels),
      ),
  };
}

/** Equal for labels that no selector can tell apart, though not the reverse: cheap, asked first. */
export function relevantLabelsKey(relevance: Relevance, labels: Labels): string {
  const parts: string[] = [];
  for (const [key, value] of labels.known) if (relevance.keys.has(key)) parts.push(key, value);
  for (const key of labels.valueUnknown) if (relevance.keys.has(key)) parts.push(key, '?');
  return JSON.stringify(parts);
}

/** Equal for pods on which every port name that a rule uses resolves alike (SEMANTICS 1.16). */
export function relevantPortsKey(relevance: Relevance, ports: readonly ContainerPort[]): string {
  return ports
    .filter((port) => port.name !== null && relevance.portNames.has(port.name))
    .map((port) => `${port.name}/${port.protocol}/${port.number}`)
    .sort()
    .join();
}
