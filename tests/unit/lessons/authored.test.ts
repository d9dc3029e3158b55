// A lesson that somebody wrote is taken like those of the course, and is proven before it is handed out.
import { describe, expect, it } from 'vitest';
import {
  type AuthoredLesson,
  asLesson,
  emptyLesson,
  emptyStep,
  withoutSolutions,
} from '../../../src/lessons/authored.ts';
import { solved } from '../../../src/lessons/lesson.ts';
import { complaintsOf } from '../../../src/lessons/proof.ts';

const pods = `apiVersion: v1
kind: Pod
metadata: {name: web, labels: {app: web}}
---
apiVersion: v1
kind: Pod
metadata: {name: db, labels: {app: db}}
`;

const shut = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: db}
spec:
  podSelector: {matchLabels: {app: db}}
`;

const start = { files: [{ name: 'pods.yaml', text: pods }] };
const solution = { files: [...start.files, { name: 'db.yaml', text: shut }] };

const lesson: AuthoredLesson = {
  ...emptyLesson('en', start),
  title: 'Shut the database',
  steps: [
    { ...emptyStep(), title: 'Look', text: 'Everybody reaches everybody.' },
    {
      ...emptyStep(),
      title: 'Shut it',
      text: 'Write a policy.',
      goals: [
        {
          words: 'web does not reach db',
          flow: { from: 'default/web[Pod]', to: 'default/db[Pod]', expect: 'deny' },
        },
      ],
      hints: ['podSelector', 'no rules'],
      predict: {
        question: 'And now?',
        choices: ['open', 'shut'],
        answer: 1,
        because: 'No rule lets it in.',
        shows: null,
      },
      solution,
    },
  ],
};

describe('asLesson', () => {
  it('has a name for every step, goal and choice, and the words under the same names', () => {
    const { lesson: taken, texts } = asLesson(lesson);
    expect(Object.keys(taken.steps)).toEqual(Object.keys(texts.steps));
    expect(taken.steps['step-2']?.predict?.answer).toBe('choice-2');
    expect(texts.steps['step-2']?.predict?.choices['choice-2']).toBe('shut');
    expect(taken.steps['step-2']?.hints).toBe(2);
    expect(texts.steps['step-2']?.goals).toEqual({ 'goal-1': 'web does not reach db' });
  });

  it('gives the desk of a solution whole: what it lacks is taken away', () => {
    const moved = { files: [{ name: 'all.yaml', text: `${pods}---\n${shut}` }] };
    const steps = lesson.steps.map((step) => (step.solution ? { ...step, solution: moved } : step));
    const { lesson: taken } = asLesson({ ...lesson, steps });
    expect(solved(taken).files).toEqual(moved.files);
  });
});

describe('complaintsOf', () => {
  it('has none about a lesson that can be taken', () => {
    expect(complaintsOf(lesson)).toEqual([]);
  });

  it('finds what holds before anything is done', () => {
    const early = { ...lesson, start: solution };
    expect(complaintsOf(early)).toEqual([{ kind: 'reached-before', step: 1 }]);
  });

  it('finds a solution that does not reach the goal', () => {
    const steps = lesson.steps.map((step) => (step.solution ? { ...step, solution: start } : step));
    expect(complaintsOf({ ...lesson, steps })).toEqual([
      { kind: 'not-reached', step: 1, goal: 'web does not reach db' },
    ]);
  });

  it('finds what is missing', () => {
    expect(complaintsOf(emptyLesson('fr', start))).toEqual([
      { kind: 'no-title' },
      { kind: 'no-goals' },
      { kind: 'no-text', step: 0 },
    ]);
    expect(complaintsOf(withoutSolutions(lesson))).toEqual([{ kind: 'no-solution', step: 1 }]);
  });
});
