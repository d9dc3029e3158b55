// What the page may ask of the worker; the messages are derived from this one interface.
import type {
  Analysis,
  Assumptions,
  Completions,
  DrawnWays,
  Effects,
  Exposure,
  Finding,
  FlowCheck,
  Fold,
  ForeignPolicies,
  Hover,
  IntendedFlow,
  IntentCheck,
  NewPodFlows,
  OutlineEntry,
  PeerIndex,
  Pointed,
  Progress,
  RestingAnswer,
  RestingFlow,
  RestingNeighbours,
  SourceFile,
  Span,
  Spot,
  Target,
  TextChange,
} from '../core/index.ts';
import type { LineCompletions, Outcome, Session } from '../terminal/terminal.ts';

/**
 * What takes a version asks about the analysis of it, and answers null when that one is gone; what takes
 * a text is about that text. Places are offsets into the file of that name, or into the text.
 */
export interface Engine {
  /** The newest call wins: an older one that is not done yet is given up and never answers. */
  analyze(
    files: readonly SourceFile[],
    assumptions: Assumptions,
    /** Whether it also tells of those around the pods. */
    withActors: boolean,
  ): AnalyzeAnswer;
  /** Why a flow is as it is. */
  explain(version: number, source: PeerIndex, destination: PeerIndex): RestingFlow | null;
  /** What the linter finds beyond the findings of the answer; gives way to every other call. */
  lint(version: number): readonly Finding[] | null;
  /** How many flows each rule opens, and what each selector selects; gives way likewise. */
  effects(version: number): Effects | null;
  /** What a part of the manifests selects, and the flows that it alone opens; 'nothing' stands there. */
  pointAt(version: number, spot: Spot): Pointed | 'nothing' | null;
  /** What could be written there; of the cluster it knows what the newest analysis does. */
  complete(text: string, at: number): Completions;
  hover(version: number, file: string, at: number): Hover | null;
  /** Where the things stand that are meant there. */
  definition(version: number, file: string, at: number): readonly Target[] | null;
  /** What selects or names the thing that stands there. */
  references(version: number, file: string, at: number): readonly Span[] | null;
  outline(text: string): readonly OutlineEntry[];
  folds(text: string): readonly Fold[];
  /** The changes that indent it anew. */
  format(text: string): readonly TextChange[];
  /** The Services and ways in around a workload. */
  neighbours(version: number, peer: PeerIndex): RestingNeighbours | null;
  /** What a name and a port, null for all, lead to from one peer. */
  askName(
    version: number,
    source: PeerIndex,
    name: string,
    port: number | string | null,
  ): RestingAnswer | null;
  /** Which pods that no manifest holds could reach a workload or be reached; gives way to every other call. */
  exposure(version: number, peer: PeerIndex): Exposure | null;
  /** What a new pod without labels could reach, and who it: in a new namespace, then in those named. */
  newPods(version: number, namespaces: readonly string[]): readonly NewPodFlows[] | null;
  /** The ways in from outside, for the picture; gives way to every other call. */
  waysIn(version: number): DrawnWays | null;
  /** Whether each flow is as it is meant to be. */
  checkFlows(version: number, flows: readonly IntendedFlow[]): readonly FlowCheck[] | null;
  /** The same of the flows that the input itself says something of; gives way to every other call. */
  checkIntents(version: number): readonly IntentCheck[] | null;
  /** Runs a line of a terminal; `now` in seconds, from which the ages of objects are counted. */
  runLine(version: number, line: string, session: Session, now: number): Outcome | null;
  /** What the word before an offset of such a line may become. */
  completeLine(version: number, line: string, at: number, session: Session): LineCompletions | null;
}

export interface AnalyzeAnswer {
  readonly version: number;
  readonly analysis: Analysis;
  readonly findings: readonly Finding[];
  /** Namespaces that no manifest declares. */
  readonly undeclared: readonly string[];
  /** The input says what must and must not be possible. */
  readonly hasIntents: boolean;
  /** Policies of other makers, whose effect is not computed. */
  readonly foreign: ForeignPolicies;
}

export type OnProgress = (progress: Progress) => void;
