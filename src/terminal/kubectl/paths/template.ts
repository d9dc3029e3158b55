// `-o jsonpath=…`: text with paths in braces, `{range …}` and `{end}`.
import { isList, isMap, type Value } from '../../cluster/value.ts';
import { find, OutOfBounds, type Step } from './path.ts';
import { BadPath, readPath } from './read-path.ts';

type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'path'; readonly steps: readonly Step[] }
  | { readonly kind: 'range'; readonly steps: readonly Step[]; readonly body: readonly Node[] };

export type Printed =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string };

export function printTemplate(template: string, value: Value): Printed {
  try {
    const nodes = readTemplate(template);
    try {
      return { ok: true, text: textOf(nodes, value) };
    } catch (error) {
      if (!(error instanceof OutOfBounds)) throw error;
      const message = `error: error executing jsonpath ${JSON.stringify(template)}: Error executing template: ${error.message}.`;
      return { ok: false, message };
    }
  } catch (error) {
    if (!(error instanceof BadPath)) throw error;
    return { ok: false, message: `error: error parsing jsonpath ${template}, ${error.message}` };
  }
}

/** The paths of `custom-columns` and `--sort-by` may come without braces and without the dot. */
export function readLoosePath(text: string): readonly Step[] {
  const inner = /^\{(.*)\}$/s.exec(text.trim())?.[1] ?? text.trim();
  return readPath(/^[.$@[]/.test(inner) ? inner : `.${inner}`);
}

/** As it is printed: texts as they are, everything else as JSON. */
export function plainText(value: Value): string {
  if (typeof value === 'string') return value;
  return JSON.stringify(value, (_, one: Value) => (isMap(one) ? inOrder(one) : one));
}

function inOrder(value: ReadonlyMap<string, Value>): unknown {
  // No prototype: a key is a key, whatever it is called.
  const plain: Record<string, Value> = Object.create(null);
  for (const key of [...value.keys()].sort()) {
    const one = value.get(key);
    if (one !== undefined && one !== null) plain[key] = one;
  }
  return plain;
}

const DEEPEST = 20;

function readTemplate(template: string): readonly Node[] {
  const pieces = piecesOf(template);
  let at = 0;
  const readNodes = (depth: number): readonly Node[] => {
    if (depth > DEEPEST) throw new BadPath('it is nested too deep');
    const nodes: Node[] = [];
    while (at < pieces.length) {
      const piece = pieces[at] as Piece;
      at += 1;
      if (piece.kind === 'text') {
        nodes.push({ kind: 'text', text: piece.text });
        continue;
      }
      const inner = piece.text.trim();
      if (inner === 'end') {
        if (depth === 0) throw new BadPath('not in range, nothing to end');
        return nodes;
      }
      const range = /^range\s+(.*)$/s.exec(inner)?.[1];
      if (range !== undefined) {
        nodes.push({ kind: 'range', steps: readPath(range), body: readNodes(depth + 1) });
        continue;
      }
      const quoted = /^(?:"(.*)"|'(.*)')$/s.exec(inner);
      if (quoted !== null)
        nodes.push({ kind: 'text', text: unescaped(quoted[1] ?? quoted[2] ?? '') });
      else nodes.push({ kind: 'path', steps: readPath(inner) });
    }
    if (depth > 0) throw new BadPath('unexpected end of range');
    return nodes;
  };
  return readNodes(0);
}

interface Piece {
  readonly kind: 'text' | 'braces';
  readonly text: string;
}

function piecesOf(template: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < template.length) {
    const open = template.indexOf('{', at);
    if (open !== at) {
      pieces.push({ kind: 'text', text: template.slice(at, open === -1 ? undefined : open) });
    }
    if (open === -1) break;
    const close = closingBrace(template, open + 1);
    pieces.push({ kind: 'braces', text: template.slice(open + 1, close) });
    at = close + 1;
  }
  return pieces;
}

function closingBrace(template: string, from: number): number {
  let quote = '';
  for (let at = from; at < template.length; at++) {
    const letter = template[at] as string;
    if (letter === '\\') at += 1;
    else if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === "'" || letter === '"') quote = letter;
    else if (letter === '}') return at;
  }
  throw new BadPath('unclosed action');
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, (_, letter: string) =>
    letter === 'n' ? '\n' : letter === 't' ? '\t' : letter,
  );
}

const LONGEST = 400_000;

function textOf(nodes: readonly Node[], value: Value): string {
  let text = '';
  for (const node of nodes) {
    if (text.length > LONGEST) return text;
    switch (node.kind) {
      case 'text':
        text += node.text;
        break;
      case 'path':
        text += find(value, node.steps).map(plainText).join(' ');
        break;
      case 'range':
        for (const one of find(value, node.steps).flatMap(spread)) {
          text += textOf(node.body, one);
          if (text.length > LONGEST) return text;
        }
    }
  }
  return text;
}

/** `{range .items}` goes through a list, too. */
function spread(value: Value): readonly Value[] {
  return isList(value) ? value : [value];
}
