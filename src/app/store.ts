// What the page knows: inputs, and the newest answer to them. Everything else is derived.

import { createStore } from 'zustand/vanilla';
import type {
  Around,
  Assumptions,
  DrawnWays,
  Effects,
  Finding,
  IntentCheck,
  Pointed,
  Progress,
  SourceFile,
  Span,
  Spot,
  Verdict,
} from '../core/index.ts';
import { type Document, USUAL_AROUND } from '../share/document.ts';
import type { AnalyzeAnswer } from '../worker/engine.ts';

export type { Document, Filters, Place, Selection } from '../share/document.ts';
export { NO_FILTERS } from '../share/document.ts';

export type Theme = 'system' | 'light' | 'dark';

/** What a narrow screen shows; a wide one shows all of them, lesson and terminal where they are open. */
export type View = 'lesson' | 'manifests' | 'picture' | 'details' | 'terminal';

/** The course stands beside the rest: one of its lessons, or null for the list of them. */
export interface Learning {
  readonly lesson: string | null;
  /** Just now, and its manifests are not in the editor yet; a reload only goes on. */
  readonly isAsked: boolean;
}

/** A question of a lesson that the links would answer: they wait until somebody has guessed, or asks for them. */
export interface Guessing {
  readonly language: string;
  readonly words: string;
  readonly show: string;
}

/** A word to the person, with at most one thing to do about it. */
export interface Toast {
  readonly id: number;
  readonly words: string;
  readonly tone: 'plain' | 'warning';
  readonly action: { readonly label: string; readonly run: () => void } | null;
  /** Until it is sent away, whatever is said in the meantime. */
  readonly stays: boolean;
}

/** Lines that decide the flow which is looked at, and how. */
export interface Deciding {
  readonly span: Span;
  readonly verdict: Verdict;
}

/** What the person points at in the manifests. */
export interface Pointing {
  readonly spot: Spot;
  /**
   * `placed`: the cursor was put there. `typed`: it came there by typing, which shows nothing that
   * was not shown before. `pinned`: asked for, and it stays until it is let go.
   */
  readonly how: 'placed' | 'typed' | 'pinned';
}

/** What was told of it. */
export interface PointedAt {
  readonly told: Pointed;
  readonly isPinned: boolean;
  /** The answer that the peers in it are numbered by. */
  readonly answer: AnalyzeAnswer;
}

export interface Linted {
  /** That of the answer it belongs to. */
  readonly version: number;
  readonly findings: readonly Finding[];
}

/** What belongs to the person and not to a document. */
export interface Preferences {
  readonly theme: Theme;
  /** Lint rules that are not to be shown. */
  readonly hiddenRules: readonly string[];
}

export interface PageState extends Document, Preferences {
  readonly around: Around;
  readonly view: View;
  /** The terminal is there to be seen; on a narrow screen when its view is chosen, too. */
  readonly showsTerminal: boolean;
  /** Lines that the terminal is to type as if the person had; a new object asks again. */
  readonly toType: { readonly text: string } | null;
  /** The answer drawn now; stays while a newer one is computed. */
  readonly answer: AnalyzeAnswer | null;
  /** The canvas shows something and can be touched, or never will; what can wait waits for it. */
  readonly pictureStands: boolean;
  /** The files that the answer is about. */
  readonly answered: readonly SourceFile[];
  /** What was assumed then. */
  readonly answeredWith: Assumptions;
  /** What the linter finds beyond the answer; comes after it, and stays until the next comes. */
  readonly linted: Linted;
  /** What came of the checks in the text; comes after the answer, and stays until the next comes. */
  readonly checks: readonly IntentCheck[];
  /** What rules open and selectors select; asked for once somebody shows it. */
  readonly effects: Effects | null;
  readonly showsEffects: boolean;
  /** The ways in from outside; come after the answer, and stay until the next come. */
  readonly ways: DrawnWays;
  /** Set while the worker is busy for longer than a moment. */
  readonly progress: Progress | null;
  /** Why there is no newer answer, in words. */
  readonly failure: string | null;
  /** The place the editor should show next; a new object asks again. */
  readonly reveal: { readonly span: Span } | null;
  /** Marked in the editor while the flow is selected. */
  readonly deciding: readonly Deciding[];
  /** Where the cursor is, or what was pinned. */
  readonly pointing: Pointing | null;
  /** What that selects and opens; shown while nothing is selected. Comes a moment later. */
  readonly pointed: PointedAt | null;
  readonly learning: Learning | null;
  readonly guessing: Guessing | null;
  /** The lesson whose manifests the editor holds, however they have been changed. */
  readonly lessonOnDesk: string | null;
  readonly toasts: readonly Toast[];
  /** Large type and strong colours, for a room to read. */
  readonly projector: boolean;
  /** A link asked for it: the text is looked at and not changed, until a copy is made. */
  readonly readOnly: boolean;
  /** The address that is being asked for manifests. */
  readonly fetching: string | null;
  /** The address they came from, while nobody has changed them. */
  readonly fetchedFrom: string | null;
  /** How many earlier documents can be brought back. */
  readonly shelved: number;
}

export type PageStore = ReturnType<typeof createPageStore>;

export function createPageStore(document: Document, preferences: Preferences) {
  return createStore<PageState>()(() => ({
    ...document,
    around: document.around ?? USUAL_AROUND,
    ...preferences,
    view: 'picture',
    showsTerminal: false,
    toType: null,
    answer: null,
    pictureStands: false,
    answered: [],
    answeredWith: document.assumptions,
    linted: { version: 0, findings: [] },
    checks: [],
    effects: null,
    showsEffects: false,
    ways: { hasActor: false, ways: [], dnsPods: [] },
    progress: null,
    failure: null,
    reveal: null,
    deciding: [],
    pointing: null,
    pointed: null,
    learning: null,
    guessing: null,
    lessonOnDesk: null,
    toasts: [],
    projector: false,
    readOnly: false,
    fetching: null,
    fetchedFrom: null,
    shelved: 0,
  }));
}

/** Only what a link carries and a reload keeps. */
export function documentOf(state: Document): Document {
  const { files, activeFile, filters, selection, moved, assumptions } = state;
  const { around = USUAL_AROUND } = state;
  return { files, activeFile, filters, selection, moved, assumptions, around };
}

export function isSameDocument(one: Document, other: Document): boolean {
  return (
    one.files === other.files &&
    one.activeFile === other.activeFile &&
    one.filters === other.filters &&
    one.selection === other.selection &&
    one.moved === other.moved &&
    one.assumptions === other.assumptions &&
    (one.around ?? USUAL_AROUND) === (other.around ?? USUAL_AROUND)
  );
}

/** Whether what was said about the answer of that version still holds for the text as it is. */
export function isCurrent(state: PageState, version: number): boolean {
  return state.answer?.version === version && state.answered === state.files;
}
