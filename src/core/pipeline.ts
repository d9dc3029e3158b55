// The way through the house: text → documents → resources → cluster → program → analysis.
import { buildCluster } from './cluster/build.ts';
import type { Analysis } from './engine/analysis.ts';
import { analyzeCluster } from './engine/analyze.ts';
import { createReadingCache, type ReadingCache, readFiles } from './manifests/read-files.ts';
import { type Assumptions, NO_ASSUMPTIONS } from './model/assumptions.ts';
import type { Cluster } from './model/cluster.ts';
import type { Finding } from './model/finding.ts';
import type { ForeignPolicies } from './model/foreign-policy.ts';
import type { Intent } from './model/intent.ts';
import type { SourceFile } from './model/source-file.ts';

export interface Outcome {
  readonly cluster: Cluster;
  readonly analysis: Analysis;
  /** Policies of other makers: they may change verdicts, and are not computed. */
  readonly foreign: ForeignPolicies;
  /** What the input says must and must not be possible; no part of the analysis. */
  readonly intents: readonly Intent[];
  /** In the order of the text: by file, then place. */
  readonly findings: readonly Finding[];
  /** The input holds objects that are not read and that may make pods, as an operator's do. */
  readonly mayLackPods: boolean;
  /** What was taken for granted. */
  readonly assumptions: Assumptions;
  /** The same input with other assumptions. */
  readonly clusterIf: (assumptions: Assumptions) => Cluster;
}

export interface Progress {
  readonly stage: 'read' | 'decide';
  /** Documents read so far, of all. */
  readonly done: number;
  readonly total: number;
}

/** Yields between two steps, so that the work can be overtaken by a newer input. */
export function* analyzeInSteps(
  files: readonly SourceFile[],
  cache: ReadingCache = createReadingCache(),
  assumptions: Assumptions = NO_ASSUMPTIONS,
): Generator<Progress, Outcome> {
  const read = readFiles(files, cache);
  let step = read.next();
  let total = 0;
  while (!step.done) {
    total = step.value.total;
    yield { stage: 'read', ...step.value };
    step = read.next();
  }
  const { placed, intents, findings: reading, mayLackPods } = step.value;
  const { cluster, foreign, findings: building } = buildCluster(placed, assumptions);
  yield { stage: 'decide', done: total, total };
  const analysis = analyzeCluster(cluster);
  const findings = inTextOrder([...reading, ...building], files);
  const clusterIf = onceFor((other: Assumptions) => buildCluster(placed, other).cluster);
  return {
    cluster,
    analysis,
    foreign,
    intents,
    findings,
    mayLackPods,
    assumptions,
    clusterIf,
  };
}

/** The same in one go. */
export function analyze(
  files: readonly SourceFile[],
  cache?: ReadingCache,
  assumptions?: Assumptions,
): Outcome {
  const steps = analyzeInSteps(files, cache, assumptions);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** By file, then place; of several at one place, in the order given. */
export function inTextOrder(
  findings: readonly Finding[],
  files: readonly SourceFile[],
): readonly Finding[] {
  const order = new Map(files.map(({ name }, at) => [name, at]));
  const fileAt = (finding: Finding) => order.get(finding.span.file) ?? 0;
  return [...findings].sort((a, b) => fileAt(a) - fileAt(b) || a.span.start - b.span.start);
}

/** Asked again and again for the same few assumptions. */
function onceFor(
  build: (assumptions: Assumptions) => Cluster,
): (assumptions: Assumptions) => Cluster {
  const built = new Map<string, Cluster>();
  return (assumptions) => {
    const key = JSON.stringify(assumptions);
    const cluster = built.get(key) ?? build(assumptions);
    if (built.size < MOST_KEPT) built.set(key, cluster);
    return cluster;
  };
}

const MOST_KEPT = 32;
