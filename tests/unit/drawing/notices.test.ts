// What the words over the picture say of an input that is wrong.
import { expect, test } from 'vitest';
import { leftOutText, notComputedText } from '../../../src/app/graph/notices.ts';
import { analyze } from '../../../src/core/index.ts';

const POLICY = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: NAME, namespace: x}
spec:
  podSelector: {}
  ingress: [{from: [{ipBlock: {cidr: CIDR}}]}]
`;
const policy = (name: string, cidr: string) => POLICY.replace('NAME', name).replace('CIDR', cidr);

function said(...documents: string[]): string | null {
  const files = [{ name: 'a.yaml', text: documents.join('---\n') }];
  return leftOutText(analyze(files).findings);
}

test('nothing of an input that is right', () => {
  expect(said(policy('right', '10.0.0.0/8'))).toBeNull();
});

test('each refused policy counts once, however many mistakes it has', () => {
  const twice = policy('wrong', 'ten').replace('podSelector: {}', 'podSelector: []');
  expect(said(twice)).toBe('1 policy is left out: see Problems.');
  expect(said(twice, policy('other', '10.0.0.0/33'))).toBe(
    '2 policies are left out: see Problems.',
  );
});

test('documents that could not be read are counted beside them', () => {
  expect(said('a: [\n', policy('wrong', 'ten'))).toBe(
    '1 policy is left out and 1 document could not be read: see Problems.',
  );
  expect(said('a: [\n', 'just words\n')).toBe('2 documents could not be read: see Problems.');
});

test('policies of other makers are said, with how many verdicts they could change', () => {
  const pod = (name: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: x, labels: {app: ${name}}}\n`;
  const foreign = (group: string, kind: string, name: string) =>
    `apiVersion: ${group}/v1\nkind: ${kind}\nmetadata: {name: ${name}, namespace: x}\nspec: {}\n`;
  const words = (...documents: string[]) =>
    notComputedText(analyze([{ name: 'a.yaml', text: documents.join('---\n') }]).foreign);
  const cilium = (name: string) => foreign('cilium.io', 'CiliumNetworkPolicy', name);

  expect(words(pod('web'))).toBeNull();
  expect(words(cilium('one'))).toBe('1 Cilium policy is not computed.');
  expect(words(pod('web'), cilium('one'))).toBe(
    '1 Cilium policy is not computed; verdicts of 1 workload could differ.',
  );
  expect(words(pod('web'), pod('db'), cilium('one'), cilium('two'))).toBe(
    '2 Cilium policies are not computed; verdicts of 2 workloads could differ.',
  );
  expect(
    words(pod('web'), cilium('one'), foreign('projectcalico.org', 'NetworkPolicy', 'two')),
  ).toBe('2 policies of Cilium and Calico are not computed; verdicts of 1 workload could differ.');
});
