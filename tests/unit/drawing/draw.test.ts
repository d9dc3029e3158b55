// What is drawn: verdicts, sides, filters, bundles and what is left out.
import { describe, expect, test } from 'vitest';
import { draw } from '../../../src/core/drawing/draw.ts';
import { EVERYTHING, type Link, namespaceEnd, OUTSIDE } from '../../../src/core/drawing/drawing.ts';
import type { Filters } from '../../../src/core/drawing/filters.ts';
import type { Flow } from '../../../src/core/engine/flows.ts';
import { NO_PORTS } from '../../../src/core/model/port.ts';
import { ALLOW, analysisOf, DENY, DEPENDS, flowsOf, tcp, WEB, WEB_AND_MAYBE } from './fakes.ts';

const NO_FILTERS: Filters = {
  namespaces: [],
  text: '',
  protocol: null,
  port: null,
  show: 'all',
  direction: 'both',
};

const EVERYWHERE = '0.0.0.0/0 ::/0';
const id = (text: string) => `${text}[Deployment]`;

/** Draws peers with one flow everywhere, except where a pair `a>b` is named. */
function drawn(
  names: readonly string[],
  options: {
    readonly flow?: Flow;
    readonly pairs?: Readonly<Record<string, Flow>>;
    readonly egress?: (source: number, destination: number) => Flow;
    readonly filters?: Partial<Filters>;
    readonly focus?: Parameters<typeof draw>[3];
  } = {},
) {
  const { flow = ALLOW, pairs = {}, egress, filters = {}, focus = null } = options;
  const analysis = analysisOf(names);
  const at = (source: number, destination: number) =>
    pairs[`${names[source]}>${names[destination]}`] ?? flow;
  const flows = flowsOf(analysis, at, egress);
  return draw(analysis, flows, { ...NO_FILTERS, ...filters }, focus);
}

function linkAt(links: readonly Link[], source: string, destination: string): Link | undefined {
  return links.find((link) => link.source === source && link.destination === destination);
}

const many = (namespace: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${namespace}/w${index}`);

describe('a link between two workloads', () => {
  const pair = (flow: Flow, filters: Partial<Filters> = {}) =>
    linkAt(
      drawn(['a/one', 'a/two'], { flow: DENY, pairs: { 'a/one>a/two': flow }, filters }).links,
      id('a/one'),
      id('a/two'),
    );

  test('names no ports when all are allowed', () => {
    expect(pair(ALLOW)).toMatchObject({ verdict: 'allow', label: '', ports: 'all ports' });
  });

  test('names the ports when some are allowed', () => {
    expect(pair(WEB)).toMatchObject({ verdict: 'allow', label: 'TCP 80', moreDepends: false });
  });

  test('is amber only when nothing is allowed for sure', () => {
    expect(pair(DEPENDS)).toMatchObject({ verdict: 'depends', label: '' });
    expect(pair(WEB_AND_MAYBE)).toMatchObject({
      verdict: 'allow',
      label: 'TCP 80',
      moreDepends: true,
    });
  });

  test('asked for one port tells of that port only', () => {
    expect(pair(WEB_AND_MAYBE, { protocol: 'TCP', port: 443 })).toMatchObject({
      verdict: 'depends',
      label: '',
    });
    expect(pair(WEB, { protocol: 'UDP' })).toMatchObject({ verdict: 'deny', label: '' });
    expect(pair(WEB, { port: 80 })).toMatchObject({ verdict: 'allow', label: 'TCP 80' });
    expect(pair(WEB, { protocol: 'TCP', port: 80 })).toMatchObject({ verdict: 'allow', label: '' });
  });

  test('keeps the part of a range that is asked for', () => {
    const range: Flow = {
      allowed: { ...NO_PORTS, TCP: [{ from: 8000, to: 8999 }] },
      depends: NO_PORTS,
    };
    expect(pair(range)).toMatchObject({ label: 'TCP 8000-8999' });
    expect(pair(range, { protocol: 'TCP', port: 8500 })).toMatchObject({
      verdict: 'allow',
      label: '',
    });
  });

  test('shortens a long list', () => {
    const ports: Flow = { allowed: tcp(80, 443, 8080, 9090, 9100), depends: NO_PORTS };
    expect(pair(ports)).toMatchObject({
      label: 'TCP 80, 443 +3',
      ports: 'TCP 80, 443, 8080, 9090, 9100',
    });
  });

  test('tells which side stops it', () => {
    const sides = (egress: Flow) =>
      linkAt(
        drawn(['a/one', 'a/two'], { flow: DENY, egress: () => egress }).links,
        id('a/one'),
        id('a/two'),
      )?.sides;
    expect(sides(ALLOW)).toEqual({ egress: 'allow', ingress: 'deny' });
    expect(sides(DENY)).toEqual({ egress: 'deny', ingress: 'deny' });
  });
});

describe('shapes', () => {
  test('stand in the boxes of their namespaces, the outside first', () => {
    const { boxes } = drawn(['b/one', 'a/two', EVERYWHERE]);
    expect(boxes.map(({ title }) => title)).toEqual(['Outside the cluster', 'b', 'a']);
  });

  test('a workload without pods is there and has no link', () => {
    const { shapes, links } = drawn(['a/gone*0', 'a/there']);
    expect(shapes.map(({ name }) => name)).toEqual(['gone', 'there']);
    expect(links).toEqual([]);
  });

  test('replicas reaching each other are a link of their own', () => {
    const { links } = drawn(['a/two*2', 'a/one']);
    expect(links.map(({ source, destination }) => source === destination)).toContain(true);
    expect(linkAt(links, id('a/one'), id('a/one'))).toBeUndefined();
  });

  test('an analysis without workloads has nothing to draw', () => {
    expect(drawn([EVERYWHERE])).toMatchObject({ shapes: [], boxes: [], links: [] });
  });
});

describe('filters', () => {
  const names = ['a/front', 'a/back', 'b/db', EVERYWHERE];
  const ends = (filters: Partial<Filters>) =>
    drawn(names, { filters }).links.map((link) => `${link.source}>${link.destination}`);

  test('a name keeps the flows at either end, or at the one asked for', () => {
    expect(ends({ text: 'front' })).toHaveLength(6);
    expect(
      ends({ text: 'front', direction: 'egress' }).every((end) => end.startsWith('a/front')),
    ).toBe(true);
    expect(ends({ text: 'FRONT', direction: 'ingress' })).toHaveLength(3);
  });

  test('a namespace names its workloads and nothing outside', () => {
    expect(ends({ namespaces: ['b'], direction: 'egress' })).toHaveLength(3);
  });

  test('part of an address names its block', () => {
    expect(ends({ text: '0.0.0', direction: 'egress' })).toHaveLength(3);
  });

  test('an address names the block that holds it, a block those that share addresses with it', () => {
    const blocks = ['a/front', '10.0.0.0/9 10.128.0.0/10', '172.16.0.0/12', '2001:db8::/32'];
    const named = (text: string) =>
      drawn(blocks, { filters: { text, direction: 'egress' } }).links.map(({ source }) => source);
    expect(named('10.130.2.1')).toEqual(['10.0.0.0/9 10.128.0.0/10']);
    expect(named('172.16.0.1')).toEqual(['172.16.0.0/12']);
    expect(named('2001:db8:0::1')).toEqual(['2001:db8::/32']);
    expect(named('0.0.0.0/1')).toEqual(['10.0.0.0/9 10.128.0.0/10']);
    expect(named('11.0.0.1')).toEqual([]);
  });

  test('shapes without a flow to a named one are left out', () => {
    const { shapes } = drawn(names, {
      flow: DENY,
      pairs: { 'a/front>a/back': ALLOW },
      filters: { text: 'front', show: 'allowed' },
    });
    expect(shapes.map(({ name }) => name)).toEqual(['front', 'back']);
  });

  test('shapes stay when only verdicts are filtered', () => {
    expect(drawn(names, { flow: DENY, filters: { show: 'allowed' } })).toMatchObject({
      shapes: { length: 4 },
      links: { length: 0 },
    });
  });

  test('what depends is shown beside the allowed and beside the denied', () => {
    const links = (show: Filters['show']) =>
      drawn(['a/one', 'a/two'], {
        pairs: { 'a/one>a/two': DEPENDS, 'a/two>a/one': WEB_AND_MAYBE },
        filters: { show },
      }).links.length;
    expect([links('allowed'), links('denied')]).toEqual([2, 2]);
  });
});

describe('bundles', () => {
  test('all of one namespace to all of another is one link', () => {
    const { links, bundled } = drawn([...many('a', 6), ...many('b', 6)], { flow: WEB });
    expect(bundled).toBe(true);
    expect(links.map(({ source, destination }) => [source, destination])).toEqual([
      ['namespace:a', 'namespace:a'],
      ['namespace:b', 'namespace:b'],
      ['namespace:a', 'namespace:b'],
      ['namespace:b', 'namespace:a'],
    ]);
  });

  test('what is denied becomes the rest below the few flows that are allowed', () => {
    const { links } = drawn(many('a', 8), { flow: DENY, pairs: { 'a/w1>a/w2': WEB } });
    expect(links).toHaveLength(2);
    expect(linkAt(links, 'namespace:a', 'namespace:a')).toMatchObject({
      verdict: 'deny',
      rest: true,
    });
    expect(linkAt(links, id('a/w1'), id('a/w2'))).toMatchObject({ verdict: 'allow', rest: false });
  });

  test('what is allowed is never a rest: exceptions are named on the link', () => {
    const names = [...many('a', 8), EVERYWHERE];
    const { links } = drawn(names, { pairs: { [`a/w3>${EVERYWHERE}`]: DENY } });
    expect(linkAt(links, 'namespace:a', EVERYWHERE)).toMatchObject({
      verdict: 'allow',
      rest: false,
      except: { end: 'source', ids: [id('a/w3')] },
    });
    expect(linkAt(links, id('a/w3'), EVERYWHERE)).toMatchObject({ verdict: 'deny' });
  });

  test('one link says that everything reaches everything, among many namespaces', () => {
    const names = ['a', 'b', 'c', 'd', 'e'].flatMap((namespace) => many(namespace, 2));
    const { links } = drawn([...names, EVERYWHERE]);
    expect(links).toMatchObject([
      { source: EVERYTHING, destination: EVERYTHING, verdict: 'allow' },
    ]);
  });

  test('among many open namespaces one link says so, and the exceptions are drawn', () => {
    const names = Array.from({ length: 60 }, (_, index) => `t${index}/app`);
    const analysis = analysisOf(names);
    const flows = flowsOf(analysis, (source, destination) =>
      source === 7 || destination === 7 ? DENY : ALLOW,
    );
    const { links, tooMany } = draw(analysis, flows, NO_FILTERS);
    expect(tooMany).toBe(0);
    expect(linkAt(links, EVERYTHING, EVERYTHING)).toMatchObject({ verdict: 'allow', rest: true });
    expect(links.filter((link) => link.verdict === 'deny')).toHaveLength(2 * 59);
    expect(links).toHaveLength(2 * 59 + 1);
  });

  test('a workload of a large open namespace that few may reach takes few links', () => {
    const analysis = analysisOf(many('a', 80));
    const flows = flowsOf(analysis, (source, destination) => {
      if (destination !== 3) return ALLOW;
      return source === 5 ? WEB : DENY;
    });
    const { links } = draw(analysis, flows, NO_FILTERS);
    expect(linkAt(links, 'namespace:a', id('a/w3'))).toMatchObject({
      verdict: 'deny',
      rest: false,
      except: { end: 'source', ids: [id('a/w5')] },
    });
    expect(linkAt(links, id('a/w5'), id('a/w3'))).toMatchObject({ label: 'TCP 80' });
    expect(links.length).toBeLessThan(6);
  });

  test('the outside is a box too', () => {
    const blocks = ['10.0.0.0/8', '11.0.0.0/8', '12.0.0.0/8'];
    const { links } = drawn([...many('a', 6), ...blocks]);
    expect(linkAt(links, OUTSIDE, 'namespace:a')).toMatchObject({ verdict: 'allow' });
  });

  test('a focused workload has its own flows in full', () => {
    const { links, focus, focusPeers } = drawn(many('a', 8), {
      flow: DENY,
      pairs: { 'a/w1>a/w2': WEB },
      focus: { kind: 'peer', id: id('a/w1') },
    });
    const own = links.filter((link) => focus?.has(link.id));
    expect(linkAt(own, id('a/w1'), id('a/w2'))).toMatchObject({ verdict: 'allow' });
    expect(linkAt(own, 'namespace:a', id('a/w1'))).toMatchObject({ verdict: 'deny' });
    expect(focusPeers?.has(id('a/w7'))).toBe(true);
  });

  test('a focused workload keeps the plain links where nothing is bundled', () => {
    const names = ['a/front', 'a/back', 'a/db', EVERYWHERE];
    const plain = drawn(names);
    const { links, focus } = drawn(names, { focus: { kind: 'peer', id: id('a/db') } });
    expect(plain.bundled).toBe(false);
    expect(links).toEqual(plain.links);
    const own = links.filter((link) => focus?.has(link.id));
    expect(own).toHaveLength(6);
    expect(own.every((link) => [link.source, link.destination].includes(id('a/db')))).toBe(true);
  });

  test('a box as a whole is no focus: the picture stays as it is', () => {
    const names = many('a', 8);
    const { links, focus, focusPeers } = drawn(names, {
      focus: { kind: 'peer', id: namespaceEnd('a') },
    });
    expect(focus).toBeNull();
    expect(focusPeers).toBeNull();
    expect(links).toEqual(drawn(names).links);
  });

  test('a focused flow is drawn even where bundles hide it', () => {
    const focus = { kind: 'flow', source: id('a/w1'), destination: id('a/w5') } as const;
    const { links, focus: ids } = drawn(many('a', 8), { flow: WEB, focus });
    expect(links.filter((link) => ids?.has(link.id))).toMatchObject([
      { source: id('a/w1'), destination: id('a/w5'), verdict: 'allow', label: 'TCP 80' },
    ]);
  });

  test('a focus that is gone is no focus', () => {
    expect(drawn(['a/one'], { focus: { kind: 'peer', id: 'a/none[Pod]' } }).focus).toBeNull();
  });
});

test('of links beyond all reading those of the rarer kind are drawn', () => {
  const analysis = analysisOf(many('a', 60));
  const mixed = (source: number, destination: number) => (source * 7 + destination * 13) % 3 === 0;
  const flows = flowsOf(analysis, (source, destination) => {
    if ((source * destination) % 11 === 5) return DENY;
    return mixed(source, destination) ? ALLOW : WEB;
  });
  const { links, only, tooMany } = draw(analysis, flows, NO_FILTERS);
  expect(tooMany).toBeGreaterThan(1500);
  expect(only).toBe('denied');
  expect(links.length).toBeGreaterThan(0);
  expect(links.every((link) => link.verdict === 'deny' && !link.rest)).toBe(true);
});

test('links beyond all reading are counted, and only those of the focus drawn', () => {
  const names = many('a', 60);
  const analysis = analysisOf(names);
  // Every row and column differs, so that nothing can be bundled.
  const flows = flowsOf(analysis, (source, destination) =>
    (source * 7 + destination * 13 + ((source * destination) % 5)) % 3 === 0 ? ALLOW : WEB,
  );
  const plain = draw(analysis, flows, NO_FILTERS);
  expect(plain.links).toEqual([]);
  expect(plain.tooMany).toBeGreaterThan(1500);
  expect(plain.shapes).toHaveLength(60);
  const focused = draw(analysis, flows, NO_FILTERS, { kind: 'peer', id: id('a/w3') });
  expect(focused.links.length).toBeGreaterThan(0);
  expect(focused.links.every(({ id: link }) => focused.focus?.has(link))).toBe(true);
});

describe('far too many shapes', () => {
  const crowd = Array.from({ length: 2501 }, (_, at) => `x/p${at}`);

  test('are counted instead of drawn', () => {
    const drawing = drawn(crowd);
    expect(drawing.crowd).toBe(2501);
    expect(drawing.shapes).toEqual([]);
    expect(drawing.boxes).toEqual([]);
    expect(drawing.links).toEqual([]);
  });

  test('are drawn in part where the filters leave few', () => {
    const few = drawn([...crowd, 'y/a', 'y/b'], {
      flow: DENY,
      filters: { namespaces: ['y'], show: 'allowed' },
    });
    expect(few.crowd).toBe(0);
    expect(few.shapes.map((shape) => shape.id)).toEqual([id('y/a'), id('y/b')]);
  });
});
