// Keeps the page for use without a network, and tells when there is a newer one.
import { say } from './actions/toasts.ts';
import { whenQuiet } from './editor/moments.ts';
import type { PageStore } from './store.ts';

/** Milliseconds after the picture: the editor and what else is used right away come first. */
const AFTER_PICTURE = 2_000;
/** How often a tab that stays open looks for a newer version, at most. */
const BETWEEN_LOOKS = 60 * 60 * 1_000;

/** Only what was built and lies on a server: neither a file nor the development server changes so. */
export function keepForOffline(store: PageStore): void {
  if (!import.meta.env.PROD || import.meta.env.MODE === 'single') return;
  if (!('serviceWorker' in navigator)) return;
  whenStanding(store, () => {
    // Browsers refuse it in private windows and the like: then it's a page as any other.
    setTimeout(() => whenQuiet(() => void register(store).catch(() => undefined)), AFTER_PICTURE);
  });
}

async function register(store: PageStore): Promise<void> {
  const { serviceWorker } = navigator;
  const registration = await serviceWorker.register('./sw.js');
  const tell = () => {
    // The first one ever is no update: this page came from the network.
    if (registration.waiting !== null && serviceWorker.controller !== null) {
      whenSilent(store, () => offer(store, registration));
    }
  };
  tell();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', tell);
  });
  let looked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' || Date.now() - looked < BETWEEN_LOOKS) return;
    looked = Date.now();
    void registration.update().catch(() => undefined);
  });
}

function offer(store: PageStore, registration: ServiceWorkerRegistration): void {
  say(store, 'A new version of Netpolis is ready.', {
    // Whoever looks away for a moment would be left with the old one.
    stays: true,
    action: {
      label: 'Reload',
      run: () => {
        const reload = () => window.location.reload();
        // Another tab may have let it in since.
        if (registration.waiting === null) reload();
        navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
        registration.waiting?.postMessage('take over');
      },
    },
  });
}

function whenStanding(store: PageStore, act: () => void): void {
  when(store, () => store.getState().pictureStands, act);
}

/** An offer would take the place of another, and that may be an Undo. */
function whenSilent(store: PageStore, act: () => void): void {
  when(store, () => store.getState().toasts.length === 0, act);
}

function when(store: PageStore, isSo: () => boolean, act: () => void): void {
  if (isSo()) {
    act();
    return;
  }
  const unsubscribe = store.subscribe(() => {
    if (!isSo()) return;
    unsubscribe();
    act();
  });
}
