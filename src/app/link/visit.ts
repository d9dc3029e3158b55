// One visit in one tab: saves what is typed, and keeps the address, Back and links in step with it.
import { encodeDocument, LINK_SIZE, type LinkView } from '../../share/codec.ts';
import { type Document, sameFiles } from '../../share/document.ts';
import { isUntouched, restore, shelve } from '../actions/replacing.ts';
import { say } from '../actions/toasts.ts';
import type { OwnDocument } from '../storage/own-document.ts';
import { PLAIN_LENGTH, textLength } from '../storage/packing.ts';
import type { Shelf } from '../storage/shelf.ts';
import { entryKey, type Ownership, type Snapshots } from '../storage/snapshots.ts';
import { documentOf, isSameDocument, type PageStore } from '../store.ts';
import { isLink, withoutSource } from './address.ts';
import { later } from './later.ts';
import { chooseOpening, type Opening, REFUSAL_WORDS } from './opening.ts';

/** Milliseconds of quiet before saving; deflating megabytes takes longer, so it waits longer. */
const QUIET = 300;
const QUIET_WHEN_LARGE = 2_000;

export interface Visit {
  /** Puts the state into the address and gives back a link that opens so; null when it cannot fit. */
  share(view?: LinkView): string | null;
  /**
   * Shows what has come in place of what the visit began with.
   * @param from the address it was fetched from, if it was
   */
  arrive(arrived: Opening, from: string | null): void;
  /** Takes what was asked for by `?src=` off the address: a reload shows the person's own. */
  forgetSource(): void;
}

export interface Tools {
  readonly own: OwnDocument;
  readonly snapshots: Snapshots;
  readonly shelf: Shelf;
  readonly window: Window;
  /** A fresh key for an entry of the history. */
  readonly newKey: () => string;
}

export function startVisit(store: PageStore, opening: Opening, tools: Tools): Visit {
  const { own, snapshots, shelf, window } = tools;
  let ownership: Ownership = opening.ownership;
  let fragment = window.location.hash;
  let key = entryKey(window.history.state) ?? claimEntry();
  /** Whether there is anything of the person's that is not stored yet. */
  let unsaved = false;
  let showing = false;
  let warned = false;
  const saving = later(save);
  const stored = own.read();
  if (stored !== null && opening.ownership === 'own' && !sameFiles(stored, opening.document)) {
    own.disown();
  }

  function claimEntry(): string {
    const fresh = tools.newKey();
    window.history.replaceState({ netpolis: fresh }, '');
    return fresh;
  }

  function save(): void {
    const document = documentOf(store.getState());
    snapshots.write(key, { ownership, fragment, document, readOnly: store.getState().readOnly });
    if (!unsaved || ownership === 'link') return;
    const other = own.foreign();
    if (other !== null && !isUntouched(other) && !sameFiles(other, document)) {
      shelve(store, shelf, 'Typed in another tab', other, { only: true });
    }
    let written = own.write(document);
    if (!written) {
      shelf.dropStored();
      written = own.write(document);
    }
    unsaved = !written;
    if (!written && !warned) {
      const words =
        'The browser has no room to keep this text: it will be gone after a reload. Save it as files.';
      say(store, words, { tone: 'warning' });
    }
    warned = !written;
  }

  /** What the address names is no longer what is shown. */
  function stripAddress(): void {
    const bare = withoutSource(window.location);
    const { pathname, search } = window.location;
    if (!isLink(fragment) && bare === pathname + search) return;
    replaceAddress(bare);
    fragment = '';
  }

  function replaceAddress(address: string): void {
    try {
      window.history.replaceState(window.history.state, '', address);
    } catch {
      // A page opened as a file may change no more than its fragment.
      window.history.replaceState(window.history.state, '', address.replace(/^[^#]*/, '') || '#');
    }
  }

  function show({ document, ownership: shownAs, readOnly }: Opening, from: string | null): void {
    saving.cancel();
    ownership = shownAs;
    showing = true;
    const isSame = sameFiles(documentOf(store.getState()), document);
    store.setState({
      ...document,
      readOnly,
      fetchedFrom: from,
      fetching: null,
      ...(isSame ? {} : { lessonOnDesk: null }),
    });
    showing = false;
    saving.schedule(0);
  }

  /** The address has changed: by Back or Forward, or by a link pasted into this tab. */
  function follow(): void {
    const arrivedKey = entryKey(window.history.state);
    const arrivedFragment = window.location.hash;
    if (arrivedKey === key && arrivedFragment === fragment) return;
    saving.cancel();
    save();
    const left = { document: documentOf(store.getState()), ownership };
    key = arrivedKey ?? claimEntry();
    fragment = arrivedFragment;
    const snapshot = arrivedKey === null ? null : snapshots.read(arrivedKey);
    const arrived = chooseOpening(arrivedFragment, left, snapshot);
    const changes = !sameFiles(left.document, arrived.document);
    // Of two own documents in one tab's history, storage holds one: the other goes to the shelf.
    if (changes && left.ownership === 'own' && arrived.ownership === 'own') {
      unsaved = true;
      if (!isUntouched(left.document)) {
        shelve(store, shelf, 'Before going back or forward', left.document);
      }
    }
    show(arrived, null);
    greet(arrived, snapshot === null && left.ownership === 'own' ? left.document : null);
  }

  function greet({ ownership: shownAs, document, refusal }: Opening, mine: Document | null): void {
    if (refusal !== null) say(store, REFUSAL_WORDS[refusal], { tone: 'warning' });
    if (shownAs !== 'link' || mine === null) return;
    if (isUntouched(mine) || sameFiles(mine, document)) return;
    const entry = shelve(store, shelf, 'Before a shared link', mine);
    say(store, 'You opened a shared link. Your own manifests are kept.', {
      action: { label: 'Restore mine', run: () => restore(store, shelf, entry.id) },
    });
  }

  store.subscribe((state, before) => {
    const isCopied = before.readOnly && !state.readOnly;
    if (showing || (isSameDocument(state, before) && !isCopied)) return;
    if (isCopied || (state.files !== before.files && !sameFiles(state, before))) {
      // From the first edit on it is the person's own, and a reload must not bring the link back.
      ownership = 'own';
      stripAddress();
      if (state.readOnly || state.fetchedFrom !== null) {
        store.setState({ readOnly: false, fetchedFrom: null });
      }
    }
    unsaved = true;
    saving.schedule(textLength(state) > PLAIN_LENGTH ? QUIET_WHEN_LARGE : QUIET);
  });

  window.addEventListener('hashchange', follow);
  window.addEventListener('popstate', follow);
  window.addEventListener('pagehide', saving.flush);
  window.document.addEventListener('visibilitychange', () => {
    if (window.document.visibilityState === 'hidden') saving.flush();
  });
  greet(opening, opening.fresh ? stored : null);
  saving.schedule(0);

  return {
    forgetSource: stripAddress,
    arrive(arrived, from) {
      const left = ownership === 'own' ? documentOf(store.getState()) : stored;
      show(arrived, from);
      greet(arrived, left);
    },
    share(view = 'edit') {
      const document = documentOf(store.getState());
      const encoded = encodeDocument(document);
      if (encoded.length > LINK_SIZE.characters) return null;
      fragment = `#${encoded}`;
      replaceAddress(withoutSource(window.location) + fragment);
      unsaved = true;
      saving.schedule(0);
      if (view === 'edit') return window.location.href;
      const [page] = window.location.href.split('#');
      return `${page}#${encodeDocument(document, view)}`;
    },
  };
}
