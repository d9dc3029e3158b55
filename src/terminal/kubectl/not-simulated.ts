// Commands of kubectl that exist in reality and not here, and why.

const NO_PROCESSES =
  'no programs run here, there are only manifests and what policies decide of them';
const NO_FORWARDING =
  "it goes through the API server and the kubelet of the pod's own node, which no NetworkPolicy stops, so it would tell nothing of policies";

const NO_PLUGINS = 'there are no plugins here';

export const NOT_SIMULATED: ReadonlyMap<string, string> = new Map([
  ['logs', NO_PROCESSES],
  ['attach', NO_PROCESSES],
  ['cp', NO_PROCESSES],
  ['top', NO_PROCESSES],
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
  ['plugin', NO_PLUGINS],
  ['krew', NO_PLUGINS],
  ['neat', NO_PLUGINS],
  ['ns', 'use "kubens", or "kubectl config set-context --current --namespace=NAME"'],
  ['ctx', 'there is one context here'],
  ['np-viewer', NO_PLUGINS],
  ['tree', NO_PLUGINS],
  ['sniff', NO_PLUGINS],
  ['ko', NO_PLUGINS],
  ['completion', 'the Tab key completes here already'],
  ['options', 'all commands take -n, --context and -h'],
  ['diff', 'the editor shows what changed'],
]);
