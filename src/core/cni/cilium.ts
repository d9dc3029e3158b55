// Cilium: policies are about identities, addresses are for what has none.
import type { CniProfile } from './profile.ts';

export const CILIUM: CniProfile = {
  id: 'cilium',
  name: 'Cilium',
  words: 'the network plugin is Cilium',
  enforces: true,
  hostNetwork: 'node',
  blocksMeanPods: false,
  bindsBarePods: true,
  changes: [
    {
      text: 'An ipBlock means addresses outside the cluster only, never pods or nodes.',
      source: 'https://docs.cilium.io/en/latest/security/policy/caveats/',
    },
    {
      text: 'Pods on their host’s network are their node to it: no policy isolates them, and no selector means them.',
      source: 'https://github.com/kubernetes/website/pull/39875',
    },
  ],
  differs: [
    {
      where: 'port-range',
      text: 'Versions before 1.16 know no endPort: they let in only the first port of a range.',
      source: 'https://github.com/cilium/cilium/issues/28684',
    },
    {
      where: 'from-host',
      text: 'Whatever runs on a pod’s own node always gets in, also where this says denied.',
      source: 'SEMANTICS 7.1',
    },
    {
      where: 'host',
      text: 'With policy-cidr-match-mode=nodes an ipBlock means nodes, too, and more may be allowed.',
      source: 'SEMANTICS 1.32',
    },
    {
      where: 'self',
      text: 'A pod that reaches itself through a Service passes by its policies.',
      source: 'SEMANTICS 8, D13',
    },
  ],
};
