// A document as one string in the browser's storage.
import { decodeFragment, documentJson, encodeDocument, type Size } from '../../share/codec.ts';
import type { Document } from '../../share/document.ts';
import { readDocument } from '../../share/reading.ts';

/** Longer texts are deflated: storage holds about five million characters. */
export const PLAIN_LENGTH = 2_000_000;

const OWN_SIZE: Size = { characters: 20_000_000, bytes: 256 * 1024 * 1024 };

export function textLength(document: Document): number {
  return document.files.reduce((sum, file) => sum + file.text.length, 0);
}

export function packDocument(document: Document): string {
  return textLength(document) > PLAIN_LENGTH ? encodeDocument(document) : documentJson(document);
}

/** null for anything that is not a packed document; a broken value must not break the page. */
export function unpackDocument(packed: string | null): Document | null {
  if (packed === null) return null;
  if (packed.startsWith('v')) {
    const decoded = decodeFragment(packed, OWN_SIZE);
    return decoded.ok ? decoded.document : null;
  }
  try {
    return readDocument(JSON.parse(packed));
  } catch {
    return null;
  }
}
