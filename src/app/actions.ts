// Everything a person can do, bound to one page.
import type { Assumptions, Part, SourceFile, Span } from '../core/index.ts';
import { assume, assumeNothing } from './actions/assuming.ts';
import { activate, addFile, renameFile, setApplied, setText } from './actions/files.ts';
import { applyFix, type Fix } from './actions/fixing.ts';
import { arrive, guess, learn, stopLearning } from './actions/learning.ts';
import {
  clearFilters,
  hideRule,
  letGo,
  makeCopy,
  pin,
  pinAt,
  pointAt,
  pointOut,
  resetMoved,
  reveal,
  select,
  setFilters,
  setProjector,
  setTheme,
  setView,
  showAllRules,
  showTerminal,
  switchAround,
  typed,
  typeInTerminal,
} from './actions/looking.ts';
import {
  clearAll,
  type DeskChange,
  loadSample,
  openFiles,
  pasteFile,
  removeFile,
  restore,
  setDesk,
} from './actions/replacing.ts';
import { dismiss, say } from './actions/toasts.ts';
import type { Sample } from './samples/sample.ts';
import type { Shelf } from './storage/shelf.ts';
import type {
  Deciding,
  Filters,
  Guessing,
  PageStore,
  Selection,
  Theme,
  Toast,
  View,
} from './store.ts';

export type Actions = ReturnType<typeof createActions>;

export function createActions(store: PageStore, shelf: Shelf) {
  /** What would change a text that is only to be read says so instead. */
  function unlessReadOnly<T>(act: () => T, otherwise: T): T {
    if (!store.getState().readOnly) return act();
    say(store, 'This link is read-only.', {
      action: { label: 'Make a copy to edit', run: () => makeCopy(store) },
    });
    return otherwise;
  }

  return {
    setText: (file: string, text: string) =>
      unlessReadOnly(() => setText(store, file, text), undefined),
    activate: (file: string) => activate(store, file),
    /** Gives back the name it got. */
    addFile: (wanted?: string, text?: string) =>
      unlessReadOnly(() => addFile(store, wanted, text), store.getState().activeFile),
    /** Gives back why not, or null when it is done. */
    renameFile: (from: string, wanted: string) =>
      unlessReadOnly(() => renameFile(store, from, wanted), null),
    /** Whether the cluster has what the file says. */
    setApplied: (file: string, applied: boolean) =>
      unlessReadOnly(() => setApplied(store, file, applied), undefined),
    removeFile: (file: string) => unlessReadOnly(() => removeFile(store, shelf, file), undefined),
    /** Ends the reading of a link that is not to be changed. */
    makeCopy: () => makeCopy(store),
    openFiles: (files: readonly SourceFile[], notes?: readonly string[]) =>
      openFiles(store, shelf, files, notes),
    pasteFile: (file: SourceFile) => pasteFile(store, shelf, file),
    clearAll: () => clearAll(store, shelf),
    loadSample: (sample: Sample) => loadSample(store, shelf, sample),
    /** Manifests of a lesson or a recipe in place of those in the editor. */
    setDesk: (change: DeskChange) => setDesk(store, shelf, change),
    /** Opens the course: a lesson, or null for the list. */
    learn: (lesson: string | null) => learn(store, lesson),
    arrive: () => arrive(store),
    /** Leaves the links out of the picture, or draws them again. */
    guess: (guessing: Guessing | null) => guess(store, guessing),
    stopLearning: () => stopLearning(store),
    restore: (id: string) => restore(store, shelf, id),
    select: (selection: Selection | null) => select(store, selection),
    setFilters: (filters: Partial<Filters>) => setFilters(store, filters),
    clearFilters: () => clearFilters(store),
    assume: (change: Partial<Assumptions>, words?: string) => assume(store, change, words),
    assumeNothing: () => assumeNothing(store),
    reveal: (span: Span) => reveal(store, span),
    hideRule: (rule: string) => hideRule(store, rule),
    showAllRules: () => showAllRules(store),
    /** Draws the ways in from outside, or leaves them out. */
    /** Who is drawn around the pods. */
    switchAround: (key: string, on: boolean) => switchAround(store, key, on),
    applyFix: (fix: Fix, version: number) =>
      unlessReadOnly(() => applyFix(store, shelf, fix, version), undefined),
    /** Marks the lines in the editor, in place of those before. */
    pointOut: (deciding: readonly Deciding[]) => pointOut(store, deciding),
    pointAt: (file: string, offset: number, typed: boolean) => pointAt(store, file, offset, typed),
    pin: (part: Part) => pin(store, part),
    pinAt: (file: string, offset: number) => pinAt(store, file, offset),
    letGo: () => letGo(store),
    resetMoved: () => resetMoved(store),
    setView: (view: View) => setView(store, view),
    typeInTerminal: (text: string) => typeInTerminal(store, text),
    typed: () => typed(store),
    showTerminal: (shows: boolean) => showTerminal(store, shows),
    setTheme: (theme: Theme) => setTheme(store, theme),
    setProjector: (projector: boolean) => setProjector(store, projector),
    say: (words: string, options?: Partial<Pick<Toast, 'tone' | 'action'>>) =>
      say(store, words, options),
    dismiss: (toast: number) => dismiss(store, toast),
  };
}
