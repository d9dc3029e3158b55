// The words that near misses share.
import type { Fix } from '../../model/finding.ts';
import type { Direction, Policy, RulePort } from '../../model/policy.ts';
import { rangeText } from '../../model/port.ts';
import type { Requirement } from '../../model/selector.ts';
import { type Range, spanAt } from '../../model/span.ts';

/** `app=api`, `app in (api, web)`, `the label app`. */
export function requirementText({ key, operator, values }: Requirement): string {
  switch (operator) {
    case 'In':
      return values.length === 1 ? `${key}=${values[0]}` : `${key} in (${values.join(', ')})`;
    case 'NotIn':
      return `${key} not in (${values.join(', ')})`;
    case 'Exists':
      return `the label ${key}`;
    case 'DoesNotExist':
      return `no label ${key}`;
  }
}

export function policyText({ namespace, name }: Policy): string {
  return `policy ${namespace}/${name}`;
}

export function typeText(direction: Direction): string {
  return direction === 'egress' ? 'Egress' : 'Ingress';
}

/** `TCP 80`, `UDP port "dns"`, `every TCP port`. */
export function portEntryText({ protocol, port }: RulePort): string {
  if (port === null) return `every ${protocol} port`;
  return 'name' in port ? `${protocol} port "${port.name}"` : `${protocol} ${rangeText(port)}`;
}

/**
 * Puts a value in the place of another. It is written as JSON, which both YAML and JSON files take.
 * None where the place lies outside the entry: an alias stands there, and others use its text, too.
 */
export function replacement(
  policy: Policy,
  entry: Range,
  place: Range | null | undefined,
  text: string,
): Fix | null {
  if (place === null || place === undefined) return null;
  if (place.start < entry.start || place.end > entry.end) return null;
  return { title: `Write ${text}`, edits: [{ span: spanAt(policy.origin, place), text }] };
}
