// One line from the keyboard: cut, run, and what came of it told.
import { type SimulatedCluster, type World, worldOf } from '../cluster/world.ts';
import type { Outcome, Piece } from '../outcome.ts';
import { insideOf } from '../pod/shell.ts';
import type { Session } from '../session.ts';
import { outsideShell, type Shell } from './commands.ts';
import { runText } from './run-script.ts';
import { newRunning } from './running.ts';
import { slideSigns } from './slides.ts';

/** More is cut off: a terminal that scrolls for minutes tells nothing. */
const MOST_PRINTED = 400_000;

/** Never throws; what a person may type wrong is an answer. */
export function runLine(line: string, session: Session, cluster: SimulatedCluster): Outcome {
  const output: Piece[] = [];
  const now = newRunning(session, worldOf(cluster), shellOf);
  runText(line, now, output, null);
  if (now.session.status !== 0) output.push(...slideSigns(line));
  const { files, why, opens, clears, ends } = now;
  const { status } = now.session;
  return {
    output: capped(saidOnce(output)),
    session: now.session,
    files,
    why,
    status,
    opens,
    clears,
    ends,
  };
}

function shellOf({ inside }: Session, world: World): Shell {
  return inside === null ? outsideShell : insideOf(inside, world);
}

/** What is said of the simulation is said once, however often a loop comes by. */
function saidOnce(output: readonly Piece[]): readonly Piece[] {
  const said = new Set<string>();
  return output.filter(({ stream, text }) => {
    if (stream !== 'remark') return true;
    const isNew = !said.has(text);
    said.add(text);
    return isNew;
  });
}

function capped(output: readonly Piece[]): readonly Piece[] {
  let left = MOST_PRINTED;
  const kept: Piece[] = [];
  for (const piece of output) {
    if (left <= 0) break;
    kept.push(
      piece.text.length <= left ? piece : { ...piece, text: `${piece.text.slice(0, left)}\n…\n` },
    );
    left -= piece.text.length;
  }
  return kept;
}
