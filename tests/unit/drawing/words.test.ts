// The picture in words: what is heard, and what stands on lines and badges.
import { expect, test } from 'vitest';
import { badgeText, edgeLabel, namesOf, sentenceOf } from '../../../src/app/graph/words.ts';
import { draw } from '../../../src/core/drawing/draw.ts';
import { linkId } from '../../../src/core/drawing/drawing.ts';
import type { Flow } from '../../../src/core/engine/flows.ts';
import { NO_FILTERS } from '../../../src/share/document.ts';
import { ALLOW, analysisOf, DENY, DEPENDS, flowsOf, WEB, WEB_AND_MAYBE } from './fakes.ts';

function drawn(names: readonly string[], flow: (source: number, destination: number) => Flow) {
  const analysis = analysisOf(names);
  return draw(analysis, flowsOf(analysis, flow), NO_FILTERS);
}

function sentences(names: readonly string[], flow: (source: number, destination: number) => Flow) {
  const drawing = drawn(names, flow);
  const nameOf = namesOf(drawing);
  return drawing.links.map((link) => sentenceOf(link, nameOf));
}

test('a flow in a sentence', () => {
  const pair = (flow: Flow) => sentences(['default/frontend', 'default/backend'], () => flow)[0];
  expect(pair(ALLOW)).toBe('default/frontend → default/backend: allowed');
  expect(pair(WEB)).toBe('default/frontend → default/backend: allowed TCP 80');
  expect(pair(DEPENDS)).toBe('default/frontend → default/backend: depends');
  expect(pair(WEB_AND_MAYBE)).toBe(
    'default/frontend → default/backend: allowed TCP 80, more ports depend',
  );
  expect(pair(DENY)).toBe(
    'default/frontend → default/backend: denied (stopped at the destination)',
  );
});

test('what is outside goes by its name', () => {
  expect(sentences(['a/one', '0.0.0.0/0 ::/0'], () => ALLOW)).toEqual([
    'Everywhere → a/one: allowed',
    'a/one → Everywhere: allowed',
  ]);
});

test('a bundle says for whom it speaks', () => {
  const names = ['a/one', 'a/two', 'a/three', 'a/four', 'a/five', 'a/six', '10.0.0.0/8'];
  const all = sentences(names, (source) => (source === 2 ? DENY : WEB));
  expect(all).toContain('all of a but a/three → 10.0.0.0/8: allowed TCP 80');
  expect(all).toContain('10.0.0.0/8 → all of a: allowed TCP 80');
});

test('a rest says that it is one', () => {
  const names = ['a/one', 'a/two', 'a/three', 'a/four', 'a/five', 'a/six'];
  const one = (source: number, destination: number) =>
    source === 0 && destination === 1 ? ALLOW : DENY;
  expect(sentences(names, one)).toContain(
    'all of a → all of a: otherwise denied (stopped at the destination)',
  );
  const drawing = drawn(names, one);
  const rest = drawing.links.find((link) => link.rest);
  expect(rest && badgeText(rest, String)).toBe('✕ inside: all else denied');
});

test('a line never relies on its colour alone', () => {
  const drawing = drawn(['a/one', 'a/two'], (source) => (source === 0 ? DEPENDS : WEB_AND_MAYBE));
  const labels = new Map(drawing.links.map((link) => [link.id, edgeLabel(link, String)]));
  expect(labels.get(linkId('a/one[Deployment]', 'a/two[Deployment]'))).toBe('?');
  expect(labels.get(linkId('a/two[Deployment]', 'a/one[Deployment]'))).toBe('TCP 80 · more?');
});

test('a badge with ports does without the names that would make it too long', () => {
  const link = {
    id: 'x',
    source: 'namespace:a',
    destination: 'a/grafana[Deployment]',
    verdict: 'allow',
    rest: false,
    except: { end: 'source', ids: ['node-exporter'] },
    label: '',
    ports: 'all ports',
    moreDepends: false,
    sides: null,
  } as const;
  expect(badgeText(link, String)).toBe('✓ all here but node-exporter may reach it');
  expect(badgeText({ ...link, label: 'TCP 3000' }, String)).toBe(
    '✓ all here but 1 may reach it: TCP 3000',
  );
});
