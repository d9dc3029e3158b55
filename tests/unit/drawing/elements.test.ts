// The canvas follows the drawing without touching what stays the same.
import cytoscape from 'cytoscape';
import { expect, test } from 'vitest';
import { apply, elementsOf, ringOnly, shapeId } from '../../../src/app/graph/elements.ts';
import { COLOURS } from '../../../src/app/styles/tokens.ts';
import { draw } from '../../../src/core/drawing/draw.ts';
import { type Layout, layout } from '../../../src/core/drawing/layout.ts';
import type { Flow } from '../../../src/core/engine/flows.ts';
import { NO_FILTERS } from '../../../src/share/document.ts';
import { ALLOW, analysisOf, DENY, flowsOf } from './fakes.ts';

const colours = Object.fromEntries(COLOURS.map((name) => [name, '#123456'])) as Record<
  (typeof COLOURS)[number],
  string
>;

function elementsFor(names: readonly string[], flow: Flow, places: Layout, selected?: string) {
  const analysis = analysisOf(names);
  const focus = selected === undefined ? null : ({ kind: 'peer', id: selected } as const);
  const drawing = draw(
    analysis,
    flowsOf(analysis, () => flow),
    NO_FILTERS,
    focus,
  );
  const laid = layout(drawing, places, {});
  return { laid, elements: elementsOf(drawing, laid, { colours, selected: selected ?? null }) };
}

test('holds what is drawn, and changes it in place', () => {
  const cy = cytoscape({ headless: true });
  const first = elementsFor(['a/one', 'a/two', 'b/db'], ALLOW, new Map());
  apply(cy, first.elements);
  expect(cy.nodes('.workload')).toHaveLength(3);
  expect(cy.nodes('.box')).toHaveLength(2);
  expect(cy.edges('.allow')).toHaveLength(6);

  const one = cy.getElementById(shapeId('a/one[Deployment]'));
  const at = { ...one.position() };
  const edge = cy.edges()[0];
  const second = elementsFor(['a/one', 'a/three', 'b/db'], DENY, first.laid);
  apply(cy, second.elements);
  expect(cy.getElementById(shapeId('a/two[Deployment]')).empty()).toBe(true);
  expect(cy.getElementById(shapeId('a/three[Deployment]')).nonempty()).toBe(true);
  expect(cy.edges('.deny')).toHaveLength(6);
  expect(cy.edges('.allow')).toHaveLength(0);
  expect(one.inside() && one.position()).toEqual(at);
  expect(edge?.source().id()).toBe(shapeId('a/one[Deployment]'));
});

test('the same drawing again touches nothing', () => {
  const cy = cytoscape({ headless: true });
  const { elements } = elementsFor(['a/one', 'a/two'], ALLOW, new Map());
  apply(cy, elements);
  const touched: string[] = [];
  cy.on('data position add remove class', (event) => touched.push(event.type));
  apply(cy, elements);
  expect(touched).toEqual([]);
});

test('a focus fades the rest', () => {
  const cy = cytoscape({ headless: true });
  const selected = 'a/one[Deployment]';
  apply(cy, elementsFor(['a/one', 'a/two', 'b/db'], ALLOW, new Map(), selected).elements);
  expect(cy.getElementById(shapeId(selected)).hasClass('selected')).toBe(true);
  expect(cy.edges('.focus')).toHaveLength(4);
  expect(cy.edges('.faded')).toHaveLength(2);
});

test('a name that looks like markup or like a prototype stays a name', () => {
  const cy = cytoscape({ headless: true });
  const names = ['a/<img src=x>', 'a/__proto__', 'constructor/toString'];
  apply(cy, elementsFor(names, ALLOW, new Map()).elements);
  expect(
    cy
      .nodes('.workload')
      .map((node) => node.data('label'))
      .sort(),
  ).toEqual(['<img src=x>', '__proto__', 'toString']);
});

test('rings what is pointed at, alone or with all the rest, to the same end', () => {
  const cy = cytoscape({ headless: true });
  const { elements } = elementsFor(['a/one', 'a/two', 'b/db'], ALLOW, new Map());
  apply(cy, elements);
  const ids = (selector: string) => cy.nodes(selector).map((node) => node.id());
  const [one, two] = ['a/one[Deployment]', 'a/two[Deployment]'] as const;
  ringOnly(cy, { selected: new Set([one]), subjects: new Set([two]) });
  expect(ids('.pointed')).toEqual([shapeId(one)]);
  expect(ids('.subject')).toEqual([shapeId(two)]);
  ringOnly(cy, { selected: new Set([two, 'namespace:b']), subjects: new Set() });
  expect(ids('.pointed').sort()).toEqual(['box namespace:b', shapeId(two)]);
  expect(ids('.subject')).toEqual([]);
  // What is drawn anew knows of the ring.
  apply(cy, elements);
  expect(ids('.pointed, .subject')).toEqual([]);
  expect(cy.nodes('.workload')).toHaveLength(3);
});
