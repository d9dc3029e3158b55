// The three answers, and the facts that a `depends` waits for.

import { type End, NODES } from './peer.ts';

/** `depends`: needs a fact that manifests lack (SEMANTICS 0.1). */
export type Verdict = 'allow' | 'deny' | 'depends';

const PROBES =
  "The kubelet's probes come from the pod's own node and are always let in, whatever policies say.";

/**
 * What is to be said of a flow that comes from nodes, or from pods that look like them (SEMANTICS 1.21,
 * 1.23); null for any other.
 * @param isOpen all of the flow is allowed
 */
export function nodeNote(source: End, destination: End, isOpen: boolean): string | null {
  if (source.id === NODES) return PROBES;
  const [from, to] = [source, destination].map((end) =>
    end.type === 'workload' ? end.workload : null,
  );
  if (isOpen || from?.hostNetwork !== true || to?.hostNetwork !== false) return null;
  return `${from.id} is on its host's network: it always gets in from the node that a pod of ${to.id} runs on, as the kubelet's probes do.`;
}

/** What would have to be known to turn a `depends` into an answer. */
export type Fact =
  /** Whether the addresses of the workload's pods lie in the block (SEMANTICS 1.13, 10.3). */
  | { readonly kind: 'pod-address'; readonly workload: string; readonly block: string }
  /** Which of its known addresses a packet takes: the block holds some of them and not the others (SEMANTICS 1.13). */
  | { readonly kind: 'some-addresses'; readonly workload: string; readonly block: string }
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
  /** The labels, or the namespace, of somebody who stands in no manifest (SEMANTICS 6.3). */
  | { readonly kind: 'actor-labels'; readonly actor: string }
  /** Whether somebody who stands in no manifest is pods at all (SEMANTICS 6.3). */
  | { readonly kind: 'actor-pods'; readonly actor: string }
  /** Whether the address of somebody who stands in no manifest lies in the block (SEMANTICS 1.32). */
  | { readonly kind: 'actor-address'; readonly actor: string; readonly block: string }
  /** Whether it is the node that the pod runs on (SEMANTICS 1.21). */
  | {
      readonly kind: 'own-node';
      readonly direction: 'egress' | 'ingress';
      /** What holds for every other node. */
      readonly others: 'deny' | 'depends';
    }
  /** Whether a name resolves for pods that are reached by address (SEMANTICS 10.4). */
  | { readonly kind: 'named-port-by-address'; readonly workload: string; readonly name: string }
  /** In which order policies of equal standing are asked, where it makes a difference (SEMANTICS 3.2, D7). */
  | { readonly kind: 'policy-order'; readonly policies: readonly string[] }
  /** The addresses of the cluster's nodes; `node` names the one that does not tell its own (SEMANTICS 3.8, 10.5). */
  | { readonly kind: 'node-addresses'; readonly node: string | null }
  /** Which nodes the workload's pods run on (SEMANTICS 3.8). */
  | { readonly kind: 'node-placement'; readonly workload: string }
  /** Which of the nodes have the labels that are asked for (SEMANTICS 3.8). */
  | { readonly kind: 'node-labels' }
  /** Which addresses the names stand for (SEMANTICS 3.9). */
  | { readonly kind: 'domain-names'; readonly names: readonly string[] };

export function factSentence(fact: Fact): string {
  switch (fact.kind) {
    case 'pod-address':
      return `Whether the pod addresses of ${fact.workload} lie in ${fact.block} is not in the manifests.`;
    case 'some-addresses':
      return `${fact.block} holds some of the addresses of ${fact.workload} and not the others.`;
    case 'node-address':
      return `${fact.workload} uses the host's network: whether its nodes have addresses in ${fact.block} is not in the manifests.`;
    case 'namespace-labels':
      return `No manifest declares namespace ${fact.namespace}, so whether it has ${labelsText(fact.keys)} is unknown.`;
    case 'pod-label':
      return `The cluster chooses the value of ${labelsText(fact.keys)} on the pods of ${fact.workload}.`;
    case 'host-network':
      return `${fact.workload} uses the host's network: whether a policy sees it as a pod or as its node is up to the network plugin.`;
    case 'actor-labels':
      return `The pods of ${fact.actor} are not in the input, so their labels and their namespace are unknown.`;
    case 'actor-pods':
      return `Whether ${fact.actor} is pods of the cluster or a load balancer outside is not in the manifests.`;
    case 'actor-address':
      return fact.actor === NODES
        ? `Whether every address of the nodes lies in ${fact.block} is not in the manifests: a Node does not show those of the network plugin's bridges and tunnels.`
        : `Whether the address of ${fact.actor} lies in ${fact.block} is not in the manifests.`;
    case 'own-node':
      return ownNodeSentence(fact);
    case 'named-port-by-address':
      return `Whether the port name "${fact.name}" counts for ${fact.workload} when it is reached by address is up to the network plugin.`;
    case 'policy-order':
      return `${listText(fact.policies)} disagree, and none of them comes before the others: which one is asked first is up to the network plugin.`;
    case 'node-addresses':
      return fact.node === null
        ? 'The input holds no Node, so which addresses are those of nodes is unknown.'
        : `Node ${fact.node} tells no addresses.`;
    case 'node-placement':
      return `On which nodes the pods of ${fact.workload} run is not in the manifests.`;
    case 'node-labels':
      return 'Only nodes with certain labels are meant: which of them the packet comes from or goes to is not in the manifests.';
    case 'domain-names':
      return `Which addresses ${listText(fact.names)} ${fact.names.length === 1 ? 'stands' : 'stand'} for, only DNS can tell.`;
  }
}

function ownNodeSentence({ direction, others }: Extract<Fact, { kind: 'own-node' }>): string {
  const isIngress = direction === 'ingress';
  const own = isIngress
    ? "A pod's own node always gets in, as the kubelet's probes must"
    : 'Whether a pod may always reach the node that it runs on is up to the network plugin';
  if (others === 'depends') return `${own}; for every other node the policies decide.`;
  return `${own}; ${isIngress ? 'no other node gets in' : 'it reaches no other node'}.`;
}

function labelsText(keys: readonly string[]): string {
  const named = keys.map((key) => `"${key}"`).join(', ');
  return keys.length === 1 ? `the label ${named}` : `the labels ${named}`;
}

function listText(words: readonly string[]): string {
  if (words.length < 2) return words.join();
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
