// How the linter's messages name things: in few words, whatever the input holds.
import type { Labels } from '../model/labels.ts';
import type { Requirement, Selector } from '../model/selector.ts';
import type { Workload } from '../model/workload.ts';
import type { Nearest } from './nearest.ts';

/** Messages quote what a person typed, never at length. */
export function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}

/** `a`, `a and b`, `a, b and 3 more`. */
export function listed(names: readonly string[]): string {
  const short = names.map(shorten);
  if (short.length <= 3) {
    const last = short.at(-1) ?? '';
    return short.length < 2 ? last : `${short.slice(0, -1).join(', ')} and ${last}`;
  }
  return `${short.slice(0, 2).join(', ')} and ${short.length - 2} more`;
}

/** Workloads of one namespace, or of several. */
export function workloadsText(workloads: readonly Workload[]): string {
  return listed(workloads.map(({ id }) => id));
}

/** `1 workload`, `3 workloads`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `None of the 3 workloads in namespace x has`, for a selector to follow. */
export function noneOf(count: number, where: string): string {
  return count === 1
    ? `The only workload ${where} does not have`
    : `None of the ${count} workloads ${where} has`;
}

/** A selector as people say it: `app=web, tier in (a, b)`. */
export function selectorText(selector: Selector): string {
  if (selector.requirements.length === 0) return 'everything';
  return listed(selector.requirements.map(requirementText));
}

function requirementText({ key, operator, values }: Requirement): string {
  switch (operator) {
    case 'In':
      return values.length === 1 ? `${key}=${values[0]}` : `${key} in (${listed(values)})`;
    case 'NotIn':
      return values.length === 1 ? `${key}≠${values[0]}` : `${key} not in (${listed(values)})`;
    case 'Exists':
      return `${key} present`;
    case 'DoesNotExist':
      return `${key} absent`;
  }
}

/** What is nearest to a selector that nothing has. */
export function nearestText(
  {
    item,
    meant,
  }: Nearest<{ readonly labels: Labels; readonly name: string; readonly id?: string }>,
  selector: Selector,
): string {
  const name = item.id ?? `Namespace ${item.name}`;
  if (meant !== null) return `${name} has ${meant.key}=${meant.value}: was that meant?`;
  const asked = new Set(selector.requirements.map(({ key }) => key));
  return `The nearest is ${name} with ${labelsText(item.labels.known, asked)}.`;
}

/** Labels, those that were asked for first. */
function labelsText(labels: ReadonlyMap<string, string>, asked: ReadonlySet<string>): string {
  const text = [...labels]
    .sort(([a], [b]) => Number(asked.has(b)) - Number(asked.has(a)))
    .map(([key, value]) => `${key}=${value}`);
  return text.length === 0 ? 'no labels' : listed(text);
}
