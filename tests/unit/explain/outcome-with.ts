// Manifests together with policies of administrators and nodes that were made by hand.
import { buildCluster } from '../../../src/core/cluster/build.ts';
import { analyzeCluster } from '../../../src/core/engine/analyze.ts';
import type { Outcome } from '../../../src/core/index.ts';
import { createReadingCache, readFiles } from '../../../src/core/manifests/read-files.ts';
import type { AdminPolicy } from '../../../src/core/model/admin-policy.ts';
import { type Assumptions, NO_ASSUMPTIONS } from '../../../src/core/model/assumptions.ts';
import type { ClusterNode } from '../../../src/core/model/node.ts';
import type { Placed } from '../../../src/core/model/resource.ts';

export function outcomeWith(
  text: string,
  adminPolicies: readonly AdminPolicy[],
  nodes: readonly ClusterNode[] = [],
  assumptions: Assumptions = NO_ASSUMPTIONS,
): Outcome {
  const placed = [...placedIn(text), ...placedPolicies(...adminPolicies), ...placedNodes(...nodes)];
  const { cluster, findings } = buildCluster(placed, assumptions);
  const clusterIf = (other: Assumptions) => buildCluster(placed, other).cluster;
  const analysis = analyzeCluster(cluster);
  return {
    cluster,
    analysis,
    intents: [],
    findings,
    foreign: { policies: [], workloads: 0 },
    mayLackPods: false,
    assumptions,
    clusterIf,
  };
}

export function placedPolicies(...policies: readonly AdminPolicy[]): readonly Placed[] {
  return policies.map(({ origin, ...policy }) => ({
    origin,
    resource: { type: 'admin-policy', ...policy },
  }));
}

export function placedNodes(...nodes: readonly ClusterNode[]): readonly Placed[] {
  return nodes.map(({ origin, ...node }) => ({ origin, resource: { type: 'node', ...node } }));
}

export function placedIn(text: string): readonly Placed[] {
  const steps = readFiles([{ name: 'input.yaml', text }], createReadingCache());
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value.placed;
  }
}
