// Every lesson can be passed: its start fails the goals, its solution reaches them, and no text is missing.
import { describe, expect, it } from 'vitest';
import { analyze, checkFlows, lint, NO_ASSUMPTIONS } from '../../../src/core/index.ts';
import { entryOf, HEADINGS, LESSON_IDS } from '../../../src/lessons/course.ts';
import { flowsOf, reachedGoals } from '../../../src/lessons/goals.ts';
import { LANGUAGES } from '../../../src/lessons/languages.ts';
import { type Desk, type Goal, type Lesson, solved } from '../../../src/lessons/lesson.ts';
import { MISTAKES } from './mistakes.ts';
import { shapeOfTexts, textFaults } from './texts.ts';

function decide({ files, assumptions }: Desk) {
  return analyze(files, undefined, { ...NO_ASSUMPTIONS, ...assumptions });
}

function unreached(desk: Desk, goals: Readonly<Record<string, Goal>>): readonly string[] {
  const outcome = decide(desk);
  const checks = checkFlows(outcome, flowsOf(goals));
  const reached = reachedGoals(goals, checks, outcome.analysis, outcome.assumptions);
  return Object.keys(goals).filter((name) => !reached.includes(name));
}

/** What is wrong with the manifests, or looks it: one line each. */
function complaints(desk: Desk, lesson: Lesson): readonly string[] {
  return lint(decide(desk), desk.files)
    .filter(({ level, rule }) => level !== 'info' && !lesson.findings?.includes(rule))
    .map(({ rule, message, span }) => `${span.file}: ${rule}: ${message}`);
}

describe.each(LESSON_IDS)('the lesson %s', (id) => {
  const load = () => entryOf(id).load();

  it('reaches nothing at its start but what is to be gone in the end', async () => {
    const lesson = await load();
    const toReach = Object.values(lesson.steps).flatMap(({ goals = {} }) =>
      Object.values(goals).every((goal) => 'gone' in goal) ? [] : [goals],
    );
    expect(toReach.length).toBeGreaterThan(0);
    for (const goals of toReach) expect(unreached(lesson.start, goals)).not.toEqual([]);
  });

  it('asks of each step something that the steps before it have not done, and that its solution does', async () => {
    const lesson = await load();
    const names = Object.keys(lesson.steps);
    for (const [at, { goals, solution }] of Object.values(lesson.steps).entries()) {
      if (goals === undefined) {
        expect(solution, `${names[at]} has a solution and nothing to solve`).toBeUndefined();
        continue;
      }
      expect(unreached(solved(lesson, at), goals), `before ${names[at]}`).not.toEqual([]);
      expect(unreached(solved(lesson, at + 1), goals), `after ${names[at]}`).toEqual([]);
    }
  });

  it.each(MISTAKES[id])('does not let pass who $is ($step)', async ({ step, edits }) => {
    const lesson = await load();
    const at = Object.keys(lesson.steps).indexOf(step);
    const desk = solved(lesson, at + 1);
    const files = edits.reduce((before, [from, to]) => {
      const after = before.map((file) => ({ ...file, text: file.text.replaceAll(from, to) }));
      expect(after, `nothing to replace: ${from}`).not.toEqual(before);
      return after;
    }, desk.files);
    const { goals = {} } = lesson.steps[step] ?? {};
    expect(unreached({ ...desk, files }, goals)).not.toEqual([]);
  });

  it('has manifests in which only what is meant to be found is found', async () => {
    const lesson = await load();
    for (let steps = 0; steps <= Object.keys(lesson.steps).length; steps += 1) {
      expect(complaints(solved(lesson, steps), lesson), `after ${steps} steps`).toEqual([]);
    }
  });

  it('has findings on purpose only where they are found', async () => {
    const lesson = await load();
    const found = new Set<string>();
    for (let steps = 0; steps <= Object.keys(lesson.steps).length; steps += 1) {
      const desk = solved(lesson, steps);
      for (const { rule } of lint(decide(desk), desk.files)) found.add(rule);
    }
    expect((lesson.findings ?? []).filter((rule) => !found.has(rule))).toEqual([]);
  });

  it('asks to predict what can be shown', async () => {
    const lesson = await load();
    for (const [at, { predict }] of Object.values(lesson.steps).entries()) {
      if (predict === undefined) continue;
      expect(predict.choices).toContain(predict.answer);
      expect(new Set(predict.choices).size).toBe(predict.choices.length);
      if (predict.shows === undefined) continue;
      const { analysis } = decide(solved(lesson, at));
      const ids = analysis.peers.map((peer) => peer.id);
      const { source, destination } = predict.shows;
      for (const end of [source, destination]) {
        expect(ids.some((peer) => peer === end || peer.startsWith(`${end}[`))).toBe(true);
      }
    }
  });

  it.each(LANGUAGES)('has all its words in %s', async (language) => {
    const lesson = await load();
    const texts = await entryOf(id).texts[language]();
    expect(shapeOfTexts(texts)).toEqual(shapeOfTexts(lesson));
    expect(textFaults(texts, language)).toEqual([]);
    const headings = await HEADINGS[language]();
    expect(headings[id].title).toBe(texts.title);
    expect(headings[id].about).not.toBe('');
  });

  it('says the same manifests, commands, names and addresses in every language', async () => {
    const told = await Promise.all(
      LANGUAGES.map(async (language) => spoken(await entryOf(id).texts[language]())),
    );
    for (const other of told) expect(other).toEqual(told[0]);
  });
});

it('wants the plugin to be chosen, and not the policies to be deleted', async () => {
  const lesson = await entryOf('policy').load();
  const before = Object.keys(lesson.steps).indexOf('enforce');
  const desk = solved(lesson, before);
  const files = desk.files.filter(({ name }) => name !== 'policies.yaml');
  expect(unreached({ ...desk, files }, lesson.steps.enforce?.goals ?? {})).toEqual(['plugin']);
});

/** What is not translated: fenced blocks and addresses, in order. */
function spoken(texts: unknown): readonly string[] {
  return [...JSON.stringify(texts).matchAll(/```[\s\S]*?```|https:[^\s)]+/g)].map(
    ([words]) => words,
  );
}
