// Puts the page together from its parts, before anything is drawn.
import type { EngineClient } from '../worker/client.ts';
import { learn } from './actions/learning.ts';
import { type Actions, createActions } from './actions.ts';
import { type AnalysisLoop, startAnalysis } from './analysis.ts';
import { readSizes, type Sizes } from './layout/sizes.ts';
import type { Address } from './link/address.ts';
import { followLessonLinks, takeLessonLink } from './link/lesson-link.ts';
import { chooseOpening, documentOfFiles, type Opening, sampleDocument } from './link/opening.ts';
import { startVisit, type Visit } from './link/visit.ts';
import { startPointing } from './pointing.ts';
import { type GivenLessons, openGivenLessons } from './storage/given-lessons.ts';
import { keepHiddenRules, readHiddenRules } from './storage/hidden-rules.ts';
import { keepLearning, readLearning } from './storage/learning.ts';
import { openOwnDocument } from './storage/own-document.ts';
import { createShelf, type Shelf } from './storage/shelf.ts';
import { createSnapshots, entryKey } from './storage/snapshots.ts';
import { keepTerminalOpen, readTerminalOpen } from './storage/terminal-open.ts';
import { openForgetfulStore, openTextStore, type TextStore } from './storage/text-store.ts';
import { readProjector, readTheme, wearTheme } from './storage/theme.ts';
import { createPageStore, type PageStore } from './store.ts';

/** All that the components are given. */
export interface Page {
  readonly store: PageStore;
  readonly actions: Actions;
  readonly client: EngineClient;
  readonly analysis: AnalysisLoop;
  readonly visit: Visit;
  readonly shelf: Shelf;
  readonly storage: TextStore;
  /** Of this tab of the browser: it outlives a reload, not the tab. */
  readonly tabStorage: TextStore;
  /** The terminal was open before the page was loaded again. */
  readonly reopensTerminal: boolean;
  readonly given: GivenLessons;
  readonly sizes: Sizes;
  /** Only the picture is shown, in a frame of another page. */
  readonly isFrame: boolean;
}

export function startPage(client: EngineClient, { source, isFrame }: Address): Page {
  // What a frame on a slide shows is nobody's work, and leaves no trace.
  const storeOf = (open: () => Storage) => (isFrame ? openForgetfulStore() : openTextStore(open));
  const local = storeOf(() => window.localStorage);
  const own = openOwnDocument(local);
  const tabStorage = storeOf(() => window.sessionStorage);
  const snapshots = createSnapshots(tabStorage);
  const shelf = createShelf(local, Date.now);
  const given = openGivenLessons(local);
  const asked = takeLessonLink(window, given, isFrame);
  const key = entryKey(window.history.state);
  const mine = own.read();
  const opening =
    source === null && !(isFrame && asked !== null)
      ? chooseOpening(
          window.location.hash,
          { document: mine ?? sampleDocument(), ownership: 'own' },
          key === null ? null : snapshots.read(key),
        )
      : nothingYet();
  const store = createPageStore(opening.document, {
    theme: readTheme(local),
    hiddenRules: readHiddenRules(local),
  });
  const reopensTerminal = !isFrame && readTerminalOpen(tabStorage);
  store.setState({ projector: readProjector(local), showsTerminal: reopensTerminal });
  // The worker begins before anything is drawn, so that the first answer comes early.
  const analysis = startAnalysis(store, client);
  startPointing(store, client);
  wearTheme(store, local);
  keepHiddenRules(store, local);
  keepTerminalOpen(store, tabStorage);
  const { learning, lessonOnDesk } = readLearning(local);
  store.setState({
    shelved: shelf.list().length,
    learning,
    lessonOnDesk: opening.ownership === 'own' ? lessonOnDesk : null,
    readOnly: opening.readOnly,
    fetching: source,
  });
  keepLearning(store, local);
  if (asked !== null) learn(store, asked.lesson);
  followLessonLinks(store, window, given, isFrame);
  const newKey = () => Math.random().toString(36).slice(2);
  const visit = startVisit(store, opening, { own, snapshots, shelf, window, newKey });
  const actions = createActions(store, shelf);
  const sizes = readSizes(local);
  if (source !== null) {
    import('./link/from-address.ts')
      .then((it) =>
        it.openFromAddress({ store, shelf, visit, given, storage: local, isFrame }, source, mine),
      )
      .catch(() => actions.say('This page could not be loaded whole. Reload it.'));
  }
  if (isFrame) document.documentElement.dataset.frame = '';
  return {
    store,
    actions,
    client,
    analysis,
    visit,
    shelf,
    storage: local,
    tabStorage,
    reopensTerminal,
    given,
    sizes,
    isFrame,
  };
}

/** Until what was asked for is there, nobody may write where it will stand. */
function nothingYet(): Opening {
  const document = documentOfFiles([{ name: 'manifests.yaml', text: '' }]);
  return { document, ownership: 'link', readOnly: true, fresh: false, refusal: null };
}
