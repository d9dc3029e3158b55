// OVN-Kubernetes.
import type { CniProfile } from './profile.ts';

export const OVN_KUBERNETES: CniProfile = {
  id: 'ovn-kubernetes',
  name: 'OVN-Kubernetes',
  words: 'the network plugin is OVN-Kubernetes',
  enforces: true,
  hostNetwork: 'unknown',
  blocksMeanPods: true,
  bindsBarePods: true,
  changes: [],
  differs: [
    {
      where: 'host',
      text: 'OpenShift says that a namespaceSelector means pods on their host’s network only with podSelector {} beside it.',
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
