// How the page is looked at: what is selected, filtered, shown in the editor.
import type { Part, Span } from '../../core/index.ts';
import {
  type Deciding,
  type Filters,
  NO_FILTERS,
  type PageStore,
  type Selection,
  type Theme,
  type View,
} from '../store.ts';

export function select(store: PageStore, selection: Selection | null): void {
  store.setState({ selection });
}

/** Lays the given filters over those that are set. */
export function setFilters(store: PageStore, filters: Partial<Filters>): void {
  store.setState({ filters: { ...store.getState().filters, ...filters } });
}

export function clearFilters(store: PageStore): void {
  store.setState({ filters: NO_FILTERS });
}

/** Shows the place in the editor, in the file it belongs to. */
export function reveal(store: PageStore, span: Span): void {
  if (!store.getState().files.some((file) => file.name === span.file)) return;
  store.setState({ reveal: { span }, activeFile: span.file, view: 'manifests' });
}

export function pointOut(store: PageStore, deciding: readonly Deciding[]): void {
  store.setState({ deciding });
}

/** The cursor stands there; what is selected or pinned stays all the same. */
export function pointAt(store: PageStore, file: string, offset: number, typed: boolean): void {
  const { pointing, selection } = store.getState();
  if (selection !== null || pointing?.how === 'pinned' || (typed && pointing === null)) return;
  store.setState({ pointing: { spot: { file, offset }, how: typed ? 'typed' : 'placed' } });
}

/** Shows what that part of the manifests selects and opens, in place of a selection, until it is let go. */
export function pin(store: PageStore, part: Part): void {
  store.setState({ pointing: { spot: { part }, how: 'pinned' }, selection: null });
}

/** The same for whatever stands at that place. */
export function pinAt(store: PageStore, file: string, offset: number): void {
  store.setState({ pointing: { spot: { file, offset }, how: 'pinned' }, selection: null });
}

export function letGo(store: PageStore): void {
  if (store.getState().pointing !== null) store.setState({ pointing: null, pointed: null });
}

/** Draws those of a key around the pods, or leaves them out. */
export function switchAround(store: PageStore, key: string, on: boolean): void {
  store.setState({ around: { ...store.getState().around, [key]: on } });
}

export function resetMoved(store: PageStore): void {
  store.setState({ moved: {} });
}

/** Findings of that lint rule are no longer shown, in no document. */
export function hideRule(store: PageStore, rule: string): void {
  const { hiddenRules } = store.getState();
  if (!hiddenRules.includes(rule)) store.setState({ hiddenRules: [...hiddenRules, rule] });
}

export function showAllRules(store: PageStore): void {
  store.setState({ hiddenRules: [] });
}

/** From now on it is the person's own text. */
export function makeCopy(store: PageStore): void {
  store.setState({ readOnly: false });
}

export function setView(store: PageStore, view: View): void {
  store.setState({ view });
}

/** Types the lines in the terminal and runs them, one after another. */
export function typeInTerminal(store: PageStore, text: string): void {
  showTerminal(store, true);
  store.setState({ toType: { text } });
}

/** They are typed. */
export function typed(store: PageStore): void {
  store.setState({ toType: null });
}

/** Opens the terminal, or puts it away; what runs in it goes on. */
export function showTerminal(store: PageStore, shows: boolean): void {
  const { view } = store.getState();
  if (shows) store.setState({ showsTerminal: true, view: 'terminal' });
  else store.setState({ showsTerminal: false, view: view === 'terminal' ? 'picture' : view });
}

export function setProjector(store: PageStore, projector: boolean): void {
  store.setState({ projector });
}

export function setTheme(store: PageStore, theme: Theme): void {
  store.setState({ theme });
}
