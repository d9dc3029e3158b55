// An explanation in words: who selects, which rule lets it through by which entries, or that none does.
import type { Verdict } from '../model/verdict.ts';
import type {
  ListedAdminMatch,
  ListedAdminPolicy,
  ListedMatch,
  ListedNearMiss,
  ListedSegment,
  ListedSide,
  ListedTier,
} from './explanation.ts';
import { type Place, placeText } from './places.ts';

const WORDS: { readonly [verdict in Verdict]: string } = {
  allow: 'allowed',
  deny: 'denied',
  depends: 'depends',
};

export function verdictText(verdict: Verdict): string {
  return WORDS[verdict];
}

/** `, assuming that …`; nothing where nothing is. */
export function assumingText(assuming: readonly string[] = []): string {
  return assuming.length === 0 ? '' : `, assuming that ${assuming.join(' and that ')}`;
}

/** The walk in order, the egress side first; each line without its end. */
export function* walkLines(
  { egress, ingress, nearMisses = [] }: ListedSegment,
  source: string,
  destination: string,
): Generator<string> {
  yield `egress of ${source}: ${verdictText(egress.verdict)}`;
  yield* sideLines(egress, source, 'leave');
  yield `ingress of ${destination}: ${verdictText(ingress.verdict)}`;
  yield* sideLines(ingress, destination, 'reach it');
  if (nearMisses.length === 0) return;
  yield 'nearly:';
  for (const miss of nearMisses) yield* nearMissLines(miss);
}

function* sideLines(side: ListedSide, end: string, move: string): Generator<string> {
  const { reason, admin, baseline } = side;
  if (admin !== undefined) yield* tierLines('admin tier', admin);
  switch (reason) {
    case 'external':
      yield `  ${end} is outside the cluster, where no policy holds`;
      break;
    case 'not-in-input':
      yield `  ${end} is not in the input, nor are the policies that bind it`;
      break;
    case 'host-network':
      yield `  its pods are on their host's network, where no policy binds them`;
      break;
    case 'no-owner':
      yield '  no controller owns it, and the network plugin binds no policy to such pods';
      break;
    case 'not-enforced':
      yield '  the network plugin enforces no policy';
      break;
    case 'admin':
      yield '  no NetworkPolicy is asked any more';
      break;
    case 'isolated':
      yield* isolatedLines(side);
      break;
    case 'baseline':
    case 'not-selected':
      // Without the tiers around them they are all the policies there are.
      yield admin === undefined && baseline === undefined
        ? `  no policy selects it, so anything may ${move}`
        : '  no NetworkPolicy selects it';
  }
  if (baseline !== undefined) yield* tierLines('baseline tier', baseline);
  if (isOpenBehind(side)) yield `  open: nothing else is asked, so anything may ${move}`;
  for (const sentence of side.because ?? []) yield `  it depends: ${sentence}`;
}

/** Whether tiers were asked and none of them surely settled it. */
function isOpenBehind({ verdict, reason, admin, baseline }: ListedSide): boolean {
  if (verdict === 'deny' || (reason !== 'not-selected' && reason !== 'baseline')) return false;
  const isSettled = baseline?.ending === 'allow' || admin?.ending === 'allow';
  return (admin !== undefined || baseline !== undefined) && !isSettled;
}

function* isolatedLines(side: ListedSide): Generator<string> {
  for (const { certain, policy, ...place } of side.selectedBy) {
    yield `  ${certain ? 'selected' : 'perhaps selected'} by policy ${policy} (${placeText(place)})`;
  }
  for (const match of side.matches) yield `  ${matchText(match)}`;
  if (side.matches.length === 0) {
    const isOne = side.selectedBy.length === 1;
    yield `  no rule of ${isOne ? 'that policy' : 'those policies'} lets this through`;
  }
}

const ENDINGS: { readonly [ending in ListedTier['ending']]: string } = {
  allow: 'lets it through',
  deny: 'stops it',
  pass: 'passes it on',
  none: 'has no rule for it',
  depends: 'depends',
};

function* tierLines(name: string, { ending, selectedBy, matches }: ListedTier): Generator<string> {
  yield `  ${name}: ${ENDINGS[ending]}`;
  for (const selecting of selectedBy) {
    const how = selecting.certain ? 'selected' : 'perhaps selected';
    yield `    ${how} by ${policyText(selecting)} (${placeText(selecting)})`;
  }
  for (const match of matches) yield `    ${adminMatchText(match)}`;
}

function policyText({ kind, policy, priority }: ListedAdminPolicy): string {
  return priority === undefined ? `${kind} ${policy}` : `${kind} ${policy} of priority ${priority}`;
}

function adminMatchText(match: ListedAdminMatch): string {
  const { kind, policy, rule, name, action, certain, peer, port } = match;
  const named = name === undefined ? '' : ` ${JSON.stringify(name)}`;
  const does = certain ? ENDINGS[action] : `perhaps ${ENDINGS[action]}`;
  const byPort = port === null ? 'any port' : `its port at ${at(port)}`;
  return `rule ${rule + 1}${named} of ${kind} ${policy} (${placeText(match)}) ${does}: its peer at ${at(peer)}, ${byPort}`;
}

// Its entries stand in the rule's own file.
function at({ line, column }: Place): string {
  return `${line}:${column}`;
}

function matchText({ policy, rule, certain, peer, port, ...place }: ListedMatch): string {
  const lets = certain ? 'lets this through' : 'perhaps lets this through';
  const byPeer = peer === null ? 'any peer' : `its peer at ${at(peer)}`;
  const byPort = port === null ? 'any port' : `its port at ${at(port)}`;
  return `rule ${rule + 1} of policy ${policy} (${placeText(place)}) ${lets}: ${byPeer}, ${byPort}`;
}

function* nearMissLines(miss: ListedNearMiss): Generator<string> {
  yield `  ${placeText(miss)}: ${miss.message} [${miss.kind}]`;
  if (miss.write !== undefined) yield `    write ${miss.write}`;
}
