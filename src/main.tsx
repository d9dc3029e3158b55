// The composition root: the engine starts first, its first answer is drawn, the components follow.
import './app/styles/tokens.css';
import './app/styles/base.css';
import { drawFirstPicture } from './app/first-picture.ts';
import { readAddress } from './app/link/address.ts';
import { fence } from './app/link/fence.ts';
import { startPage } from './app/start.ts';
import { createEngineClient } from './worker/client.ts';

// Nothing leaves the page; what is asked for by address is fenced in by itself, before it is asked.
const address = readAddress(window.location);
if (address.source === null) fence(document, null);
const page = startPage(createEngineClient(), address);
const root = document.getElementById('root');
const place = document.getElementById('first-picture');
if (root === null || place === null) throw new Error('index.html lacks #root or #first-picture');
drawFirstPicture(page, place)
  .then(async (still) => (await import('./app/mount.tsx')).mount(root, page, still))
  .catch(() => {
    root.textContent = 'Netpolis could not be loaded whole. Reload the page; your text is stored.';
  });
