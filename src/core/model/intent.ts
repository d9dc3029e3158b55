// What a person says must and must not be possible: flows with an expectation, as written.
import type { Origin, Range } from './span.ts';

export const EXPECTATIONS = ['allow', 'deny'] as const;
export type Expectation = (typeof EXPECTATIONS)[number];

/** Plain data, so that it can be written by hand, too. */
export interface IntendedFlow {
  /**
   * A peer as the command line takes it, or several: `shop/web`, `shop/*` for all workloads of a
   * namespace, `*` for all, an address or a CIDR for what is outside.
   */
  readonly from: string | readonly string[];
  /** Likewise, or a Service: `svc/api.shop`, `svc/api.shop:80`. */
  readonly to: string | readonly string[];
  /** `80`, `8000-8999`, `53/UDP`, `UDP`, or the name of a port; without them every port is meant. */
  readonly ports?: readonly (string | number)[];
  /** allow: every one of these flows is surely possible; deny: none of them is. */
  readonly expect: Expectation;
  readonly reason?: string;
}

/** A flow at its place; ranges are relative to the document. */
export interface PlacedFlow extends IntendedFlow {
  readonly range: Range;
}

/** One document of kind Intent. */
export interface Intent {
  /** Null where it has none. */
  readonly name: string | null;
  readonly origin: Origin;
  /** Its key `flows`. */
  readonly range: Range;
  /** Those that could be read. */
  readonly flows: readonly PlacedFlow[];
  /** How many could not be, each with a finding of level error. */
  readonly broken: number;
}

/** The group of Netpolis itself. */
export const INTENT_GROUP = 'netpolis.dev';
export const INTENT_VERSION = 'v1';
export const INTENT_KIND = 'Intent';
