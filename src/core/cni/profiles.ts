// All profiles, by id.
import type { Cni } from '../model/assumptions.ts';
import { AWS_VPC_CNI } from './aws-vpc-cni.ts';
import { CALICO } from './calico.ts';
import { CILIUM } from './cilium.ts';
import { KINDNET } from './kindnet.ts';
import { NOT_ENFORCING } from './none.ts';
import { OVN_KUBERNETES } from './ovn-kubernetes.ts';
import type { CniProfile } from './profile.ts';
import { SPECIFICATION } from './specification.ts';

export const PROFILES: Readonly<Record<Cni, CniProfile>> = {
  specification: SPECIFICATION,
  calico: CALICO,
  cilium: CILIUM,
  'ovn-kubernetes': OVN_KUBERNETES,
  'aws-vpc-cni': AWS_VPC_CNI,
  kindnet: KINDNET,
  none: NOT_ENFORCING,
};
