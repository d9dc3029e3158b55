// What is known of somebody who stands around the pods and in none of the manifests.
import {
  API_SERVER,
  CLUSTER_DNS,
  INGRESS_CONTROLLER,
  NEW_POD,
  NODES,
  newPodIn,
} from '../../../core/index.ts';

interface Props {
  readonly id: string;
  /** No pods of the cluster, as the load balancer of a cloud. */
  readonly isOutside: boolean;
}

export function AboutActor({ id, isOutside }: Props) {
  return <p className="faint">{wordsOn(id, isOutside)}</p>;
}

function wordsOn(id: string, isOutside: boolean): string {
  switch (id) {
    case NODES:
      return 'The machines of the cluster, any of them. A pod’s own node is one: the kubelet’s probes come from it and are always let in, whatever policies say. No selector of pods means a node; blocks of addresses do. Add Nodes to the manifests, or assume their addresses, to be sure.';
    case API_SERVER:
      return 'What kubernetes.default stands for. It runs on machines of the cluster’s own or outside, so no selector of pods means it. A block of addresses may; its own port is mostly 6443, not the 443 of its Service.';
    case CLUSTER_DNS:
      return 'The pods that resolve names are not in the manifests. They are taken to be as nearly every cluster has them: in kube-system, labelled k8s-app: kube-dns, asked on UDP and TCP 53. Add their manifests to be sure.';
    case INGRESS_CONTROLLER:
      return isOutside
        ? 'The load balancer of a cloud takes the requests of Ingress and Gateway objects. It comes from addresses outside, or from a node’s, so no selector of pods means it.'
        : 'It takes the requests of Ingress, Gateway and Route objects and hands them to pods. Its own pods are not in the manifests, so a rule that asks for labels leaves it in doubt. Add its manifests to be sure.';
    case NEW_POD:
      return 'Whatever somebody deploys next: a pod without labels, in a new namespace without labels. A pod in a namespace of the manifests that is treated otherwise stands beside it. Which labels would open more is told under “Pods not written yet” in the details of each workload.';
    default:
      return newPodIn(id) === null
        ? ''
        : `A pod that somebody deploys next in the namespace ${newPodIn(id)}, without labels. Which labels would open more is told under “Pods not written yet” in the details of each workload.`;
  }
}
