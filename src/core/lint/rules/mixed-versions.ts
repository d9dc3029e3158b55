// Policies of administrators in both versions of their API.

import { adminName } from '../admin-wording.ts';
import type { LintRule } from '../rule.ts';

export const mixedVersions: LintRule = {
  id: 'mixed-versions',
  level: 'warning',
  title: 'Policies of administrators in two versions',
  documentation: `AdminNetworkPolicy and BaselineAdminNetworkPolicy belong to v1alpha1 of policy.networking.k8s.io, ClusterNetworkPolicy to v1alpha2. They are different kinds, and a release of the API brings one or the other: few clusters have both, few network plugins enforce both, and nothing says how their priorities compare. Here both are decided together, by priority. Write all of them in the version that your network plugin enforces.`,
  *check({ cluster }) {
    const isNew = ({ kind }: { kind: string }) => kind === 'ClusterNetworkPolicy';
    const newer = cluster.adminPolicies.find(isNew);
    const older = cluster.adminPolicies.find((policy) => !isNew(policy));
    if (newer === undefined || older === undefined) return;
    yield {
      about: older,
      range: older.nameRange,
      message: `This is of v1alpha1, and ${adminName(newer)} of v1alpha2: few clusters have both, and nothing says which of the two would be asked first. Write all in one version.`,
    };
  },
};
