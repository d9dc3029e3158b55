// The ways in as lines of the picture.
import { expect, test } from 'vitest';
import { analyze, draw, readFlows, waysOf, withWays } from '../../../src/core/index.ts';
import { container, pod } from '../semantics/fixture.ts';
import { ingress, service } from '../service/asking.ts';

const INPUT = [
  pod('x/a', 'pod: a', container('{containerPort: 8080}')),
  pod('x/b', 'pod: b'),
  service('x/web', 'selector: {pod: a}, ports: [{port: 80, targetPort: 8080}]'),
  service('x/lb', 'type: LoadBalancer, selector: {pod: b}, ports: [{port: 80}]'),
  ingress('x/i', 'name: web, port: {number: 80}'),
].join('\n---\n');

const FILTERS = {
  namespaces: [],
  text: '',
  protocol: null,
  port: null,
  show: 'all',
  direction: 'both',
} as const;

const outcome = analyze([{ name: 'input.yaml', text: INPUT }]);
const { ways, hasActor } = waysOf(outcome);
const drawing = draw(outcome.analysis, readFlows(outcome.analysis), FILTERS);

test('a controller that is not in the input stands around the pods; a Service that is open comes from outside', () => {
  const drawn = withWays(drawing, ways, hasActor);
  expect(drawn.shapes.map(({ id }) => id)).toContain('{ingress-controller}');
  expect(drawn.boxes.slice(0, 2).map(({ id, members }) => [id, members])).toEqual([
    ['outside', ['0.0.0.0/0 ::/0']],
    ['around', ['{ingress-controller}']],
  ]);
  expect(drawn.ways).toEqual([
    {
      source: '{ingress-controller}',
      destination: 'x/a[Pod]',
      verdict: 'allow',
      label: 'Ingress i',
      isBeside: false,
    },
    {
      source: '0.0.0.0/0 ::/0',
      destination: 'x/b[Pod]',
      verdict: 'allow',
      label: 'LoadBalancer lb',
      isBeside: false,
    },
  ]);
  // The links stay what they were.
  expect(drawn.links).toBe(drawing.links);
});

test('a way whose end is not drawn is left out, and with all of them the controller', () => {
  const narrow = draw(outcome.analysis, readFlows(outcome.analysis), { ...FILTERS, text: 'x/b' });
  const others = narrow.shapes.filter(({ id }) => id !== 'x/a[Pod]');
  const drawn = withWays({ ...narrow, shapes: others }, ways.slice(0, 1), hasActor);
  expect(drawn.ways).toBeUndefined();
  expect(drawn.shapes).toEqual(others);
});
