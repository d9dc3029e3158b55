// The structure of a NetworkPolicy and of what every object has.
// Made by "npm run schemas" from kubernetes-models@5.1.0 and its kin: change the generator, not this.

export const NETWORK_POLICY_TYPES = `
IPBlock
  cidr! string
  except [string]
LabelSelector
  matchExpressions [LabelSelectorRequirement]
  matchLabels {string}
LabelSelectorRequirement
  key! string
  operator! =In|NotIn|Exists|DoesNotExist
  values [string]
NetworkPolicy
  apiVersion string
  kind string
  metadata ObjectMeta
  spec NetworkPolicySpec
NetworkPolicyEgressRule
  ports [NetworkPolicyPort]
  to [NetworkPolicyPeer]
NetworkPolicyIngressRule
  from [NetworkPolicyPeer]
  ports [NetworkPolicyPort]
NetworkPolicyPeer
  ipBlock IPBlock
  namespaceSelector LabelSelector
  podSelector LabelSelector
NetworkPolicyPort
  endPort integer
  port int-or-string
  protocol =SCTP|TCP|UDP
NetworkPolicySpec
  egress [NetworkPolicyEgressRule]
  ingress [NetworkPolicyIngressRule]
  podSelector LabelSelector
  policyTypes [=Egress|Ingress]
ObjectMeta
  annotations {string}
  creationTimestamp string
  deletionGracePeriodSeconds integer
  deletionTimestamp string
  finalizers [string]
  generateName string
  generation integer
  labels {string}
  managedFields any
  name string
  namespace string
  ownerReferences [OwnerReference]
  resourceVersion string
  selfLink string
  uid string
OwnerReference
  apiVersion! string
  blockOwnerDeletion boolean
  controller boolean
  kind! string
  name! string
  uid! string
`;
