// Good and bad examples of mixed-versions.
import { judge } from './judge.ts';
import { adminPolicy, baseline, clusterPolicy } from './manifests.ts';

const ALL = 'subject:\n  namespaces: {}';
const NEW = clusterPolicy('new', `tier: Admin\npriority: 1\n${ALL}`);

judge('mixed-versions', {
  good: {
    'none at all': [],
    'all of v1alpha1': [adminPolicy('a', `priority: 1\n${ALL}`), baseline(ALL)],
    'all of v1alpha2': [NEW, clusterPolicy('other', `tier: Baseline\npriority: 1\n${ALL}`)],
  },
  bad: {
    'an AdminNetworkPolicy beside a ClusterNetworkPolicy': {
      documents: [NEW, adminPolicy('▸old', `priority: 1\n${ALL}`)],
      level: 'warning',
      says: /This is of v1alpha1, and ClusterNetworkPolicy new of v1alpha2/,
    },
    'the baseline beside one': {
      documents: [baseline(ALL, '▸default'), NEW],
      level: 'warning',
      says: /few clusters have both/,
    },
    'once for many': {
      documents: [
        NEW,
        adminPolicy('▸one', `priority: 1\n${ALL}`),
        adminPolicy('two', `priority: 2\n${ALL}`),
        baseline(ALL),
      ],
      level: 'warning',
      says: /Write all in one version/,
    },
  },
});
