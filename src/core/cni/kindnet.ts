// kindnet, whose policies are those of kube-network-policies.
import type { CniProfile } from './profile.ts';

export const KINDNET: CniProfile = {
  id: 'kindnet',
  name: 'kindnet',
  words: 'the network plugin is kindnet',
  enforces: true,
  hostNetwork: 'node',
  blocksMeanPods: true,
  bindsBarePods: true,
  changes: [
    {
      text: 'Pods on their host’s network are passed over: no policy isolates them, and no selector means them.',
      source: 'https://github.com/kubernetes-sigs/kube-network-policies/pull/389',
    },
  ],
  differs: [
    {
      where: 'from-host',
      text: 'What root sends from a node is let in, also where this says denied.',
      source: 'SEMANTICS 8, D20',
    },
  ],
};
