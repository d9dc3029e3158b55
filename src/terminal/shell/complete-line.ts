// What the word before the cursor may become.
import { type SimulatedCluster, worldOf } from '../cluster/world.ts';
import { insideOf } from '../pod/shell.ts';
import type { Session } from '../session.ts';
import { outsideShell } from './commands.ts';

export interface LineCompletions {
  /** Where the word begins that is completed. */
  readonly from: number;
  /** What may stand in its place, sorted; a space is to follow where there is only one. */
  readonly items: readonly string[];
}

export function completeLine(
  line: string,
  at: number,
  session: Session,
  cluster: SimulatedCluster,
): LineCompletions {
  const before = line.slice(0, at);
  const from =
    Math.max(
      before.lastIndexOf(' '),
      before.lastIndexOf('|'),
      before.lastIndexOf(';'),
      before.lastIndexOf('&'),
    ) + 1;
  const word = before.slice(from);
  const world = worldOf(cluster);
  const shell = session.inside === null ? outsideShell : insideOf(session.inside, world);
  const items = shell.names.filter((name) => name.startsWith(word)).sort();
  return { from, items };
}
