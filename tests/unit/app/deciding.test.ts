// The lines that decide a flow, from the explanation of a real input.
import { expect, test } from 'vitest';
import { decidingLines } from '../../../src/app/panels/deciding.ts';
import { analyze, explainFlow } from '../../../src/core/index.ts';

const pod = (name: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: ${name}, namespace: x, labels: { app: ${name} } }\n`;

const POLICY = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: p, namespace: x }
spec:
  podSelector: { matchLabels: { app: b } }
  ingress:
    - ports: [{ port: 80 }]
`;

test('the rule that lets a port in, and the selector that stops the others, each once', () => {
  const text = [pod('a'), pod('b'), POLICY].join('---\n');
  const outcome = analyze([{ name: 'all', text }]);
  const lines = decidingLines(explainFlow(outcome, 0, 1).segments).map(
    ({ span, verdict }) => `${verdict} ${text.slice(span.start, span.end).trim()}`,
  );
  expect(lines.toSorted()).toEqual([
    'allow ports: [{ port: 80 }]',
    'deny { matchLabels: { app: b } }',
  ]);
  // Nothing selects a: nobody's lines decide (SEMANTICS 0.2).
  expect(decidingLines(explainFlow(outcome, 1, 0).segments)).toEqual([]);
});
