// Joins a screen, the conversation on it, and the page that its commands change.
import type { Session, Why } from '../../terminal/terminal.ts';
import type { Page } from '../start.ts';
import { type Conversation, createConversation } from './conversation.ts';
import { explain } from './explaining.ts';
import { dim, printable } from './printing.ts';
import { completeLine, runLine } from './running.ts';
import { linked, openScreen } from './screen.ts';

export interface OpenTerminal {
  take(data: string): void;
  /** Types a line and runs it. */
  say(line: string): void;
  focus(): void;
  fit(): void;
  readAloud(on: boolean): void;
  dispose(): void;
}

export interface Opening {
  /** For those who hear it. */
  readonly label: string;
  readonly session: Session;
  /** Lines of earlier terminals, to go back to. */
  readonly lines: readonly string[];
  /** The shell goes on from a load of the page before this one. */
  readonly isBack: boolean;
  /** A command met with a flow that may be asked about; null when there is none any more. */
  readonly met: (why: Why | null) => void;
  /** A line was entered, and what the shell is like now. */
  readonly entered: (line: string) => void;
  readonly became: (session: Session) => void;
  readonly ends: () => void;
}

const GREETING =
  'A simulated cluster: its objects are the manifests, its network the verdicts. Try "help".';

export function openTerminal(page: Page, host: HTMLElement, opening: Opening): OpenTerminal {
  let last: Why | null = null;
  const explainLast = () => {
    if (last !== null) explain(page, last);
    return last !== null;
  };
  let conversation: Conversation | null = null;
  const screen = openScreen(host, opening.label, {
    data: (data) => conversation?.take(data),
    followed: () => void explainLast(),
    resizing: () => conversation?.wipe(),
    resized: () => conversation?.repaint(),
  });
  screen.fit();
  screen.write(`${dim(GREETING)}\r\n`);
  const { inside } = opening.session;
  if (opening.isBack && inside !== null) {
    screen.write(`${dim(printable(`Back in pod ${inside.pod} of ${inside.namespace}.`))}\r\n`);
  }
  conversation = createConversation(
    screen,
    {
      run: (line, session) => runLine(page, line, session).catch(() => null),
      complete: (line, at, session) => completeLine(page, line, at, session).catch(() => null),
      wait: waitFor,
      met(why) {
        last = why ?? last;
        if (why !== null) opening.met(why);
      },
      forgets() {
        last = null;
        opening.met(null);
      },
      entered: opening.entered,
      became: opening.became,
      explain: explainLast,
      linked,
      // As a real one would, it takes the whole view of a narrow screen.
      opens: (file) => page.actions.reveal({ file, start: 0, end: 0 }),
      ends: opening.ends,
    },
    opening.session,
    opening.lines,
  );
  const sizes = new ResizeObserver(() => screen.fit());
  sizes.observe(host);
  const colours = new MutationObserver(() => screen.recolour());
  colours.observe(document.documentElement, {
    attributeFilter: ['data-theme', 'data-projector'],
  });

  return {
    take: (data) => conversation?.take(data),
    say: (line) => conversation?.say(line),
    focus: () => screen.focus(),
    fit: () => screen.fit(),
    readAloud: (on) => screen.readAloud(on),
    dispose() {
      sizes.disconnect();
      colours.disconnect();
      screen.dispose();
    },
  };
}

function waitFor(seconds: number, calledOff: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      calledOff.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, seconds * 1000);
    calledOff.addEventListener('abort', end);
    if (calledOff.aborted) end();
  });
}
