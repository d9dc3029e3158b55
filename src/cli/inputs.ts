// Paths → files: a file, a folder walked through, or `-` for standard input.
import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import type { SourceFile } from '../core/index.ts';
import type { Streams } from './streams.ts';

/** An input that is not there or can't be read. */
export class InputError extends Error {}

const MANIFEST = /\.(?:ya?ml|json)$/i;

export async function readInputs(
  paths: readonly string[],
  streams: Streams,
): Promise<readonly SourceFile[]> {
  const files = new Map<string, SourceFile>();
  for (const path of paths) {
    if (path === '-') {
      // It can be read only once.
      if (!files.has(STDIN)) files.set(STDIN, { name: STDIN, text: await readStream(streams) });
      continue;
    }
    for (const name of await manifestsAt(path)) {
      files.set(name, { name, text: await readText(name) });
    }
  }
  return [...files.values()];
}

const STDIN = '<stdin>';

async function readStream(streams: Streams): Promise<string> {
  return textOf(await attempt(STDIN, () => streams.readInput()));
}

/** A file that is named is read whatever it is called. */
async function manifestsAt(path: string): Promise<readonly string[]> {
  const found = await attempt(path, () => stat(path));
  if (!found.isDirectory()) return [normalize(path)];
  const names = await walk(path);
  if (names.length === 0) throw new InputError(`${path}: no .yaml, .yml or .json file in it`);
  return names;
}

/** In the order of the names, so that the answer is the same everywhere. */
async function walk(folder: string): Promise<readonly string[]> {
  const entries: Dirent[] = await attempt(folder, () => readdir(folder, { withFileTypes: true }));
  const names: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) names.push(...(await walk(path)));
    else if (isManifest(entry.name) && (await isFile(entry, path))) names.push(path);
  }
  return names;
}

/** An editor that is open leaves `.#name` beside a file: a link that leads nowhere. */
function isManifest(name: string): boolean {
  return MANIFEST.test(name) && !name.startsWith('.#');
}

/** Links to files are followed, links to folders are not: those may lead in circles. */
async function isFile(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile();
  return (await attempt(path, () => stat(path))).isFile();
}

async function readText(path: string): Promise<string> {
  return attempt(path, async () => textOf(await readFile(path)));
}

/** UTF-8, or what a byte order mark says: some shells write UTF-16. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

async function attempt<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new InputError(`${path}: ${REASONS.get(code) ?? code}`);
  }
}

const REASONS = new Map([
  ['ENOENT', 'no such file or folder'],
  ['EACCES', 'no permission to read it'],
  ['EISDIR', 'a folder where a file was expected'],
  ['EALREADY', 'standard input can be read only once'],
  ['ELOOP', 'a link that leads in a circle'],
]);
