// Expanding what the picture draws gives back exactly the flows, whatever was bundled.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Answer, answering } from '../../src/core/drawing/answers.ts';
import { isDrawn } from '../../src/core/drawing/around.ts';
import { draw } from '../../src/core/drawing/draw.ts';
import type { Link } from '../../src/core/drawing/drawing.ts';
import { EVERYTHING } from '../../src/core/drawing/drawing.ts';
import type { Filters } from '../../src/core/drawing/filters.ts';
import { inDirection, namedBy } from '../../src/core/drawing/filters.ts';
import { peersAt } from '../../src/core/drawing/groups.ts';
import type { Analysis } from '../../src/core/engine/analysis.ts';
import type { Flows } from '../../src/core/engine/flows.ts';
import {
  ACTORS,
  ALLOW,
  analysisOf,
  DENY,
  DEPENDS,
  flowsOf,
  WEB,
  WEB_AND_MAYBE,
} from '../unit/drawing/fakes.ts';
import { runs } from './runs.ts';

const ANSWERS = [DENY, ALLOW, DENY, WEB, DENY, DEPENDS, WEB_AND_MAYBE];
/** Turns the commonest answer into the opposite. */
const OPENED = new Map([
  [DENY, ALLOW],
  [ALLOW, DENY],
]);
const BLOCKS = ['10.0.0.0/8', '0.0.0.0/5 8.0.0.0/7'];

interface World {
  readonly analysis: Analysis;
  readonly flows: Flows;
}

/** Peers in up to four namespaces; flows by a random table over a few classes. */
const world: fc.Arbitrary<World> = fc
  .record({
    peers: fc.array(
      fc.record({
        namespace: fc.oneof(fc.nat(3), fc.nat(11)),
        replicas: fc.constantFrom(0, 1, 1, 1, 2),
        class: fc.nat(3),
      }),
      { minLength: 1, maxLength: 22 },
    ),
    blocks: fc.nat(2),
    actors: fc.array(fc.nat(5), { maxLength: ACTORS.length }),
    table: fc.array(fc.nat(ANSWERS.length - 1), { minLength: 36, maxLength: 36 }),
    egress: fc.array(fc.boolean(), { minLength: 36, maxLength: 36 }),
    /** Few values make the uniform tables that bundling is for. */
    values: fc.integer({ min: 1, max: ANSWERS.length }),
    /** What is not denied for once: where most is open. */
    isOpen: fc.boolean(),
  })
  .map(({ peers, blocks, actors, table, egress, values, isOpen }) => {
    const names = [
      ...peers.map((peer, index) => `ns${peer.namespace}/w${index}*${peer.replicas}`),
      ...BLOCKS.slice(0, blocks),
    ];
    const classes = [
      ...peers.map((peer) => peer.class),
      ...BLOCKS.slice(0, blocks).map((_, index) => 4 + index),
      ...actors,
    ];
    const analysis = analysisOf(names, classes, ACTORS.slice(0, actors.length));
    const at = (source: number, destination: number) =>
      (classes[source] ?? 0) * 6 + (classes[destination] ?? 0);
    const flows = flowsOf(
      analysis,
      (source, destination) => {
        const answer = ANSWERS[(table[at(source, destination)] ?? 0) % values] ?? DENY;
        return isOpen ? (OPENED.get(answer) ?? answer) : answer;
      },
      (source, destination) => (egress[at(source, destination)] === true ? ALLOW : DENY),
    );
    return { analysis, flows };
  });

const filters: fc.Arbitrary<Filters> = fc.record({
  namespaces: fc.subarray(['ns0', 'ns1', 'ns2'], { maxLength: 2 }),
  text: fc.constantFrom('', '', '', 'w1', '10.'),
  protocol: fc.constantFrom(null, null, 'TCP' as const, 'UDP' as const),
  port: fc.constantFrom(null, null, 80, 443),
  show: fc.constantFrom('all' as const, 'all' as const, 'allowed' as const, 'denied' as const),
  direction: fc.constantFrom('both' as const, 'egress' as const, 'ingress' as const),
  around: fc.dictionary(
    fc.constantFrom(...BLOCKS, 'internet', ...ACTORS.map(({ id }) => id)),
    fc.boolean(),
    {
      noNullPrototype: true,
    },
  ),
});

const NO_FILTERS: Filters = {
  namespaces: [],
  text: '',
  protocol: null,
  port: null,
  show: 'all',
  direction: 'both',
};

const ALL_AROUND: Filters = {
  ...NO_FILTERS,
  around: Object.fromEntries(ACTORS.map(({ id }) => [id, true])),
};

/** What the page would show of each flow, from the definitions and pair by pair. */
function shownFlows({ analysis, flows }: World, asked: Filters): Map<string, Answer> {
  const answerAt = answering(flows, asked);
  const isNamed = namedBy(asked);
  const shown = new Map<string, Answer>();
  const ends = [...analysis.peers, ...analysis.actors];
  const around = asked.around ?? {};
  ends.forEach((source, from) => {
    ends.forEach((destination, to) => {
      if (!flows.exists(from, to)) return;
      if (!isDrawn(around, source) || !isDrawn(around, destination)) return;
      if (!inDirection(asked, isNamed(source), isNamed(destination))) return;
      const answer = answerAt(from, to);
      if (asked.show === 'allowed' && answer.verdict === 'deny') return;
      if (asked.show === 'denied' && answer.verdict === 'allow' && !answer.moreDepends) return;
      shown.set(`${from}>${to}`, answer);
    });
  });
  return shown;
}

/** What the links say of each flow: of links that speak of the same one, the narrowest. */
function expand(
  { analysis, flows }: World,
  links: readonly Link[],
  around: Filters['around'] = {},
): Map<string, Link[]> {
  const said = new Map<string, Link[]>();
  const ends = [...analysis.peers, ...analysis.actors];
  const width = (end: string) =>
    end === EVERYTHING ? 9 : ends.some((peer) => peer.id === end) ? 0 : 1;
  const widthOf = (link: Link) => width(link.source) + width(link.destination);
  for (const link of [...links].sort((one, other) => widthOf(one) - widthOf(other))) {
    for (const from of peersAt(analysis, link.source, around)) {
      for (const to of peersAt(analysis, link.destination, around)) {
        if (!flows.exists(from, to) || isExcepted(analysis, link, from, to)) continue;
        const key = `${from}>${to}`;
        const narrower = said.get(key) ?? [];
        const [first] = narrower;
        if (first === undefined || widthOf(first) === widthOf(link)) narrower.push(link);
        else expect(link.rest || link.verdict === first.verdict).toBe(true);
        said.set(key, narrower);
      }
    }
  }
  return said;
}

function isExcepted(analysis: Analysis, { except }: Link, from: number, to: number): boolean {
  const peer = [...analysis.peers, ...analysis.actors][except?.end === 'source' ? from : to];
  return except?.ids.includes(peer?.id ?? '') ?? false;
}

function expectSame(said: Map<string, Link[]>, shown: Map<string, Answer>) {
  expect([...said.keys()].sort()).toEqual([...shown.keys()].sort());
  for (const [key, links] of said) {
    for (const link of links) {
      const { verdict, label, ports, moreDepends, sides } = shown.get(key) as Answer;
      const { verdict: told, ...rest } = link;
      expect(told).toBe(verdict);
      expect(rest).toMatchObject({ label, ports, moreDepends });
      if (link.sides !== null) expect(link.sides).toEqual(sides);
    }
  }
}

test('the links tell every shown flow and no other', () => {
  fc.assert(
    fc.property(world, filters, (made, asked) => {
      const drawing = draw(made.analysis, made.flows, asked);
      expect(drawing.tooMany).toBe(0);
      const shown = shownFlows(made, asked);
      expectSame(expand(made, drawing.links, asked.around), shown);
      expect(drawing.flows).toBe(shown.size);
    }),
    { numRuns: runs(300) },
  );
});

test('in many namespaces all but a few flows are open: one link says so, the others are exact', () => {
  const few = fc.uniqueArray(fc.nat(17 * 18 - 1), { maxLength: 20 });
  fc.assert(
    fc.property(few, fc.constantFrom(DENY, WEB, DEPENDS), (exceptions, answer) => {
      const analysis = analysisOf(Array.from({ length: 18 }, (_, index) => `ns${index}/app`));
      const rare = new Set(exceptions);
      const flows = flowsOf(analysis, (source, destination) =>
        rare.has(source * 17 + (destination % 17)) ? answer : ALLOW,
      );
      const drawing = draw(analysis, flows, NO_FILTERS);
      expect(drawing.links.some((link) => link.source === EVERYTHING)).toBe(true);
      expectSame(
        expand({ analysis, flows }, drawing.links),
        shownFlows({ analysis, flows }, NO_FILTERS),
      );
    }),
    { numRuns: runs(60) },
  );
});

test('a link id is there once, and its ends are drawn', () => {
  fc.assert(
    fc.property(world, filters, (made, asked) => {
      const { links, boxes, shapes } = draw(made.analysis, made.flows, asked);
      expect(new Set(links.map((link) => link.id)).size).toBe(links.length);
      const ends = new Set([EVERYTHING, ...boxes.map((box) => box.id), ...shapes.map((s) => s.id)]);
      for (const link of links) {
        expect(ends).toContain(link.source);
        expect(ends).toContain(link.destination);
      }
      expect(boxes.flatMap((box) => box.members).sort()).toEqual(shapes.map((s) => s.id).sort());
    }),
    { numRuns: runs(200) },
  );
});

test('a focused peer has exactly its flows, each side told', () => {
  fc.assert(
    fc.property(world, fc.nat(26), (made, pick) => {
      const ends = [...made.analysis.peers, ...made.analysis.actors];
      const index = pick % ends.length;
      const id = ends[index]?.id ?? '';
      const { links, focus } = draw(made.analysis, made.flows, ALL_AROUND, { kind: 'peer', id });
      const own = links.filter((link) => focus?.has(link.id));
      const mine = [...shownFlows(made, ALL_AROUND)].filter(([key]) => {
        const [from, to] = key.split('>').map(Number);
        return from === index || to === index;
      });
      expectSame(expand(made, own, ALL_AROUND.around), new Map(mine));
      for (const link of own) expect(link.sides).not.toBeNull();
    }),
    { numRuns: runs(200) },
  );
});

test('certain flows in focus are told exactly, and all others as before', () => {
  const some = fc.array(fc.boolean(), { minLength: 36, maxLength: 36 });
  let told = 0;
  fc.assert(
    fc.property(world, filters, some, (made, asked, chosen) => {
      const { analysis, flows } = made;
      const classOf = analysis.egress.subjectClass;
      const has = (from: number, to: number) =>
        chosen[((classOf[from] ?? 0) * 6 + (classOf[to] ?? 0)) % 36] === true;
      const drawing = draw(analysis, flows, asked, { kind: 'flows', has });
      const shown = shownFlows(made, asked);
      expectSame(expand(made, drawing.links, asked.around), shown);
      const meant = new Map(
        [...shown].filter(([key]) => {
          const [from, to] = key.split('>').map(Number);
          return has(from ?? -1, to ?? -1);
        }),
      );
      if (drawing.focus === null) {
        expect(meant.size === 0 || meant.size > 300).toBe(true);
        return;
      }
      told += 1;
      const own = drawing.links.filter((link) => drawing.focus?.has(link.id));
      expectSame(expand(made, own, asked.around), meant);
    }),
    { numRuns: runs(300) },
  );
  expect(told).toBeGreaterThan(50);
});
