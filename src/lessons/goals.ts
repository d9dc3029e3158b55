// Goals as flows to check, and back: which of them are reached.
import type { Analysis, Assumptions, FlowCheck, IntendedFlow } from '../core/index.ts';
import type { Goal } from './lesson.ts';

type Goals = Readonly<Record<string, Goal>>;

/** All flows of all goals, in one list for the engine. */
export function flowsOf(goals: Goals): readonly IntendedFlow[] {
  return Object.values(goals).flatMap(flowsOfGoal);
}

/**
 * The names of the goals that are reached.
 * @param checks what came of `flowsOf` the same goals
 * @param assumptions what they were decided with
 */
export function reachedGoals(
  goals: Goals,
  checks: readonly FlowCheck[],
  { peers }: Analysis,
  { cni }: Pick<Assumptions, 'cni'>,
): readonly string[] {
  let at = 0;
  const reached: string[] = [];
  for (const [name, goal] of Object.entries(goals)) {
    const { length } = flowsOfGoal(goal);
    const own = checks.slice(at, at + length);
    at += length;
    if (own.length === length && isReached(goal, own)) reached.push(name);
  }
  return reached;

  function isReached(goal: Goal, own: readonly FlowCheck[]): boolean {
    if ('gone' in goal) {
      return !peers.some(({ id }) => id === goal.gone || id.startsWith(`${goal.gone}[`));
    }
    if ('plugin' in goal) return goal.plugin === cni;
    return own.every(({ state }) => state === 'passed');
  }
}

function flowsOfGoal(goal: Goal): readonly IntendedFlow[] {
  if ('gone' in goal || 'plugin' in goal) return [];
  return 'from' in goal ? [goal] : goal;
}
