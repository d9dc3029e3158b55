// One terminal: what is typed becomes lines, lines are run one after another, and answers are shown as they come.
import { type Outcome, promptOf, type Session, wantsMore } from '../../terminal/terminal.ts';
import { createHistory } from './history.ts';
import { type Key, keysIn, type Press } from './keys.ts';
import {
  type Cut,
  cutNextWord,
  cutToEnd,
  cutToStart,
  cutWord,
  EMPTY,
  eraseAfter,
  eraseBefore,
  insert,
  type Line,
  lineOf,
  toEnd,
  toLeft,
  toRight,
  toStart,
  toWordLeft,
  toWordRight,
} from './line.ts';
import { columnsOf, commonStart } from './listing.ts';
import { leave, type Prompt, paint } from './paint.ts';
import { play } from './playing.ts';
import { dim, printable } from './printing.ts';

export interface Screen {
  readonly columns: number;
  write(text: string): void;
  /** Empties it, and what has scrolled away. */
  clear(): void;
}

export interface Host {
  /** null when the engine gives no answer. */
  run(line: string, session: Session): Promise<Outcome | null>;
  complete(line: string, at: number, session: Session): Promise<Offered | null>;
  /** A line was entered, whole. */
  entered(line: string): void;
  /** The shell is another one than before. */
  became(session: Session): void;
  /** Resolves after so many seconds, or at once when it is called off. */
  wait(seconds: number, calledOff: AbortSignal): Promise<void>;
  /** The flow that may be asked about from now on; null where none was sent. */
  met(why: Outcome['why']): void;
  /** The screen is empty: nothing on it may be asked about. */
  forgets(): void;
  /** Shows why the flow that was met last is as it is; false where there was none. */
  explain(): boolean;
  /** A link of the terminal that explains the flow met last, around these words. */
  linked(words: string): string;
  opens(file: string): void;
  ends(): void;
}

export interface Offered {
  readonly from: number;
  readonly items: readonly string[];
  /** Nothing more belongs to the word when there is only one. */
  readonly isWhole: boolean;
}

export interface Conversation {
  /** What the keyboard sent. */
  take(data: string): void;
  /** Draws what is typed anew, behind what the screen shows; for another width of it. */
  repaint(): void;
  /** Takes what is typed off the screen, which is about to get another width. */
  wipe(): void;
  /** Types a line and runs it, as a person would. */
  say(line: string): void;
}

const MORE: Prompt = { place: '', sign: '> ' };

/** Keys that come while a command runs are kept, but not without end. */
const MOST_WAITING = 10_000;

/** @param lines of earlier terminals, to go back to */
export function createConversation(
  screen: Screen,
  host: Host,
  first: Session,
  lines: readonly string[] = [],
): Conversation {
  const history = createHistory(lines);
  let session = first;
  let line: Line = EMPTY;
  /** Lines that are entered and need more: a here-document, an open quote. */
  let entered = '';
  let cut = '';
  let search: { readonly words: string; readonly at: number | null } | null = null;
  let cursorRow = 0;
  let running: AbortController | null = null;
  let isHandling = false;
  /** What is typed is off the screen until that has its new width. */
  let isWiped = false;
  const waiting: Key[] = [];

  function prompt(): Prompt {
    if (search !== null) return { place: '', sign: `(search) ${search.words}: ` };
    if (entered !== '') return MORE;
    return session.inside === null
      ? { place: `${session.namespace} `, sign: promptOf(session) }
      : { place: '', sign: promptOf(session) };
  }

  function draw(): void {
    const painted = paint(prompt(), line, screen.columns, cursorRow);
    screen.write(painted.text);
    cursorRow = painted.cursorRow;
  }

  /** A fresh prompt on a row of its own. */
  function begin(): void {
    cursorRow = 0;
    line = EMPTY;
    search = null;
    draw();
  }

  function finishRow(): void {
    search = null;
    screen.write(leave(prompt(), line, screen.columns, cursorRow));
    cursorRow = 0;
  }

  function edit(next: Line): void {
    line = next;
    draw();
  }

  function cutTo({ line: next, cut: taken }: Cut): void {
    if (taken !== '') cut = taken;
    edit(next);
  }

  async function handle(key: Key): Promise<void> {
    if (key.kind === 'paste') return paste(key.text);
    if (search !== null && (await handleSearch(key))) return;
    if (key.kind === 'text') edit(insert(line, key.text));
    else await press(key.press);
  }

  async function paste(text: string): Promise<void> {
    const [head = '', ...rest] = text.split('\n');
    edit(insert(line, head));
    for (const [at, one] of rest.entries()) {
      await enter();
      if (at < rest.length - 1 || one !== '') edit(insert(line, one));
    }
  }

  async function press(name: Press): Promise<void> {
    switch (name) {
      case 'enter':
        return enter();
      case 'tab':
        return complete();
      case 'interrupt':
        return interrupt();
      case 'end-of-input':
        return endOfInput();
      case 'clear':
        screen.clear();
        host.forgets();
        cursorRow = 0;
        return draw();
      case 'search':
        search = { words: '', at: null };
        return draw();
      case 'older':
      case 'newer': {
        const shown = name === 'older' ? history.older(line.text) : history.newer();
        if (shown !== null) edit(lineOf(shown));
        return;
      }
      case 'put-back':
        return edit(insert(line, cut));
      case 'cut-to-end':
        return cutTo(cutToEnd(line));
      case 'cut-to-start':
        return cutTo(cutToStart(line));
      case 'cut-word':
        return cutTo(cutWord(line));
      case 'cut-next-word':
        return cutTo(cutNextWord(line));
      case 'escape':
        return;
      default:
        return edit(MOVES[name](line));
    }
  }

  async function enter(): Promise<void> {
    const text = entered + line.text;
    edit(toEnd(line));
    finishRow();
    if (wantsMore(text)) {
      entered = `${text}\n`;
      return begin();
    }
    entered = '';
    line = EMPTY;
    history.add(text);
    host.entered(text);
    if (text.trim() !== '') await runLine(text);
    begin();
  }

  async function runLine(text: string): Promise<void> {
    if (text.trim() === 'why') {
      if (!host.explain()) tell('Nothing was sent yet that could be explained.');
      return;
    }
    const told = /^\s*history(?:\s+(\d{1,5}))?\s*$/.exec(text);
    if (told !== null) {
      screen.write(printable(historyText(history.all(), told[1])));
      return;
    }
    const calledOff = new AbortController();
    running = calledOff;
    try {
      const outcome = await host.run(text, session);
      if (outcome === null) tell('netpolis: the engine gave no answer. Try again.');
      else await show(outcome, calledOff.signal);
    } finally {
      running = null;
    }
  }

  async function show(outcome: Outcome, calledOff: AbortSignal): Promise<void> {
    session = outcome.session;
    host.became(session);
    if (outcome.clears) {
      screen.clear();
      host.forgets();
    }
    host.met(outcome.why);
    await play(outcome, screen, host, calledOff);
    if (outcome.opens !== null) host.opens(outcome.opens);
    if (outcome.ends) host.ends();
  }

  /** A word of the page's own, apart from what commands print. */
  function tell(words: string): void {
    screen.write(`${dim(printable(words))}\r\n`);
  }

  function interrupt(): void {
    edit(toEnd(line));
    screen.write('^C');
    finishRow();
    entered = '';
    begin();
  }

  async function endOfInput(): Promise<void> {
    if (line.text !== '') return edit(eraseAfter(line));
    if (entered !== '') return interrupt();
    edit(lineOf('exit'));
    await enter();
  }

  async function complete(): Promise<void> {
    const before = line;
    const offered = await host.complete(before.text, before.cursor, session);
    if (offered === null || offered.items.length === 0) return;
    const { from, items, isWhole } = offered;
    const [only] = items;
    const typed = before.text.slice(from, before.cursor);
    const common = commonStart(items);
    const put = (words: string) =>
      edit(
        insert(
          { text: before.text.slice(0, from) + before.text.slice(before.cursor), cursor: from },
          words,
        ),
      );
    if (items.length === 1 && only !== undefined) {
      put(isWhole ? `${only} ` : only);
    } else if (common.length > typed.length) put(common);
    else {
      edit(toEnd(line));
      finishRow();
      screen.write(printable(columnsOf(items, screen.columns)));
      draw();
      edit(before);
    }
  }

  /** True when the key was for the search. */
  async function handleSearch(key: Key): Promise<boolean> {
    if (search === null) return false;
    const { words, at } = search;
    const look = (next: string, before?: number) => {
      const found = next === '' ? null : history.find(next, before);
      search = { words: next, at: found?.at ?? at };
      edit(found === null ? line : lineOf(found.line));
    };
    if (key.kind === 'text') look(words + key.text);
    else if (key.kind === 'paste') return false;
    else if (key.press === 'search') look(words, at ?? undefined);
    else if (key.press === 'erase') look(words.slice(0, -1));
    else {
      search = null;
      draw();
      // The line that was found is there to be run, or to be gone on with.
      return key.press === 'escape';
    }
    return true;
  }

  async function work(): Promise<void> {
    if (isHandling) return;
    isHandling = true;
    try {
      while (!isWiped) {
        const key = waiting.shift();
        if (key === undefined) return;
        await handle(key);
      }
    } finally {
      isHandling = false;
    }
  }

  begin();

  return {
    take(data) {
      const keys = keysIn(data);
      const isInterrupted = keys.some((key) => key.kind === 'press' && key.press === 'interrupt');
      if (running !== null && isInterrupted) {
        // Whatever was typed ahead goes with the command.
        waiting.length = 0;
        running.abort();
        return;
      }
      if (waiting.length < MOST_WAITING) waiting.push(...keys);
      void work();
    },
    repaint() {
      isWiped = false;
      if (running === null) draw();
      void work();
    },
    wipe() {
      if (running !== null) return;
      isWiped = true;
      screen.write(`${paint(prompt(), EMPTY, screen.columns, cursorRow).text}\r\x1b[J`);
      cursorRow = 0;
    },
    say(text) {
      waiting.push(
        { kind: 'press', press: 'cut-to-start' },
        { kind: 'press', press: 'cut-to-end' },
      );
      waiting.push({ kind: 'paste', text: `${text}\n` });
      void work();
    },
  };
}

/** Numbered, as a shell tells it. */
function historyText(lines: readonly string[], count: string | undefined): string {
  const from = count === undefined ? 0 : Math.max(0, lines.length - Number(count));
  return lines
    .map((line, at) => `${String(at + 1).padStart(5)}  ${line}\n`)
    .slice(from)
    .join('');
}

const MOVES = {
  left: toLeft,
  right: toRight,
  'word-left': toWordLeft,
  'word-right': toWordRight,
  home: toStart,
  end: toEnd,
  erase: eraseBefore,
  'erase-next': eraseAfter,
} as const;
