// A plugin that enforces no policy, as Flannel by itself.
import type { CniProfile } from './profile.ts';

export const NOT_ENFORCING: CniProfile = {
  id: 'none',
  name: 'None that enforces policies (plain Flannel)',
  words: 'the network plugin enforces no policy',
  enforces: false,
  hostNetwork: 'unknown',
  blocksMeanPods: true,
  bindsBarePods: true,
  changes: [
    {
      text: 'No policy has any effect: everything is allowed.',
      source: 'https://github.com/flannel-io/flannel#readme',
    },
  ],
  differs: [],
};
