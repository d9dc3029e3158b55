// The VPC CNI of Amazon EKS.
import type { CniProfile } from './profile.ts';

export const AWS_VPC_CNI: CniProfile = {
  id: 'aws-vpc-cni',
  name: 'AWS VPC CNI',
  words: 'the network plugin is the AWS VPC CNI',
  enforces: true,
  hostNetwork: 'unknown',
  blocksMeanPods: true,
  bindsBarePods: false,
  changes: [
    {
      text: 'Policies isolate only pods that a controller owns: a Pod by itself stays open.',
      source: 'https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy.html',
    },
  ],
  differs: [
    {
      where: 'to-service',
      text: 'The port of a Service has to be that of its pods, or its flows may be decided otherwise.',
      source: 'SEMANTICS 8, D18',
    },
  ],
};
