// A file that is not applied is read, and nothing of it takes part.
import { describe, expect, test } from 'vitest';
import { analyze, effectsOf, lint, type SourceFile } from '../../../src/core/index.ts';

const POD = (name: string) => `apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: x, labels: {app: ${name}}}
spec: {containers: [{name: c, image: nginx}]}
`;
const DENY_ALL = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: deny-all, namespace: x}
spec: {podSelector: {}}
`;

const pods: SourceFile = { name: 'pods.yaml', text: `${POD('a')}---\n${POD('b')}` };
const waiting = (text: string): SourceFile => ({ name: 'later.yaml', text, applied: false });

/** All that can be said of the cluster, without the places of its parts. */
function facts(files: readonly SourceFile[]) {
  const outcome = analyze(files);
  return {
    peers: outcome.analysis.peers.map(({ id }) => id),
    policies: outcome.cluster.policies.map(({ name }) => name),
    analysis: outcome.analysis,
    lacks: outcome.mayLackPods,
    effects: effectsOf(outcome),
  };
}

describe('a file that is not applied', () => {
  test.each([
    ['a policy', DENY_ALL],
    ['a pod', POD('c')],
    ['a namespace', 'apiVersion: v1\nkind: Namespace\nmetadata: {name: y}\n'],
    [
      'a controller of its own kind',
      'apiVersion: example.com/v1\nkind: Database\nmetadata: {name: d}\n',
    ],
  ])('with %s changes nothing in the cluster', (_what, text) => {
    expect(facts([pods, waiting(text)])).toEqual(facts([pods]));
  });

  test('takes part once it is applied, and no longer when it is taken back', () => {
    const applied = analyze([pods, { name: 'later.yaml', text: DENY_ALL }]);
    expect(applied.cluster.policies.map(({ name }) => name)).toEqual(['deny-all']);
    expect(analyze([pods, waiting(DENY_ALL)]).cluster.policies).toEqual([]);
  });

  test('beside an applied twin leaves the twin alone', () => {
    const twin = { name: 'now.yaml', text: DENY_ALL };
    const outcome = analyze([pods, waiting(DENY_ALL), twin]);
    expect(outcome.cluster.policies.map(({ origin }) => origin.file)).toEqual(['now.yaml']);
    expect(outcome.findings.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  test('still shows its mistakes, at their places', () => {
    const wrong = DENY_ALL.replace('podSelector: {}', 'podSelector: {}, ingress: [{form: []}]');
    const files = [pods, waiting(wrong)];
    const found = lint(analyze(files), files).filter(({ level }) => level === 'error');
    expect(found.map(({ span }) => span.file)).toEqual(['later.yaml']);
    expect(wrong.slice(found[0]?.span.start, found[0]?.span.end)).toContain('form');
  });

  test('is not looked at by the rules of the linter, as what it says is not so yet', () => {
    const selectsNothing = DENY_ALL.replace(
      'podSelector: {}',
      'podSelector: {matchLabels: {app: z}}',
    );
    const rules = (files: readonly SourceFile[]) =>
      lint(analyze(files), files).map(({ rule }) => rule);
    expect(rules([pods, { name: 'later.yaml', text: selectsNothing }])).toContain(
      'selects-nothing',
    );
    expect(rules([pods, waiting(selectsNothing)])).not.toContain('selects-nothing');
  });
});
