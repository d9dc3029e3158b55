// Whether a lesson that somebody wrote can be taken: its steps begin unreached, and their solutions reach them.
import { analyze, checkFlows, NO_ASSUMPTIONS } from '../core/index.ts';
import { type AuthoredLesson, asLesson } from './authored.ts';
import { flowsOf, reachedGoals } from './goals.ts';
import { type Desk, type Goal, solved } from './lesson.ts';

/** What stands in the way; a step is counted from 0. */
export type Complaint =
  | { readonly kind: 'no-title' | 'no-goals' }
  | { readonly kind: 'no-text' | 'no-solution' | 'nothing-to-solve'; readonly step: number }
  /** Its goals hold before anything is done. */
  | { readonly kind: 'reached-before'; readonly step: number }
  | { readonly kind: 'not-reached'; readonly step: number; readonly goal: string };

/** In the order of the lesson. */
export function complaintsOf(authored: AuthoredLesson): readonly Complaint[] {
  const { lesson } = asLesson(authored);
  const complaints: Complaint[] = [];
  if (authored.title.trim() === '') complaints.push({ kind: 'no-title' });
  if (authored.steps.every(({ goals }) => goals.length === 0))
    complaints.push({ kind: 'no-goals' });
  Object.values(lesson.steps).forEach(({ goals = {}, solution }, step) => {
    const said = authored.steps[step];
    if (said?.text.trim() === '') complaints.push({ kind: 'no-text', step });
    if (Object.keys(goals).length === 0) {
      if (solution !== undefined) complaints.push({ kind: 'nothing-to-solve', step });
      return;
    }
    if (unreached(solved(lesson, step), goals).length === 0) {
      complaints.push({ kind: 'reached-before', step });
    }
    if (solution === undefined) {
      complaints.push({ kind: 'no-solution', step });
      return;
    }
    for (const name of unreached(solved(lesson, step + 1), goals)) {
      const at = Object.keys(goals).indexOf(name);
      complaints.push({ kind: 'not-reached', step, goal: said?.goals[at]?.words ?? name });
    }
  });
  return complaints;
}

function unreached(desk: Desk, goals: Readonly<Record<string, Goal>>): readonly string[] {
  const outcome = analyze(desk.files, undefined, { ...NO_ASSUMPTIONS, ...desk.assumptions });
  const reached = reachedGoals(
    goals,
    checkFlows(outcome, flowsOf(goals)),
    outcome.analysis,
    outcome.assumptions,
  );
  return Object.keys(goals).filter((name) => !reached.includes(name));
}
