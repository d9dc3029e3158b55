// A flow's verdict in a sentence.
import {
  type Decision,
  type Flow,
  isAllPorts,
  isEmptyPortSet,
  type Segment,
} from '../../core/index.ts';
import { shortPorts } from './port-words.ts';

/** Who stops a packet, and how. */
export function denialSentence(decision: Decision, source: string, destination: string): string {
  const out = decision.egress.verdict === 'deny';
  const into = decision.ingress.verdict === 'deny';
  if (out && into) {
    return `the policies of ${source} do not let it out, and those of ${destination} do not let it in`;
  }
  return out
    ? `the policies of ${source} do not let it out to ${destination}`
    : `the policies of ${destination} do not let ${source} in`;
}

/** The whole flow: `Allowed on TCP 80; everything else is denied: …`. */
export function flowSentence(
  { allowed, depends }: Flow,
  segments: readonly Segment[],
  source: string,
  destination: string,
): string {
  if (isAllPorts(allowed)) return 'Allowed on every port.';
  const denials = [
    ...new Set(
      segments
        .filter((segment) => segment.decision.verdict === 'deny')
        .map((segment) => denialSentence(segment.decision, source, destination)),
    ),
  ];
  const [denial] = denials;
  const why = denials.length === 1 && denial !== undefined ? `: ${denial}` : '';
  const open = [
    ...(isEmptyPortSet(allowed) ? [] : [`allowed on ${shortPorts(allowed)}`]),
    ...(isEmptyPortSet(depends)
      ? []
      : [`on ${shortPorts(depends)} it depends on what the manifests do not say`]),
  ].join('; ');
  if (open === '') return `Denied${why}.`;
  const rest = denials.length > 0 ? `, denied otherwise${why}` : '';
  return `${open.charAt(0).toUpperCase()}${open.slice(1)}${rest}.`;
}
