// Indents a JSON document anew, each word of it as it was.
import { quoteEnd } from './rows.ts';

/** Null for what is not JSON. */
export function formatJson(text: string): string | null {
  const trimmed = text.trim();
  if (!/^[{[]/.test(trimmed) || !isJson(trimmed)) return null;
  const lead = text.slice(0, text.length - text.trimStart().length);
  const tail = text.slice(text.trimEnd().length);
  return lead + indented(trimmed) + tail;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function indented(text: string): string {
  let result = '';
  let depth = 0;
  const newLine = () => `\n${'  '.repeat(depth)}`;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] as string;
    if (letter === '"') {
      const end = quoteEnd(text, at, text.length) ?? text.length;
      result += text.slice(at, end);
      at = end - 1;
    } else if (letter === '{' || letter === '[') {
      const close = closeRightBehind(text, at);
      if (close === null) {
        depth += 1;
        result += letter + newLine();
      } else {
        result += `${letter}${text[close]}`;
        at = close;
      }
    } else if (letter === '}' || letter === ']') {
      depth -= 1;
      result += newLine() + letter;
    } else if (letter === ',') result += letter + newLine();
    else if (letter === ':') result += ': ';
    else if (!/\s/.test(letter)) result += letter;
  }
  return result;
}

/** The bracket that closes an empty pair. */
function closeRightBehind(text: string, at: number): number | null {
  let next = at + 1;
  while (/\s/.test(text[next] ?? 'x')) next += 1;
  return text[next] === '}' || text[next] === ']' ? next : null;
}
