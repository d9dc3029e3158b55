// The structure of an Intent, which is checked while it is read.
import type { Schema } from './shape.ts';
import { INTENT_TYPES } from './structures/intent.ts';
import { NETWORK_POLICY_TYPES } from './structures/network-policy.ts';
import { typesOf } from './types.ts';

const typeOf = typesOf(INTENT_TYPES, NETWORK_POLICY_TYPES);

/** netpolis.dev/v1 */
export const INTENT: Schema = {
  kind: 'Intent',
  root: typeOf('netpolis.Intent'),
  typeOf,
  leaves: () => false,
  missingIs: 'error',
  takesEmpty: false,
};
