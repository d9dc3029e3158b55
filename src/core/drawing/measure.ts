// How much room things take. The core knows no fonts: widths are reckoned per letter, on the safe side.
import type { Box, Shape } from './drawing.ts';
import type { Size } from './geometry.ts';
import { kindText } from './names.ts';

/** Pixels a letter takes on average: in the bold 16 px of titles, the bold 14 px of names, the 11 px below. */
const TITLE_LETTER = 10.2;
const NAME_LETTER = 8.6;
const NOTE_LETTER = 6.4;

/** A longer name is cut in its middle, where generated names differ least. */
export const NAME_LETTERS = 26;

const SHAPE_HEIGHT = 52;
const NARROWEST = 112;

/** Room for the globe before the name of what is outside. */
const GLOBE = 30;

/** Room in a box around its shapes: its title above, a badge under each shape. */
export const PADDING = { left: 34, right: 34, top: 62, bottom: 46 } as const;

/** Room between two shapes of a box: for arrows, and for the ports on them. */
export const GAP: Size = { width: 84, height: 60 };

/** Room for the badge that says what all of a box do among themselves. */
const BOX_BADGE = 170;

export function shapeSize(shape: Shape): Size {
  const name = Math.min(shape.name.length, NAME_LETTERS) * NAME_LETTER;
  const note = noteText(shape).length * NOTE_LETTER + (isGuarded(shape) ? 58 : 0);
  const mark = hasGlobe(shape) ? GLOBE : 0;
  const width = Math.max(NARROWEST, Math.ceil((Math.max(name, note) + mark) / 2) * 2 + 28);
  return { width, height: SHAPE_HEIGHT };
}

/** What stands for addresses of the world. */
export function hasGlobe(shape: Shape): boolean {
  return shape.type === 'external' && shape.isActor !== true;
}

/** The smallest width that the title and the badge of a box fit in. */
export function boxWidth(box: Box): number {
  const title = Math.min(box.title.length, NAME_LETTERS) * TITLE_LETTER + 34;
  return box.members.length > 1 ? title + BOX_BADGE : title;
}

/** The line under a shape's name: `Deployment ×2`, `DaemonSet per node`. */
export function noteText(shape: Shape): string {
  if (shape.type === 'external') return shape.blocks;
  const parts = [kindText(shape.kind)];
  if (shape.replicas === 'per-node') parts.push('per node');
  else if (shape.replicas === 0) parts.push('no pods');
  else if (shape.replicas > 1) parts.push(`×${shape.replicas}`);
  if (shape.hostNetwork) parts.push('host network');
  return parts.join(' · ').replace(' · ×', ' ×');
}

function isGuarded(shape: Shape): boolean {
  return shape.type === 'workload' && (shape.isolated.egress || shape.isolated.ingress);
}
