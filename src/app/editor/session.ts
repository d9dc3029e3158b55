// Joins the store and whatever shows the text: texts, marks and reveals go in, what is typed comes out.
import { type Part, type SourceFile, type Span, withText } from '../../core/index.ts';
import type { EngineClient } from '../../worker/client.ts';
import { lintShown } from '../findings.ts';
import { isCurrent, type PageState, type PageStore } from '../store.ts';
import { createAsking } from './asking.ts';
import { whenQuiet, whenSeen } from './moments.ts';
import { movesBetween } from './moves.ts';
import { createPlainSurface } from './plain.ts';
import type { Surface, SurfaceEvents, TextCommand } from './surface.ts';
import { createTyping } from './typing.ts';

export interface TextActions {
  setText(file: string, text: string): void;
  activate(file: string): void;
  pointAt(file: string, offset: number, typed: boolean): void;
  pinAt(file: string, offset: number): void;
  pin(part: Part): void;
  letGo(): void;
  reveal(span: Span): void;
}

export interface Session {
  focus(): void;
  run(command: TextCommand): void;
  /** Tries once more to load Monaco after a failure. */
  retry(): void;
  stop(): void;
}

/** Monaco is loaded even when no answer comes, after this many milliseconds. */
const LONGEST_WAIT = 6_000;

/**
 * Shows the store's files inside `host`: in a plain field at once, in Monaco once the first picture
 * is drawn. `onMissing` is called with true when Monaco could not be loaded, and with false when a
 * later try succeeds.
 */
export function startSession(
  store: PageStore,
  actions: TextActions,
  client: EngineClient,
  host: HTMLElement,
  onMissing: (missing: boolean) => void,
): Session {
  /** Each file's text as the surface has it, or will have it once what is typed is sent. */
  let known: readonly SourceFile[] = [];
  let stopped = false;
  /** What was asked to be shown last, as long as nobody typed since: Monaco, once there, shows it too. */
  let revealed: Span | null = null;
  const typing = createTyping((file, text) => {
    revealed = null;
    known = known.map((one) => (one.name === file ? withText(one, text) : one));
    const { files } = store.getState();
    actions.setText(file, text);
    // Typed and taken back: no new answer comes, so the marks held back for it are due.
    if (store.getState().files === files) mark(store.getState());
  });
  const events: SurfaceEvents = {
    cursor: actions.pointAt,
    ask: actions.pin,
    askHere(file, offset) {
      typing.flush();
      actions.pinAt(file, offset);
    },
  };
  let surface: Surface = createPlainSurface(host, typing.edited, events);

  function takeFiles(next: readonly SourceFile[]): void {
    const moves = movesBetween(known, next);
    const isOurs = moves.removed.length + moves.added.length + moves.changed.length === 0;
    // The cursor of another text would point at something else.
    if (!isOurs && store.getState().pointing?.how !== 'pinned') actions.letGo();
    for (const { from, to } of moves.renamed) surface.rename(from, to);
    for (const { name } of moves.removed) {
      typing.forget(name);
      surface.close(name);
    }
    for (const { name, text } of moves.added) surface.open(name, text);
    for (const { name, text } of moves.changed) {
      typing.forget(name);
      surface.replace(name, text);
    }
    known = next;
  }

  function showActive({ activeFile, files }: PageState): void {
    const shown = files.find(({ name }) => name === activeFile) ?? files[0];
    if (shown !== undefined) surface.show(shown.name);
  }

  /** Marks of an answer older than what is typed would stand in the wrong place: the next is near. */
  function mark(state: PageState): void {
    markRead(state);
    markLint(state);
  }

  function markRead(state: PageState): void {
    const { answer } = state;
    if (answer === null || typing.isWaiting()) return;
    surface.mark('read', answer.findings, isCurrent(state, answer.version));
  }

  /** Those of an older answer stay where they are until the next: the editor moves them with the text. */
  function markLint(state: PageState): void {
    const { answer, linted } = state;
    if (answer?.version !== linted.version || typing.isWaiting()) return;
    surface.mark('lint', lintShown(state), isCurrent(state, linted.version));
  }

  /** Like the marks of the linter, those of an older answer stay, and move with the text. */
  function annotate(state: PageState): void {
    const { effects, answer } = state;
    if (answer === null || typing.isWaiting() || !isCurrent(state, answer.version)) return;
    surface.annotate(effects ?? { policies: [], adminPolicies: [] });
  }

  function pointOut({ deciding }: PageState): void {
    if (!typing.isWaiting()) surface.pointOut(deciding);
  }

  function reveal({ reveal: asked, files, activeFile }: PageState): void {
    if (asked === null || isRevealed.has(asked)) return;
    isRevealed.add(asked);
    const { span } = asked;
    if (!files.some(({ name }) => name === span.file)) return;
    if (activeFile !== span.file) actions.activate(span.file);
    surface.show(span.file);
    surface.reveal(span);
    revealed = span;
  }

  function take(state: PageState, before: PageState | null): void {
    if (state.readOnly !== before?.readOnly) surface.setReadOnly(state.readOnly);
    if (state.files !== before?.files) takeFiles(state.files);
    if (state.files !== before?.files || state.activeFile !== before.activeFile) showActive(state);
    if (state.answer !== before?.answer) markRead(state);
    if (
      state.linted !== before?.linted ||
      state.hiddenRules !== before.hiddenRules ||
      state.guessing !== before.guessing
    ) {
      markLint(state);
    }
    if (state.effects !== before?.effects) annotate(state);
    if (state.deciding !== before?.deciding) pointOut(state);
    if (state.reveal !== before?.reveal) reveal(state);
  }

  async function loadMonaco(): Promise<void> {
    try {
      const { createMonacoSurface } = await import('./monaco.ts');
      if (stopped) return;
      const asking = createAsking(store, client, typing.flush, (span) => actions.reveal(span));
      swap((edit) => createMonacoSurface(host, edit, events, asking));
      store.setState({ showsEffects: true });
      onMissing(false);
    } catch (error) {
      if (stopped) return;
      onMissing(true);
      reportError(error);
    }
  }

  function swap(create: (onEdit: typeof typing.edited) => Surface): void {
    typing.flush();
    const plain = surface;
    const next = create(typing.edited);
    const state = store.getState();
    for (const { name, text } of known) next.open(name, text);
    surface = next;
    next.setReadOnly(state.readOnly);
    showActive(state);
    next.restore(plain.place());
    if (revealed?.file === state.activeFile) next.reveal(revealed);
    plain.dispose();
    mark(state);
    pointOut(state);
  }

  const flushWhenHidden = () => {
    if (document.visibilityState === 'hidden') typing.flush();
  };

  take(store.getState(), null);
  const unsubscribe = store.subscribe(take);
  const forgetWait = whenDrawn(store, host, () => void loadMonaco());
  host.addEventListener('focusout', typing.flush);
  // In the capture phase, so that what keeps the document for a reload finds the newest text.
  window.addEventListener('pagehide', typing.flush, { capture: true });
  document.addEventListener('visibilitychange', flushWhenHidden, { capture: true });

  return {
    focus: () => surface.focus(),
    run: (command) => surface.run(command),
    retry: () => void loadMonaco(),
    stop() {
      stopped = true;
      typing.flush();
      forgetWait();
      unsubscribe();
      host.removeEventListener('focusout', typing.flush);
      window.removeEventListener('pagehide', typing.flush, { capture: true });
      document.removeEventListener('visibilitychange', flushWhenHidden, { capture: true });
      surface.dispose();
    },
  };
}

/** A session that starts late must not answer a reveal that an earlier one has answered. */
const isRevealed = new WeakSet<object>();

/**
 * Calls back once: after the first picture, when the editor is in sight (on a phone it may never
 * be) and the page is quiet. Returns how to forget it.
 */
function whenDrawn(store: PageStore, host: HTMLElement, act: () => void): () => void {
  let forgetNext: (() => void) | null = null;
  const begin = () => {
    forgetNext ??= whenSeen(host, () => {
      forgetNext = whenQuiet(act);
    });
  };
  const deadline = setTimeout(begin, LONGEST_WAIT);
  const look = ({ answer, pictureStands }: PageState) => {
    if (answer !== null && pictureStands) begin();
  };
  const unsubscribe = store.subscribe(look);
  look(store.getState());
  return () => {
    clearTimeout(deadline);
    unsubscribe();
    forgetNext?.();
  };
}
