// Asks an address for manifests: once, within measure, and with words for whatever goes wrong.

export type Fetched =
  | { readonly ok: true; readonly text: string }
  /** What went wrong, as a sentence. */
  | { readonly ok: false; readonly words: string };

/** Bytes. */
const MOST = 8 * 1024 * 1024;
const MOST_WORDS = '8 MB';
const WEB_PAGE =
  'There is a web page at this address, no manifests. Give the address of the bare text: code hosts call it “raw”.';
/** Milliseconds. */
const PATIENCE = 30_000;

/** Sends nothing along: no cookies, no word of where the person comes from. */
export async function fetchManifests(url: URL): Promise<Fetched> {
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-cache',
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (!response.ok) return refuse(statusWords(url.host, response.status));
    if (/\bhtml\b/i.test(response.headers.get('content-type') ?? '')) {
      return refuse(WEB_PAGE);
    }
    const bytes = await readWithin(response, MOST);
    if (bytes === null) return refuse(`This is more than ${MOST_WORDS}, the most that is opened.`);
    const read = textOf(bytes);
    // Some hosts send their pages, those for signing in above all, as if they were plain text.
    return read.ok && /^\s*<(!doctype html|html)\b/i.test(read.text) ? refuse(WEB_PAGE) : read;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'TimeoutError') {
      return refuse(`${url.host} gave no answer within ${PATIENCE / 1_000} seconds.`);
    }
    return refuse(
      navigator.onLine
        ? `${url.host} could not be read: it doesn’t exist, leads elsewhere, or doesn’t let other pages read it (CORS). Raw addresses of GitHub do.`
        : 'There is no network.',
    );
  }
}

function statusWords(host: string, status: number): string {
  if (status === 404 || status === 410) return `${host} has nothing at this address (${status}).`;
  if (status === 401 || status === 403)
    return `${host} doesn’t give this to everybody (${status}).`;
  return `${host} answered with an error (${status}).`;
}

/** null as soon as there is more; what a server says of the length is not believed. */
async function readWithin(response: Response, most: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done) break;
    size += value.length;
    if (size > most) {
      void reader?.cancel();
      return null;
    }
    chunks.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function textOf(bytes: Uint8Array): Fetched {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return { ok: true, text };
  } catch {
    // Said below.
  }
  return refuse('This is not text.');
}

function refuse(words: string): Fetched {
  return { ok: false, words };
}
