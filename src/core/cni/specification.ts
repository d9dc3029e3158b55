// The specification by itself: what it leaves open depends.
import type { CniProfile } from './profile.ts';

export const SPECIFICATION: CniProfile = {
  id: 'specification',
  name: 'As the specification says',
  words: 'the specification holds',
  enforces: true,
  hostNetwork: 'unknown',
  blocksMeanPods: true,
  bindsBarePods: true,
  changes: [],
  differs: [],
};
