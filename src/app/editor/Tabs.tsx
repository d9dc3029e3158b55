// One tab a file: open, rename, close, add; reachable by keyboard as tabs are.
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { TextCommand } from './surface.ts';
import { TabName } from './TabName.tsx';
import { TextMenu } from './TextMenu.tsx';

export interface TabActions {
  activate(file: string): void;
  addFile(): void;
  /** Why not, or null when it is done. */
  renameFile(from: string, to: string): string | null;
  removeFile(file: string): void;
  /** Whether the cluster has what the file says. */
  setApplied(file: string, applied: boolean): void;
}

export interface TabsProps {
  readonly names: readonly string[];
  readonly active: string;
  /** How many errors a file has; files without any are left out. */
  readonly errors: ReadonlyMap<string, number>;
  /** The files that are not applied. */
  readonly waiting: ReadonlySet<string>;
  /** The id of the element that shows the open file. */
  readonly panel: string;
  readonly actions: TabActions;
  /** The person goes on to the text. */
  readonly onOpened: () => void;
  readonly onCommand: (command: TextCommand) => void;
}

export function Tabs(props: TabsProps) {
  const { names, active, errors, waiting, panel, actions, onOpened, onCommand } = props;
  const list = useRef<HTMLDivElement>(null);
  const [renaming, setRenaming] = useState<string | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a tab that moved must be in view too
  useEffect(() => {
    const tab = list.current?.querySelector('[aria-selected="true"]');
    tab?.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active, names]);

  function go(to: string | undefined): void {
    if (to === undefined) return;
    actions.activate(to);
    focusTab(to);
  }

  function focusTab(name: string): void {
    requestAnimationFrame(() => {
      for (const tab of list.current?.querySelectorAll<HTMLElement>('[role="tab"]') ?? []) {
        if (tab.dataset.name === name) tab.focus();
      }
    });
  }

  function close(name: string): void {
    const at = names.indexOf(name);
    const next = names[at + 1] ?? names[at - 1];
    actions.removeFile(name);
    if (next !== undefined) focusTab(next);
  }

  function keyAction(key: string, name: string): (() => void) | null {
    const at = names.indexOf(name);
    switch (key) {
      case 'ArrowRight':
        return () => go(names[(at + 1) % names.length]);
      case 'ArrowLeft':
        return () => go(names.at(at - 1));
      case 'Home':
        return () => go(names[0]);
      case 'End':
        return () => go(names.at(-1));
      case 'Enter':
        return () => {
          actions.activate(name);
          onOpened();
        };
      case 'F2':
        return () => setRenaming(name);
      case 'Delete':
        return () => close(name);
      default:
        return null;
    }
  }

  function onKeyDown(event: KeyboardEvent, name: string): void {
    const act = keyAction(event.key, name);
    if (act === null) return;
    event.preventDefault();
    act();
  }

  function endRename(name: string): void {
    setRenaming(null);
    focusTab(name);
  }

  return (
    <div className="editor-tabs">
      <div className="editor-tablist" role="tablist" aria-label="Files" ref={list}>
        {names.map((name) => (
          <div
            key={name}
            className={tabClass(name === active, waiting.has(name))}
            role="presentation"
          >
            {renaming === name ? (
              <TabName
                name={name}
                rename={(to) => actions.renameFile(name, to)}
                onDone={endRename}
              />
            ) : (
              <button
                type="button"
                role="tab"
                data-name={name}
                aria-selected={name === active}
                aria-controls={panel}
                aria-keyshortcuts="F2 Delete"
                tabIndex={name === active ? 0 : -1}
                title={`${name}${waiting.has(name) ? ', not applied' : ''}\nDouble-click or F2 renames, Delete closes`}
                onClick={() => actions.activate(name)}
                onDoubleClick={() => setRenaming(name)}
                onKeyDown={(event) => onKeyDown(event, name)}
                onAuxClick={(event) => event.button === 1 && actions.removeFile(name)}
              >
                {waiting.has(name) && <span className="editor-tab-waiting" aria-hidden="true" />}
                <span className="editor-tab-name">{name}</span>
                {waiting.has(name) && <span className="editor-unseen">not applied</span>}
                <ErrorCount count={errors.get(name) ?? 0} />
              </button>
            )}
            {/* For pointers: the Delete key does it on the tab itself, and the menu for everybody. */}
            <button
              type="button"
              className="editor-tab-close"
              tabIndex={-1}
              aria-hidden="true"
              title={`Close ${name}`}
              onClick={() => actions.removeFile(name)}
            >
              ×
            </button>
          </div>
        ))}
      </div>
      <button
        type="button"
        className="editor-tab-add"
        aria-label="New file"
        title="New file"
        onClick={() => {
          actions.addFile();
          onOpened();
        }}
      >
        +
      </button>
      <TextMenu
        run={onCommand}
        onRename={() => setRenaming(active)}
        onClose={() => close(active)}
        applied={!waiting.has(active)}
        onApplied={(applied) => actions.setApplied(active, applied)}
      />
    </div>
  );
}

function tabClass(isActive: boolean, isWaiting: boolean): string {
  return `editor-tab${isActive ? ' is-active' : ''}${isWaiting ? ' is-waiting' : ''}`;
}

function ErrorCount({ count }: { count: number }) {
  if (count === 0) return null;
  const words = count === 1 ? '1 error' : `${count} errors`;
  return (
    <span className="editor-tab-errors" title={words}>
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="editor-unseen">{words}</span>
    </span>
  );
}
