// Whatever value an object is to have, the text that is made reads as that value, and what is not
// touched keeps its comments.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_ASSUMPTIONS } from '../../src/core/index.ts';
import { isMap, isSame, type Value, withAt } from '../../src/terminal/cluster/value.ts';
import { createMemory, worldOf } from '../../src/terminal/cluster/world.ts';
import { changeObject } from '../../src/terminal/editing/change.ts';
import type { EditorFile } from '../../src/terminal/terminal.ts';
import { runs } from './runs.ts';

const TEXTS = [
  `apiVersion: v1
kind: Pod
metadata:
  name: web # the name
  labels:
    app: web # a label
    tier: "front"
spec:
  # one container
  containers:
  - name: web
    image: nginx
    args: [a, "b"]
    ports:
      - containerPort: 80 # http
  restartPolicy:
`,
  `# before
---
apiVersion: v1
kind: Pod
metadata: {name: web, labels: {app: web}}
spec: {containers: [{name: web, image: nginx}]}
---
apiVersion: v1
kind: Namespace
metadata:
  name: other
`,
  '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","labels":{"app":"web"}},"spec":{}}',
  `apiVersion: v1
kind: List
items:
- metadata:
    labels: &labels
      app: web
    name: web
  apiVersion: v1
  kind: Pod
  spec:
    note: |
      two
      lines

- apiVersion: v1
  kind: Pod
  metadata:
    name: b
    labels: *labels
`,
];

function podIn(files: readonly EditorFile[]) {
  const cluster = {
    files,
    assumptions: NO_ASSUMPTIONS,
    outcome: null,
    now: 0,
    memory: createMemory(),
  };
  const { objects } = worldOf(cluster);
  return objects.find(({ kind, name }) => kind.kind === 'Pod' && name === 'web');
}

const scalar = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom(
    'yes',
    'no',
    'null',
    '80',
    '1.5',
    'a: b',
    '- a',
    '#x',
    "it's",
    '0x1',
    '',
    ' ',
    'y',
    '2020-01-01',
    '1:30',
    'a #b',
    '{',
    '*x',
    '&x',
    '\n',
    'a\nb\n',
    'é',
    '~',
    '=',
    '<<',
    '---',
    '@a',
    '%a',
    '`',
  ),
  fc.integer(),
  fc.boolean(),
);
const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .array(
        fc.tuple(
          fc.oneof(fc.string({ maxLength: 5 }), fc.constantFrom('app', 'name', '__proto__')),
          tie('value'),
        ),
        { maxLength: 3 },
      )
      .map((pairs) => new Map(pairs)),
  ),
}));
const path = fc.constantFrom(
  ['metadata', 'labels', 'app'],
  ['metadata', 'labels', 'new'],
  ['metadata', 'labels'],
  ['metadata', 'annotations', 'a/b'],
  ['metadata', 'namespace'],
  ['spec', 'restartPolicy'],
  ['spec', 'containers'],
  ['spec', 'note'],
  ['spec'],
  ['status', 'phase'],
);

describe('changes of an object', () => {
  it('read as what was wanted, and leave the other objects as they are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TEXTS),
        path,
        fc.option(value, { nil: undefined }),
        (text, where, wanted) => {
          const files = [{ name: 'a.yaml', text }];
          const pod = podIn(files);
          if (pod === undefined) throw new Error('no pod');
          const next = withAt(pod.value, where, wanted);
          if (!isMap(next)) throw new Error('no map');
          const after = podIn(changeObject(files, pod, next));
          // A key `<<` brings in another map, in YAML; nobody writes one by a command.
          fc.pre(
            !JSON.stringify(wanted, (_, one) => (one instanceof Map ? [...one] : one))?.includes(
              '<<',
            ),
          );
          expect(after !== undefined && isSame(after.value, next)).toBe(true);
        },
      ),
      { numRuns: runs(600) },
    );
  });

  it('keep comments and the rest of the text', () => {
    const files = [{ name: 'a.yaml', text: TEXTS[0] as string }];
    const pod = podIn(files);
    if (pod === undefined) throw new Error('no pod');
    const next = withAt(
      withAt(pod.value, ['metadata', 'labels', 'tier'], undefined),
      ['metadata', 'labels', 'env'],
      'no',
    );
    const changed = changeObject(files, pod, isMap(next) ? next : new Map());
    expect(changed[0]?.text).toBe(
      (TEXTS[0] as string).replace('    tier: "front"\n', '    env: "no"\n'),
    );
  });
});
