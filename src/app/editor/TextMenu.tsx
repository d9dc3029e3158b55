// What the editor can do with the text, for those who don't know its keys, which stand beside.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { TextCommand } from './surface.ts';

interface Item {
  readonly command: TextCommand;
  readonly words: string;
  readonly keys: string;
  readonly macKeys: string;
}

/** What is done with the open file as a whole, on its tab. */
interface FileItem {
  readonly words: string;
  readonly keys: string | null;
  readonly act: () => void;
  /** False where it takes the focus somewhere by itself. */
  readonly keepsFocus: boolean;
}

const ITEMS: readonly Item[] = [
  { command: 'suggest', words: 'Suggest', keys: 'Ctrl+Space', macKeys: '⌃Space' },
  { command: 'outline', words: 'Go to object…', keys: 'Ctrl+Shift+O', macKeys: '⇧⌘O' },
  { command: 'definition', words: 'Go to what is selected', keys: 'F12', macKeys: 'F12' },
  { command: 'references', words: 'Find what selects it', keys: 'Shift+F12', macKeys: '⇧F12' },
  { command: 'fix', words: 'Quick fix', keys: 'Ctrl+.', macKeys: '⌘.' },
  { command: 'format', words: 'Format', keys: 'Shift+Alt+F', macKeys: '⇧⌥F' },
  { command: 'foldAll', words: 'Fold all', keys: 'Ctrl+K Ctrl+0', macKeys: '⌘K ⌘0' },
  { command: 'unfoldAll', words: 'Unfold all', keys: 'Ctrl+K Ctrl+J', macKeys: '⌘K ⌘J' },
];

interface Props {
  readonly run: (command: TextCommand) => void;
  /** What else is done with the open file, on its tab. */
  readonly onRename: () => void;
  readonly onClose: () => void;
  /** Whether the cluster has what the open file says. */
  readonly applied: boolean;
  readonly onApplied: (applied: boolean) => void;
}

export function TextMenu({ run, onRename, onClose, applied, onApplied }: Props) {
  const [open, setOpen] = useState(false);
  const menu = useId();
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isMac = /^Mac|^iP/.test(navigator.platform);

  useEffect(() => {
    if (!open) return;
    items(place.current)[0]?.focus();
    const closeOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [open]);

  function onKeyDown(event: KeyboardEvent): void {
    const all = items(place.current);
    const focused = document.activeElement;
    const at = focused instanceof HTMLElement ? all.indexOf(focused) : -1;
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Escape') {
      setOpen(false);
      button.current?.focus();
    } else if (event.key === 'Tab') setOpen(false);
    else if (next !== undefined) {
      event.preventDefault();
      all.at(next % all.length)?.focus();
    }
  }

  const ofTheFile: readonly FileItem[] = [
    { words: 'Rename the file', keys: 'F2', act: onRename, keepsFocus: false },
    { words: 'Close the file', keys: 'Delete', act: onClose, keepsFocus: true },
    {
      words: applied ? 'Take back from the cluster' : 'Apply to the cluster',
      keys: null,
      act: () => onApplied(!applied),
      keepsFocus: true,
    },
  ];

  return (
    <div className="editor-menu" ref={place}>
      <button
        type="button"
        className="editor-menu-button"
        ref={button}
        aria-label="Text commands and keys"
        title="Text commands and keys"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={menu}
        onClick={() => setOpen(!open)}
      >
        <span aria-hidden="true">⋯</span>
      </button>
      {open && (
        <div className="editor-menu-list" id={menu} role="menu" tabIndex={-1} onKeyDown={onKeyDown}>
          {ITEMS.map(({ command, words, keys, macKeys }) => (
            <button
              key={command}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                setOpen(false);
                run(command);
              }}
            >
              <span>{words}</span>
              <kbd>{isMac ? macKeys : keys}</kbd>
            </button>
          ))}
          {ofTheFile.map(({ words, keys, act, keepsFocus }) => (
            <button
              key={words}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                setOpen(false);
                if (keepsFocus) button.current?.focus();
                act();
              }}
            >
              <span>{words}</span>
              {keys !== null && <kbd>{keys}</kbd>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function items(place: HTMLElement | null): readonly HTMLElement[] {
  return [...(place?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
}
