// `eval -o txt`: the verdict, then the walk.
import type { Evaluation } from './eval.ts';
import type { ListedSegment } from './explanation.ts';
import { assumingText, verdictText, walkLines } from './explanation-text.ts';
import { portsText } from './list-text.ts';

export function renderEvalText(evaluation: Evaluation): string {
  return `${[...lines(evaluation)].join('\n')}\n`;
}

function* lines({
  source,
  destination,
  verdict,
  notes = [],
  segments,
}: Evaluation): Generator<string> {
  const [only] = segments;
  if (verdict !== undefined && only !== undefined) {
    yield `${source} => ${destination}, ${segmentText(only)}`;
    for (const note of notes) yield note;
    yield '';
    yield* walkLines(only, source, destination);
    return;
  }
  yield `${source} => ${destination}`;
  for (const note of notes) yield note;
  for (const segment of segments) {
    yield '';
    yield segmentText(segment);
    for (const line of walkLines(segment, source, destination)) yield `  ${line}`;
  }
}

/** `TCP 80: allowed` */
function segmentText({ ports, verdict, assuming }: ListedSegment): string {
  return `${portsText(ports)}: ${verdictText(verdict)}${assumingText(assuming)}`;
}
