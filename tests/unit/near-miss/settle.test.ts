// What to write where a verdict depends: each way makes it sure, and says so in words.
import { expect, test } from 'vitest';
import { analyze, explainFlow } from '../../../src/core/index.ts';
import { controller, namespace, pod, policy } from '../semantics/fixture.ts';

/** `allow: …` and so on, of all that depends between two pods. */
function settled(from: string, to: string, ...documents: readonly string[]): readonly string[] {
  const outcome = analyze([{ name: 'input.yaml', text: documents.join('\n---\n') }]);
  const at = (name: string) =>
    outcome.analysis.peers.findIndex(({ id }) => id.replace(/\[\w+\]$/, '') === name);
  const { segments } = explainFlow(outcome, at(from), at(to));
  return segments.flatMap(({ settlings = [] }) =>
    settlings.map(({ verdict, side, message }) => `${verdict} ${side}: ${message}`),
  );
}

const A = pod('x/a', 'app: a');
const B = pod('x/b', 'app: b');

test('pods that an address block may hold are named by their labels, or the block is left out', () => {
  const block = policy(
    'x/p',
    'podSelector: {matchLabels: {app: b}}\ningress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]',
  );
  expect(settled('x/a', 'x/b', A, B, block)).toEqual([
    'allow ingress: An entry beside this one that names x/a[Pod] by labels surely lets it in: podSelector app: a.',
    'deny ingress: Without this entry it is surely stopped: nothing else may let it in.',
  ]);
});

test('pods of a namespace nobody declares are named by the label that every namespace has', () => {
  const team = policy(
    'x/p',
    'podSelector: {}\ningress: [{from: [{namespaceSelector: {matchLabels: {team: red}}}]}]',
  );
  const [allow] = settled(
    'y/c',
    'x/b',
    namespace('x', 'team: blue'),
    B,
    pod('y/c', 'app: c'),
    team,
  );
  expect(allow).toContain(
    'podSelector app: c with namespaceSelector kubernetes.io/metadata.name: y',
  );
});

test('what is on its host network is meant by no entry', () => {
  const text = policy(
    'x/p',
    'podSelector: {matchLabels: {app: b}}\ningress: [{from: [{podSelector: {}}]}]',
  );
  const host = pod('x/h', 'app: h', 'hostNetwork: true\ncontainers: []');
  const [allow] = settled('x/h', 'x/b', host, B, text);
  expect(allow).toContain('only a rule without "from" does');
});

test('several entries in doubt are told together', () => {
  const two = policy(
    'x/p',
    `podSelector: {matchLabels: {app: b}}
ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}, {from: [{ipBlock: {cidr: 172.16.0.0/12}}]}]`,
  );
  expect(settled('x/a', 'x/b', A, B, two).at(-1)).toContain(
    'Without this entry and another like it, it is surely stopped',
  );
});

test('where it is open whether a policy selects a pod, labels that are written settle it', () => {
  const first = policy(
    'x/p',
    'podSelector: {matchLabels: {apps.kubernetes.io/pod-index: "0"}}\npolicyTypes: [Ingress]',
  );
  const many = controller('StatefulSet', 'x/s', 'app: s', 'replicas: 2');
  const told = settled('x/a', 'x/s', A, many, first);
  for (const one of told) expect(one).toContain('podSelector app: s');
});

test('nothing is told where nothing depends', () => {
  expect(settled('x/a', 'x/b', A, B)).toEqual([]);
});
