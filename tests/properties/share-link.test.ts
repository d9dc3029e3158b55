// A link gives back exactly what went in; anything else gives a refusal, never an exception.
import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBase64Url } from '../../src/share/base64url.ts';
import { decodeFragment, encodeDocument, LINK_SIZE } from '../../src/share/codec.ts';
import type { Document } from '../../src/share/document.ts';
import { inflateWithin } from '../../src/share/inflate.ts';
import { runs } from './runs.ts';

const line = fc.constantFrom(
  'kind: NetworkPolicy\n',
  '---\n',
  '  podSelector: {}\n',
  '    - "quoted \\" text"\n',
  '# Größe → 尺寸 🚢\n',
);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(line).map((lines) => lines.join('')),
);
const name = fc.string({ minLength: 1, maxLength: 60 });
const place = fc.record({
  x: fc.integer({ min: -5000, max: 5000 }),
  y: fc.double({ min: -5000, max: 5000, noNaN: true }).map((y) => y + 0),
});

const ranges = fc.uniqueArray(fc.constantFrom('10.244.0.0/16', 'fd00::/48', '10.0.0.1/32'));
const labels = fc
  .dictionary(fc.constantFrom('team', 'x.io/env'), fc.constantFrom('', 'a', 'B.c'))
  .map((pairs) => Object.entries(pairs));

const assumptions: fc.Arbitrary<Document['assumptions']> = fc.record({
  cni: fc.constantFrom('specification', 'cilium', 'none'),
  podRanges: ranges,
  nodeRanges: ranges,
  serviceRanges: ranges,
  namespaces: fc
    .uniqueArray(
      fc.record({ name: fc.constantFrom('web', 'ops', 'db-1'), labels, isComplete: fc.boolean() }),
      { selector: (namespace) => namespace.name },
    )
    .map((all) => all.filter((one) => one.isComplete || one.labels.length > 0)),
  hostNetwork: fc.constantFrom('unknown', 'node', 'pod'),
  defaultNamespace: fc.constantFrom('default', 'shop'),
});

const documents: fc.Arbitrary<Document> = fc
  .uniqueArray(
    fc.record(
      { name, text, applied: fc.constant(false as const) },
      { requiredKeys: ['name', 'text'] },
    ),
    {
      selector: (file) => file.name,
      minLength: 1,
      maxLength: 6,
    },
  )
  .chain((files) =>
    fc.record({
      files: fc.constant(files),
      activeFile: fc.constantFrom(...files.map((file) => file.name)),
      filters: fc.record({
        namespaces: fc.uniqueArray(name, { maxLength: 4 }),
        text: fc.string({ maxLength: 40 }),
        protocol: fc.constantFrom('TCP', 'UDP', 'SCTP', null),
        port: fc.option(fc.integer({ min: 1, max: 65535 })),
        show: fc.constantFrom('all', 'allowed', 'denied'),
        direction: fc.constantFrom('both', 'egress', 'ingress'),
      }),
      selection: fc.option(
        fc.oneof(
          fc.record({ kind: fc.constant('peer' as const), id: name }),
          fc.record({ kind: fc.constant('flow' as const), source: name, destination: name }),
        ),
      ),
      moved: fc.dictionary(name, place, { maxKeys: 5, noNullPrototype: true }),
      assumptions,
      around: fc.dictionary(name, fc.boolean(), { maxKeys: 4, noNullPrototype: true }),
    }),
  );

describe('a link', () => {
  test('gives back the document that was put in', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const fragment = encodeDocument(document);
        expect(fragment).toMatch(/^v1\.[\w-]+$/);
        expect(decodeFragment(`#${fragment}`)).toEqual({ ok: true, document, view: 'edit' });
      }),
      { numRuns: runs(100) },
    );
  });

  test('that was changed or cut anywhere is refused as damaged, unless it says the same', () => {
    const change = fc.record({
      at: fc.nat(),
      to: fc.constantFrom(...'ABCXYZabcxyz019-_%&# '),
      cut: fc.boolean(),
    });
    fc.assert(
      fc.property(documents, change, (document, { at, to, cut }) => {
        const fragment = encodeDocument(document);
        const body = fragment.slice('v1.'.length);
        const position = at % body.length;
        const changed = body.slice(0, position) + (cut ? '' : to + body.slice(position + 1));
        const decoded = decodeFragment(`v1.${changed}`);
        // Letters and bytes at the end hold bits that nothing uses; another document must never come out.
        if (decoded.ok) expect(decoded.document).toEqual(document);
        else expect(decoded.reason).toBe('damaged');
      }),
      { numRuns: runs(300) },
    );
  });

  test('of any text whatever gives an answer', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string().map((body) => `#v1.${body}`),
      fc.uint8Array({ maxLength: 4000 }).map((bytes) => `v1.${toBase64Url(bytes)}`),
    );
    fc.assert(
      fc.property(anything, (fragment) => {
        expect(decodeFragment(fragment).ok).toBe(false);
      }),
      { numRuns: runs(500) },
    );
  });

  test('whose JSON is anything whatever never throws and keeps no stranger shape', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const decoded = decodeFragment(linkOfJson(json));
        if (decoded.ok) {
          expect(Object.keys(decoded.document).sort()).toEqual(
            ['activeFile', 'assumptions', 'files', 'filters', 'moved', 'selection'].sort(),
          );
        }
      }),
      { numRuns: runs(100) },
    );
  });
});

/** Deflate shrinks at most 1,032 times (RFC 1951), and a slice of the input is 1 KB. */
const MOST_FROM_ONE_SLICE = 1032 * 1024 + 1024;

describe('a hostile link', () => {
  test('that unpacks to a gigabyte is refused as soon as it passes the cap', () => {
    const megabyte = deflateRawSync(Buffer.alloc(1 << 20), { finishFlush: constants.Z_FULL_FLUSH });
    const blocks = Array.from({ length: 1024 }, () => megabyte);
    const bomb = Buffer.concat([Buffer.alloc(4), ...blocks]);
    expect(decodeFragment(`v1.${toBase64Url(bomb)}`)).toEqual({ ok: false, reason: 'too-large' });
    // How long that takes follows from how much comes out before it stops: the bench has the time.
    const inflated = inflateWithin(bomb.subarray(4), LINK_SIZE.bytes, new Uint8Array());
    expect(inflated).toMatchObject({ ok: false, reason: 'too-large' });
    expect('inflated' in inflated && inflated.inflated).toBeLessThan(
      LINK_SIZE.bytes + MOST_FROM_ONE_SLICE,
    );
  });

  test('longer than any address is refused unread', () => {
    const fragment = `v1.${'A'.repeat(3_000_000)}`;
    expect(decodeFragment(fragment)).toEqual({ ok: false, reason: 'too-large' });
  });
});

function linkOfJson(json: string): string {
  const bytes = Buffer.from(json);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(adler32(bytes));
  return `v1.${toBase64Url(Buffer.concat([checksum, deflateRawSync(bytes)]))}`;
}

function adler32(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return high * 65536 + low;
}
