// What both ways of reading a tree say of the keys of a map.
import type { ScalarValue } from './scalar.ts';
import type { Duplicate, Entry } from './tree.ts';

/** JSON has only string keys: an unquoted `on:` becomes "true", as kubectl makes it. */
export function keyText(written: string, value: ScalarValue): string {
  return typeof value === 'boolean' || value === null ? String(value) : written;
}

/** Adds the keys that stand a second time. */
export function noteDuplicates(entries: readonly Entry[], duplicates: Duplicate[]): void {
  if (entries.length <= FEW) {
    // Most maps: comparing is cheaper than a set.
    entries.forEach(({ key, keyRange }, at) => {
      const first = entries.findIndex((entry) => entry.key === key);
      if (first < at) duplicates.push({ key, range: keyRange });
    });
    return;
  }
  const seen = new Set<string>();
  for (const { key, keyRange } of entries) {
    if (seen.has(key)) duplicates.push({ key, range: keyRange });
    else seen.add(key);
  }
}

const FEW = 8;
