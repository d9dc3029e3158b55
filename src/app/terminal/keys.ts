// What comes from the keyboard, taken apart: letters, pastes, and keys by what they do.

export type Key =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'paste'; readonly text: string }
  | { readonly kind: 'press'; readonly press: Press };

export type Press =
  | 'enter'
  | 'tab'
  | 'interrupt'
  | 'end-of-input'
  | 'clear'
  | 'search'
  | 'escape'
  | 'left'
  | 'right'
  | 'word-left'
  | 'word-right'
  | 'home'
  | 'end'
  | 'older'
  | 'newer'
  | 'erase'
  | 'erase-next'
  | 'cut-to-end'
  | 'cut-to-start'
  | 'cut-word'
  | 'cut-next-word'
  | 'put-back';

/** As a terminal sends them; the longest first. */
const PRESSES: readonly (readonly [sent: string, press: Press])[] = (
  [
    ['\r', 'enter'],
    ['\n', 'enter'],
    ['\t', 'tab'],
    ['\x03', 'interrupt'],
    ['\x04', 'end-of-input'],
    ['\x0c', 'clear'],
    ['\x12', 'search'],
    ['\x02', 'left'],
    ['\x06', 'right'],
    ['\x01', 'home'],
    ['\x05', 'end'],
    ['\x10', 'older'],
    ['\x0e', 'newer'],
    ['\x7f', 'erase'],
    ['\b', 'erase'],
    ['\x0b', 'cut-to-end'],
    ['\x15', 'cut-to-start'],
    ['\x17', 'cut-word'],
    ['\x19', 'put-back'],
    ['\x1b[A', 'older'],
    ['\x1bOA', 'older'],
    ['\x1b[B', 'newer'],
    ['\x1bOB', 'newer'],
    ['\x1b[C', 'right'],
    ['\x1bOC', 'right'],
    ['\x1b[D', 'left'],
    ['\x1bOD', 'left'],
    ['\x1b[H', 'home'],
    ['\x1bOH', 'home'],
    ['\x1b[1~', 'home'],
    ['\x1b[F', 'end'],
    ['\x1bOF', 'end'],
    ['\x1b[4~', 'end'],
    ['\x1b[3~', 'erase-next'],
    ['\x1b[1;5D', 'word-left'],
    ['\x1b[1;3D', 'word-left'],
    ['\x1bb', 'word-left'],
    ['\x1b[1;5C', 'word-right'],
    ['\x1b[1;3C', 'word-right'],
    ['\x1bf', 'word-right'],
    ['\x1b\x7f', 'cut-word'],
    ['\x1bd', 'cut-next-word'],
  ] as const
).toSorted(([one], [other]) => other.length - one.length);

const PASTE_START = '\x1b[200~';
const PASTE_END = '\x1b[201~';

export function keysIn(data: string): readonly Key[] {
  const keys: Key[] = [];
  let at = 0;
  while (at < data.length) {
    if (data.startsWith(PASTE_START, at)) {
      const start = at + PASTE_START.length;
      const end = data.indexOf(PASTE_END, start);
      const text = data.slice(start, end === -1 ? data.length : end);
      keys.push({ kind: 'paste', text: tidy(text) });
      at = end === -1 ? data.length : end + PASTE_END.length;
      continue;
    }
    const found = PRESSES.find(([sent]) => data.startsWith(sent, at));
    if (found !== undefined) {
      keys.push({ kind: 'press', press: found[1] });
      at += found[0].length;
      continue;
    }
    const letters = LETTERS.exec(data.slice(at))?.[0];
    if (letters !== undefined) {
      keys.push({ kind: 'text', text: letters });
      at += letters.length;
      continue;
    }
    const other = UNKNOWN.exec(data.slice(at))?.[0] ?? data.charAt(at);
    if (other === '\x1b') keys.push({ kind: 'press', press: 'escape' });
    at += other.length;
  }
  return keys;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about
const LETTERS = /^[^\u0000-\u001f\u007f-\u009f]+/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: likewise
const UNKNOWN = /^\u001b(?:\[[\d;?]*[ -/]*[@-~]|O.)?/;

/** Lines end alike, and nothing is left that could steer a terminal. */
function tidy(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, (letter) => ('\n\t'.includes(letter) ? letter : ''));
}
