// The service worker: keeps the page's own files, as they were built together, for when there is no network.
// It is a script by itself: it imports nothing, so that every browser can run it.

/** Put in when the page is built: the path of each file, and the SHA-256 of its content in base64. */
declare const __FILES__: Readonly<Record<string, string>>;
/** Likewise: another one for every build that differs. */
declare const __VERSION__: string;

/** The compiler knows only of workers at large. */
const worker = globalThis as unknown as ServiceWorkerGlobalScope;

const SCOPE = worker.registration.scope;
/** Files in here have the hash of their content in their names, and so never change. */
const ASSETS = new URL('assets/', SCOPE).href;
/** Other copies of the page, under other paths, share the caches of their host. */
const OURS = `netpolis ${SCOPE} `;
const CACHE = OURS + __VERSION__;

/** Hosts like to redirect `index.html`, and what was redirected can't be shown: the folder stands for it. */
const HASHES: ReadonlyMap<string, string> = new Map(
  Object.entries(__FILES__).map(([path, hash]) => [
    path === 'index.html' ? SCOPE : new URL(path, SCOPE).href,
    hash,
  ]),
);

worker.addEventListener('install', (event) => event.waitUntil(storeAll()));
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));
worker.addEventListener('message', ({ data }) => {
  if (data === 'take over') void worker.skipWaiting();
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const address = addressOf(request);
  // Whatever is not of this page is none of our business: the browser goes on as without us.
  if (HASHES.has(address) || address.startsWith(ASSETS))
    event.respondWith(answer(request, address));
});

function addressOf({ url, mode }: Request): string {
  const [bare = url] = url.split(/[?#]/);
  return mode === 'navigate' && bare === new URL('index.html', SCOPE).href ? SCOPE : bare;
}

async function answer(request: Request, address: string): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (
    (await cache.match(address, { ignoreVary: true })) ??
    (await kept(address)) ??
    (await fetch(request))
  );
}

/** One file after another: this is never in the way of what the page itself loads. */
async function storeAll(): Promise<void> {
  const cache = await caches.open(CACHE);
  for (const [address, hash] of HASHES) {
    await cache.put(address, (await kept(address)) ?? (await load(address, hash)));
  }
}

/** From this version or one before; a tab may still show the one before. */
async function kept(address: string): Promise<Response | undefined> {
  if (!address.startsWith(ASSETS)) return undefined;
  for (const name of await ownCaches()) {
    const found = await (await caches.open(name)).match(address, { ignoreVary: true });
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Rejects what differs from the build: files of two builds together would break the page. */
async function load(address: string, hash: string): Promise<Response> {
  const cache = address.startsWith(ASSETS) ? 'default' : 'no-cache';
  const response = await fetch(address, { cache, integrity: `sha256-${hash}` });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  if (!response.redirected) return response;
  return new Response(await response.blob(), { headers: response.headers });
}

/** Keeps the version before, too: other tabs may yet load parts of it. */
async function takeOver(): Promise<void> {
  const others = (await ownCaches()).filter((name) => name !== CACHE);
  for (const name of others.slice(0, -1)) await caches.delete(name);
  await worker.clients.claim();
}

/** In the order in which they were made. */
async function ownCaches(): Promise<readonly string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(OURS));
}
