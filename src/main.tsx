// The composition root: the engine starts first, the components follow.
import './app/styles/tokens.css';
import './app/styles/base.css';
import { startPage } from './app/start.ts';
import { createEngineClient } from './worker/client.ts';

const page = startPage(createEngineClient());
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
import('./app/mount.tsx').then(
  ({ mount }) => mount(root, page),
  () => {
    root.textContent = 'Netpolis could not be loaded whole. Reload the page; your text is stored.';
  },
);
