// The three answers, and the facts that a `depends` waits for.

/** `depends`: needs a fact that manifests lack (SEMANTICS 0.1). */
export type Verdict = 'allow' | 'deny' | 'depends';

/** What would have to be known to turn a `depends` into an answer. */
export type Fact =
  /** Whether the addresses of the workload's pods lie in the block (SEMANTICS 1.13, 10.3). */
  | { readonly kind: 'pod-address'; readonly workload: string; readonly block: string }
  /** Whether the nodes of a workload on the host's network have addresses in the block (SEMANTICS 1.23). */
  | { readonly kind: 'node-address'; readonly workload: string; readonly block: string }
  /** The labels of a namespace that no manifest declares (SEMANTICS 1.25). */
  | {
      readonly kind: 'namespace-labels';
      readonly namespace: string;
      readonly keys: readonly string[];
    }
  /** The value of a label that a controller adds (SEMANTICS 5.3). */
  | { readonly kind: 'pod-label'; readonly workload: string; readonly keys: readonly string[] }
  /** How the network plugin treats pods on the host's network (SEMANTICS 1.23). */
  | { readonly kind: 'host-network'; readonly workload: string }
  /** Whether a name resolves for pods that are reached by address (SEMANTICS 10.4). */
  | { readonly kind: 'named-port-by-address'; readonly workload: string; readonly name: string };

export function factSentence(fact: Fact): string {
  switch (fact.kind) {
    case 'pod-address':
      return `Whether the pod addresses of ${fact.workload} lie in ${fact.block} is not in the manifests.`;
    case 'node-address':
      return `${fact.workload} uses the host's network: whether its nodes have addresses in ${fact.block} is not in the manifests.`;
    case 'namespace-labels':
      return `No manifest declares namespace ${fact.namespace}, so whether it has ${labelsText(fact.keys)} is unknown.`;
    case 'pod-label':
      return `The cluster chooses the value of ${labelsText(fact.keys)} on the pods of ${fact.workload}.`;
    case 'host-network':
      return `${fact.workload} uses the host's network: whether a policy sees it as a pod or as its node is up to the network plugin.`;
    case 'named-port-by-address':
      return `Whether the port name "${fact.name}" counts for ${fact.workload} when it is reached by address is up to the network plugin.`;
  }
}

function labelsText(keys: readonly string[]): string {
  const named = keys.map((key) => `"${key}"`).join(', ');
  return keys.length === 1 ? `the label ${named}` : `the labels ${named}`;
}
