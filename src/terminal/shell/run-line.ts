// One line from the keyboard: cut, run step by step, each against the cluster that the one before left.
import { type SimulatedCluster, type World, worldOf } from '../cluster/world.ts';
import type { Result } from '../command.ts';
import { complain, type EditorFile, type Outcome, type Piece, type Why } from '../outcome.ts';
import { insideOf } from '../pod/shell.ts';
import type { Session } from '../session.ts';
import { outsideShell, type Shell } from './commands.ts';
import { parseLine } from './parse.ts';
import { runPipeline } from './run-pipeline.ts';

/** Never throws; what a person may type wrong is an answer. */
export function runLine(line: string, session: Session, cluster: SimulatedCluster): Outcome {
  return runScript(line, session, worldOf(cluster));
}

interface Running {
  world: World;
  session: Session;
  files: readonly EditorFile[] | null;
  readonly output: Piece[];
  why: Why | null;
  opens: string | null;
  clears: boolean;
  ends: boolean;
}

/** More is cut off: a terminal that scrolls for minutes tells nothing. */
const MOST_PRINTED = 400_000;

function runScript(line: string, session: Session, world: World): Outcome {
  const now: Running = {
    world,
    session,
    files: null,
    output: [],
    why: null,
    opens: null,
    clears: false,
    ends: false,
  };
  const parsed = parseLine(line);
  if (!parsed.ok) {
    const message = parsed.unfinished ? 'sh: syntax error: unexpected end of file' : parsed.message;
    now.output.push(complain(message));
    now.session = { ...session, status: 2 };
  } else {
    for (const step of parsed.script.steps) {
      const failed = now.session.status !== 0;
      if ((step.when === 'after-success' && failed) || (step.when === 'after-failure' && !failed))
        continue;
      take(now, runPipeline(step.stages, now.session, now.world, shellOf(now)));
      if (now.ends) break;
    }
  }
  const { output, files, why, opens, clears, ends } = now;
  const { status } = now.session;
  return { output: capped(output), session: now.session, files, why, status, opens, clears, ends };
}

function shellOf({ session, world }: Running): Shell {
  return session.inside === null ? outsideShell : insideOf(session.inside, world);
}

function take(now: Running, result: Result): void {
  const { output = [], status = 0, session = now.session, files, why, opens } = result;
  if (result.clears === true) {
    now.output.length = 0;
    now.clears = true;
  }
  now.output.push(...output);
  if (files !== undefined) {
    now.files = files;
    now.world = now.world.with(files);
  }
  now.session = { ...session, status };
  now.why = why ?? now.why;
  now.opens = opens ?? now.opens;
  now.ends = result.ends ?? now.ends;
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
