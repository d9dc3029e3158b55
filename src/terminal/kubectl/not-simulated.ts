// Commands of kubectl that exist in reality and not here, and why.

const NO_PROCESSES =
  'no programs run here, there are only manifests and what policies decide of them';
const NO_FORWARDING =
  "it goes through the API server and the kubelet of the pod's own node, which no NetworkPolicy stops, so it would tell nothing of policies";

export const NOT_SIMULATED: ReadonlyMap<string, string> = new Map([
  ['logs', NO_PROCESSES],
  ['attach', NO_PROCESSES],
  ['cp', NO_PROCESSES],
  ['top', NO_PROCESSES],
  [
    'debug',
    'use "kubectl run -it --rm NAME --image=busybox --restart=Never -- sh" for a pod to look around from',
  ],
  ['port-forward', NO_FORWARDING],
  ['proxy', NO_FORWARDING],
  ['events', 'nothing happens here that would leave events'],
  ['auth', 'there are no users and no roles here'],
  ['certificate', 'there are no certificates here'],
  ['autoscale', 'pods do no work here that could be measured; use "kubectl scale"'],
  ['cordon', 'pods are not placed by a scheduler here'],
  ['uncordon', 'pods are not placed by a scheduler here'],
  ['drain', 'pods are not placed by a scheduler here'],
  ['taint', 'pods are not placed by a scheduler here'],
  ['kustomize', 'paste what it renders'],
  ['api-versions', 'use "kubectl api-resources"'],
  ['plugin', 'there are no plugins here'],
  ['completion', 'the Tab key completes here already'],
  ['options', 'all commands take -n, --context and -h'],
  ['patch', 'edit the manifest, or use "kubectl label", "annotate", "scale" or "set"'],
  ['replace', 'use "kubectl apply -f"'],
  ['diff', 'the editor shows what changed'],
]);
