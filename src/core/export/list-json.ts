// `list -o json`: the document others' tools read, written piece by piece since it can be large.
import type { SourceFile } from '../model/source-file.ts';
import type { Outcome } from '../pipeline.ts';
import { listExposure } from './exposure.ts';
import { listConnections, listFindings, listPeers } from './listing.ts';
import { placesIn } from './places.ts';

/** Raised when a reader of the old form would misread the new one. */
const VERSION = 1;

/**
 * @param isExplained each connection has its reasons
 * @param isExposed with what is said of pods that no manifest holds
 */
export function* renderListJson(
  outcome: Outcome,
  files: readonly SourceFile[],
  all: boolean,
  isExplained = false,
  isExposed = false,
): Generator<string> {
  yield `{\n  "version": ${VERSION},\n  "peers": `;
  yield* array(listPeers(outcome));
  yield ',\n  "connections": ';
  yield* array(listConnections(outcome, all, isExplained ? placesIn(files) : null));
  if (isExposed) {
    yield ',\n  "exposure": ';
    yield* array(listExposure(outcome, placesIn(files)));
  }
  yield ',\n  "findings": ';
  yield* array(listFindings(outcome.findings, files));
  yield '\n}\n';
}

/** One item a line. */
function* array(items: Iterable<unknown>): Generator<string> {
  yield '[';
  let separator = '\n    ';
  let isEmpty = true;
  for (const item of items) {
    yield `${separator}${JSON.stringify(item)}`;
    separator = ',\n    ';
    isEmpty = false;
  }
  yield isEmpty ? ']' : '\n  ]';
}
