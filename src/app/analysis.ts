// Keeps the answer up to date with the files, and what the linter says of it: the newest edit wins, a long wait
// shows its progress.
import { type DrawnWays, type Progress, type SourceFile, wantsActors } from '../core/index.ts';
import type { EngineClient } from '../worker/client.ts';
import type { PageStore } from './store.ts';

/** Milliseconds. */
const TYPING_PAUSE = 60;
const PATIENCE = 300;
const AFTER_DRAWING = 50;

/** More than a person types between two renders: a paste, a load, a removal. */
const TYPED_AT_ONCE = 32;

export interface AnalysisLoop {
  retry(): void;
}

export function startAnalysis(store: PageStore, client: EngineClient): AnalysisLoop {
  let pause: ReturnType<typeof setTimeout> | undefined;
  let run = 0;

  async function analyze(): Promise<void> {
    run += 1;
    const mine = run;
    const isNewest = () => mine === run;
    let patient = true;
    const outOfPatience = setTimeout(() => {
      patient = false;
      if (isNewest()) store.setState({ progress: { stage: 'read', done: 0, total: 0 } });
    }, PATIENCE);
    try {
      const { files, assumptions, around } = store.getState();
      const onProgress = (progress: Progress) => {
        if (!patient && isNewest()) store.setState({ progress });
      };
      const answer = await client.analyze(files, onProgress, assumptions, wantsActors(around));
      if (answer !== null && isNewest()) {
        store.setState({ answer, answered: files, answeredWith: assumptions, failure: null });
        // After the frame in which the answer is drawn: neither is worth delaying the picture.
        setTimeout(() => void askMore(answer.version), AFTER_DRAWING);
      }
    } catch (error) {
      if (isNewest()) {
        store.setState({ failure: error instanceof Error ? error.message : 'The engine stopped.' });
      }
    } finally {
      clearTimeout(outOfPatience);
      if (isNewest() && store.getState().progress !== null) store.setState({ progress: null });
    }
  }

  /** The picture waits for none of this, and goes on without it when the engine breaks. */
  async function askMore(version: number): Promise<void> {
    const isWanted = () => store.getState().answer?.version === version;
    if (!isWanted()) return;
    try {
      await askChecks(version);
      const findings = await client.lint(version);
      if (findings === null || !isWanted()) return;
      store.setState({ linted: { version, findings } });
      const ways = await client.waysIn(version);
      if (ways !== null && isWanted() && !isSameWays(ways, store.getState().ways)) {
        store.setState({ ways });
      }
      if (!isWanted() || !store.getState().showsEffects) return;
      const effects = await client.effects(version);
      if (effects !== null && isWanted()) store.setState({ effects });
    } catch {
      if (isWanted()) store.setState({ linted: { version, findings: [] }, effects: null });
    }
  }

  async function askChecks(version: number): Promise<void> {
    const { answer, checks: before } = store.getState();
    const checks = answer?.hasIntents === true ? await client.checkIntents(version) : [];
    const isWanted = checks !== null && store.getState().answer?.version === version;
    if (isWanted && checks.length + before.length > 0) store.setState({ checks });
  }

  store.subscribe((state, before) => {
    if (state.showsEffects && !before.showsEffects && state.answer !== null) {
      void askMore(state.answer.version);
    }
    const isEdited = state.files !== before.files;
    const lacksActors =
      wantsActors(state.around) && !wantsActors(before.around) && state.around !== before.around;
    if (!isEdited && state.assumptions === before.assumptions && !lacksActors) return;
    clearTimeout(pause);
    const isTyped = isEdited && looksTyped(state.files, before.files);
    pause = setTimeout(analyze, isTyped ? TYPING_PAUSE : 0);
  });
  void analyze();
  return { retry: () => void analyze() };
}

function looksTyped(files: readonly SourceFile[], before: readonly SourceFile[]): boolean {
  if (files.length !== before.length) return false;
  const changed = files.filter((file, at) => file !== before[at]);
  const [file] = changed;
  if (file === undefined || changed.length > 1) return false;
  const old = before[files.indexOf(file)];
  return old?.name === file.name && Math.abs(file.text.length - old.text.length) <= TYPED_AT_ONCE;
}

function isSameWays(one: DrawnWays, other: DrawnWays): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
