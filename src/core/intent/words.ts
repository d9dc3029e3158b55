// Why an intended flow is not as intended, in a sentence: who reaches whom, and what decides it.
import type { AdminMatch, Match, SideDecision, TierDecision } from '../explain/decision.ts';
import { isAllPorts, type PortRange, type PortSet, PROTOCOLS, rangeText } from '../model/port.ts';
import { factSentence } from '../model/verdict.ts';
import type { OffendingPair } from './flow-check.ts';

/** @param count of all that are not as intended; `offending` holds the first of them */
export function whyNot(offending: readonly OffendingPair[], count: number): string | null {
  const [first] = offending;
  if (first === undefined) return null;
  const others = count - 1;
  const more = others === 0 ? '' : ` Likewise ${others} other ${others === 1 ? 'pair' : 'pairs'}.`;
  return `${sentenceOn(first)}${more}`;
}

function sentenceOn(pair: OffendingPair): string {
  const { source, destination, service, isDns, ports, verdict } = pair;
  const whom =
    service === null || isDns ? endText(destination) : `${service} (${endText(destination)})`;
  const on = portText(ports);
  const from = endText(source);
  const name = isDns ? `, which it asks for ${service}` : '';
  const whole = isDns ? `the cluster's DNS, ${whom},` : whom;
  switch (verdict) {
    case 'allow':
      return `${from} reaches ${whole} on ${on}: ${whyOpen(pair)}.`;
    case 'deny':
      return `${from} does not reach ${whole} on ${on}${name}: ${whyShut(pair)}.`;
    case 'depends':
      return `Whether ${from} reaches ${whole} on ${on}${name} depends. ${whyInDoubt(pair)}`;
  }
}

const MOST_BLOCKS = 2;

/** The id of what is outside names all its blocks. */
function endText(id: string): string {
  if (id.startsWith('{')) return id;
  const blocks = id.split(' ');
  if (blocks.length <= MOST_BLOCKS) return blocks.join(' and ');
  return `${blocks.slice(0, MOST_BLOCKS).join(', ')} and ${blocks.length - MOST_BLOCKS} more blocks`;
}

const MOST_RANGES = 4;

/** `TCP 80, 443 and UDP 53`, never at length. */
function portText(ports: PortSet): string {
  if (isAllPorts(ports)) return 'every port';
  const parts = PROTOCOLS.filter((protocol) => ports[protocol].length > 0).map(
    (protocol) => `${protocol} ${rangesText(ports[protocol])}`,
  );
  return parts.join(' and ');
}

function rangesText(ranges: readonly PortRange[]): string {
  const shown = ranges.slice(0, MOST_RANGES).map(rangeText).join(', ');
  return ranges.length > MOST_RANGES ? `${shown} and others` : shown;
}

function whyOpen({ decision: { egress, ingress } }: OffendingPair): string {
  const parts = [openPart(egress, 'out'), openPart(ingress, 'in')].filter((part) => part !== null);
  return parts.length === 0 ? 'no policy is in the way' : parts.join(', and ');
}

/** Null where nothing stands in the way on this side. */
function openPart(side: SideDecision, way: 'in' | 'out'): string | null {
  const tier = [side.admin, side.baseline].find((one) => one?.ending === 'allow');
  const byTier = tier?.matches.find(({ action, certain }) => action === 'allow' && certain);
  if (byTier !== undefined) return `${adminText(byTier)} lets it ${way}`;
  const match = side.matches.find(({ certain }) => certain) ?? side.matches[0];
  return match === undefined ? null : `${matchText(match)} lets it ${way}`;
}

function whyShut({ decision: { egress, ingress } }: OffendingPair): string {
  return egress.verdict === 'deny' ? shutPart(egress, 'out') : shutPart(ingress, 'in');
}

function shutPart(side: SideDecision, way: 'in' | 'out'): string {
  const stopping =
    denyOf(side.admin) ?? (side.reason === 'isolated' ? undefined : denyOf(side.baseline));
  if (stopping !== undefined) return `${adminText(stopping)} stops it`;
  const names = side.selectedBy.map(({ policy }) => `${policy.namespace}/${policy.name}`);
  const [only, ...others] = names;
  if (only === undefined) return `nothing lets it ${way}`;
  return others.length === 0
    ? `policy ${only} has no rule that lets it ${way}`
    : `none of the policies ${listed(names)} has a rule that lets it ${way}`;
}

function denyOf(tier: TierDecision | null): AdminMatch | undefined {
  if (tier?.ending !== 'deny') return undefined;
  return tier.matches.findLast(({ action, certain }) => action === 'deny' && certain);
}

function whyInDoubt({ decision: { egress, ingress }, service }: OffendingPair): string {
  const sentences = [...egress.facts, ...ingress.facts].map(factSentence);
  const [first] = sentences;
  if (first !== undefined) return first;
  return `The cluster chooses whether ${service ?? 'it'} leads to these pods.`;
}

function matchText({ policy, rule }: Match): string {
  return `rule ${rule + 1} of policy ${policy.namespace}/${policy.name}`;
}

function adminText({ policy, rule }: AdminMatch): string {
  return `rule ${rule + 1} of ${policy.kind} ${policy.name}`;
}

const MOST_NAMES = 3;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
