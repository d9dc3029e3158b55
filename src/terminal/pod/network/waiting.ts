// How long programs wait for an answer that never comes, and what they print of it.
import { type Piece, remark } from '../../outcome.ts';
import type { Dialled } from './dial.ts';

/** Seconds: as long as anybody likes to look at nothing. */
const LONGEST_SHOWN = 3;

/** How long the kernel tries to connect by itself. */
export const KERNEL_SECONDS = 127;

/** How long a resolver waits for DNS, as musl does. */
export const DNS_SECONDS = 5;

/** A wait, then the words. */
export function after(seconds: number, text: string): Piece {
  const shownSeconds = Math.min(seconds, LONGEST_SHOWN);
  return { text, stream: 'error', wait: { shownSeconds, toldSeconds: seconds } };
}

export function remarksOf({ remarks }: Dialled): readonly Piece[] {
  return remarks.map((words) => remark(`# ${words}`));
}
