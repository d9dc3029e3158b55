// One xterm.js terminal in its element: colours of the page, letters as wide as we count them, a way out for the keyboard.
import { FitAddon } from '@xterm/addon-fit';
import { type ITheme, Terminal } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import { readColours } from '../styles/tokens.ts';
import { cellsOf } from './cells.ts';
import type { Screen } from './conversation.ts';

export interface XtermEvents {
  /** What the keyboard sends. */
  data(data: string): void;
  /** The link `why?` was followed. */
  followed(): void;
  /** Before and after the number of columns changes. */
  resizing(): void;
  resized(): void;
}

export interface XtermScreen extends Screen {
  focus(): void;
  /** As wide and high as its element; nothing happens while that is not shown. */
  fit(): void;
  recolour(): void;
  readAloud(on: boolean): void;
  dispose(): void;
}

const LINK = 'netpolis:why';

/** Words around which a link is laid that calls `followed`. */
export function linked(words: string): string {
  return `\x1b]8;;${LINK}\x07${words}\x1b]8;;\x07`;
}

export function openScreen(host: HTMLElement, label: string, events: XtermEvents): XtermScreen {
  const terminal = new Terminal({
    // For our own table of how wide letters are, no more.
    allowProposedApi: true,
    cursorBlink: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    cursorStyle: 'bar',
    cursorWidth: 2,
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-mono').trim(),
    fontSize: fontSize(),
    lineHeight: 1.3,
    minimumContrastRatio: 4.5,
    scrollback: 5_000,
    tabStopWidth: 8,
    theme: themeNow(),
    linkHandler: {
      allowNonHttpProtocols: true,
      activate: (_event, uri) => {
        if (uri === LINK) events.followed();
      },
    },
  });
  const fitting = new FitAddon();
  terminal.loadAddon(fitting);
  terminal.unicode.register({ version: 'netpolis', wcwidth: cellsOf, charProperties });
  terminal.unicode.activeVersion = 'netpolis';
  terminal.open(host);
  if (terminal.textarea !== undefined) terminal.textarea.ariaLabel = label;
  terminal.attachCustomKeyEventHandler(leavesToThePage());
  // Pastes come marked as such.
  terminal.write('\x1b[?2004h');
  terminal.onData((data) => events.data(data));

  /** Nothing stands there that a new width could tear apart. */
  let isBlank = true;

  function fitIn(): void {
    const size = fitting.proposeDimensions();
    if (size === undefined || !Number.isFinite(size.cols) || !Number.isFinite(size.rows)) return;
    const columns = Math.max(20, size.cols);
    const rows = Math.max(3, size.rows);
    if (columns === terminal.cols && rows === terminal.rows) return;
    if (columns === terminal.cols || isBlank) {
      terminal.resize(columns, rows);
      return;
    }
    // What is typed is drawn anew: it is laid out for the old width.
    events.resizing();
    terminal.write('', () => {
      terminal.resize(columns, rows);
      events.resized();
    });
  }

  return {
    get columns() {
      return terminal.cols;
    },
    write(text) {
      isBlank = false;
      terminal.write(text);
    },
    clear() {
      terminal.write('\x1b[H\x1b[2J\x1b[3J');
    },
    focus: () => terminal.focus(),
    fit: fitIn,
    recolour() {
      terminal.options.theme = themeNow();
      terminal.options.fontSize = fontSize();
      fitIn();
    },
    readAloud(on) {
      terminal.options.screenReaderMode = on;
    },
    dispose: () => terminal.dispose(),
  };
}

/**
 * Tab completes, so the keyboard needs another way out: Escape and then Tab, or Shift and Tab. The page's
 * own keys are left to the page.
 */
function leavesToThePage(): (event: KeyboardEvent) => boolean {
  let hasEscaped = false;
  return (event) => {
    if (event.type !== 'keydown') return true;
    if (event.key === 'Tab' && (hasEscaped || event.shiftKey)) {
      hasEscaped = false;
      return false;
    }
    if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return true;
    hasEscaped = event.key === 'Escape';
    const isOfThePage =
      (event.ctrlKey && event.code === 'Backquote') || (event.altKey && event.code === 'KeyW');
    // The browser's own copy and paste.
    const isClipboard = event.ctrlKey && event.shiftKey && ['KeyC', 'KeyV'].includes(event.code);
    return !isOfThePage && !isClipboard;
  };
}

/** Pixels; for a projector large enough to be read across a room. */
function fontSize(): number {
  return 'projector' in document.documentElement.dataset ? 18 : 13;
}

/** As xterm.js packs it: the width above a bit for letters that join the one before. */
function charProperties(code: number, before: number): number {
  const cells = cellsOf(code);
  const widthBefore = (before >> 1) & 3;
  const joins = cells === 0 && before !== 0 && widthBefore !== 0;
  return ((joins ? widthBefore : cells) << 1) | (joins ? 1 : 0);
}

function themeNow(): ITheme {
  const colours = readColours();
  return {
    background: colours['surface-raised'],
    foreground: colours.ink,
    cursor: colours.accent,
    cursorAccent: colours['surface-raised'],
    selectionBackground: `${colours.accent}44`,
    scrollbarSliderBackground: `${colours['line-strong']}66`,
    scrollbarSliderHoverBackground: `${colours['line-strong']}aa`,
    scrollbarSliderActiveBackground: colours['line-strong'],
    brightBlack: colours['ink-faint'],
    red: colours.deny,
    green: colours.allow,
    yellow: colours.depends,
    blue: colours.accent,
  };
}
