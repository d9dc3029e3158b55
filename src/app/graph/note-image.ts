// Draws what stands under a shape's name: its kind and number, and the locks of its policies.
import { hasGlobe, noteText, type Shape, shapeSize } from '../../core/index.ts';
import type { Colour } from '../styles/tokens.ts';

const LETTER = 6.1;
const LOCK = 14;
const GLOBE = 24;

/** A `data:` image of the whole shape's size; the name itself is the shape's label. */
export function noteImage(shape: Shape, colours: Readonly<Record<Colour, string>>): string {
  const { width, height } = shapeSize(shape);
  const note = noteText(shape);
  const guards = guardText(shape);
  const noteWidth = note.length * LETTER;
  const guardWidth = guards === '' ? 0 : LOCK + guards.length * LETTER;
  const space = note === '' || guards === '' ? 0 : 12;
  const middle = width / 2 + (hasGlobe(shape) ? GLOBE / 2 : 0);
  const left = middle - (noteWidth + guardWidth + space) / 2;
  const baseline = height - 13;
  const parts: string[] = [];
  if (note !== '') {
    parts.push(text(left + noteWidth / 2, baseline, note, colours['ink-soft'], 'middle', 400));
  }
  if (guards !== '') {
    const x = left + noteWidth + space;
    parts.push(lock(x, baseline, colours.accent));
    parts.push(text(x + LOCK, baseline, guards, colours.accent, 'start', 600));
  }
  if (hasGlobe(shape)) parts.push(globe(24, height / 2, colours['ink-soft']));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}

/** Which directions policies hold back. */
function guardText(shape: Shape): string {
  if (shape.type === 'external') return '';
  const { ingress, egress } = shape.isolated;
  if (ingress && egress) return 'in, out';
  if (ingress) return 'in';
  return egress ? 'out' : '';
}

function text(
  x: number,
  y: number,
  words: string,
  colour: string,
  anchor: 'start' | 'middle',
  weight: number,
): string {
  return `<text x="${x}" y="${y}" fill="${colour}" text-anchor="${anchor}" font-weight="${weight}" font-size="11.5" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif">${escapeXml(words)}</text>`;
}

function lock(x: number, baseline: number, colour: string): string {
  const top = baseline - 6;
  return `<path d="M${x + 2.5} ${top}v-1.6a2.5 2.5 0 0 1 5 0V${top}" fill="none" stroke="${colour}" stroke-width="1.5"/><rect x="${x + 0.5}" y="${top}" width="9" height="6.6" rx="1.4" fill="${colour}"/>`;
}

function globe(x: number, y: number, colour: string): string {
  return `<g fill="none" stroke="${colour}" stroke-width="1.3"><circle cx="${x}" cy="${y}" r="8"/><ellipse cx="${x}" cy="${y}" rx="3.4" ry="8"/><path d="M${x - 8} ${y}h16"/></g>`;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

function escapeXml(words: string): string {
  return words.replace(/[&<>"]/g, (letter) => ENTITIES.get(letter) ?? '');
}
