// Answers about Services, and the rows of the controller that is not in the input, name what they take for granted.
import { describe, expect, test } from 'vitest';
import {
  type Assumptions,
  analyze,
  askName,
  evaluateName,
  NO_ASSUMPTIONS,
  neighbours,
  type Outcome,
  renderListText,
  renderServiceText,
} from '../../../src/core/index.ts';
import { namespace, pod, policy } from '../semantics/fixture.ts';

const SERVICE = `apiVersion: v1
kind: Service
metadata: {name: web, namespace: x}
spec: {selector: {app: web}, ports: [{port: 80}]}`;
const INGRESS = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: shop, namespace: x}
spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}`;
const web = (name: string) => pod(`x/${name}`, `app: web, pod: ${name}`);
/** b lets addresses of 10/8 in, c everybody of namespaces with team=shop. */
const TEXT = [
  namespace('x'),
  web('b'),
  web('c'),
  pod('q/a', 'app: a'),
  policy(
    'x/b',
    'podSelector: {matchLabels: {pod: b}}\ningress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]',
  ),
  policy(
    'x/c',
    'podSelector: {matchLabels: {pod: c}}\ningress: [{from: [{namespaceSelector: {matchLabels: {team: shop}}}]}]',
  ),
  SERVICE,
  INGRESS,
].join('\n---\n');
const FILES = [{ name: 'input.yaml', text: TEXT }];

const IN_244 = 'pod addresses are in 10.244.0.0/16';
const SHOP = 'namespace q has the label team=shop';
const ASSUMED: Partial<Assumptions> = {
  podRanges: ['10.244.0.0/16'],
  nodeRanges: ['192.168.0.0/24'],
  namespaces: [{ name: 'q', labels: [['team', 'shop']], isComplete: false }],
};

function outcomeOf(assumed: Partial<Assumptions>): Outcome {
  return analyze(FILES, undefined, { ...NO_ASSUMPTIONS, ...assumed });
}

function ask(assumed: Partial<Assumptions>) {
  const outcome = outcomeOf(assumed);
  const at = outcome.analysis.peers.findIndex(({ id }) => id === 'q/a[Pod]');
  const answer = askName(outcome, at, 'web.x', 80);
  return {
    reach: answer?.reach,
    assuming: answer?.assuming,
    dns: answer?.dns?.assuming,
    endpoints: answer?.ports.flatMap(({ endpoints }) =>
      endpoints.map(({ peer, verdict, assuming }) => [peer.id, verdict, assuming]),
    ),
  };
}

describe('a name', () => {
  test('rests on nothing where nothing is assumed', () => {
    expect(ask({})).toEqual({
      reach: 'depends',
      assuming: [],
      dns: [],
      endpoints: [
        ['x/b[Pod]', 'depends', []],
        ['x/c[Pod]', 'depends', []],
      ],
    });
  });

  test('each endpoint rests on its own, the whole on all of them, and on nothing else', () => {
    expect(ask(ASSUMED)).toEqual({
      reach: 'allow',
      assuming: [IN_244, SHOP],
      dns: [],
      endpoints: [
        ['x/b[Pod]', 'allow', [IN_244]],
        ['x/c[Pod]', 'allow', [SHOP]],
      ],
    });
  });

  test('stands in the words of the command line, once', () => {
    const outcome = outcomeOf(ASSUMED);
    const source = outcome.analysis.peers.find(({ id }) => id === 'q/a[Pod]');
    if (source === undefined) throw new Error('there is no q/a');
    const asking = { source, name: 'web.x', port: 80, protocol: null };
    const lines = renderServiceText(evaluateName(outcome, FILES, asking)).split('\n');
    expect(lines[0]).toBe(
      `q/a[Pod] => svc/web.x: allowed, 2 of 2 endpoints reachable, assuming that ${IN_244} and that ${SHOP}`,
    );
    expect(lines.filter((line) => line.includes('assuming'))).toHaveLength(1);
  });
});

describe('what the controller of an Ingress reaches', () => {
  test('is listed with what it takes for granted', () => {
    const rows = [...renderListText(outcomeOf({ ...ASSUMED, cni: 'none' }), false)].join('');
    const [, row = ''] = rows.split('{ingress-controller} => x/b[Pod]');
    expect(row.split('\n').slice(0, 2)).toEqual([
      ' : TCP 80',
      '    assuming that the network plugin enforces no policy',
    ]);
    const bare = [...renderListText(outcomeOf({}), false)].join('');
    expect(bare).toContain('{ingress-controller} => x/b[Pod] : depends TCP 80');
    expect(bare).not.toContain('assuming');
  });

  test('is told so beside the ways in of a workload', () => {
    const waysOf = (assumed: Partial<Assumptions>) => {
      const outcome = outcomeOf(assumed);
      const at = outcome.analysis.peers.findIndex(({ id }) => id === 'x/b[Pod]');
      return neighbours(outcome, at)?.ways.map(({ reach, assuming }) => [reach, assuming]);
    };
    expect(waysOf({})).toEqual([['depends', []]]);
    expect(waysOf({ cni: 'none' })).toEqual([['allow', ['the network plugin enforces no policy']]]);
    // The controller is pods, too, so the addresses of pods are its own: either would do.
    expect(waysOf({ podRanges: ['10.244.0.0/16'] })).toEqual([['allow', [IN_244]]]);
    expect(waysOf({ cni: 'none', podRanges: ['10.244.0.0/16'] })).toEqual([
      ['allow', ['the network plugin enforces no policy', IN_244]],
    ]);
  });
});
