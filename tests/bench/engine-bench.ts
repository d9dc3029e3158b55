// How long the core takes on large inputs.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import {
  analyze,
  analyzeCluster,
  createReadingCache,
  createStructureCache,
  effectsOf,
  explainFlow,
  isEmptyPortSet,
  lint,
  readFlows,
  type SourceFile,
} from './core.ts';
import { writeLargeCluster } from './large-cluster.ts';
import { withClusterPolicies } from './large-tiers.ts';
import { measure, type Row } from './measure.ts';

export function benchEngine(): { rows: readonly Row[]; notes: readonly string[] } {
  const small = writeLargeCluster(1_000, 200);
  const large = writeLargeCluster(10_000, 2_000);
  const smallCluster = analyze(small).cluster;
  const tieredCluster = withClusterPolicies(smallCluster, 100);
  const rows = [
    measure('cold/1000x200', 9, 2, () => analyze(small)),
    measure('engine/1000x200', 31, 5, () => analyzeCluster(smallCluster)),
    measure('engine/1000x200+100cnp', 31, 5, () => analyzeCluster(tieredCluster)),
    benchKeystroke(small),
    benchExplain(small),
  ];
  const smallOutcome = analyze(small);
  rows.push(measure('effects/1000x200', 21, 3, () => effectsOf(smallOutcome)));
  // The page keeps what it checked of the text; the first time nothing is kept yet.
  const checked = createStructureCache();
  const none = new Set<string>();
  rows.push(measure('lint/1000x200', 21, 3, () => lint(smallOutcome, small, none, checked)));
  rows.push(measure('lint-first/1000x200', 21, 3, () => lint(smallOutcome, small)));
  const largeCluster = analyze(large).cluster;
  rows.push(measure('engine/10000x2000', 7, 1, () => analyzeCluster(largeCluster)));
  const here = process.memoryUsage();
  const analysis = analyzeCluster(largeCluster);
  const flows = readFlows(analysis);
  const row = measure('read-a-row/10000x2000', 21, 2, (run) => {
    for (let to = 0; to < analysis.peers.length; to++) flows.flow(Math.max(0, run), to);
  });
  return {
    rows: [...rows, row],
    notes: [
      `inputs: ${megabytes(sizeOf(small))} MB of text for 1000x200, ${megabytes(sizeOf(large))} MB for 10000x2000`,
      memoryNote(),
      `memory of this process there: ${megabytes(here.rss)} MB resident, with what the rows before left behind`,
      `tables at 10000x2000: egress ${analysis.egress.allowed.length}x${analysis.egress.allowed[0]?.length}, ingress ${analysis.ingress.allowed.length}x${analysis.ingress.allowed[0]?.length}, ${analysis.portSets.length} sets of ports`,
    ],
  };
}

/** In a process of its own: what other measurements leave behind is not what the input needs. */
function memoryNote(): string {
  const { stdout, status } = spawnSync(process.execPath, [process.argv[1] ?? '', '--memory'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error('The process that measures the memory has failed.');
  return stdout.trim();
}

/** Reads the large input from its text and analyzes it, again and again. */
export function benchMemory(): string {
  const files = writeLargeCluster(10_000, 2_000);
  const start = process.memoryUsage();
  const outcome = analyze(files, createReadingCache());
  const read = process.memoryUsage();
  for (let run = 0; run < 8; run++) analyzeCluster(outcome.cluster);
  const peak = process.resourceUsage().maxRSS * 1024;
  return `memory at 10000x2000: ${megabytes(peak)} MB resident at its peak, ${megabytes(read.rss)} MB after the first analysis, ${megabytes(start.rss)} MB before it`;
}

/** Denied flows one after the other, each with its near misses: what a click on a red edge asks for. */
function benchExplain(files: readonly SourceFile[]): Row {
  const outcome = analyze(files);
  const { peers } = outcome.analysis;
  const flows = readFlows(outcome.analysis);
  const denied = peers.flatMap((_, source) => {
    const destination = (source * 7 + 1) % peers.length;
    const isFlow = flows.exists(source, destination);
    const { allowed, depends } = flows.flow(source, destination);
    const isDenied = isFlow && isEmptyPortSet(allowed) && isEmptyPortSet(depends);
    return isDenied ? [{ source, destination }] : [];
  });
  return measure('explain/1000x200', 101, 20, (run) => {
    const flow = denied[(run + denied.length) % denied.length];
    if (flow !== undefined) explainFlow(outcome, flow.source, flow.destination);
  });
}

/** One letter typed into one document of many, what was read before still at hand. */
function benchKeystroke(files: readonly SourceFile[]): Row {
  const cache = createReadingCache();
  analyze(files, cache);
  const last = files.length - 1;
  return measure('keystroke/1000x200', 31, 5, (run) => {
    const typed = files.map((file, at) =>
      at === last
        ? {
            ...file,
            text: file.text.replace('name: policy-3\n', `name: policy-3${'x'.repeat(run + 6)}\n`),
          }
        : file,
    );
    analyze(typed, cache);
  });
}

function sizeOf(files: readonly SourceFile[]): number {
  return files.reduce((sum, { text }) => sum + text.length, 0);
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}
