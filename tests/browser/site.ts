// A web server as plain as they come: files from a folder, under a path of one's choice.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

export interface Site {
  /** With the path, and a slash at its end. */
  readonly address: string;
  /** Puts another build in place of the one before. */
  publish(folder: string): void;
  close(): Promise<void>;
}

/**
 * @param path as it stands in an address, `/a/b%20c/`; what lies outside of it is not found
 * @param port 0: one that is free
 */
export async function serveFolder(folder: string, path = '/', port = 0): Promise<Site> {
  let published = folder;
  const prefix = decodeURIComponent(path);
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const asked = decodeURIComponent(pathname);
    const name = asked.startsWith(prefix) ? asked.slice(prefix.length) || 'index.html' : null;
    const file = name === null ? null : normalize(name);
    try {
      if (file === null || file.startsWith('..')) throw new Error('outside');
      const body = await readFile(join(published, file));
      const type = TYPES[extname(file)] ?? 'application/octet-stream';
      // As a host that does not know which files never change.
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' });
      response.end(body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('Not found');
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: given } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${given}${path}`,
    publish: (other) => {
      published = other;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
