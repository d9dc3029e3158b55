// The structures of the policies, which are needed whenever one is read.
import type { Schema } from './shape.ts';
import { CLUSTER_POLICY_TYPES } from './structures/cluster-policies.ts';
import { NETWORK_POLICY_TYPES } from './structures/network-policy.ts';
import { typesOf } from './types.ts';

const typeOf = typesOf(NETWORK_POLICY_TYPES, CLUSTER_POLICY_TYPES);

const schema = (kind: string): Schema => ({
  kind,
  root: typeOf(kind),
  typeOf,
  // Whoever reads a policy says more exactly which values are missing or wrong.
  leaves: () => true,
  missingIs: 'error',
  takesEmpty: false,
});

/** networking.k8s.io/v1 */
export const NETWORK_POLICY: Schema = schema('NetworkPolicy');
/** policy.networking.k8s.io/v1alpha1 */
export const ADMIN_NETWORK_POLICY: Schema = schema('AdminNetworkPolicy');
export const BASELINE_ADMIN_NETWORK_POLICY: Schema = schema('BaselineAdminNetworkPolicy');
/** policy.networking.k8s.io/v1alpha2 */
export const CLUSTER_NETWORK_POLICY: Schema = schema('ClusterNetworkPolicy');
