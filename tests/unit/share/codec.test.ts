// What a link may carry, and what is done with the rest.
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { countAssumptions, NO_ASSUMPTIONS } from '../../../src/core/index.ts';
import { fromBase64Url, toBase64Url } from '../../../src/share/base64url.ts';
import {
  decodeFragment,
  documentJson,
  encodeDocument,
  packJson,
} from '../../../src/share/codec.ts';
import { type Document, NO_FILTERS, sameFiles } from '../../../src/share/document.ts';
import { CAPS, readDocument } from '../../../src/share/reading.ts';

const DOCUMENT: Document = {
  files: [
    { name: 'base/policies.yaml', text: 'kind: NetworkPolicy\n' },
    { name: 'pods.json', text: '{"kind": "Pod"}' },
  ],
  activeFile: 'pods.json',
  filters: { ...NO_FILTERS, namespaces: ['shop'], port: 80, show: 'denied' },
  selection: { kind: 'flow', source: 'shop/web[Deployment]', destination: 'namespace:shop' },
  moved: { 'shop/web[Deployment]': { x: 12, y: -3.5 } },
  assumptions: {
    ...NO_ASSUMPTIONS,
    podRanges: ['10.244.0.0/16'],
    namespaces: [{ name: 'ops', labels: [['team', 'ops']], isComplete: false }],
  },
  around: { '{api-server}': true, internet: false },
};

describe('encodeDocument', () => {
  test('uses only letters that survive in a URL', () => {
    expect(encodeDocument(DOCUMENT)).toMatch(/^v1\.[A-Za-z0-9_-]+$/);
  });

  test('keeps a link of 2 KB of manifests well under a thousand characters', () => {
    const policy = (app: string) =>
      `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: ${app}-in\n  namespace: shop\nspec:\n  podSelector:\n    matchLabels:\n      app: ${app}\n  ingress:\n    - from:\n        - podSelector:\n            matchLabels:\n              app: web\n      ports:\n        - protocol: TCP\n          port: 8080\n`;
    const text = ['api', 'cart', 'mail', 'search', 'stock', 'users', 'wishes']
      .map(policy)
      .join('---\n');
    expect(text.length).toBeGreaterThan(1_900);
    const document = { ...DOCUMENT, files: [{ name: 'a.yaml', text }], activeFile: 'a.yaml' };
    expect(encodeDocument(document).length).toBeLessThan(700);
  });
});

describe('a file that is not applied', () => {
  const [first, second] = DOCUMENT.files;
  const waiting = { name: 'later.yaml', text: 'kind: NetworkPolicy\n', applied: false as const };

  test('comes back as such, and the others as they were', () => {
    const files = [...DOCUMENT.files, waiting];
    const decoded = decodeFragment(encodeDocument({ ...DOCUMENT, files }));
    expect(decoded).toMatchObject({ ok: true, document: { files } });
    if (decoded.ok) expect(decoded.document.files[0]).toEqual(first);
  });

  test('makes another document of the same text', () => {
    const other = {
      ...DOCUMENT,
      files: [{ ...waiting, ...first, applied: false as const }, second],
    };
    expect(sameFiles(DOCUMENT, other as Document)).toBe(false);
    expect(sameFiles(other as Document, other as Document)).toBe(true);
  });

  test('is not told of in a link without any, which stays as short as it was', () => {
    // Made before there was such a thing.
    const before = encodeDocument(DOCUMENT);
    const json = documentJson(DOCUMENT);
    expect(json).not.toContain('applied');
    expect(
      json.startsWith('{"files":[{"name":"base/policies.yaml","text":"kind: NetworkPolicy\\n"},'),
    ).toBe(true);
    const decoded = decodeFragment(before);
    if (decoded.ok) expect(encodeDocument(decoded.document)).toBe(before);
    expect(decoded.ok).toBe(true);
  });

  test.each([true, 'false', 0, null, {}])('is only one that says false, not %j', (applied) => {
    const read = readDocument({ files: [{ name: 'a', text: '', applied }] });
    expect(read?.files).toEqual([{ name: 'a', text: '' }]);
  });
});

describe('decodeFragment', () => {
  test.each([
    ['', 'not-ours'],
    ['#', 'not-ours'],
    ['#section-2', 'not-ours'],
    ['#v0.AAAA', 'not-ours'],
    ['#v1.', 'damaged'],
    ['#v1.A', 'damaged'],
    ['#v1.AAAA', 'damaged'],
    ['#v1.~~~~', 'damaged'],
    ['#v2.AAAA', 'newer-version'],
    ['#v999999999.', 'newer-version'],
    [`#v${'9'.repeat(400)}.`, 'newer-version'],
  ])('refuses %j as %s', (fragment, reason) => {
    expect(decodeFragment(fragment)).toEqual({ ok: false, reason });
  });

  test('gives a file to write in where a link holds none', () => {
    const decoded = decodeFragment(packJson('{"files":[]}'));
    expect(decoded.ok && decoded.document.files).toEqual([{ name: 'manifests.yaml', text: '' }]);
    expect(decoded.ok && decoded.document.activeFile).toBe('manifests.yaml');
  });

  test('reads a link whichever way the fragment is written', () => {
    const fragment = encodeDocument(DOCUMENT);
    expect(decodeFragment(fragment)).toEqual({ ok: true, document: DOCUMENT, view: 'edit' });
    expect(decodeFragment(`#${fragment}`)).toEqual({ ok: true, document: DOCUMENT, view: 'edit' });
  });

  test('refuses what unpacks to more than the cap', () => {
    const fragment = encodeDocument({
      ...DOCUMENT,
      files: [{ name: 'a.yaml', text: 'x'.repeat(9 * 1024 * 1024) }],
    });
    expect(decodeFragment(fragment)).toEqual({ ok: false, reason: 'too-large' });
  });

  test('notices a changed letter that would inflate and parse', () => {
    const stored = (text: string) => {
      const json = Buffer.from(JSON.stringify({ files: [{ name: 'a', text }] }));
      return deflateRawSync(json, { level: 0 });
    };
    const good = fromBase64Url(encodeDocument(DOCUMENT).slice('v1.'.length));
    const checksum = Buffer.from(good?.subarray(0, 4) ?? []);
    const forged = toBase64Url(Buffer.concat([checksum, stored('port: 81')]));
    expect(decodeFragment(`v1.${forged}`)).toEqual({ ok: false, reason: 'damaged' });
  });
});

describe('readDocument', () => {
  const files = [{ name: 'a.yaml', text: '' }];

  const nothings = [null, undefined, 7, 'text', [], {}, { files: {} }, { files: [7] }];
  test.each(nothings.map((value) => ({ value })))('finds no document in $value', ({ value }) => {
    expect(readDocument(value)).toBeNull();
  });

  test('gives everything but the files a default', () => {
    expect(readDocument({ files })).toEqual({
      files,
      activeFile: 'a.yaml',
      filters: NO_FILTERS,
      selection: null,
      moved: {},
      assumptions: NO_ASSUMPTIONS,
      around: {},
    });
  });

  test('takes switches that are on or off, and drops what is neither', () => {
    const around = JSON.parse(
      '{"{nodes}": true, "internet": false, "ways": "yes", "__proto__": true, "x": null}',
    );
    const read = readDocument({ files, around })?.around;
    expect(Object.entries(read ?? {})).toEqual([
      ['{nodes}', true],
      ['internet', false],
      ['__proto__', true],
    ]);
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(readDocument({ files, around: [true] })?.around).toEqual({ 0: true });
    expect(readDocument({ files, around: 7 })?.around).toEqual({});
  });

  test('takes no files under one name, without a name, or beyond the cap', () => {
    expect(readDocument({ files: [...files, ...files] })).toBeNull();
    expect(readDocument({ files: [{ name: '', text: '' }] })).toBeNull();
    expect(
      readDocument({ files: [{ name: 'x'.repeat(CAPS.nameLength + 1), text: '' }] }),
    ).toBeNull();
    const many = Array.from({ length: CAPS.files + 1 }, (_, at) => ({ name: `${at}`, text: '' }));
    expect(readDocument({ files: many })).toBeNull();
  });

  test('sanitises filters one by one', () => {
    const filters = {
      namespaces: ['shop', 7, 'shop', null],
      text: {},
      protocol: 'tcp',
      port: 70000,
      show: 'everything',
      direction: 'ingress',
      extra: true,
    };
    expect(readDocument({ files, filters })?.filters).toEqual({
      ...NO_FILTERS,
      namespaces: ['shop'],
      direction: 'ingress',
    });
  });

  test('leaves out what is no selection and no place', () => {
    const document = readDocument({
      files,
      selection: { kind: 'flow', source: 'a' },
      moved: { a: { x: 1, y: 2, z: 3 }, b: { x: 'left', y: 0 }, c: null, d: { x: 1e300, y: 0 } },
    });
    expect(document?.selection).toBeNull();
    expect(document?.moved).toEqual({ a: { x: 1, y: 2 } });
  });

  test('takes of assumptions what fits, each by itself', () => {
    const assumptions = {
      podRanges: ['10.244.0.0/16', 7, '10.244.0.0/16', '<b>', 'fd00::/48', null],
      nodeRanges: { length: 3 },
      serviceRanges: '10.96.0.0/12',
      hostNetwork: 'pods',
      cni: 'flannel',
      defaultNamespace: 'Shop Floor',
      namespaces: {
        ops: { labels: { team: 'ops', 'bad key': 'a', env: 'no spaces', tier: 3 } },
        web: { labels: ['team'] },
        empty: { labels: {}, complete: false },
        bad: 'yes',
        'Not A Name': { labels: {} },
      },
      extra: true,
    };
    expect(readDocument({ files, assumptions })?.assumptions).toEqual({
      ...NO_ASSUMPTIONS,
      podRanges: ['10.244.0.0/16', 'fd00::/48'],
      namespaces: [
        { name: 'ops', labels: [['team', 'ops']], isComplete: true },
        { name: 'web', labels: [], isComplete: true },
      ],
    });
  });

  test('caps what assumptions hold', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => `10.${at >> 8}.${at & 255}.0/24`);
    const assumptions = {
      podRanges: many,
      namespaces: Object.fromEntries(many.map((_, at) => [`n${at}`, {}])),
    };
    const read = readDocument({ files, assumptions })?.assumptions ?? NO_ASSUMPTIONS;
    expect(read.podRanges).toHaveLength(100);
    expect(read.namespaces).toHaveLength(1_000);
    expect(countAssumptions(read)).toBe(1_001);
  });

  test('a name of the prototype is a name like any other, never one of a namespace', () => {
    const hostile = JSON.parse(
      '{"namespaces": {"__proto__": {"labels": {"x": "y"}}, "constructor": {"labels": {"__proto__": "z", "a": "b"}}}}',
    );
    expect(readDocument({ files, assumptions: hostile })?.assumptions.namespaces).toEqual([
      { name: 'constructor', labels: [['a', 'b']], isComplete: true },
    ]);
  });

  test('plays no games with prototypes', () => {
    const hostile = JSON.parse(
      '{"files": [{"name": "__proto__", "text": "a"}], "moved": {"__proto__": {"x": 1, "y": 2}}, "__proto__": {"activeFile": "x"}}',
    );
    const document = readDocument(hostile);
    expect(document?.files).toEqual([{ name: '__proto__', text: 'a' }]);
    expect(Object.getPrototypeOf(document?.moved)).toBe(Object.prototype);
    expect(Object.keys(document?.moved ?? {})).toEqual(['__proto__']);
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});

describe('base64url', () => {
  test.each([
    [[], ''],
    [[0], 'AA'],
    [[255, 239], '_-8'],
    [[77, 97, 110], 'TWFu'],
  ])('writes %j as %j and reads it back', (bytes, text) => {
    expect(toBase64Url(Uint8Array.from(bytes))).toBe(text);
    expect([...(fromBase64Url(text) ?? [])]).toEqual(bytes);
  });

  test.each(['A', 'AAAAA', 'AA=', 'A A', 'é', '+/'])('refuses %j', (text) => {
    expect(fromBase64Url(text)).toBeNull();
  });
});
