// A fix never leaves a text worse: one slip in a manifest that is right, in whatever style it is
// written, and every edit that is offered for it mends it without breaking anything.
import fc from 'fast-check';
import { dump } from 'js-yaml';
import { expect, test } from 'vitest';
import { brokenFixes, everythingSaid, fixesOf } from '../fixing-law.ts';
import { runs } from './runs.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const metadata = { name: 'one', namespace: 'shop', labels: { app: 'web', version: 'v1' } };
const podSpec = {
  hostNetwork: false,
  containers: [
    {
      name: 'main',
      image: 'main:1',
      ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
      env: [{ name: 'PORT', value: 'high' }],
    },
  ],
};
const template = { metadata: { labels: { app: 'web' } }, spec: podSpec };

const RIGHT: readonly Json[] = [
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata,
    spec: {
      podSelector: {
        matchLabels: { app: 'web', tier: 'front' },
        matchExpressions: [{ key: 'env', operator: 'NotIn', values: ['test', 'dev'] }],
      },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        {
          from: [
            { namespaceSelector: { matchLabels: { team: 'a' } }, podSelector: {} },
            { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } },
          ],
          ports: [{ port: 80, protocol: 'TCP' }, { port: 8000, endPort: 9000 }, { port: 'http' }],
        },
      ],
      egress: [{ to: [{ podSelector: { matchLabels: { app: 'db' } } }] }],
    },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata,
    spec: { replicas: 2, selector: { matchLabels: { app: 'web' } }, template },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata,
    spec: { type: 'NodePort', selector: { app: 'web' }, ports: [{ port: 80, targetPort: 8080 }] },
  },
  {
    apiVersion: 'policy.networking.k8s.io/v1alpha1',
    kind: 'AdminNetworkPolicy',
    metadata: { name: 'one' },
    spec: {
      priority: 10,
      subject: { namespaces: { matchLabels: { team: 'a' } } },
      ingress: [{ name: 'no', action: 'Deny', from: [{ namespaces: {} }] }],
    },
  },
];

/** Bare words in a dump, which would quote them. */
const BARE = '@@';

type Path = readonly (string | number)[];
type Slip = (value: Json, path: Path) => Json | undefined;

/** Each changes one value, or says that it is no value to change. */
const SLIPS: Readonly<Record<string, Slip>> = {
  quoted: (value) => (typeof value === 'number' ? String(value) : undefined),
  bareNumber: (value) => (typeof value === 'string' ? `${BARE}1.10${BARE}` : undefined),
  bareBoolean: (value) => (typeof value === 'string' ? `${BARE}on${BARE}` : undefined),
  bareLetter: (value) => (typeof value === 'string' ? `${BARE}y${BARE}` : undefined),
  lowerCase: (value) => (typeof value === 'string' ? value.toLowerCase() : undefined),
  upperCase: (value) => (typeof value === 'string' ? value.toUpperCase() : undefined),
  withoutMask: (value) =>
    typeof value === 'string' && value.includes('/8') ? value.replace('/8', '') : undefined,
  hostBits: (value) =>
    typeof value === 'string' && value.includes('.0/') ? value.replace('.0/', '.7/') : undefined,
  onlyItem: (value) => (Array.isArray(value) ? value[0] : undefined),
  repeated: (value) => (Array.isArray(value) ? [...value, ...value] : undefined),
  inAList: (value) => (isMap(value) ? [value] : undefined),
  labelsAlone: (value) =>
    isMap(value) && isMap(value.matchLabels) ? value.matchLabels : undefined,
  asText: (value) => (isMap(value) ? 'text' : undefined),
};

/** Each makes another key of one. */
const KEY_SLIPS: Readonly<Record<string, (key: string, at: number) => string>> = {
  dropped: (key, at) => key.slice(0, at) + key.slice(at + 1),
  doubled: (key, at) => key.slice(0, at) + key.slice(at, at + 1) + key.slice(at),
  swapped: (key, at) =>
    key.slice(0, at) + key.slice(at + 1, at + 2) + key.slice(at, at + 1) + key.slice(at + 2),
  capital: (key) => key.charAt(0).toUpperCase() + key.slice(1),
  small: (key) => key.toLowerCase(),
  plural: (key) => `${key}s`,
};

function isMap(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pathsIn(value: Json, path: Path = []): readonly Path[] {
  const inner = Array.isArray(value)
    ? value.flatMap((item: Json, index) => pathsIn(item, [...path, index]))
    : isMap(value)
      ? Object.entries(value).flatMap(([key, item]) => pathsIn(item, [...path, key]))
      : [];
  return path.length === 0 ? inner : [path, ...inner];
}

function changeAt(value: Json, path: Path, change: (value: Json) => Json, rename?: string): Json {
  const [step, ...rest] = path;
  if (step === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.map((item: Json, index) =>
      index === step ? changeAt(item, rest, change, rename) : item,
    );
  }
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (key !== step) return [key, item];
      const name = rest.length === 0 ? (rename ?? key) : key;
      return [name, changeAt(item, rest, change, rename)];
    }),
  );
}

function valueAt(value: Json, path: Path): Json | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(value)) return valueAt((value as readonly Json[])[Number(step)] ?? null, rest);
  return isMap(value) ? valueAt(value[step] ?? null, rest) : undefined;
}

const STYLES: Readonly<Record<string, (value: Json) => string>> = {
  block: (value) => dump(value),
  indented: (value) => dump(value, { indent: 4 }),
  flow: (value) => dump(value, { flowLevel: 2 }),
  json: (value) => JSON.stringify(value, null, 2),
  oneLine: (value) => JSON.stringify(value),
};

function written(value: Json, style: string): string {
  const text = STYLES[style]?.(value) ?? '';
  return text.replace(new RegExp(`["']?${BARE}([^@]*)${BARE}["']?`, 'g'), '$1');
}

const slipped = fc
  .record({
    right: fc.constantFrom(...RIGHT),
    style: fc.constantFrom(...Object.keys(STYLES)),
    at: fc.nat(),
    letter: fc.nat(12),
    slip: fc.constantFrom(...Object.keys(SLIPS), ...Object.keys(KEY_SLIPS)),
  })
  .map(({ right, style, at, letter, slip }) => {
    const paths = pathsIn(right);
    // The first path from there on that the slip can happen to.
    const turned = [...paths.slice(at % paths.length), ...paths.slice(0, at % paths.length)];
    for (const path of turned) {
      const last = path.at(-1);
      const rename = KEY_SLIPS[slip];
      if (rename !== undefined && typeof last === 'string') {
        const name = rename(last, letter % last.length);
        if (name !== last)
          return written(
            changeAt(right, path, (same) => same, name),
            style,
          );
      }
      const now = SLIPS[slip]?.(valueAt(right, path) ?? null, path);
      if (now !== undefined)
        return written(
          changeAt(right, path, () => now),
          style,
        );
    }
    return written(right, style);
  });

test('the manifests are right before the slip, in every style', () => {
  for (const right of RIGHT) {
    for (const style of Object.keys(STYLES)) {
      const errors = everythingSaid(written(right, style)).filter(({ level }) => level === 'error');
      expect(errors).toEqual([]);
    }
  }
});

test('every fix mends, and breaks nothing', () => {
  let offered = 0;
  fc.assert(
    fc.property(slipped, (text) => {
      offered += fixesOf(text).length;
      expect(brokenFixes(text)).toEqual([]);
    }),
    { numRuns: runs(1500) },
  );
  // Or the property would hold of nothing.
  expect(offered).toBeGreaterThan(200);
});
