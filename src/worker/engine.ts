// What the page may ask of the worker; the messages are derived from this one interface.
import type {
  Analysis,
  Assumptions,
  Effects,
  ExplainedFlow,
  Finding,
  PeerIndex,
  Pointed,
  Progress,
  SourceFile,
  Spot,
} from '../core/index.ts';

/** All but `analyze` ask about the analysis of a version, and answer null when that one is gone. */
export interface Engine {
  /** The newest call wins: an older one that is not done yet is given up and never answers. */
  analyze(files: readonly SourceFile[], assumptions: Assumptions): AnalyzeAnswer;
  /** Why a flow is as it is. */
  explain(version: number, source: PeerIndex, destination: PeerIndex): ExplainedFlow | null;
  /** What the linter finds beyond the findings of the answer; gives way to every other call. */
  lint(version: number): readonly Finding[] | null;
  /** How many flows each rule opens, and what each selector selects; gives way likewise. */
  effects(version: number): Effects | null;
  /** What a part of the manifests selects, and the flows that it alone opens; 'nothing' stands there. */
  pointAt(version: number, spot: Spot): Pointed | 'nothing' | null;
}

export interface AnalyzeAnswer {
  readonly version: number;
  readonly analysis: Analysis;
  readonly findings: readonly Finding[];
  /** Namespaces that no manifest declares. */
  readonly undeclared: readonly string[];
}

export type OnProgress = (progress: Progress) => void;
