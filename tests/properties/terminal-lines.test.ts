// Whatever is typed, a line comes to an answer: nothing throws, nothing hangs, and what is changed can be read again.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_ASSUMPTIONS } from '../../src/core/index.ts';
import { readPattern } from '../../src/terminal/filters/pattern.ts';
import {
  complete,
  createMemory,
  type EditorFile,
  newSession,
  run,
  type Session,
  wantsMore,
} from '../../src/terminal/terminal.ts';
import { runs } from './runs.ts';

const FILES: readonly EditorFile[] = [
  {
    name: 'web.yaml',
    text: `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, labels: {app: web}}
spec:
  replicas: 2
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, image: nginx, ports: [{containerPort: 80}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80}]}
---
apiVersion: v1
kind: Pod
metadata: {name: tester, namespace: green, labels: {a: b}}
spec: {containers: [{name: sh, image: busybox}]}
`,
  },
  {
    name: 'deny.yaml',
    applied: false,
    text: 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: deny}\nspec: {podSelector: {}}\n',
  },
  {
    name: 'broken.yaml',
    text: 'kind: [\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: [x]}\n---\n__proto__: 1\n',
  },
];

const WORDS =
  'kubectl k get describe explain apply create run expose exec label annotate scale set delete edit rollout wait config api-resources cluster-info version logs help pods pod svc deploy ns netpol all widgets web tester deny db default green nowhere pod/tester deploy/web svc/web -n -A -l -o -f -i -t -it -- - --rm --image=nginx --image nginx --replicas=2 --replicas=99999999 --port=80 --labels=a=b --all --dry-run=client -o yaml wide json name app=web app- a.b/c=d deny.yaml web.yaml broken.yaml nothing.yaml deployment namespace service clusterip --tcp=80:x status image web=nginx:2 set-context --current --namespace=green --namespace= hostname env sh exit cat echo grep head tail wc sort ls less clear true false -c -v -E -i -5 -k2 (a+)+$ [[:alpha:] *** \\ \\( {2,1} networkpolicy.spec.ingress networkpolicy..x pods,svc ,, / // x/y/z __proto__ constructor toString --__proto__ metadata.name=web $HOME `id` $(id) for x in do done while until if then else fi { } ( ) ! X=1 X=$X$X export alias unset timeout 1 xargs -n1 watch time seq 9999 sleep [ ] {1..9} *.yaml jsonpath={..} jsonpath={.items[0].a} jsonpath={range custom-columns=A:.a --sort-by=.a getent hosts telnet host ss'.split(
    ' ',
  );
const word = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);
const joint = fc.oneof(
  { weight: 12, arbitrary: fc.constant(' ') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ' | ',
      '; ',
      ' && ',
      ' || ',
      ' > ',
      ' >> x.yaml ',
      ' < ',
      '\n',
      ' <<EOF\n',
      "'",
      '"',
      '#',
      '&',
      ' 2>&1 ',
      ' 2>/dev/null ',
    ),
  },
);
const line = fc
  .tuple(
    fc.constantFrom('kubectl ', 'kubectl ', 'kubectl ', ''),
    fc.array(fc.tuple(word, joint), { maxLength: 9 }),
  )
  .map(([start, parts]) => start + parts.flat().join(''));

const inside: Session = {
  ...newSession(),
  inside: { namespace: 'green', pod: 'tester', container: 'sh', removes: true, variables: [] },
};

describe('any line', () => {
  it('comes to an answer, and so does the next', () => {
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        fc.nat(60),
        (lines, isInside, at) => {
          let session = isInside ? inside : newSession();
          let files = FILES;
          const memory = createMemory();
          for (const typed of lines) {
            const cluster = { files, assumptions: NO_ASSUMPTIONS, outcome: null, now: 1, memory };
            expect(typeof wantsMore(typed)).toBe('boolean');
            expect(complete(typed, at, session, cluster).from).toBeLessThanOrEqual(at);
            const outcome = run(typed, session, cluster);
            expect(Number.isInteger(outcome.status)).toBe(true);
            // It travels to the page: plain data and nothing else.
            expect(structuredClone(outcome)).toEqual(outcome);
            session = outcome.session;
            files = outcome.files ?? files;
          }
          const names = files.map(({ name }) => name);
          expect(new Set(names).size).toBe(names.length);
        },
      ),
      { numRuns: runs(500) },
    );
  });

  it('is answered when it is made of any letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
        const cluster = {
          files: FILES,
          assumptions: NO_ASSUMPTIONS,
          outcome: null,
          now: 0,
          memory: createMemory(),
        };
        expect(
          run(typed, newSession(), cluster).output.every(({ text }) => typeof text === 'string'),
        ).toBe(true);
        expect(
          run(`kubectl ${typed}`, newSession(), cluster).output.every(
            ({ text }) => typeof text === 'string',
          ),
        ).toBe(true);
      }),
      { numRuns: runs(500) },
    );
  });

  it('is answered at once, however long and deep it is', () => {
    const cluster = {
      files: FILES,
      assumptions: NO_ASSUMPTIONS,
      outcome: null,
      now: 0,
      memory: createMemory(),
    };
    const hard = [
      'echo '.repeat(50_000),
      '"'.repeat(99_999),
      `echo ${'a '.repeat(40_000)}| grep -E "(a+)+(a+)+(a+)+b"`,
      `cat <<EOF\n${'a'.repeat(90_000)}\nEOF`,
      `kubectl get pods -l ${'('.repeat(90_000)}`,
      `kubectl get ${'pods,'.repeat(10_000)}`,
      `kubectl explain pod${'.spec'.repeat(10_000)}`,
      'kubectl create deployment big --image=nginx --replicas=999999999 && kubectl get pods | wc -l',
      `grep -E "${'(a{200}){200}'.repeat(5)}" web.yaml`,
      `ls ${'| cat '.repeat(3000)}`,
      `${'ls;'.repeat(5000)}`,
      `kubectl apply -f - <<EOF\n${'- '.repeat(20_000)}\nEOF`,
    ];
    const begun = performance.now();
    for (const typed of hard) run(typed, newSession(), cluster);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});

describe('a pattern of grep', () => {
  /** Pieces that a RegExp of the browser and grep -E understand alike. */
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('a', 'b', 'c', '.', '[ab]', '[^a]', '^', '$', 'ab'),
      fc.tuple(tie('node'), tie('node')).map(([one, other]) => one + other),
      fc.tuple(tie('node'), tie('node')).map(([one, other]) => `(${one}|${other})`),
      fc
        .tuple(
          fc.constantFrom('a', 'b', '.', '(ab)', '[bc]'),
          fc.constantFrom('*', '+', '?', '{2}', '{1,2}', '{0,}'),
        )
        .map((pair) => pair.join('')),
    ),
  }));

  it('matches what a regular expression matches', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 })
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(node, text, (source, one) => {
        const pattern = readPattern(source, 'extended', false);
        expect(pattern.ok && pattern.matches(one)).toBe(new RegExp(source).test(one));
      }),
      { numRuns: runs(2000) },
    );
  });
});
