// An explanation in words: who selects, which rule lets it through by which entries, or that none does.
import type { Verdict } from '../model/verdict.ts';
import type { ListedMatch, ListedNearMiss, ListedSegment, ListedSide } from './explanation.ts';
import { type Place, placeText } from './places.ts';

const WORDS: { readonly [verdict in Verdict]: string } = {
  allow: 'allowed',
  deny: 'denied',
  depends: 'depends',
};

export function verdictText(verdict: Verdict): string {
  return WORDS[verdict];
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
  switch (side.reason) {
    case 'external':
      yield `  ${end} is outside the cluster, where no policy holds`;
      return;
    case 'host-network':
      yield `  its pods are on their host's network, where no policy binds them`;
      return;
    case 'not-selected':
      yield `  no policy selects it, so anything may ${move}`;
      return;
    case 'isolated':
      break;
  }
  for (const { certain, policy, ...place } of side.selectedBy) {
    yield `  ${certain ? 'selected' : 'perhaps selected'} by policy ${policy} (${placeText(place)})`;
  }
  for (const match of side.matches) yield `  ${matchText(match)}`;
  if (side.matches.length === 0) {
    const isOne = side.selectedBy.length === 1;
    yield `  no rule of ${isOne ? 'that policy' : 'those policies'} lets this through`;
  }
  for (const sentence of side.because ?? []) yield `  it depends: ${sentence}`;
}

function matchText({ policy, rule, certain, peer, port, ...place }: ListedMatch): string {
  const lets = certain ? 'lets this through' : 'perhaps lets this through';
  // Its entries stand in the rule's own file.
  const at = ({ line, column }: Place) => `${line}:${column}`;
  const byPeer = peer === null ? 'any peer' : `its peer at ${at(peer)}`;
  const byPort = port === null ? 'any port' : `its port at ${at(port)}`;
  return `rule ${rule + 1} of policy ${policy} (${placeText(place)}) ${lets}: ${byPeer}, ${byPort}`;
}

function* nearMissLines(miss: ListedNearMiss): Generator<string> {
  yield `  ${placeText(miss)}: ${miss.message} [${miss.kind}]`;
  if (miss.write !== undefined) yield `    write ${miss.write}`;
}
