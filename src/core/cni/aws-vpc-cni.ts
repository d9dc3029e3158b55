// The VPC CNI of Amazon EKS.
import type { CniProfile } from './profile.ts';

export const AWS_VPC_CNI: CniProfile = {
  id: 'aws-vpc-cni',
  name: 'AWS VPC CNI',
  words: 'the network plugin is the AWS VPC CNI',
  enforces: true,
  // The documentation does not say; as code stands, a selected pod is turned into its address, its node's.
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
      where: 'host',
      text: 'A selector is turned into the addresses of the pods that it picks, which for pods on their host’s network are those of their node.',
      source: 'https://github.com/aws/amazon-network-policy-controller-k8s/tree/main/pkg/resolvers',
    },
    {
      where: 'to-service',
      text: 'The port of a Service has to be that of its pods, or its flows may be decided otherwise.',
      source: 'SEMANTICS 8, D18',
    },
  ],
};
