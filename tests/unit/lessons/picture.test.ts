// The picture of every lesson and recipe can be read beside the lesson, at each step, as one comes to it.
import { describe, expect, it } from 'vitest';
import {
  analyze,
  boundsOf,
  type Layout,
  layout,
  NO_ASSUMPTIONS,
  prepare,
  readFlows,
} from '../../../src/core/index.ts';
import { RECIPE_IDS, recipeOf } from '../../../src/lessons/cook-book/recipes.ts';
import { entryOf, LESSON_IDS } from '../../../src/lessons/course.ts';
import { type Desk, solved } from '../../../src/lessons/lesson.ts';
import { NO_FILTERS, USUAL_AROUND } from '../../../src/share/document.ts';

/** What the lesson, the editor and the details leave of 1440 × 900. */
const ROOM = { width: 440, height: 600 };

/** Names are 14 pixels high, and should be 8 at least. */
const LEAST_ZOOM = 8 / 14;

function laidOut({ files, assumptions }: Desk, before: Layout): Layout {
  const { analysis } = analyze(files, undefined, { ...NO_ASSUMPTIONS, ...assumptions });
  const filters = { ...NO_FILTERS, around: USUAL_AROUND };
  const drawing = prepare(analysis, readFlows(analysis), filters).draw(null);
  return layout(drawing, before, {}, ROOM.width / ROOM.height);
}

function zoomOf(places: Layout): number {
  const bounds = boundsOf(places.values());
  // Nothing is drawn yet.
  if (bounds === null) return 1;
  return Math.min(ROOM.width / bounds.width, ROOM.height / bounds.height);
}

describe.each(LESSON_IDS)('the picture of the lesson %s', (id) => {
  it('is large enough, from the first step to the last', async () => {
    const lesson = await entryOf(id).load();
    let places: Layout = new Map();
    for (let steps = 0; steps <= Object.keys(lesson.steps).length; steps += 1) {
      places = laidOut(solved(lesson, steps), places);
      expect(zoomOf(places), `after ${steps} steps`).toBeGreaterThan(LEAST_ZOOM);
    }
  });
});

it.each(RECIPE_IDS)('the picture of recipe %s is large enough', (id) => {
  expect(zoomOf(laidOut(recipeOf(id), new Map()))).toBeGreaterThan(LEAST_ZOOM);
});
