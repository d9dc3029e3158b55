// The name of the page, and what concerns the whole of it.
import { useRef } from 'react';
import { useStore } from 'zustand';
import type { Actions } from '../actions.ts';
import { fromPicker, type Incoming } from '../intake/dropped.ts';
import { SAMPLES } from '../samples/samples.ts';
import type { Page } from '../start.ts';
import type { ShelfEntry } from '../storage/shelf.ts';
import { AssumptionsButton } from './assumptions/AssumptionsButton.tsx';
import { Popover } from './Popover.tsx';
import { SharePopover } from './share/SharePopover.tsx';
import { ThemeControl } from './ThemeControl.tsx';
import './top-bar.css';

interface Props {
  readonly page: Page;
  readonly onFiles: (incoming: readonly Incoming[]) => void;
}

export function TopBar({ page, onFiles }: Props) {
  const { actions } = page;
  return (
    <header className="top-bar">
      <h1>
        <Mark /> Netpolis
      </h1>
      <p className="tagline">See what your NetworkPolicies really allow</p>
      <div className="top-actions">
        <AssumptionsButton page={page} />
        <LearnButton page={page} />
        <SamplesMenu actions={actions} />
        <OpenMenu page={page} onFiles={onFiles} />
        <button
          type="button"
          className="button is-quiet"
          onClick={() => {
            actions.clearAll();
            actions.setView('manifests');
            focusText();
          }}
        >
          Clear all
        </button>
        <TerminalButton page={page} />
        <SharePopover page={page} />
        <ThemeControl page={page} />
      </div>
    </header>
  );
}

/** A narrow screen has a view of its own for it. */
function TerminalButton({ page: { store, actions } }: { page: Page }) {
  const shown = useStore(store, (state) => state.showsTerminal);
  return (
    <button
      type="button"
      className="button is-quiet is-wide-only"
      title="A terminal on the simulated cluster (Ctrl+`)"
      aria-pressed={shown}
      aria-keyshortcuts="Control+`"
      onClick={() => actions.showTerminal(!shown)}
    >
      Terminal
    </button>
  );
}

/** The empty text waits for what is pasted next. Rooms don't know each other, but what a text field is they do. */
function focusText(): void {
  document.querySelector<HTMLElement>('[role="tabpanel"] :is(textarea, [role="textbox"])')?.focus();
}

function Mark() {
  return (
    <svg viewBox="0 0 32 32" className="mark" aria-hidden="true">
      <path d="M9 10 23 22" stroke="var(--allow)" strokeWidth="3" strokeLinecap="round" />
      <path
        d="M9 22 14 17.7M12.5 14.5 16.3 19"
        stroke="var(--deny)"
        strokeWidth="3"
        strokeLinecap="round"
        fill="none"
      />
      <circle cx="8" cy="9" r="4.5" fill="var(--ink)" />
      <circle cx="24" cy="23" r="4.5" fill="var(--ink)" />
      <circle cx="8" cy="23" r="4.5" fill="var(--ink)" />
      <circle cx="24" cy="9" r="3.5" fill="none" stroke="var(--ink)" strokeWidth="2" />
    </svg>
  );
}

function LearnButton({ page: { store, actions } }: { page: Page }) {
  const isOpen = useStore(store, (state) => state.learning !== null);
  return (
    <button
      type="button"
      className="button is-quiet is-learn"
      aria-expanded={isOpen}
      onClick={() => (isOpen ? actions.stopLearning() : actions.learn(null))}
    >
      Learn
    </button>
  );
}

function SamplesMenu({ actions }: { actions: Actions }) {
  return (
    <Popover label="Samples" className="button is-quiet">
      {(close) => (
        <ul className="menu">
          {SAMPLES.map((sample) => (
            <li key={sample.title}>
              <button
                type="button"
                onClick={() => {
                  actions.loadSample(sample);
                  close();
                }}
              >
                <strong>{sample.title}</strong>
                <span>{sample.about}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Popover>
  );
}

function OpenMenu({ page, onFiles }: Props) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    if (input.files !== null) onFiles(fromPicker(input.files));
    // So that the same file can be picked again.
    input.value = '';
  };
  return (
    <Popover label="Open" className="button is-quiet">
      {(close) => (
        <>
          <ul className="menu">
            <li>
              <button type="button" onClick={() => files.current?.click()}>
                <strong>Files…</strong>
                <span>YAML or JSON, as many as you like</span>
              </button>
            </li>
            <li>
              <button type="button" onClick={() => folder.current?.click()}>
                <strong>A folder…</strong>
                <span>With everything in it</span>
              </button>
            </li>
          </ul>
          <p className="menu-note">Or drop them anywhere on the page. Nothing is uploaded.</p>
          <SetAside page={page} close={close} />
          <input
            ref={files}
            type="file"
            multiple
            accept=".yaml,.yml,.json"
            hidden
            data-picker="files"
            onChange={(event) => {
              take(event.currentTarget);
              close();
            }}
          />
          <input
            ref={folder}
            type="file"
            // React does not know this attribute as a boolean.
            {...{ webkitdirectory: '' }}
            hidden
            data-picker="folder"
            onChange={(event) => {
              take(event.currentTarget);
              close();
            }}
          />
        </>
      )}
    </Popover>
  );
}

/** What was cleared, removed or replaced, for a while. */
function SetAside({ page, close }: { page: Page; close: () => void }) {
  const shelved = useStore(page.store, (state) => state.shelved);
  if (shelved === 0) return null;
  return (
    <>
      <h2 className="menu-title">Bring back</h2>
      <ul className="menu">
        {page.shelf.list().map((entry) => (
          <li key={entry.id}>
            <button
              type="button"
              onClick={() => {
                page.actions.restore(entry.id);
                close();
              }}
            >
              <strong>{entry.label}</strong>
              <span>{aboutEntry(entry)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function aboutEntry({ at, document }: ShelfEntry): string {
  const { files } = document;
  const [first] = files;
  const what = files.length === 1 ? (first?.name ?? '') : `${files.length} files`;
  const when = new Date(at).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
  return `${what}, ${when}`;
}
