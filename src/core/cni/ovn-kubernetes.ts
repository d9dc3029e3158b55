// OVN-Kubernetes.
import type { CniProfile } from './profile.ts';

export const OVN_KUBERNETES: CniProfile = {
  id: 'ovn-kubernetes',
  name: 'OVN-Kubernetes',
  words: 'the network plugin is OVN-Kubernetes',
  enforces: true,
  // What is documented differs between versions, and by how a namespace is labelled.
  hostNetwork: 'unknown',
  blocksMeanPods: true,
  bindsBarePods: true,
  changes: [],
  differs: [
    {
      where: 'port-range',
      text: 'Versions from before September 2021 know no endPort: they let in only the first port of a range.',
      source: 'https://github.com/ovn-kubernetes/ovn-kubernetes/pull/2466',
    },
    {
      where: 'host',
      text: 'OpenShift says that a namespaceSelector means pods on their host’s network only with podSelector {} beside it, or where it asks for policy-group.network.openshift.io/host-network.',
      source:
        'https://docs.okd.io/latest/networking/network_security/network_policy/about-network-policy.html',
    },
    {
      where: 'from-host',
      text: 'Policies cannot stop what comes from a pod’s own node.',
      source:
        'https://docs.okd.io/latest/networking/network_security/network_policy/about-network-policy.html',
    },
  ],
};
