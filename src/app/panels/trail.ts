// Where a selection was opened from, so that going back leads there.
import { createContext } from 'react';
import { AROUND, EVERYTHING, OUTSIDE } from '../../core/index.ts';
import type { PageStore, Selection } from '../store.ts';

export interface Trail {
  /** What one step back leads to; null is the overview. */
  readonly from: Selection | null;
}

export const START: Trail = { from: null };

/** The way back from the selection that is shown, for the control at the top of the details. */
export interface WayBack {
  readonly label: string;
  readonly go: () => void;
}

export const WayBackContext = createContext<WayBack | null>(null);

/** A flow remembers the workload or the edge of many flows it was chosen from; all else leads to the overview. */
function follow(trail: Trail, left: Selection | null, shown: Selection | null): Trail {
  if (left === null || shown?.kind !== 'flow') return START;
  const { source, destination } = shown;
  if (left.kind === 'peer') {
    return left.id === source || left.id === destination ? { from: left } : START;
  }
  // Turned around, it is the same question.
  if (left.source === destination && left.destination === source) return trail;
  return isEdgeOfMany(left) ? { from: left } : START;
}

function isEdgeOfMany({ source, destination }: Extract<Selection, { kind: 'flow' }>): boolean {
  return [source, destination].some(
    (end) =>
      end === EVERYTHING || end === OUTSIDE || end === AROUND || end.startsWith('namespace:'),
  );
}

/** Tells of each change of the selection; gives back how to stop. */
export function watchTrail(store: PageStore, tell: (trail: Trail) => void): () => void {
  let trail = START;
  return store.subscribe((state, before) => {
    if (state.selection === before.selection) return;
    trail = follow(trail, before.selection, state.selection);
    tell(trail);
  });
}
