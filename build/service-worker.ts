// Builds the service worker, and tells it the files that belong to the build.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const FILE = 'sw.js';
/** Of the public folder, what the page itself asks for. */
const PUBLIC = ['icon.svg', 'netpolis.webmanifest'];

export function serviceWorker(): Plugin {
  const root = fileURLToPath(new URL('..', import.meta.url));
  return {
    name: 'service-worker',
    apply: 'build',
    buildStart() {
      this.emitFile({ type: 'chunk', id: `${root}src/offline/service-worker.ts`, fileName: FILE });
    },
    // After the page has been put together.
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[FILE];
        if (worker?.type !== 'chunk' || worker.imports.length > 0) {
          throw new Error('The service worker must be a script by itself.');
        }
        const hashes = new Map<string, string>();
        for (const output of Object.values(bundle)) {
          if (output === worker) continue;
          const content = output.type === 'chunk' ? output.code : output.source;
          hashes.set(output.fileName, hashOf(content));
        }
        for (const name of PUBLIC) hashes.set(name, hashOf(readFileSync(`${root}public/${name}`)));
        const files = JSON.stringify(
          Object.fromEntries([...hashes].sort(([one], [other]) => (one < other ? -1 : 1))),
        );
        const version = hashOf(files + worker.code).slice(0, 16);
        worker.code = worker.code
          .replace('__FILES__', () => files)
          .replace('__VERSION__', () => JSON.stringify(version));
      },
    },
  };
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64');
}
