// What the page opens on: this tab's own last state, a link, the person's manifests, or the sample.
import { NO_ASSUMPTIONS } from '../../core/index.ts';
import { decodeFragment, type Refusal } from '../../share/codec.ts';
import { type Document, NO_FILTERS, sameFiles, USUAL_AROUND } from '../../share/document.ts';
import { OPENING_SAMPLE } from '../samples/samples.ts';
import type { Ownership, Snapshot } from '../storage/snapshots.ts';

export interface Opening {
  readonly document: Document;
  readonly ownership: Ownership;
  /** A link may ask not to be changed. */
  readonly readOnly: boolean;
  /** False for what this entry of the tab's history had shown before. */
  readonly fresh: boolean;
  /** The link that could not be opened, if one could not. */
  readonly refusal: Exclude<Refusal, 'not-ours'> | null;
}

/**
 * @param fragment of the address, with or without `#`
 * @param fallback what is shown unless a link says otherwise
 * @param snapshot what this entry of the tab's history showed last
 */
export function chooseOpening(
  fragment: string,
  fallback: Pick<Opening, 'document' | 'ownership'>,
  snapshot: Snapshot | null,
): Opening {
  if (snapshot !== null && snapshot.fragment === fragment) {
    return { ...snapshot, fresh: false, refusal: null };
  }
  const { document, ownership } = fallback;
  const decoded = decodeFragment(fragment);
  if (!decoded.ok) {
    const refusal = decoded.reason === 'not-ours' ? null : decoded.reason;
    return { document, ownership, readOnly: false, fresh: true, refusal };
  }
  const known = sameFiles(document, decoded.document);
  return {
    document: decoded.document,
    ownership: known ? ownership : 'link',
    readOnly: !known && decoded.view === 'read-only',
    fresh: true,
    refusal: null,
  };
}

export function sampleDocument(): Document {
  return documentOfFiles(OPENING_SAMPLE.files);
}

/** Looked at as it comes. */
export function documentOfFiles(files: Document['files']): Document {
  return {
    files,
    activeFile: files[0]?.name ?? '',
    filters: NO_FILTERS,
    selection: null,
    moved: {},
    assumptions: NO_ASSUMPTIONS,
    around: USUAL_AROUND,
  };
}

export const REFUSAL_WORDS: Readonly<Record<Exclude<Refusal, 'not-ours'>, string>> = {
  damaged:
    'This link is damaged: part of it is missing or changed. Chats cut long links; ask for it again, or for the files. Your own text is untouched.',
  'too-large': 'This link holds more than the page opens. Your own text is untouched.',
  'newer-version':
    'This link was made by a newer Netpolis than this page. Reload the page, or open the link where it was made. Your own text is untouched.',
};
