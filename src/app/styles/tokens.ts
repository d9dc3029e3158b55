// Reads the colours of tokens.css for what is painted outside CSS: the graph's canvas, the editor's theme.
export const COLOURS = [
  'surface',
  'surface-raised',
  'surface-sunken',
  'line',
  'line-strong',
  'ink',
  'ink-soft',
  'ink-faint',
  'accent',
  'accent-soft',
  'allow',
  'allow-soft',
  'deny',
  'deny-soft',
  'depends',
  'depends-soft',
] as const;

export type Colour = (typeof COLOURS)[number];

export function readColours(): Record<Colour, string> {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(
    COLOURS.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
  ) as Record<Colour, string>;
}
