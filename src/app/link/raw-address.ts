// The address where a file's bare text lies, from one that a person has copied from a browser.

export type RawAddress =
  | { readonly ok: true; readonly url: URL }
  /** Why it is not asked, as a sentence. */
  | { readonly ok: false; readonly words: string };

const MACHINE_ITSELF: ReadonlySet<string> = new Set(['localhost', '127.0.0.1']);

/** @param page the address of this page: what lies beside it may be named by its path alone */
export function rawAddress(written: string, page: string): RawAddress {
  const url = parsed(written, page);
  if (url === null || url.hostname === '') return refuse(`“${short(written)}” is no address.`);
  if (url.username !== '' || url.password !== '') {
    return refuse('An address with a name and password is not opened.');
  }
  const isOwn = url.origin === new URL(page).origin && url.protocol !== 'file:';
  const isLocal = url.protocol === 'http:' && MACHINE_ITSELF.has(url.hostname);
  if (url.protocol !== 'https:' && !isOwn && !isLocal) {
    return refuse('Only https addresses are opened: on any other way the text could be changed.');
  }
  return { ok: true, url: bareText(url) };
}

/** `URL.parse` is younger than many a browser. */
function parsed(written: string, page: string): URL | null {
  try {
    return new URL(written, page);
  } catch {
    return null;
  }
}

/** Code hosts show a file inside of a page; its text alone has another address. */
function bareText(url: URL): URL {
  const parts = url.pathname.split('/').slice(1);
  const [owner, repository, kind, ...rest] = parts;
  const isFile = (kind === 'blob' || kind === 'raw') && rest.length > 1;
  if (url.hostname === 'github.com' && isFile) {
    return new URL(`https://raw.githubusercontent.com/${[owner, repository, ...rest].join('/')}`);
  }
  if (url.hostname === 'gist.github.com' && parts.length === 2) {
    return new URL(`https://gist.githubusercontent.com/${owner}/${repository}/raw`);
  }
  return new URL(url.href.replace('/-/blob/', '/-/raw/'));
}

function refuse(words: string): RawAddress {
  return { ok: false, words };
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
