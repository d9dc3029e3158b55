// Opens manifests from an address that the page's own address names (`?src=`): the one request that leaves.
import { learn } from '../actions/learning.ts';
import { tidyName } from '../actions/names.ts';
import { isUntouched, shelve } from '../actions/replacing.ts';
import { say } from '../actions/toasts.ts';
import type { Page } from '../start.ts';
import { readLearning } from '../storage/learning.ts';
import type { Document } from '../store.ts';
import { fence } from './fence.ts';
import { fetchManifests } from './fetching.ts';
import { isLessonText, takeLesson } from './lesson-file.ts';
import { documentOfFiles, type Opening, sampleDocument } from './opening.ts';
import { rawAddress } from './raw-address.ts';

type Parts = Pick<Page, 'store' | 'shelf' | 'visit' | 'given' | 'storage' | 'isFrame'>;

const UNTOUCHED = 'Your own text is untouched.';

/**
 * @param written the address as a person or a link has written it
 * @param own what the person has here, if anything
 */
export async function openFromAddress(
  { store, shelf, visit, given, storage, isFrame }: Parts,
  written: string,
  own: Document | null,
): Promise<void> {
  // Whatever happens while it is on its way, the person's own text is safe.
  const aside =
    own === null || isUntouched(own) ? null : shelve(store, shelf, 'Before a shared link', own);
  const raw = rawAddress(written, window.location.href);
  const isOther = raw.ok && raw.url.origin !== window.location.origin;
  fence(window.document, isOther ? raw.url.origin : null);
  if (raw.ok) store.setState({ fetching: raw.url.href });
  const fetched = raw.ok ? await fetchManifests(raw.url) : raw;
  if (!raw.ok || !fetched.ok) {
    if (aside !== null) shelf.take(aside.id);
    store.setState({ shelved: shelf.list().length });
    visit.arrive(opening(own ?? sampleDocument(), 'own'), null);
    const words = fetched.ok ? '' : fetched.words;
    say(store, `${words} ${UNTOUCHED}`, { tone: 'warning' });
    return;
  }
  if (isLessonText(fetched.text)) {
    const id = await takeLesson({ store, given }, fetched.text);
    // The person's own text is still there: the lesson sets it aside, unless it is its own.
    if (aside !== null) shelf.take(aside.id);
    store.setState({ shelved: shelf.list().length });
    const { lessonOnDesk } = readLearning(storage);
    visit.arrive(opening(own ?? (id === null ? sampleDocument() : nothing()), 'own'), null);
    if (own !== null) store.setState({ lessonOnDesk });
    if (id === null) return;
    // Taken as an order, as a lesson in a link is; a frame keeps nothing and asks again.
    if (!isFrame) visit.forgetSource();
    learn(store, id);
    return;
  }
  const file = { name: nameOf(raw.url), text: fetched.text };
  say(store, `Opened from ${raw.url.host}.`);
  visit.arrive(opening(documentOfFiles([file]), 'link'), raw.url.href);
}

function opening(document: Document, ownership: Opening['ownership']): Opening {
  return { document, ownership, readOnly: false, fresh: true, refusal: null };
}

function nothing(): Document {
  return documentOfFiles([{ name: 'manifests.yaml', text: '' }]);
}

/** The last part of its path; a gist ends with `raw`, which tells nothing. */
function nameOf({ pathname }: URL): string {
  const last = pathname.split('/').findLast((part) => part !== '' && part !== 'raw') ?? '';
  let name = last;
  try {
    name = decodeURIComponent(last);
  } catch {
    // As it is written, then.
  }
  return tidyName(name) ?? 'manifests.yaml';
}
