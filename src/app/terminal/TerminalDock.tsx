// The terminals of the page, one shown at a time, with what can be done to them.
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { newSession, type Session, type Why } from '../../terminal/terminal.ts';
import type { Page } from '../start.ts';
import { explain } from './explaining.ts';
import { openMemory, type TerminalMemory } from './memory.ts';
import { type OpenTerminal, openTerminal } from './open-terminal.ts';
import './terminal.css';

interface Tab {
  readonly number: number;
  readonly why: Why | null;
  /** Left by an earlier load of the page; null where a shell begins. */
  readonly session: Session | null;
}

/** Keys that a screen keyboard lacks. */
const TOUCH_KEYS: readonly (readonly [words: string, name: string, sent: string])[] = [
  ['Tab', 'Complete', '\t'],
  ['↑', 'Line before', '\x1b[A'],
  ['↓', 'Line after', '\x1b[B'],
  ['^C', 'Interrupt', '\x03'],
  ['^D', 'End', '\x04'],
];

export function TerminalDock({ page, shown }: { page: Page; shown: boolean }) {
  const [memory] = useState(() => openMemory(page.storage, page.tabStorage));
  // What an earlier load of the page has left; terminals that are opened later begin anew.
  const [before] = useState(() => ({ lines: memory.lines(), sessions: memory.sessions() }));
  const [tabs, setTabs] = useState<readonly Tab[]>(() =>
    Array.from({ length: Math.max(1, before.sessions.length) }, (_, at) => ({
      number: at + 1,
      why: null,
      session: before.sessions[at] ?? null,
    })),
  );
  const sessions = useRef(new Map<number, Session>());
  // A page that is loaded again has its own focus.
  const mayFocus = useRef(!page.reopensTerminal);
  const [active, setActive] = useState(1);
  const [readsAloud, setReadsAloud] = useState(false);
  const opened = useRef(new Map<number, OpenTerminal>());
  const why = tabs.find(({ number }) => number === active)?.why ?? null;
  const view = useStore(page.store, (state) => state.view);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another view may have hidden it
  useEffect(() => {
    if (!shown) return;
    const terminal = opened.current.get(active);
    terminal?.fit();
    // A file or a problem is being shown: the keyboard stays where it is.
    if (mayFocus.current && view !== 'manifests') terminal?.focus();
    mayFocus.current = true;
  }, [shown, active, view]);

  useEffect(() => {
    for (const terminal of opened.current.values()) terminal.readAloud(readsAloud);
  }, [readsAloud]);

  // Asked for by a lesson, maybe before there was a terminal.
  const toType = useStore(page.store, (state) => state.toType);
  useEffect(() => {
    const terminal = opened.current.get(active);
    if (toType === null || terminal === undefined) return;
    for (const line of toType.text.split('\n')) terminal.say(line);
    page.actions.typed();
  }, [toType, active, page]);

  const close = useCallback(
    (number: number) => {
      setTabs((all) => {
        const left = all.filter((tab) => tab.number !== number);
        if (left.length > 0) {
          setActive((now) => (now === number ? (left.at(-1)?.number ?? now) : now));
          return left;
        }
        // The last one: put away, and a fresh one stands ready.
        page.actions.showTerminal(false);
        setActive(number + 1);
        return [{ number: number + 1, why: null, session: null }];
      });
    },
    [page],
  );

  const met = useCallback((number: number, flow: Why | null) => {
    setTabs((all) => all.map((tab) => (tab.number === number ? { ...tab, why: flow } : tab)));
  }, []);

  const became = useCallback(
    (number: number, session: Session) => {
      sessions.current.set(number, session);
      keepAll(memory, sessions.current);
    },
    [memory],
  );

  const closed = useCallback(
    (number: number) => {
      sessions.current.delete(number);
      keepAll(memory, sessions.current);
    },
    [memory],
  );

  function add(): void {
    const number = Math.max(0, ...tabs.map((tab) => tab.number)) + 1;
    setTabs([...tabs, { number, why: null, session: null }]);
    setActive(number);
  }

  function onTabKey(event: KeyboardEvent, at: number): void {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Delete') close(tabs[at]?.number ?? 0);
    else if (to !== undefined) {
      const next = tabs.at(to % tabs.length);
      if (next !== undefined) setActive(next.number);
    } else return;
    event.preventDefault();
  }

  useEffect(() => {
    if (!shown) return;
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (!event.altKey || event.code !== 'KeyW') return;
      event.preventDefault();
      if (why !== null) explain(page, why);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [page, shown, why]);

  return (
    <div className="terminal">
      <div className="terminal-bar">
        <div className="terminal-tabs" role="tablist" aria-label="Terminals">
          {tabs.map(({ number }, at) => (
            <div
              key={number}
              className={number === active ? 'terminal-tab is-active' : 'terminal-tab'}
              role="presentation"
            >
              <button
                type="button"
                role="tab"
                id={`terminal-tab-${number}`}
                aria-selected={number === active}
                aria-controls={`terminal-${number}`}
                aria-keyshortcuts="Delete"
                tabIndex={number === active ? 0 : -1}
                onClick={() => setActive(number)}
                onKeyDown={(event) => onTabKey(event, at)}
              >
                Terminal {number}
              </button>
              {tabs.length > 1 && (
                // For pointers: the Delete key does it on the tab itself.
                <button
                  type="button"
                  className="terminal-tab-close"
                  tabIndex={-1}
                  aria-hidden="true"
                  title={`Close terminal ${number}`}
                  onClick={() => close(number)}
                >
                  ×
                </button>
              )}
            </div>
          ))}
        </div>
        <button
          type="button"
          className="terminal-sign"
          aria-label="New terminal"
          title="New terminal"
          onClick={add}
        >
          +
        </button>
        <div className="terminal-actions">
          {why !== null && (
            <button
              type="button"
              className="button is-small"
              title={`Why ${why.source} → ${why.destination} is as it is (Alt+W)`}
              aria-keyshortcuts="Alt+W"
              onClick={() => explain(page, why)}
            >
              Why?
            </button>
          )}
          <button
            type="button"
            className="button is-small is-quiet"
            aria-pressed={readsAloud}
            title="Tell a screen reader what the terminal prints. Escape, then Tab leaves the terminal."
            onClick={() => setReadsAloud(!readsAloud)}
          >
            Screen reader
          </button>
          <button
            type="button"
            className="terminal-sign"
            aria-label="Put the terminal away"
            title="Put the terminal away (Ctrl+`)"
            onClick={() => page.actions.showTerminal(false)}
          >
            ×
          </button>
        </div>
      </div>
      {tabs.map(({ number, session }) => (
        <Place
          key={number}
          number={number}
          isActive={number === active}
          page={page}
          opened={opened.current}
          met={met}
          close={close}
          memory={memory}
          lines={before.lines}
          session={session}
          became={became}
          closed={closed}
          mayFocus={mayFocus}
        />
      ))}
      <div className="terminal-touch">
        {TOUCH_KEYS.map(([words, name, sent]) => (
          <button
            key={name}
            type="button"
            aria-label={name}
            // The keyboard on the screen stays.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => opened.current.get(active)?.take(sent)}
          >
            {words}
          </button>
        ))}
      </div>
    </div>
  );
}

interface PlaceProps {
  readonly number: number;
  readonly isActive: boolean;
  readonly page: Page;
  readonly opened: Map<number, OpenTerminal>;
  readonly met: (number: number, why: Why | null) => void;
  readonly close: (number: number) => void;
  readonly memory: TerminalMemory;
  readonly lines: readonly string[];
  readonly session: Session | null;
  readonly became: (number: number, session: Session) => void;
  readonly closed: (number: number) => void;
  readonly mayFocus: { readonly current: boolean };
}

/** In the order of their numbers. */
function keepAll(memory: TerminalMemory, sessions: ReadonlyMap<number, Session>): void {
  const sorted = [...sessions].sort(([one], [other]) => one - other);
  memory.keepSessions(sorted.map(([, session]) => session));
}

function Place(props: PlaceProps) {
  const { number, isActive, page, opened, met, close, memory, lines, session, mayFocus } = props;
  const { became, closed } = props;
  const host = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (host.current === null) return;
    const terminal = openTerminal(page, host.current, {
      label: `Terminal ${number}. Escape, then Tab leaves it.`,
      session: session ?? newSession(),
      lines,
      isBack: session !== null,
      met: (why) => met(number, why),
      entered: (line) => memory.addLine(line),
      became: (next) => became(number, next),
      ends: () => close(number),
    });
    opened.set(number, terminal);
    became(number, session ?? newSession());
    if (mayFocus.current) terminal.focus();
    return () => {
      opened.delete(number);
      closed(number);
      terminal.dispose();
    };
  }, [number, page, opened, met, close, memory, lines, session, became, closed, mayFocus]);

  return (
    <div
      className="terminal-place"
      id={`terminal-${number}`}
      role="tabpanel"
      aria-labelledby={`terminal-tab-${number}`}
      hidden={!isActive}
    >
      <div className="terminal-screen" ref={host} />
    </div>
  );
}
