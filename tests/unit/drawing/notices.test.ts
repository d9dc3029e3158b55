// What the words over the picture say of an input that is wrong.
import { expect, test } from 'vitest';
import { leftOutText } from '../../../src/app/graph/notices.ts';
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
