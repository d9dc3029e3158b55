// Values that are written down in code.
import type { Value, ValueMap } from './value.ts';

/** Without the entries that are undefined. */
export function mapFrom(entries: readonly (readonly [string, Value | undefined])[]): ValueMap {
  return new Map(
    entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  );
}

export function mapOfTexts(texts: Iterable<readonly [string, string]>): ValueMap {
  return new Map(texts);
}
