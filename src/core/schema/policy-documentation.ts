// What help says of the fields of the administrators' policies, by type, then field; '' is the type itself.

type Words = Readonly<Record<string, string>>;

const SUBJECT: Words = {
  '': 'The pods that the policy is about: either all pods of some namespaces, or pods by their labels. Pods on their host’s network are never among them.',
  namespaces: 'All pods of the namespaces with these labels. {} means every namespace.',
  pods: 'Pods by their labels, in namespaces by theirs.',
};

const PEER_FIELDS = {
  namespaces:
    'All pods of the namespaces with these labels; {} means every pod of the cluster. It never means addresses outside, nor pods on their host’s network.',
  pods: 'Pods by their labels, in namespaces by theirs.',
  nodes:
    'The addresses of the nodes with these labels, and with them the pods on their network. Only the experimental definition has it.',
  networks:
    'Blocks of addresses, as 10.0.0.0/8. They are compared with every destination, pods included: let a rule pass the pods before, if only addresses outside are meant.',
  domainNames:
    'Names of hosts outside the cluster, as example.com, or *.example.com for every name below it. It opens no way to DNS. Only the experimental definition has it.',
};

const ENTRY = 'One entry: exactly one of its fields. The rule is about whatever any entry means.';

const V1_RULE = {
  '': 'A rule. The rules of a direction are asked from top to bottom, and the first that matches decides.',
  name: 'A name for people, of at most 100 characters.',
  action:
    'What happens to the traffic that matches. Allow: it is let through, whatever NetworkPolicies say. Deny: it is stopped. Pass: no further rule of this tier is asked, and NetworkPolicies decide.',
  ports: 'The ports of the destination. Without it the rule is about all traffic.',
};

const BASELINE_ACTION = 'What happens to the traffic that matches: Allow or Deny.';

const CLUSTER_RULE = {
  '': V1_RULE[''],
  name: V1_RULE.name,
  action:
    'What happens to the traffic that matches. Accept: it is let through. Deny: it is stopped. Pass: no further rule of this tier is asked. In the admin tier Accept comes before NetworkPolicies; the other end of the flow still decides for itself.',
  protocols:
    'The ports of the destination, each with its protocol. Without it the rule is about all traffic.',
};

const INGRESS =
  'Rules for what comes in. Without any, this policy says nothing of it: there is no implicit deny.';
const EGRESS =
  'Rules for what goes out. Without any, this policy says nothing of it: there is no implicit deny.';
const PRIORITY =
  'From 0 to 1000; the lower number is asked first. Which of two policies of one priority comes first is up to the cluster.';
const FROM = 'Where the traffic comes from: at least one entry, any of which may match.';
const TO = 'Where the traffic goes: at least one entry, any of which may match.';

export const POLICY_DOCUMENTATION: Readonly<Record<string, Words>> = {
  AdminNetworkPolicy: {
    '': 'A policy of the cluster’s administrators that is asked before all NetworkPolicies. Its rules allow, deny or pass, in their order.',
    spec: 'Which pods it is about, how early it is asked, and its rules.',
  },
  AdminNetworkPolicySpec: {
    '': 'Which pods an AdminNetworkPolicy is about, how early it is asked, and its rules.',
    priority: PRIORITY,
    subject: SUBJECT[''] ?? '',
    ingress: INGRESS,
    egress: EGRESS,
  },
  AdminNetworkPolicySubject: SUBJECT,
  NamespacedPods: {
    '': 'Pods by their labels, in namespaces by theirs. Both must hold, and both are required.',
    namespaceSelector: 'The labels of the namespaces; {} means every namespace.',
    podSelector: 'The labels of the pods; {} means every pod there.',
  },
  AdminNetworkPolicyIngressRule: { ...V1_RULE, from: FROM },
  AdminNetworkPolicyEgressRule: { ...V1_RULE, to: TO },
  AdminNetworkPolicyIngressPeer: {
    '': ENTRY,
    namespaces: PEER_FIELDS.namespaces,
    pods: PEER_FIELDS.pods,
  },
  AdminNetworkPolicyEgressPeer: { '': ENTRY, ...PEER_FIELDS },
  AdminNetworkPolicyPort: {
    '': 'One entry: exactly one of its fields.',
    portNumber: 'One port, with its protocol.',
    portRange: 'Ports from start to end, with their protocol.',
    namedPort:
      'The name of a container port, which brings its protocol along. It is looked up on the pod that is connected to. Only the experimental definition has it.',
  },
  AdminNetworkPolicyPortNumber: {
    '': 'One port, with its protocol.',
    protocol: 'TCP, UDP or SCTP, in capitals; TCP where it is left out.',
    port: 'A number from 1 to 65535: the pod’s port, not the Service’s.',
  },
  AdminNetworkPolicyPortRange: {
    '': 'Ports from start to end, both among them.',
    protocol: 'TCP, UDP or SCTP, in capitals; TCP where it is left out.',
    start: 'The first port.',
    end: 'The last port, above the first.',
  },
  BaselineAdminNetworkPolicy: {
    '': 'What holds for pods that no NetworkPolicy isolates. A cluster has one of them, called default.',
    spec: 'Which pods it is about, and its rules.',
  },
  BaselineAdminNetworkPolicySpec: {
    '': 'Which pods the baseline is about, and its rules.',
    subject: SUBJECT[''] ?? '',
    ingress: INGRESS,
    egress: EGRESS,
  },
  BaselineAdminNetworkPolicyIngressRule: { ...V1_RULE, action: BASELINE_ACTION, from: FROM },
  BaselineAdminNetworkPolicyEgressRule: { ...V1_RULE, action: BASELINE_ACTION, to: TO },
  BaselineAdminNetworkPolicyEgressPeer: {
    '': ENTRY,
    namespaces: PEER_FIELDS.namespaces,
    pods: PEER_FIELDS.pods,
    nodes: PEER_FIELDS.nodes,
    networks: PEER_FIELDS.networks,
  },
  ClusterNetworkPolicy: {
    '': 'A policy of the cluster’s administrators: in the admin tier it is asked before all NetworkPolicies, in the baseline tier where none of them isolates the pod.',
    spec: 'Its tier, which pods it is about, how early it is asked, and its rules.',
  },
  ClusterNetworkPolicySpec: {
    '': 'The tier of a ClusterNetworkPolicy, which pods it is about, how early it is asked, and its rules.',
    tier: 'Admin: before all NetworkPolicies. Baseline: behind them, for pods that none of them isolates.',
    priority: PRIORITY,
    subject: SUBJECT[''] ?? '',
    ingress: INGRESS,
    egress: EGRESS,
  },
  ClusterNetworkPolicySubject: SUBJECT,
  PodsOfNamespaces: {
    '': 'Pods by their labels, in namespaces by theirs. Both must hold.',
    namespaceSelector: 'The labels of the namespaces. Left out, or {}, it means every namespace.',
    podSelector: 'The labels of the pods; {} means every pod there. It is required.',
  },
  ClusterNetworkPolicyIngressRule: { ...CLUSTER_RULE, from: FROM },
  ClusterNetworkPolicyEgressRule: { ...CLUSTER_RULE, to: TO },
  ClusterNetworkPolicyIngressPeer: {
    '': ENTRY,
    namespaces: PEER_FIELDS.namespaces,
    pods: PEER_FIELDS.pods,
  },
  ClusterNetworkPolicyEgressPeer: { '': ENTRY, ...PEER_FIELDS },
  ClusterNetworkPolicyProtocol: {
    '': 'One entry: exactly one of its fields.',
    tcp: 'Ports of TCP.',
    udp: 'Ports of UDP.',
    sctp: 'Ports of SCTP.',
    destinationNamedPort:
      'The name of a container port, which brings its protocol along. It is looked up on the pod that is connected to, and means nothing towards addresses.',
  },
  ClusterNetworkPolicyPortMatch: {
    '': 'Ports of one protocol.',
    destinationPort: 'A number or a range. All of a protocol is the range from 1 to 65535.',
  },
  ClusterNetworkPolicyPort: {
    '': 'Exactly one of a number and a range.',
    number: 'A number from 1 to 65535: the pod’s port, not the Service’s.',
    range: 'Ports from start to end, both among them.',
  },
  ClusterNetworkPolicyPortRange: {
    '': 'Ports from start to end, both among them.',
    start: 'The first port, below the last.',
    end: 'The last port.',
  },
};
