// The namespaces whose labels no manifest gives.
import type { Cluster } from '../model/cluster.ts';

/** In the order of their names. */
export function undeclaredNamespaces({ namespaces }: Cluster): readonly string[] {
  return [...namespaces.values()].flatMap(({ name, declared }) =>
    declared === null ? [name] : [],
  );
}
