// What is said of a text that YAML can not read, and where.
import type { Range } from '../model/span.ts';
import { RENDER_IT } from './fields.ts';

/** From the error to the end of its line, or the character before it at the end of the text. */
export function syntaxPlace(text: string, offset: number): Range {
  const start = Math.min(offset, Math.max(0, text.trimEnd().length - 1));
  const newline = text.indexOf('\n', start);
  const end = newline === -1 ? text.length : newline;
  return { start, end: Math.max(end, start + 1) };
}

/** For YAML a star begins the name of something that stands elsewhere. */
const BARE_STAR = /(?:[:[,-]|^)[ \t]*\*[ \t]*(?:[\],#]|$)/m;

export function syntaxMessage(text: string, reason: string): string {
  const hint = text.includes('{{')
    ? ` ${RENDER_IT}`
    : /^\t/m.test(text)
      ? ' YAML is indented with spaces, not with tabs.'
      : BARE_STAR.test(text)
        ? ' Write the star in quotes: "*".'
        : '';
  return `This document can't be read: ${reason}.${hint}`;
}
