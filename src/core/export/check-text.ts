// `check -o txt`: a line for each flow, as compilers print them, and why below those that are not passed.
import type { ListedCheck, ListedIntent, ListedOffending } from './check-listing.ts';
import { summaryOf } from './check-listing.ts';
import { assumingText, verdictText, walkLines } from './explanation-text.ts';
import { portsText } from './list-text.ts';
import { placeText } from './places.ts';

export function renderCheckText(intents: readonly ListedIntent[]): string {
  const lines = intents.flatMap(({ checks }) => checks.flatMap((check) => [...checkLines(check)]));
  const { passed, failed, unsure } = summaryOf(intents);
  const all = passed + failed + unsure;
  const rest = [
    ...(failed === 0 ? [] : [`${failed} failed`]),
    ...(unsure === 0 ? [] : [`${unsure} unsure`]),
  ];
  return `${[...lines, [`${passed} of ${all} passed`, ...rest].join(', ')].join('\n')}\n`;
}

function* checkLines(check: ListedCheck): Generator<string> {
  yield `${placeText(check)}: ${check.result}: ${checkTitle(check)}`;
  if (check.result === 'passed') return;
  if (check.reason !== undefined) yield `    (${oneLine(check.reason)})`;
  for (const line of whyLines(check)) yield `    ${line}`;
}

/** Why a check is not passed; each line without its end. */
export function* whyLines({ why, offending, offendingCount }: ListedCheck): Generator<string> {
  if (why !== undefined) yield why;
  for (const pair of offending) yield* offendingLines(pair);
  const more = offendingCount - offending.length;
  if (more > 0) yield `and ${more} other ${more === 1 ? 'pair' : 'pairs'}`;
}

function* offendingLines(pair: ListedOffending): Generator<string> {
  const { source, destination, service, dns, ports, verdict, explanation, notes } = pair;
  const by = service === undefined ? '' : ` ${dns === true ? 'to ask for' : 'behind'} ${service}`;
  const assuming = assumingText(explanation?.assuming);
  yield `${source} => ${destination}${by}, ${portsText(ports)}: ${verdictText(verdict)}${assuming}`;
  for (const note of notes ?? []) yield `  ${note}`;
  if (explanation === undefined) return;
  for (const line of walkLines(explanation, source, destination)) yield `  ${line}`;
}

/** `deny shop/web => shop/db : 5432` */
export function checkTitle({ expect, from, to, ports }: ListedCheck): string {
  const on = ports === undefined ? '' : ` : ${ports.join(', ')}`;
  return oneLine(`${expect} ${from.join(', ')} => ${to.join(', ')}${on}`);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
