// The notes behind selectors and rules.
import { describe, expect, it, test } from 'vitest';
import { notesByFile, opensWords, selectsWords } from '../../../src/app/editor/effect-notes.ts';

test.each([
  [0, 0, 'selects no workload'],
  [1, 0, 'selects 1 workload'],
  [3, 2, 'selects 3 workloads, perhaps 2 more'],
])('%i workloads and %i in doubt', (workloads, maybe, words) => {
  expect(selectsWords({ workloads, maybe })).toBe(words);
});

test.each([
  [0, 0, 'selects addresses outside'],
  [0, 2, 'selects addresses outside, perhaps 2 workloads'],
  [3, 1, 'selects addresses outside and 3 workloads, perhaps 1 more workload'],
])('a block with %i workloads and %i in doubt', (workloads, maybe, words) => {
  expect(selectsWords({ workloads, maybe, outside: 1 })).toBe(words);
});

test.each([
  [0, 0, 0, 'opens no flow'],
  [5, 2, 0, 'opens 5 flows, 2 by itself'],
  [5, 0, 0, 'opens 5 flows, none by itself'],
  [1, 1, 0, 'opens 1 flow by itself'],
  [2, 2, 1, 'opens 2 flows by itself, perhaps 1 more'],
])('%i flows, %i alone and %i in doubt', (opens, alone, mayOpen, words) => {
  expect(opensWords({ opens, alone, mayOpen })).toBe(words);
});

describe('notesByFile', () => {
  it('gives each selector and rule its note, in its file', () => {
    const span = (file: string, start: number) => ({ file, start, end: start + 1 });
    const policy = (file: string) => ({
      namespace: 'x',
      name: 'p',
      subject: { span: span(file, 7), workloads: 1, maybe: 0 },
      rules: [
        {
          direction: 'ingress' as const,
          index: 0,
          span: span(file, 20),
          opens: 2,
          alone: 1,
          mayOpen: 0,
          mayAlone: 0,
          peers: [{ span: span(file, 30), workloads: 2, maybe: 0 }],
        },
      ],
    });
    const notes = notesByFile({ policies: [policy('a'), policy('b')], adminPolicies: [] });
    expect([...notes.keys()]).toEqual(['a', 'b']);
    const p = { namespace: 'x', name: 'p' };
    const rule = { ...p, direction: 'ingress', rule: 0, at: 0 };
    expect(notes.get('b')).toMatchObject([
      { start: 7, words: 'selects 1 workload', part: { kind: 'subject', ...p } },
      { start: 20, words: 'opens 2 flows, 1 by itself', part: { kind: 'rule', ...rule } },
      { start: 30, words: 'selects 2 workloads', part: { kind: 'entry', ...rule } },
    ]);
    for (const { hover } of notes.get('b') ?? []) expect(hover).toContain('Click');
  });

  test('of an administrator’s policy are what it selects, and leads to its parts', () => {
    const notes = notesByFile({
      policies: [],
      adminPolicies: [
        {
          kind: 'AdminNetworkPolicy',
          name: 'p',
          subject: { span: { file: 'a', start: 7, end: 8 }, workloads: 3, maybe: 0 },
          rules: [
            {
              direction: 'egress',
              index: 1,
              peers: [{ at: 2, span: { file: 'a', start: 30, end: 31 }, workloads: 0, maybe: 0 }],
            },
          ],
        },
      ],
    });
    const p = { policy: 'AdminNetworkPolicy', name: 'p' };
    expect(notes.get('a')).toMatchObject([
      { start: 7, words: 'selects 3 workloads', part: { kind: 'admin-subject', ...p } },
      {
        start: 30,
        words: 'selects no workload',
        part: { kind: 'admin-entry', ...p, direction: 'egress', rule: 1, at: 2 },
      },
    ]);
  });
});
