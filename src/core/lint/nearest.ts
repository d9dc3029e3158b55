// The label set nearest to a selector that nothing matches, and whether it is but a slip away.
import { editDistance } from '../model/edit-distance.ts';
import type { Labels } from '../model/labels.ts';
import { matchSelector } from '../model/match.ts';
import type { Requirement, Selector } from '../model/selector.ts';
import type { Range } from '../model/span.ts';
import type { Complaint } from './rule.ts';

export interface Nearest<T> {
  readonly item: T;
  /** How the one label that is wrong was surely meant; null where that is not plain. */
  readonly meant: MeantLabel | null;
}

interface MeantLabel {
  /** The requirement that holds it wrong. */
  readonly requirement: Requirement;
  readonly key: string;
  readonly value: string;
}

/** An input may hold thousands: so many are looked at for a slip, and the first of them compared in full. */
const MOST = 300;
const COMPARED = 25;

/** Null without candidates. Of two that are equally near, the first. */
export function nearest<T extends { readonly labels: Labels }>(
  selector: Selector,
  candidates: readonly T[],
): Nearest<T> | null {
  const few = candidates.slice(0, MOST).map((item) => ({ item, unmet: unmetBy(selector, item) }));
  for (const { item, unmet } of few) {
    const [only, ...others] = unmet;
    const meant = only === undefined || others.length > 0 ? null : slipOf(only, item.labels);
    if (meant !== null) return { item, meant };
  }
  let best: T | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { item, unmet } of few.slice(0, COMPARED)) {
    const distance = total(unmet, item.labels);
    if (distance >= least) continue;
    least = distance;
    best = item;
  }
  return best === null ? null : { item: best, meant: null };
}

function unmetBy(
  { requirements }: Selector,
  { labels }: { readonly labels: Labels },
): readonly Requirement[] {
  return requirements.filter(
    (requirement) => matchSelector({ requirements: [requirement] }, labels) !== 'yes',
  );
}

function total(unmet: readonly Requirement[], { known }: Labels): number {
  return unmet.reduce((sum, { key, values }) => {
    const value = known.get(key);
    if (value === undefined) return sum + FAR;
    return sum + Math.min(FAR / 2, ...values.map((wanted) => distanceOf(wanted, value)));
  }, 0);
}

/** More than any word that is compared. */
const FAR = 1000;

function distanceOf(a: string, b: string): number {
  return a.length > 64 || b.length > 64 ? FAR / 2 : editDistance(a, b);
}

/** The label that a requirement was surely meant to ask for. */
function slipOf(requirement: Requirement, { known }: Labels): MeantLabel | null {
  const { key, operator, values } = requirement;
  if (operator !== 'In') return null;
  const value = known.get(key);
  if (value !== undefined) {
    return values.some((wanted) => isSlip(wanted, value)) ? { requirement, key, value } : null;
  }
  for (const [other, there] of known) {
    if (values.includes(there) && isSameKey(key, other)) {
      return { requirement, key: other, value: there };
    }
  }
  return null;
}

/** Where the label that is wrong is written. */
export function placeOf(near: Nearest<unknown> | null): Range | null {
  return near?.meant?.requirement.place?.range ?? null;
}

/** The edit that writes the label as it was meant; null where several values stand there. */
export function fixOf({ requirement, key, value }: MeantLabel): Complaint['fix'] {
  const [range, ...others] = requirement.place?.values ?? [];
  if (range === undefined || others.length > 0 || requirement.place === undefined) return undefined;
  return {
    title: `Write ${key}: ${value}`,
    edits:
      requirement.key === key
        ? [{ range, text: plainOrQuoted(value) }]
        : [{ range: requirement.place.key, text: plainOrQuoted(key) }],
  };
}

/** As YAML takes it for a string; words that might be read as something else are quoted. */
export function plainOrQuoted(text: string): string {
  const isPlain = /^[A-Za-z][-A-Za-z0-9_./]*$/.test(text);
  return isPlain && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(text)
    ? text
    : JSON.stringify(text);
}

/** Whether one word is the other but for case or a slip; a number or a letter that counts is another thing. */
export function isSlip(written: string, meant: string): boolean {
  const [a, b] = [written.toLowerCase(), meant.toLowerCase()];
  if (a === b) return true;
  if (a.length > 64 || b.length > 64) return false;
  const [parts, others] = [a.split(/[-_.]/), b.split(/[-_.]/)];
  // `team-a` is not `team-b` mistyped.
  return parts.length === others.length
    ? parts.every((part, at) => isWordSlip(part, others[at] as string))
    : isWordSlip(a, b);
}

function isWordSlip(a: string, b: string): boolean {
  if (a === b) return true;
  const length = Math.min(a.length, b.length);
  if (length < 4 || Math.abs(a.length - b.length) > 2) return false;
  if (a.replace(/\d/g, '') === b.replace(/\d/g, '')) return false;
  return editDistance(a, b) <= (length < 8 ? 1 : 2);
}

/** Keys that people write for each other. */
const NAME_KEYS = new Set(['app', 'name', 'k8s-app', 'app.kubernetes.io/name', 'run', 'service']);

function isSameKey(written: string, there: string): boolean {
  if (NAME_KEYS.has(written) && NAME_KEYS.has(there)) return true;
  const last = (key: string) => key.slice(key.lastIndexOf('/') + 1);
  return last(written) === last(there) || isSlip(written, there);
}
