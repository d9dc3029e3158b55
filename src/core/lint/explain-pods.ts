// Why selectors of namespaces and pods pick nothing of the input, and what was surely meant.
import type { AdminPods } from '../model/admin-policy.ts';
import type { Labels } from '../model/labels.ts';
import type { DeclaredNamespace, Namespace } from '../model/namespace.ts';
import { NAME_LABEL } from '../model/namespace.ts';
import type { Selector } from '../model/selector.ts';
import type { Range } from '../model/span.ts';
import type { Workload } from '../model/workload.ts';
import type { Context } from './context.ts';
import { fixOf, isSlip, type Nearest, nearest, placeOf, plainOrQuoted } from './nearest.ts';
import type { Complaint } from './rule.ts';
import { nearestText, noneOf, selectorText, shorten } from './wording.ts';

export type Explained = Omit<Complaint, 'about' | 'range'> & Partial<Pick<Complaint, 'range'>>;

/** Of pods in namespaces that are asked for by their labels; null where the input does not show that nothing is meant. */
export function explainPods(
  context: Context,
  { namespaces, pods }: Pick<AdminPods, 'namespaces' | 'pods'>,
  isInDoubt: boolean,
  /** What else it may be, where no label is off. */
  other: () => Explained | null = () => null,
): Explained | null {
  const { sure, maybe } = context.namespaces(namespaces);
  const lacking = sure.size === 0 ? lacksLabel(context, namespaces, maybe.size > 0) : null;
  if (lacking !== null || isInDoubt || maybe.size > 0) return lacking;
  if (sure.size === 0) return noNamespace(context, namespaces);
  const there = [...sure].flatMap((name) => context.workloadsIn(name));
  if (there.length === 0 || pods === null) return null;
  const where = sure.size === 1 ? `namespace ${[...sure][0]}` : 'these namespaces';
  const unmet = unmatched(pods, there, where);
  if (unmet.level === 'warning') return unmet;
  // A selector that does not name its namespaces may mean others that the input does not show.
  const isClosed = namespaces.requirements.some(
    ({ key, operator }) => key === NAME_LABEL && operator === 'In',
  );
  return other() ?? (isClosed ? unmet : null);
}

export function unmatched(
  selector: Selector,
  there: readonly Workload[],
  where: string,
): Explained {
  const near = nearest(selector, there);
  const opening = `${noneOf(there.length, `in ${where}`)} ${selectorText(selector)}.`;
  return near === null ? { message: opening, level: 'info' } : withNearest(opening, near, selector);
}

/** A slip is a warning at its very place; that others are only near may have good reasons. */
function withNearest(
  opening: string,
  near: Nearest<{ readonly labels: Labels; readonly name: string; readonly id?: string }>,
  selector: Selector,
): Explained {
  const message = `${opening} ${nearestText(near, selector)}`;
  if (near.meant === null) return { message, level: 'info' };
  const range = placeOf(near);
  const fix = fixOf(near.meant);
  return {
    message,
    level: 'warning',
    ...(range === null ? {} : { range }),
    ...(fix === undefined ? {} : { fix }),
  };
}

/** A namespace that is asked for by its name under another key than that of its name. */
function lacksLabel(context: Context, selector: Selector, mayBeOther: boolean): Explained | null {
  for (const { key, operator, values, place } of selector.requirements) {
    if (operator !== 'In' || key === NAME_LABEL) continue;
    // Of namespaces that are not declared the labels are unknown: only a name is surely not theirs.
    if (mayBeOther && !NAME_KEY.test(key)) continue;
    const found = values.find((value) => context.cluster.namespaces.get(value)?.declared);
    if (found === undefined) continue;
    return {
      message: `Namespace ${found} has no label ${shorten(key)}=${found}, so nothing matches. Every namespace carries its name as ${NAME_LABEL}: ask for that.`,
      ...(place && { range: place.range, fix: writeInstead(place.key, NAME_LABEL) }),
    };
  }
  return null;
}

const NAME_KEY = /(?:^|[/._-])(?:name|namespace|ns)$/;

/** A namespace outside the input may well carry the labels; only what the input shows is said. */
function noNamespace(context: Context, selector: Selector): Explained | null {
  const namespaces = [...context.cluster.namespaces.values()];
  for (const { key, operator, values, place } of selector.requirements) {
    if (operator !== 'In' || key !== NAME_LABEL) continue;
    for (const [at, value] of values.entries()) {
      const near = namespaces.find(({ name }) => isSlip(value, name));
      if (near === undefined) continue;
      const range = place?.values[at];
      return {
        message: `No namespace of the input is named ${shorten(value)}. Was ${near.name} meant?`,
        ...(range && { range, fix: writeInstead(range, near.name) }),
      };
    }
  }
  const near = nearest(selector, namespaces.filter(isDeclared));
  if (near === null || near.meant === null) return null;
  return withNearest(`No namespace of the input has ${selectorText(selector)}.`, near, selector);
}

function writeInstead(range: Range, text: string): NonNullable<Complaint['fix']> {
  return { title: `Write ${text}`, edits: [{ range, text: plainOrQuoted(text) }] };
}

function isDeclared(
  namespace: Namespace,
): namespace is Namespace & { readonly declared: DeclaredNamespace } {
  return namespace.declared !== null;
}
