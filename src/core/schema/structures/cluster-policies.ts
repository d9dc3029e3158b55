// The structure of the administrators' policies, written down from their published definitions
// (network-policy-api, experimental channel; SEMANTICS 2.16–2.18).

export const CLUSTER_POLICY_TYPES = `
AdminNetworkPolicy
  apiVersion string
  kind string
  metadata ObjectMeta
  spec! AdminNetworkPolicySpec
  status any
AdminNetworkPolicySpec
  priority! integer 0..1000
  subject! AdminNetworkPolicySubject
  ingress [AdminNetworkPolicyIngressRule] 0..100
  egress [AdminNetworkPolicyEgressRule] 0..100
AdminNetworkPolicySubject 1..1
  namespaces LabelSelector
  pods NamespacedPods
NamespacedPods
  namespaceSelector! LabelSelector
  podSelector! LabelSelector
AdminNetworkPolicyIngressRule
  name string 0..100
  action! =Allow|Deny|Pass
  from! [AdminNetworkPolicyIngressPeer] 1..100
  ports [AdminNetworkPolicyPort] 1..100
AdminNetworkPolicyEgressRule
  name string 0..100
  action! =Allow|Deny|Pass
  to! [AdminNetworkPolicyEgressPeer] 1..100
  ports [AdminNetworkPolicyPort] 1..100
AdminNetworkPolicyIngressPeer 1..1
  namespaces LabelSelector
  pods NamespacedPods
AdminNetworkPolicyEgressPeer 1..1
  namespaces LabelSelector
  pods NamespacedPods
  nodes LabelSelector
  networks [string] 1..25
  domainNames [string] 1..25
AdminNetworkPolicyPort 1..1
  portNumber AdminNetworkPolicyPortNumber
  portRange AdminNetworkPolicyPortRange
  namedPort string
AdminNetworkPolicyPortNumber
  protocol string
  port! integer 1..65535
AdminNetworkPolicyPortRange
  protocol string
  start! integer 1..65535
  end! integer 1..65535
BaselineAdminNetworkPolicy
  apiVersion string
  kind string
  metadata ObjectMeta
  spec! BaselineAdminNetworkPolicySpec
  status any
BaselineAdminNetworkPolicySpec
  subject! AdminNetworkPolicySubject
  ingress [BaselineAdminNetworkPolicyIngressRule] 0..100
  egress [BaselineAdminNetworkPolicyEgressRule] 0..100
BaselineAdminNetworkPolicyIngressRule
  name string 0..100
  action! =Allow|Deny
  from! [AdminNetworkPolicyIngressPeer] 1..100
  ports [AdminNetworkPolicyPort] 1..100
BaselineAdminNetworkPolicyEgressRule
  name string 0..100
  action! =Allow|Deny
  to! [BaselineAdminNetworkPolicyEgressPeer] 1..100
  ports [AdminNetworkPolicyPort] 1..100
BaselineAdminNetworkPolicyEgressPeer 1..1
  namespaces LabelSelector
  pods NamespacedPods
  nodes LabelSelector
  networks [string] 1..25
ClusterNetworkPolicy
  apiVersion string
  kind string
  metadata ObjectMeta
  spec! ClusterNetworkPolicySpec
  status any
ClusterNetworkPolicySpec
  tier! =Admin|Baseline
  priority! integer 0..1000
  subject! ClusterNetworkPolicySubject
  ingress [ClusterNetworkPolicyIngressRule] 0..25
  egress [ClusterNetworkPolicyEgressRule] 0..25
ClusterNetworkPolicySubject 1..1
  namespaces LabelSelector
  pods PodsOfNamespaces
PodsOfNamespaces
  namespaceSelector LabelSelector
  podSelector! LabelSelector
ClusterNetworkPolicyIngressRule
  name string 0..100
  action! =Accept|Deny|Pass
  from! [ClusterNetworkPolicyIngressPeer] 1..25
  protocols [ClusterNetworkPolicyProtocol] 1..25
ClusterNetworkPolicyEgressRule
  name string 0..100
  action! =Accept|Deny|Pass
  to! [ClusterNetworkPolicyEgressPeer] 1..25
  protocols [ClusterNetworkPolicyProtocol] 1..25
ClusterNetworkPolicyIngressPeer 1..1
  namespaces LabelSelector
  pods PodsOfNamespaces
ClusterNetworkPolicyEgressPeer 1..1
  namespaces LabelSelector
  pods PodsOfNamespaces
  nodes LabelSelector
  networks [string] 1..25
  domainNames [string] 1..25
ClusterNetworkPolicyProtocol 1..1
  tcp ClusterNetworkPolicyPortMatch
  udp ClusterNetworkPolicyPortMatch
  sctp ClusterNetworkPolicyPortMatch
  destinationNamedPort string
ClusterNetworkPolicyPortMatch 1..
  destinationPort ClusterNetworkPolicyPort
ClusterNetworkPolicyPort 1..1
  number integer 1..65535
  range ClusterNetworkPolicyPortRange
ClusterNetworkPolicyPortRange
  start! integer 1..65535
  end! integer 1..65535
`;
