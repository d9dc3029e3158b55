// The structure of the administrators' policies, written down from their published definitions
// (network-policy-api, experimental channel; SEMANTICS 2.16–2.18). How many and how large is checked
// by their reader, at the very item.

export const CLUSTER_POLICY_TYPES = `
AdminNetworkPolicy
  apiVersion string
  kind string
  metadata ObjectMeta
  spec! AdminNetworkPolicySpec
  status any
AdminNetworkPolicySpec
  priority! integer
  subject! AdminNetworkPolicySubject
  ingress [AdminNetworkPolicyIngressRule]
  egress [AdminNetworkPolicyEgressRule]
AdminNetworkPolicySubject 1..1
  namespaces LabelSelector
  pods NamespacedPods
NamespacedPods
  namespaceSelector! LabelSelector
  podSelector! LabelSelector
AdminNetworkPolicyIngressRule
  name string
  action! =Allow|Deny|Pass
  from! [AdminNetworkPolicyIngressPeer]
  ports [AdminNetworkPolicyPort]
AdminNetworkPolicyEgressRule
  name string
  action! =Allow|Deny|Pass
  to! [AdminNetworkPolicyEgressPeer]
  ports [AdminNetworkPolicyPort]
AdminNetworkPolicyIngressPeer 1..1
  namespaces LabelSelector
  pods NamespacedPods
AdminNetworkPolicyEgressPeer 1..1
  namespaces LabelSelector
  pods NamespacedPods
  nodes LabelSelector
  networks [string]
  domainNames [string]
AdminNetworkPolicyPort 1..1
  portNumber AdminNetworkPolicyPortNumber
  portRange AdminNetworkPolicyPortRange
  namedPort string
AdminNetworkPolicyPortNumber
  protocol string
  port! integer
AdminNetworkPolicyPortRange
  protocol string
  start! integer
  end! integer
BaselineAdminNetworkPolicy
  apiVersion string
  kind string
  metadata ObjectMeta
  spec! BaselineAdminNetworkPolicySpec
  status any
BaselineAdminNetworkPolicySpec
  subject! AdminNetworkPolicySubject
  ingress [BaselineAdminNetworkPolicyIngressRule]
  egress [BaselineAdminNetworkPolicyEgressRule]
BaselineAdminNetworkPolicyIngressRule
  name string
  action! =Allow|Deny
  from! [AdminNetworkPolicyIngressPeer]
  ports [AdminNetworkPolicyPort]
BaselineAdminNetworkPolicyEgressRule
  name string
  action! =Allow|Deny
  to! [BaselineAdminNetworkPolicyEgressPeer]
  ports [AdminNetworkPolicyPort]
BaselineAdminNetworkPolicyEgressPeer 1..1
  namespaces LabelSelector
  pods NamespacedPods
  nodes LabelSelector
  networks [string]
ClusterNetworkPolicy
  apiVersion string
  kind string
  metadata ObjectMeta
  spec! ClusterNetworkPolicySpec
  status any
ClusterNetworkPolicySpec
  tier! =Admin|Baseline
  priority! integer
  subject! ClusterNetworkPolicySubject
  ingress [ClusterNetworkPolicyIngressRule]
  egress [ClusterNetworkPolicyEgressRule]
ClusterNetworkPolicySubject 1..1
  namespaces LabelSelector
  pods PodsOfNamespaces
PodsOfNamespaces
  namespaceSelector LabelSelector
  podSelector! LabelSelector
ClusterNetworkPolicyIngressRule
  name string
  action! =Accept|Deny|Pass
  from! [ClusterNetworkPolicyIngressPeer]
  protocols [ClusterNetworkPolicyProtocol]
ClusterNetworkPolicyEgressRule
  name string
  action! =Accept|Deny|Pass
  to! [ClusterNetworkPolicyEgressPeer]
  protocols [ClusterNetworkPolicyProtocol]
ClusterNetworkPolicyIngressPeer 1..1
  namespaces LabelSelector
  pods PodsOfNamespaces
ClusterNetworkPolicyEgressPeer 1..1
  namespaces LabelSelector
  pods PodsOfNamespaces
  nodes LabelSelector
  networks [string]
  domainNames [string]
ClusterNetworkPolicyProtocol 1..1
  tcp ClusterNetworkPolicyPortMatch
  udp ClusterNetworkPolicyPortMatch
  sctp ClusterNetworkPolicyPortMatch
  destinationNamedPort string
ClusterNetworkPolicyPortMatch 1..
  destinationPort ClusterNetworkPolicyPort
ClusterNetworkPolicyPort 1..1
  number integer
  range ClusterNetworkPolicyPortRange
ClusterNetworkPolicyPortRange
  start! integer
  end! integer
`;
