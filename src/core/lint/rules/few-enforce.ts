// Policies of administrators, which many network plugins ignore.
import type { AdminPolicy } from '../../model/admin-policy.ts';
import type { LintRule } from '../rule.ts';

export const fewEnforce: LintRule = {
  id: 'few-enforce',
  level: 'info',
  title: 'Only some network plugins enforce a policy of this kind',
  documentation: `The policies of policy.networking.k8s.io are not part of Kubernetes itself: their definitions are installed beside it, and a network plugin that does not know them ignores them without a word. Then every flow is as if they were not there. ClusterNetworkPolicy (v1alpha2) is enforced by kube-network-policies, by Calico from 3.32 on and by Kube-OVN. AdminNetworkPolicy and BaselineAdminNetworkPolicy (v1alpha1) are enforced by OVN-Kubernetes, Antrea, Kube-OVN, Calico 3.29 to 3.31 and kube-network-policies 0.8. This is said once for each version; switch it off once you have checked yours.`,
  *check({ cluster }) {
    const isNew = ({ kind }: AdminPolicy) => kind === 'ClusterNetworkPolicy';
    const newer = cluster.adminPolicies.find(isNew);
    const older = cluster.adminPolicies.find((policy) => !isNew(policy));
    if (newer !== undefined) yield complaint(newer, NEWER);
    if (older !== undefined) yield complaint(older, OLDER);
  },
};

/** SEMANTICS 4.11 */
const NEWER = 'kube-network-policies, Calico from 3.32 on and Kube-OVN';
const OLDER = 'OVN-Kubernetes, Antrea, Kube-OVN, Calico 3.29 to 3.31 and kube-network-policies 0.8';

function complaint(policy: AdminPolicy, plugins: string) {
  return {
    about: policy,
    range: policy.nameRange,
    message: `${policy.kind} is enforced by ${plugins}; other network plugins ignore it. Check yours.`,
  };
}
