// Document ⇄ the fragment of a link: `v1.` and the base64url of a checksum and deflated JSON.
import { deflateSync, strFromU8, strToU8 } from 'fflate';
import { writtenAssumptions } from '../core/index.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { V1_DICTIONARY } from './dictionary.ts';
import { type Document, NO_FILTERS, USUAL_AROUND } from './document.ts';
import { inflateWithin } from './inflate.ts';
import { readDocument } from './reading.ts';

export type Decoded =
  | { readonly ok: true; readonly document: Document; readonly view: LinkView }
  | { readonly ok: false; readonly reason: Refusal };

/** How a link opens; an older page, which knows nothing of it, opens it to edit. */
export type LinkView = 'edit' | 'read-only';

/** `not-ours`: an empty fragment or one that some other tool made. */
export type Refusal = 'not-ours' | 'damaged' | 'too-large' | 'newer-version';

export interface Size {
  /** The most characters looked at. */
  readonly characters: number;
  /** The most bytes of JSON unpacked. */
  readonly bytes: number;
}

/** Chromium cuts an address at about two million characters. */
export const LINK_SIZE: Size = { characters: 2_090_000, bytes: 8 * 1024 * 1024 };

/** Deflate has none of its own, and a manifest with one silently changed letter is a wrong answer. */
const CHECKSUM_BYTES = 4;

/** As `readDocument` reads it. */
export function documentJson(document: Document, view: LinkView = 'edit'): string {
  const lean = leanDocument(document);
  return JSON.stringify(view === 'edit' ? lean : { ...lean, view });
}

/** The fragment without `#`. Of any length: ask `LINK_SIZE` whether it fits in an address. */
export function encodeDocument(document: Document, view: LinkView = 'edit'): string {
  return packJson(documentJson(document, view));
}

/** Any text, as links hold it: `v1.` and the base64url of a checksum and the deflated text. */
export function packJson(text: string): string {
  const json = strToU8(text);
  const deflated = deflateSync(json, { level: 9, mem: 8, dictionary: V1_DICTIONARY });
  const bytes = new Uint8Array(CHECKSUM_BYTES + deflated.length);
  new DataView(bytes.buffer).setUint32(0, checksum(json));
  bytes.set(deflated, CHECKSUM_BYTES);
  return `v1.${toBase64Url(bytes)}`;
}

/** Total: any text at all gives an answer, soon. A leading `#` is allowed. */
export function decodeFragment(fragment: string, size: Size = LINK_SIZE): Decoded {
  const unpacked = unpackJson(fragment, size);
  if (!unpacked.ok) return unpacked;
  const document = readDocument(unpacked.value);
  if (document === null) return refuse('damaged');
  return { ok: true, document, view: isReadOnly(unpacked.value) ? 'read-only' : 'edit' };
}

export type Unpacked =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: Refusal };

/** What `packJson` packed, parsed; null where the text is no JSON. Total, as above. */
export function unpackJson(fragment: string, size: Size = LINK_SIZE): Unpacked {
  const [, version, body] = /^#?v(\d+)\.(.*)$/s.exec(fragment) ?? [];
  if (version === undefined || body === undefined) return refuse('not-ours');
  if (Number(version) > 1) return refuse('newer-version');
  if (Number(version) < 1) return refuse('not-ours');
  if (body.length > size.characters) return refuse('too-large');
  const bytes = fromBase64Url(body);
  if (bytes === null || bytes.length <= CHECKSUM_BYTES) return refuse('damaged');
  const json = inflateWithin(bytes.subarray(CHECKSUM_BYTES), size.bytes, V1_DICTIONARY);
  if (!json.ok) return refuse(json.reason);
  if (checksum(json.bytes) !== new DataView(bytes.buffer).getUint32(0)) return refuse('damaged');
  return { ok: true, value: parseJson(strFromU8(json.bytes)) };
}

function refuse(reason: Refusal): { readonly ok: false; readonly reason: Refusal } {
  return { ok: false, reason };
}

function isReadOnly(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && 'view' in value && value.view === 'read-only'
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Leaves out what reading would put there by itself. */
function leanDocument(document: Document) {
  const { files, activeFile, filters, selection, moved, around = USUAL_AROUND } = document;
  const assumptions = writtenAssumptions(document.assumptions);
  const chosen = Object.entries(filters).filter(
    ([name, value]) =>
      JSON.stringify(value) !== JSON.stringify(NO_FILTERS[name as keyof typeof filters]),
  );
  return {
    files,
    ...(activeFile === files[0]?.name ? {} : { activeFile }),
    ...(chosen.length === 0 ? {} : { filters: Object.fromEntries(chosen) }),
    ...(selection === null ? {} : { selection }),
    ...(Object.keys(moved).length === 0 ? {} : { moved }),
    ...(Object.keys(assumptions).length === 0 ? {} : { assumptions }),
    ...(Object.keys(around).length === 0 ? {} : { around }),
  };
}

/** Adler-32 (RFC 1950, section 9). */
function checksum(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (let at = 0; at < bytes.length; ) {
    // As many as fit before the sums could leave 32 bits.
    const end = Math.min(at + 3800, bytes.length);
    for (; at < end; at += 1) {
      low += bytes[at] ?? 0;
      high += low;
    }
    low %= 65521;
    high %= 65521;
  }
  return ((high << 16) | low) >>> 0;
}
