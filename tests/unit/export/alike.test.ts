// Pods that every policy treats alike are still told apart where the reasons differ.
import { expect, test } from 'vitest';
import { alikeIn } from '../../../src/core/export/alike.ts';
import { analyze, NO_ASSUMPTIONS } from '../../../src/core/index.ts';

const text = `
apiVersion: v1
kind: Pod
metadata: {name: bare, namespace: x}
spec: {containers: [{name: c, image: i}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: owned, namespace: x}
spec: {selector: {matchLabels: {}}, template: {spec: {containers: [{name: c, image: i}]}}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: selects-neither, namespace: x}
spec: {podSelector: {matchLabels: {app: other}}}
`;

test('D18: a bare pod is passed over, and one that a controller owns is not selected', () => {
  const assumptions = { ...NO_ASSUMPTIONS, cni: 'aws-vpc-cni' } as const;
  const outcome = analyze([{ name: 'pods.yaml', text }], undefined, assumptions);
  const at = (id: string) => outcome.analysis.peers.findIndex((peer) => peer.id === id);
  const [bare, owned] = [at('x/bare[Pod]'), at('x/owned[Deployment]')];
  const alike = alikeIn(outcome);
  const reasons = (from: number, to: number) =>
    alike
      .segments(from, to)
      .map(({ decision: { egress, ingress } }) => [
        'reason' in egress && egress.reason,
        'reason' in ingress && ingress.reason,
      ]);
  expect(reasons(bare, owned)).toEqual([['no-owner', 'not-selected']]);
  expect(reasons(owned, bare)).toEqual([['not-selected', 'no-owner']]);
  expect(reasons(owned, owned)).toEqual([['not-selected', 'not-selected']]);
});
