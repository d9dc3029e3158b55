// What `-f` names: files of the editor, or standard input.
import type { EditorFile } from '../outcome.ts';
import { knownManifest } from './known-addresses.ts';

export interface Source {
  /** As messages name it. */
  readonly name: string;
  readonly text: string;
  /** null for standard input, and for what stands at a well-known address. */
  readonly file: EditorFile | null;
  /** What is to be said of it; null for nothing. */
  readonly remark: string | null;
}

export type Sources =
  | { readonly ok: true; readonly sources: readonly Source[] }
  | { readonly ok: false; readonly message: string };

const MANIFEST = /\.(?:ya?ml|json)$/;

export function sourcesOf(
  names: readonly string[],
  files: readonly EditorFile[],
  input: string | null,
): Sources {
  const sources: Source[] = [];
  for (const name of names.flatMap((one) => one.split(','))) {
    if (name === '-') {
      if (input === null) {
        return fail(
          'not simulated here: reading the keyboard; use "kubectl apply -f - <<EOF", the manifests, and EOF',
        );
      }
      sources.push({ name: 'STDIN', text: input, file: null, remark: null });
      continue;
    }
    const known = knownManifest(name);
    if (known !== null) {
      const remark = '# Nothing was fetched: what stands at that address is known here.';
      sources.push({ name, text: known, file: null, remark });
      continue;
    }
    if (/^https?:/.test(name)) {
      return fail(
        `not simulated here: fetching ${name}; nothing leaves this page, so paste the manifest into the editor`,
      );
    }
    const plain = name.replace(/^\.\//, '');
    const isFolder = plain === '' || plain === '.';
    const found = files.filter((file) =>
      isFolder ? MANIFEST.test(file.name) : file.name === plain,
    );
    if (found.length === 0) return fail(`error: the path "${name}" does not exist`);
    sources.push(
      ...found.map((file) => ({ name: file.name, text: file.text, file, remark: null })),
    );
  }
  return { ok: true, sources };
}

function fail(message: string): Sources {
  return { ok: false, message };
}
