// `netpolis list`: every connection that the manifests allow.
import {
  analyze,
  placesIn,
  renderExposureText,
  renderListCsv,
  renderListDot,
  renderListJson,
  renderListMarkdown,
  renderListMermaid,
  renderListText,
  withStructure,
} from '../core/index.ts';
import { formatOf, parseArguments, UsageError } from './arguments.ts';
import { readInput } from './assuming.ts';
import { writeFindings } from './findings.ts';
import type { Streams } from './streams.ts';

const FORMATS = ['txt', 'json', 'csv', 'md', 'dot', 'mermaid'] as const;

/** Each has a row or an edge for a connection, and no room for more. */
const SHORT = new Map([
  ['csv', renderListCsv],
  ['md', renderListMarkdown],
  ['dot', renderListDot],
  ['mermaid', renderListMermaid],
]);

export async function list(argv: readonly string[], streams: Streams): Promise<number> {
  const { paths, output, flags, options } = parseArguments(
    argv,
    ['all', 'explain', 'exposure'],
    ['assume'],
  );
  const format = formatOf('list', output, FORMATS);
  const all = flags.has('all');
  const isExplained = flags.has('explain');
  const isExposed = flags.has('exposure');
  const short = SHORT.get(format);
  if (short !== undefined && (isExplained || isExposed)) {
    throw new UsageError('--explain and --exposure go with -o txt and -o json alone');
  }
  const { files, assumptions } = await readInput(paths, options.get('assume'), streams);
  const outcome = withStructure(analyze(files, undefined, assumptions), files);
  const { findings } = outcome;
  writeFindings(findings, files, streams);
  const pieces =
    short !== undefined
      ? short(outcome, all)
      : format === 'json'
        ? renderListJson(outcome, files, all, isExplained, isExposed)
        : renderListText(outcome, all, isExplained ? placesIn(files) : null);
  writeInChunks(pieces, streams);
  if (isExposed && format === 'txt') {
    writeInChunks(renderExposureText(outcome, placesIn(files)), streams);
  }
  // A broken document never hides the good ones; only when there is no good one was nothing read.
  const { cluster } = outcome;
  const isNothingThere =
    cluster.workloads.length + cluster.policies.length + cluster.namespaces.size === 0;
  const isUnreadable =
    findings.length > 0 && findings.every(({ rule }) => UNREADABLE.includes(rule));
  return isNothingThere && isUnreadable ? 2 : 0;
}

const UNREADABLE = ['syntax', 'not-an-object'];

/** Many small writes cost more than the analysis. */
function writeInChunks(pieces: Iterable<string>, streams: Streams): void {
  const limit = 1 << 16;
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < limit) continue;
    streams.writeResult(chunk);
    chunk = '';
  }
  streams.writeResult(chunk);
}
