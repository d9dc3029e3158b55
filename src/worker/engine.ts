// What the page may ask of the worker; the messages are derived from this one interface.
import type {
  Analysis,
  Finding,
  FlowExplanation,
  PeerIndex,
  Progress,
  SourceFile,
} from '../core/index.ts';

export interface Engine {
  /** The newest call wins: an older one that is not done yet is given up and never answers. */
  analyze(files: readonly SourceFile[]): AnalyzeAnswer;
  /** Asks about the analysis of that version; never dropped, null when that version is gone. */
  explain(version: number, source: PeerIndex, destination: PeerIndex): FlowExplanation | null;
}

export interface AnalyzeAnswer {
  readonly version: number;
  readonly analysis: Analysis;
  readonly findings: readonly Finding[];
}

export type OnProgress = (progress: Progress) => void;
