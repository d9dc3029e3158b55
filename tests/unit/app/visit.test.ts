// One tab's visit: links, Back, reloads and edits, against a browser's history in miniature.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setText } from '../../../src/app/actions/files.ts';
import { restore } from '../../../src/app/actions/replacing.ts';
import { chooseOpening, sampleDocument } from '../../../src/app/link/opening.ts';
import { startVisit } from '../../../src/app/link/visit.ts';
import { openOwnDocument } from '../../../src/app/storage/own-document.ts';
import { createShelf } from '../../../src/app/storage/shelf.ts';
import { createSnapshots, entryKey } from '../../../src/app/storage/snapshots.ts';
import type { TextStore } from '../../../src/app/storage/text-store.ts';
import { createPageStore, type Document } from '../../../src/app/store.ts';
import { decodeFragment, encodeDocument } from '../../../src/share/codec.ts';
import { documentWith, memoryStore } from './builders.ts';

/** What a tab keeps over a reload: its entries and where it stands among them. */
class FakeTab {
  entries: { state: unknown; hash: string }[];
  at = 0;
  listeners = new Map<string, (() => void)[]>();
  visibilityState = 'visible';

  constructor(hash = '') {
    this.entries = [{ state: null, hash }];
  }

  get entry() {
    return this.entries[this.at] ?? { state: null, hash: '' };
  }

  get window(): Window {
    const tab = this;
    const addEventListener = (type: string, listener: () => void) =>
      tab.listeners.set(type, [...(tab.listeners.get(type) ?? []), listener]);
    const fake = {
      location: {
        pathname: '/netpolis/',
        search: '',
        get hash() {
          return tab.entry.hash;
        },
        get href() {
          return `https://example.com/netpolis/${tab.entry.hash}`;
        },
      },
      history: {
        get state() {
          return tab.entry.state;
        },
        replaceState(state: unknown, _: string, url?: string) {
          const hash = url === undefined ? tab.entry.hash : url.slice(url.indexOf('#') >>> 0);
          tab.entries[tab.at] = { state, hash };
        },
      },
      document: {
        addEventListener,
        get visibilityState() {
          return tab.visibilityState;
        },
      },
      addEventListener,
    };
    return fake as unknown as Window;
  }

  fire(type: string): void {
    for (const listener of this.listeners.get(type) ?? []) listener();
  }

  /** A link pasted into the address bar. */
  paste(hash: string): void {
    this.entries = [...this.entries.slice(0, this.at + 1), { state: null, hash }];
    this.go(1);
  }

  go(by: number): void {
    this.at += by;
    this.fire('popstate');
    this.fire('hashchange');
  }
}

let keys = 0;

function visit(tab: FakeTab, local: TextStore, session: TextStore) {
  tab.listeners.clear();
  const own = openOwnDocument(local);
  const snapshots = createSnapshots(session);
  const shelf = createShelf(local, () => 0);
  const key = entryKey(tab.entry.state);
  const opening = chooseOpening(
    tab.entry.hash,
    { document: own.read() ?? sampleDocument(), ownership: 'own' },
    key === null ? null : snapshots.read(key),
  );
  const store = createPageStore(opening.document, { theme: 'system', hiddenRules: [] });
  const newKey = () => {
    keys += 1;
    return `key-${keys}`;
  };
  const { share } = startVisit(store, opening, {
    own,
    snapshots,
    shelf,
    window: tab.window,
    newKey,
  });
  return { store, shelf, share, text: () => store.getState().files[0]?.text };
}

const link = (document: Document) => `#${encodeDocument(document)}`;
const mine = documentWith(['a', 'mine']);
const theirs = documentWith(['a', 'theirs']);

let tab: FakeTab;
let local: TextStore;
let session: TextStore;

beforeEach(() => {
  vi.useFakeTimers();
  tab = new FakeTab();
  local = memoryStore();
  session = memoryStore();
});
afterEach(() => {
  vi.useRealTimers();
});

const quiet = () => vi.advanceTimersByTime(3_000);

describe('what is typed', () => {
  test('survives a reload, even one that comes at once', () => {
    const first = visit(tab, local, session);
    first.store.setState(mine);
    tab.fire('pagehide');
    expect(visit(tab, local, session).text()).toBe('mine');
  });

  test('is there in a new tab, and adds no entry to the history', () => {
    const { store } = visit(tab, local, session);
    store.setState(mine);
    for (let at = 0; at < 20; at += 1) {
      setText(store, 'a', `mine ${at}`);
      quiet();
    }
    expect(tab.entries).toHaveLength(1);
    expect(visit(new FakeTab(), local, memoryStore()).text()).toBe('mine 19');
  });

  test('in two tabs stays in each over a reload, and is not lost to the other', () => {
    const other = new FakeTab();
    const otherSession = memoryStore();
    const here = visit(tab, local, session);
    const there = visit(other, local, otherSession);
    here.store.setState(mine);
    quiet();
    there.store.setState(theirs);
    quiet();
    expect(visit(tab, local, session).text()).toBe('mine');
    expect(visit(other, local, otherSession).text()).toBe('theirs');
    expect(createShelf(local, () => 0).list()[0]?.document.files).toEqual(mine.files);
  });

  test('is said to be unsaved when there is no room, once', () => {
    const { store } = visit(tab, memoryStore(20), session);
    store.setState(mine);
    quiet();
    setText(store, 'a', 'more');
    quiet();
    expect(store.getState().toasts.map(({ tone }) => tone)).toEqual(['warning']);
    expect(store.getState().files[0]?.text).toBe('more');
  });
});

describe('sharing', () => {
  test('puts everything into the address, until the first edit', () => {
    const { store, share } = visit(tab, local, session);
    store.setState(mine);
    quiet();
    expect(share()).toBe(`https://example.com/netpolis/${tab.entry.hash}`);
    expect(decodeFragment(tab.entry.hash)).toEqual({ ok: true, document: mine, view: 'edit' });
    quiet();
    expect(visit(tab, local, session).store.getState().toasts).toEqual([]);
    setText(store, 'a', 'edited');
    expect(tab.entry.hash).toBe('');
    quiet();
    expect(tab.entries).toHaveLength(1);
    expect(visit(tab, local, session).text()).toBe('edited');
  });
});

describe('a link', () => {
  test('opened beside own manifests sets them aside and offers them back', () => {
    visit(tab, local, session).store.setState(mine);
    quiet();
    const opened = new FakeTab(link(theirs));
    const { store, text, shelf } = visit(opened, local, memoryStore());
    expect(text()).toBe('theirs');
    const [toast] = store.getState().toasts;
    expect(toast?.words).toContain('Your own manifests are kept');
    toast?.action?.run();
    expect(text()).toBe('mine');
    expect(opened.entry.hash).toBe('');
    expect(shelf.list()[0]?.document.files).toEqual(theirs.files);
  });

  test('that is only looked at leaves what is stored alone', () => {
    visit(tab, local, session).store.setState(mine);
    quiet();
    const { store } = visit(new FakeTab(link(theirs)), local, memoryStore());
    store.setState({ selection: { kind: 'peer', id: 'x' } });
    store.setState({ filters: { ...store.getState().filters, port: 80 } });
    quiet();
    expect(visit(new FakeTab(), local, memoryStore()).text()).toBe('mine');
  });

  test('edited becomes the person’s own, and what was theirs before is on the shelf', () => {
    visit(tab, local, session).store.setState(mine);
    quiet();
    const opened = new FakeTab(link(theirs));
    const openedSession = memoryStore();
    const { store } = visit(opened, local, openedSession);
    setText(store, 'a', 'theirs, edited');
    quiet();
    expect(opened.entry.hash).toBe('');
    expect(visit(opened, local, openedSession).text()).toBe('theirs, edited');
    const later = visit(new FakeTab(), local, memoryStore());
    expect(later.text()).toBe('theirs, edited');
    restore(later.store, later.shelf, later.shelf.list()[0]?.id ?? '');
    expect(later.text()).toBe('mine');
  });

  test('pasted into an open tab is shown; Back and Forward show what was there', () => {
    const { store, text } = visit(tab, local, session);
    store.setState(mine);
    setText(store, 'a', 'mine, just typed');
    tab.paste(link(theirs));
    expect(text()).toBe('theirs');
    tab.go(-1);
    expect(text()).toBe('mine, just typed');
    tab.go(1);
    expect(text()).toBe('theirs');
    setText(store, 'a', 'theirs, edited');
    quiet();
    tab.go(-1);
    expect(text()).toBe('mine, just typed');
    tab.go(1);
    expect(text()).toBe('theirs, edited');
    quiet();
    expect(visit(tab, local, session).text()).toBe('theirs, edited');
    expect(tab.entries).toHaveLength(2);
  });

  test.each([
    ['#v1.AAAAbroken', 'damaged'],
    ['#v9.AAAA', 'newer Netpolis'],
  ])('that is no good (%s) says so and touches nothing', (hash, words) => {
    const { store, text } = visit(tab, local, session);
    store.setState(mine);
    quiet();
    tab.paste(hash);
    expect(text()).toBe('mine');
    expect(
      store
        .getState()
        .toasts.map((toast) => toast.words)
        .join(),
    ).toContain(words);
    quiet();
    expect(visit(new FakeTab(hash), local, memoryStore()).text()).toBe('mine');
    expect(visit(tab, local, session).text()).toBe('mine');
  });

  test('of another tool, or none, changes nothing', () => {
    const { store, text } = visit(tab, local, session);
    store.setState(mine);
    tab.paste('#section');
    tab.paste('');
    expect(text()).toBe('mine');
    expect(store.getState().toasts).toEqual([]);
    setText(store, 'a', 'edited');
    tab.go(-1);
    expect(text()).toBe('mine');
  });
});
