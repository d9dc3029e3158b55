// Good and bad examples of few-enforce.
import { judge } from './judge.ts';
import { adminPolicy, baseline, clusterPolicy, deployment, policy } from './manifests.ts';

const ALL = 'subject:\n  namespaces: {}';

judge('few-enforce', {
  good: {
    'nothing at all': [],
    'NetworkPolicies, which most plugins enforce': [policy('shop/p', 'podSelector: {}')],
    'no policies': [deployment('shop/web', 'app: web')],
  },
  bad: {
    'of v1alpha2': {
      documents: [clusterPolicy('▸p', `tier: Admin\npriority: 1\n${ALL}`)],
      level: 'info',
      says: /ClusterNetworkPolicy is enforced by kube-network-policies, Calico from 3\.32/,
    },
    'of v1alpha1, once for both kinds': {
      documents: [adminPolicy('▸p', `priority: 1\n${ALL}`), baseline(ALL)],
      level: 'info',
      says: /AdminNetworkPolicy is enforced by OVN-Kubernetes/,
    },
    'the baseline alone': {
      documents: [baseline(ALL, '▸default')],
      level: 'info',
      says: /BaselineAdminNetworkPolicy is enforced by OVN-Kubernetes/,
    },
  },
});
