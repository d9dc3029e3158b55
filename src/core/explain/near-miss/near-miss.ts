// A near miss: the one thing that kept a packet from being let through.
import type { Fix } from '../../model/finding.ts';
import type { Direction } from '../../model/policy.ts';
import type { Span } from '../../model/span.ts';
import type { PolicyReference } from '../decision.ts';

/** What was nearly right; each has a file of its own, but the last, which is always said. */
export type NearMissKind =
  | 'label-value'
  | 'label-key'
  | 'label-missing'
  | 'namespace-label-missing'
  | 'namespace-selector-missing'
  | 'selectors-in-one-entry'
  | 'block-misses'
  | 'block-except'
  | 'block-family'
  | 'service-port'
  | 'service-port-asked'
  | 'port-name'
  | 'port-number'
  | 'protocol'
  | 'wrong-direction'
  | 'wrong-namespace'
  | 'direction-not-listed'
  | 'default-types'
  | 'listed-without-rules'
  | 'one-side';

export interface NearMiss {
  readonly kind: NearMissKind;
  /** The side that would let the packet through, were it not for this; the other side may stop it still. */
  readonly side: Direction;
  readonly policy: PolicyReference;
  /** The one thing in the text. */
  readonly span: Span;
  /** In words a learner understands; names the pods, labels and ports in question. */
  readonly message: string;
  /** What to write instead, where that is safe: it opens this and changes nothing else it need not. */
  readonly fix: Fix | null;
}
