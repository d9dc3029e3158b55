// The small notation that lessons are written in, read into data: paragraphs, lists, **bold**, `code`, links, fences.

export type Inline =
  | { readonly kind: 'text' | 'bold' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly address: string };

export type Block =
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  /** `commands` are typed in a terminal, one a line; `yaml` is read. */
  | { readonly kind: 'commands' | 'yaml' | 'output'; readonly text: string };

const FENCES = ['commands', 'yaml', 'output'] as const;

/** Whatever is not understood is text as it stands; nothing throws. */
export function readMarkdown(text: string): readonly Block[] {
  const blocks: Block[] = [];
  const lines = text.trim().split('\n');
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      at += 1;
    } else if (line.startsWith('```')) {
      const end = lines.findIndex((other, index) => index > at && other.startsWith('```'));
      const last = end < 0 ? lines.length : end;
      const kind = FENCES.find((name) => name === line.slice(3).trim()) ?? 'output';
      blocks.push({ kind, text: lines.slice(at + 1, last).join('\n') });
      at = last + 1;
    } else {
      let last = at;
      while (last < lines.length && isOfParagraph(lines[last] ?? '')) last += 1;
      blocks.push(paragraphOrList(lines.slice(at, last)));
      at = last;
    }
  }
  return blocks;
}

function isOfParagraph(line: string): boolean {
  return line.trim() !== '' && !line.startsWith('```');
}

/** A list begins with a dash on its first line; an item goes on until the next dash. */
function paragraphOrList(lines: readonly string[]): Block {
  const [first = ''] = lines;
  if (!first.startsWith('- ')) return { kind: 'paragraph', content: readInline(lines.join(' ')) };
  const items: string[] = [];
  for (const line of lines) {
    if (line.startsWith('- ')) items.push(line.slice(2));
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  return { kind: 'list', items: items.map(readInline) };
}

/** Only addresses of the web are links. */
const INLINE = /\*\*([^*]+)\*\*|`([^`]+)`|\[([^\][]+)\]\((https:\/\/[^\s()]+)\)/g;

export function readInline(text: string): readonly Inline[] {
  const found: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, bold, code, label, address] = match;
    if (match.index > at) found.push({ kind: 'text', text: text.slice(at, match.index) });
    if (bold !== undefined) found.push({ kind: 'bold', text: bold });
    else if (code !== undefined) found.push({ kind: 'code', text: code });
    else if (address !== undefined) found.push({ kind: 'link', text: label ?? address, address });
    at = match.index + whole.length;
  }
  if (at < text.length) found.push({ kind: 'text', text: text.slice(at) });
  return found;
}
