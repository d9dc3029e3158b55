// Reads the type declarations of the Kubernetes API that packages on npm publish: interfaces with a
// comment above each field, one type a file.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Declared {
  /** Its full name, as `IoK8sApiCoreV1PodSpec`. */
  readonly name: string;
  readonly documentation: string;
  readonly body: DeclaredType | readonly DeclaredField[];
}

export interface DeclaredField {
  readonly name: string;
  readonly isRequired: boolean;
  readonly type: DeclaredType;
  readonly documentation: string;
}

export type DeclaredType =
  | { readonly kind: 'string' | 'number' | 'boolean' | 'any' }
  | { readonly kind: 'values'; readonly values: readonly string[] }
  | { readonly kind: 'list' | 'map'; readonly of: DeclaredType }
  | { readonly kind: 'named'; readonly name: string };

/** Every type that the declaration files under the folders export, by full name; read when asked for. */
export function declarationsIn(folders: readonly string[]): (name: string) => Declared {
  const files = new Map<string, { path: string; local: string }>();
  for (const folder of folders) {
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!path.endsWith('.d.ts')) continue;
      const text = readFileSync(join(folder, path), 'utf8');
      for (const [, local, name] of text.matchAll(/\b(I\w+) as I(\w+)/g)) {
        files.set(name as string, { path: join(folder, path), local: local as string });
      }
    }
  }
  const declared = (name: string): Declared => {
    const file = files.get(name);
    if (file === undefined) throw new Error(`No declaration of ${name}.`);
    return readDeclaration(readFileSync(file.path, 'utf8'), file.local, name, declared);
  };
  return declared;
}

function readDeclaration(
  text: string,
  local: string,
  name: string,
  declared: (name: string) => Declared,
): Declared {
  const alias = new RegExp(`^export type ${local} = ([^;]+);`, 'm').exec(text);
  if (alias !== null) {
    return {
      name,
      documentation: commentBefore(text, alias.index),
      body: readType(alias[1] as string),
    };
  }
  const opening = new RegExp(`^export interface ${local}(?: extends ([\\w, ]+))? \\{\\n`, 'm').exec(
    text,
  );
  if (opening === null) throw new Error(`${name} is neither interface nor alias.`);
  const start = opening.index + opening[0].length;
  const lines = text.slice(start, text.indexOf('\n}', start - 1) + 1);
  const own = [...lines.matchAll(FIELD)].map(([, comment = '', key, mark, type]) => ({
    name: key as string,
    isRequired: mark === '',
    type: readType(type as string),
    documentation: plain(comment),
  }));
  const inherited = (opening[1] ?? 'TypeMeta')
    .split(', ')
    .filter((parent) => parent !== 'TypeMeta')
    .flatMap((parent) => {
      const { body } = declared(parent.slice(1));
      return 'kind' in body ? [] : body;
    });
  return {
    name,
    documentation: commentBefore(text, opening.index),
    body: [...inherited, ...own],
  };
}

const FIELD =
  /(?:^ {4}\/\*\*\n((?: {5}\*[^\n]*\n)*?) {5}\*\/\n)?^ {4}"([^"]+)"(\??): ((?:\{[^}]*\}|[^;])+);/gm;

function commentBefore(text: string, index: number): string {
  const comment = /\/\*\*\n((?: \*[^\n]*\n)*?) \*\/\n$/.exec(text.slice(0, index));
  return plain(comment?.[1] ?? '');
}

/** The words of a comment, without its stars and escapes. */
function plain(comment: string): string {
  return comment
    .replace(/^ *\* ?/gm, '')
    .replace(/\\\*/g, '*')
    .trim();
}

function readType(written: string): DeclaredType {
  const text = written.trim();
  const list = /^Array<(.+)>$/s.exec(text);
  if (list !== null) return { kind: 'list', of: readType(list[1] as string) };
  const map = /^\{\s*\[key: string\]: (.+);\s*\}$/s.exec(text);
  if (map !== null) return { kind: 'map', of: readType(map[1] as string) };
  if (text === 'string' || text === 'number' || text === 'boolean') return { kind: text };
  if (/^"/.test(text)) {
    const values = text.split('|').map((value) => JSON.parse(value.trim()) as string);
    return { kind: 'values', values };
  }
  // Which numbers is left to the words.
  if (/^\d+(?: \| \d+)*$/.test(text)) return { kind: 'number' };
  if (/^I\w+$/.test(text)) return { kind: 'named', name: text.slice(1) };
  // A kind within a kind is written out; the corrections name it again.
  if (/^(?:unknown|any|object|\{.*\})$/s.test(text)) return { kind: 'any' };
  throw new Error(`A type that is not understood: ${text}`);
}
