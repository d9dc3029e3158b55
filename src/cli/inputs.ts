// Paths → files: a file, a folder walked through, or `-` for standard input.
import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
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
      files.set('<stdin>', { name: '<stdin>', text: await streams.readInput() });
      continue;
    }
    for (const name of await manifestsAt(path)) {
      files.set(name, { name, text: await readText(name) });
    }
  }
  return [...files.values()];
}

/** A file that is named is read whatever it is called. */
async function manifestsAt(path: string): Promise<readonly string[]> {
  const found = await attempt(path, () => stat(path));
  if (!found.isDirectory()) return [path];
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
    else if (MANIFEST.test(entry.name) && (await isFile(entry, path))) names.push(path);
  }
  return names;
}

/** Links to files are followed, links to folders are not: those may lead in circles. */
async function isFile(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile();
  return (await attempt(path, () => stat(path))).isFile();
}

function readText(path: string): Promise<string> {
  return attempt(path, () => readFile(path, 'utf8'));
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
]);
