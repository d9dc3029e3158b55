// Going back from a selection leads where it was opened.
import { expect, test } from 'vitest';
import { factWords } from '../../../src/app/panels/peer-words.ts';
import { watchTrail } from '../../../src/app/panels/trail.ts';
import type { Selection } from '../../../src/app/store.ts';
import { pageWith } from './builders.ts';

const peer = (id: string): Selection => ({ kind: 'peer', id });
const flow = (source: string, destination: string): Selection => ({
  kind: 'flow',
  source,
  destination,
});
const WEB = 'x/web[Pod]';
const API = 'x/api[Pod]';
const DB = 'x/db[Pod]';
const GROUP = flow('namespace:x', 'namespace:y');

/** Where one step back leads after these were selected one after the other. */
function backAfter(...selections: readonly (Selection | null)[]): Selection | null {
  const { store } = pageWith();
  let back: Selection | null = null;
  const stop = watchTrail(store, ({ from }) => {
    back = from;
  });
  for (const selection of selections) store.setState({ selection });
  stop();
  return back;
}

test.each<[string, (Selection | null)[], Selection | null]>([
  ['a flow opened from a workload', [peer(WEB), flow(WEB, API)], peer(WEB)],
  ['its other end', [peer(API), flow(WEB, API)], peer(API)],
  ['the same flow turned around', [peer(WEB), flow(WEB, API), flow(API, WEB)], peer(WEB)],
  ['a flow chosen from an edge of many', [GROUP, flow(WEB, API)], GROUP],
  ['the workload gone back to', [peer(WEB), flow(WEB, API), peer(WEB)], null],
  ['a workload', [null, peer(WEB)], null],
  ['an edge chosen in the picture', [flow(WEB, API)], null],
  ['a flow of others', [peer(DB), flow(WEB, API)], null],
  ['a flow after the overview', [peer(WEB), null, flow(WEB, API)], null],
  ['another flow', [peer(WEB), flow(WEB, API), flow(API, DB)], null],
])('from %s', (_, selections, expected) => {
  expect(backAfter(...selections)).toEqual(expected);
});

test('what is missing calls a workload without its kind', () => {
  expect(factWords({ kind: 'host-network', workload: 'monitoring/agent[DaemonSet]' })).toMatch(
    /^monitoring\/agent uses the host/,
  );
});
