// The commands that lessons ask for run in the terminal; those of the exercise with nginx reach its goals.
import { describe, expect, it } from 'vitest';
import { analyze, checkFlows, NO_ASSUMPTIONS } from '../../../src/core/index.ts';
import { documentationOf } from '../../../src/core/schema/documentation.ts';
import { entryOf, LESSON_IDS } from '../../../src/lessons/course.ts';
import { flowsOf, reachedGoals } from '../../../src/lessons/goals.ts';
import { LANGUAGES } from '../../../src/lessons/languages.ts';
import { type Goal, type StepTexts, solved } from '../../../src/lessons/lesson.ts';
import { readMarkdown } from '../../../src/lessons/markdown.ts';
import { createMemory, newSession, run } from '../../../src/terminal/terminal.ts';

/** In the order in which they are read. */
function commandsOf({ text, predict }: StepTexts): readonly string[] {
  return [text, predict?.because ?? ''].flatMap((words) =>
    readMarkdown(words).flatMap((block) =>
      block.kind === 'commands' ? block.text.split('\n') : [],
    ),
  );
}

function terminalOn(start: Parameters<typeof analyze>[0]) {
  let session = newSession();
  let files = start;
  let now = 600;
  const memory = createMemory();
  return {
    files: () => files,
    type(line: string) {
      now += 5;
      const outcome = run(line, session, {
        files,
        assumptions: NO_ASSUMPTIONS,
        outcome: null,
        now,
        memory,
        documentation: documentationOf,
      });
      session = outcome.session;
      files = outcome.files ?? files;
      return outcome.output.map(({ text }) => text).join('');
    },
  };
}

const COMPLAINT =
  /not simulated|unknown (command|flag|shorthand)|command not found|not found|^error:|Error from server/im;

describe.each(LESSON_IDS)('the commands of the lesson %s', (id) => {
  it.each(LANGUAGES)('are understood (%s)', async (language) => {
    const lesson = await entryOf(id).load();
    const texts = await entryOf(id).texts[language]();
    const steps = Object.keys(lesson.steps);
    const all = steps.map((name) => commandsOf(texts.steps[name] as StepTexts));
    // The exercise is typed from beginning to end; elsewhere commands only look.
    const shared = id === 'nginx' ? terminalOn(lesson.start.files) : null;
    for (const [at, commands] of all.entries()) {
      const terminal = shared ?? terminalOn(solved(lesson, at).files);
      for (const command of commands) {
        expect(terminal.type(command), command).not.toMatch(COMPLAINT);
      }
    }
  });
});

it('the commands of the exercise with nginx reach its goals, step by step', async () => {
  const lesson = await entryOf('nginx').load();
  const texts = await entryOf('nginx').texts.en();
  const terminal = terminalOn(lesson.start.files);
  const reached = (goals: Readonly<Record<string, Goal>>) => {
    const outcome = analyze(terminal.files());
    const checks = checkFlows(outcome, flowsOf(goals));
    return reachedGoals(goals, checks, outcome.analysis, outcome.assumptions);
  };
  for (const [name, { goals = {} }] of Object.entries(lesson.steps)) {
    const names = Object.keys(goals);
    expect(reached(goals), `before ${name}`).not.toEqual(names);
    // Some hold only while the shell in the pod is open.
    const after = commandsOf(texts.steps[name] as StepTexts).map((command) => {
      terminal.type(command);
      return reached(goals);
    });
    expect(after, `by ${name}`).toContainEqual(names);
  }
});

it('what the lessons say will be printed is printed', async () => {
  const [names, api] = await Promise.all([
    entryOf('default-deny').load(),
    entryOf('selectors').load(),
  ]);
  const blocked = terminalOn(solved(names, 2).files);
  const asked = 'kubectl exec -it -n prod deploy/web -- wget -qO- http://api:8080';
  expect(blocked.type(asked)).toContain('bad address');
  const opened = terminalOn(solved(names).files);
  expect(opened.type(asked)).not.toMatch(/bad address|timed out/);
  const server =
    'kubectl exec -n shop deploy/orders -- curl -k -m 2 https://kubernetes.default:443/';
  expect(terminalOn(solved(api, 3).files).type(server)).toContain('Forbidden');
  expect(terminalOn(solved(api).files).type(server)).toMatch(/timed out/i);
});
