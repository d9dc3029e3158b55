// Answers what can be asked about an analysis; a chunk of its own, since the first picture needs none of it.
import {
  askName,
  checkFlows,
  checkIntents,
  completeAt,
  createStructureCache,
  definitionAt,
  effectsOf,
  explainFlow,
  exposureOf,
  foldsOf,
  formatText,
  hoverAt,
  lint,
  neighbours,
  newPodFlows,
  type Outcome,
  outlineOf,
  pointAt,
  referencesAt,
  type SourceFile,
  waysOf,
} from '../core/index.ts';
import type { Engine } from './engine.ts';

/** The newest analysis, and what it is of. */
export interface Analyzed {
  readonly version: number;
  readonly files: readonly SourceFile[];
  readonly outcome: Outcome;
}

type Questions = Omit<Engine, 'analyze' | 'runLine' | 'completeLine'>;

/** The questions of the engine, about the analysis that `newest` gives. */
export function answersAbout(newest: () => Analyzed | null): Questions {
  const about = <T>(version: number, answer: (analyzed: Analyzed) => T): T | null => {
    const analyzed = newest();
    return analyzed?.version === version ? answer(analyzed) : null;
  };
  const checked = createStructureCache();
  return {
    explain: (version, source, destination) =>
      about(version, ({ outcome }) => explainFlow(outcome, source, destination)),
    lint: (version) =>
      about(version, ({ outcome, files }) => {
        const read = new Set(outcome.findings);
        return lint(outcome, files, undefined, checked).filter((finding) => !read.has(finding));
      }),
    effects: (version) => about(version, ({ outcome }) => effectsOf(outcome)),
    pointAt: (version, spot) =>
      about(version, ({ outcome }) => pointAt(outcome, spot) ?? ('nothing' as const)),
    complete: (text, at) => completeAt(newest()?.outcome ?? null, text, at),
    hover: (version, file, at) =>
      about(version, ({ outcome, files }) => hoverAt(outcome, files, file, at)),
    definition: (version, file, at) =>
      about(version, ({ outcome, files }) => definitionAt(outcome, files, file, at)),
    references: (version, file, at) =>
      about(version, ({ outcome, files }) => referencesAt(outcome, files, file, at)),
    outline: outlineOf,
    folds: foldsOf,
    format: formatText,
    neighbours: (version, peer) => about(version, ({ outcome }) => neighbours(outcome, peer)),
    askName: (version, source, name, port) =>
      about(version, ({ outcome }) => askName(outcome, source, name, port)),
    exposure: (version, peer) => about(version, ({ outcome }) => exposureOf(outcome, peer)),
    newPods: (version, namespaces) =>
      about(version, ({ outcome }) => newPodFlows(outcome, namespaces)),
    waysIn: (version) => about(version, ({ outcome }) => waysOf(outcome)),
    checkIntents: (version) =>
      about(version, ({ outcome }) => checkIntents(outcome, outcome.intents)),
    checkFlows: (version, flows) => about(version, ({ outcome }) => checkFlows(outcome, flows)),
  };
}
