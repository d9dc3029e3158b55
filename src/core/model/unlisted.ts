// How policies see who stands in no manifest, as far as nodes and assumptions tell.
import type { Whereabouts } from './peer.ts';
import { AS_POD, type Seen } from './seen.ts';

export interface Unlisted {
  /** A pod on the pods' network that the input does not hold. */
  readonly pod: Seen;
  readonly nodes: Whereabouts;
  readonly apiServer: Whereabouts;
}

export const NOTHING_KNOWN: Unlisted = { pod: AS_POD, nodes: 'unknown', apiServer: 'ipv4' };
