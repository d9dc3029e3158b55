// Kinds of new pods, ports and reasons in words, for the page and the command line alike.
import type { Requirement } from '../model/selector.ts';
import type { NamedPort, NewNamespaces, NewPods, Reason } from './new-pods.ts';

/** `any pod in any namespace but shop`, `a pod labelled app=prometheus in a namespace labelled team=ops`. */
export function newPodsText({ namespaces, labels }: NewPods): string {
  const isAny = labels.every(({ operator }) => operator === 'NotIn' || operator === 'DoesNotExist');
  const pod = [isAny ? 'any pod' : 'a pod', labelsText(labels)];
  return [...pod, namespacesText(namespaces)].filter((part) => part !== '').join(' ');
}

function namespacesText({ names, labels, except }: NewNamespaces): string {
  const asked = labelsText(labels);
  if (names !== null) {
    if (asked === '') return `in namespace${names.length === 1 ? '' : 's'} ${listed(names, 'and')}`;
    return `in a new namespace ${listed(names, 'or')} ${asked}`;
  }
  if (asked === '') {
    return `in any namespace${except.length === 0 ? '' : ` but ${listed(except, 'and')}`}`;
  }
  return `in a namespace ${asked}${except.length === 0 ? '' : `, but not in ${listed(except, 'or')}`}`;
}

/** As kubectl writes what no words are shorter for: `labelled app=web, tier in (a, b)`. */
function labelsText(requirements: readonly Requirement[]): string {
  const texts = (
    operator: Requirement['operator'],
    text: (key: string, values: string) => string,
  ) =>
    requirements
      .filter((one) => one.operator === operator)
      .map(({ key, values }) => text(key, manyValues(values)));
  const parts = [
    ['labelled', texts('In', (key, values) => `${key}${values}`)],
    ['with a label', texts('Exists', (key) => key)],
    ['not labelled', texts('NotIn', (key, values) => `${key}${values}`)],
    ['without a label', texts('DoesNotExist', (key) => key)],
  ] as const;
  return parts
    .filter(([, keys]) => keys.length > 0)
    .map(
      ([word, keys]) =>
        `${word} ${keys.join(word === 'labelled' || word === 'with a label' ? ', ' : ' or ')}`,
    )
    .join(' and ');
}

function manyValues(values: readonly string[]): string {
  const [first = '', ...others] = values.map(valueText);
  return others.length === 0 ? `=${first}` : ` in (${[first, ...others].join(', ')})`;
}

function valueText(value: string): string {
  return value === '' ? '""' : value;
}

const MOST_LISTED = 8;

function listed(words: readonly string[], last: 'and' | 'or'): string {
  const more = words.length - MOST_LISTED;
  const shown = more > 0 ? [...words.slice(0, MOST_LISTED), `${more} more`] : words;
  if (shown.length < 2) return shown.join();
  return `${shown.slice(0, -1).join(', ')} ${last} ${shown.at(-1)}`;
}

/** `its TCP port named web`. */
export function namedText({ protocol, name }: NamedPort): string {
  return `its ${protocol} port named ${name}`;
}

/** What stands where no rule does. */
export function openText({ end, direction }: Extract<Reason, { kind: 'open' }>): string {
  const who = end === 'workload' ? 'it' : 'the new pod';
  return `no policy holds back what ${direction === 'ingress' ? `comes in to ${who}` : `goes out of ${who}`}`;
}

/** `shop/api`, or with the rule's number as people count. */
export function ruleText({ policy, rule }: Exclude<Reason, { kind: 'open' }>): string {
  return rule === null ? policy : `${policy}, rule ${rule + 1}`;
}
