// Calico.
import type { CniProfile } from './profile.ts';

export const CALICO: CniProfile = {
  id: 'calico',
  name: 'Calico',
  words: 'the network plugin is Calico',
  enforces: true,
  hostNetwork: 'node',
  blocksMeanPods: true,
  bindsBarePods: true,
  changes: [
    {
      text: 'Pods on their host’s network are no pods to it: no policy isolates them, and no selector means them.',
      source: 'https://github.com/projectcalico/felix/issues/1361',
    },
  ],
  differs: [
    {
      where: 'port-range',
      text: 'Versions from before 2021 know no endPort: they let in only the first port of a range.',
      source: 'https://github.com/projectcalico/libcalico-go/pull/1357',
    },
    {
      where: 'self',
      text: 'A pod that reaches itself through a Service is held to its own policies.',
      source: 'SEMANTICS 8, D13',
    },
  ],
};
