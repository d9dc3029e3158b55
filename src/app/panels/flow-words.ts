// A flow's verdict in a sentence.
import {
  type Flow,
  isAllPorts,
  isEmptyPortSet,
  type PortSet,
  type Segment,
} from '../../core/index.ts';
import { shortPorts } from './port-words.ts';

/** Who stops every packet of these segments; null where no one end stops them all. */
function denialSentence(
  denied: readonly Segment[],
  source: string,
  destination: string,
): string | null {
  const out = denied.every(({ decision }) => decision.egress.verdict === 'deny');
  const into = denied.every(({ decision }) => decision.ingress.verdict === 'deny');
  if (out && into) {
    return `the policies of ${source} do not let it out, and those of ${destination} do not let it in`;
  }
  if (out) return `the policies of ${source} do not let it out to ${destination}`;
  return into ? `the policies of ${destination} do not let ${source} in` : null;
}

/** The whole flow: `Allowed on TCP 80. On all other ports the policies of b do not let a in.` */
export function flowSentence(
  { allowed, depends }: Flow,
  segments: readonly Segment[],
  source: string,
  destination: string,
): string {
  if (isAllPorts(allowed)) return 'Allowed on every port.';
  const denied = segments.filter((segment) => segment.decision.verdict === 'deny');
  const denial = denied.length > 0 ? denialSentence(denied, source, destination) : null;
  const sentences = [
    ...(isEmptyPortSet(allowed) ? [] : [`Allowed on ${shortPorts(allowed)}.`]),
    ...(isEmptyPortSet(depends) ? [] : [dependsSentence(depends)]),
  ];
  if (sentences.length === 0) return denial === null ? 'Denied.' : `Denied: ${denial}.`;
  const rest = denial === null ? 'All other ports are denied.' : `On all other ports ${denial}.`;
  return [...sentences, ...(denied.length > 0 ? [rest] : [])].join(' ');
}

function dependsSentence(depends: PortSet): string {
  const where = isAllPorts(depends) ? 'On every port' : `On ${shortPorts(depends)}`;
  return `${where} it depends on what the manifests do not say.`;
}
