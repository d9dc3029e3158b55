// The lines of a structure → its types; a type is read when it is first asked for.
//
//   Name 1..1               a type, with how many of its fields may be there at once
//     field! [string] 1..9  a field; "!" says that it must be there, the numbers what it may be or hold
//
// [T] is a list of T and {T} a map from text to T; =A|B are the only values there are; every other
// word is plain ("string", "int-or-string", …) or the name of a type.
import {
  type Bounds,
  type Field,
  type FieldsType,
  PLAIN,
  type Plain,
  type Shape,
} from './shape.ts';

/** Looks types up by name; throws for a name that no structure has, which is a mistake of ours. */
export function typesOf(...structures: readonly string[]): (name: string) => FieldsType {
  const read = new Map<string, FieldsType>();
  let blocks: ReadonlyMap<string, string> | null = null;
  return (name) => {
    const known = read.get(name);
    if (known !== undefined) return known;
    blocks ??= blocksIn(structures.join(''));
    const block = blocks.get(name);
    if (block === undefined) throw new Error(`No structure has a type ${name}.`);
    const type = readBlock(block);
    read.set(name, type);
    return type;
  };
}

/** By the name at their head; a block is one line at the margin and the indented ones behind it. */
function blocksIn(text: string): ReadonlyMap<string, string> {
  const blocks = text.split(/\n(?=\S)/).map((block) => block.trim());
  return new Map(blocks.map((block) => [/^\S*/.exec(block)?.[0] ?? '', block]));
}

function readBlock(block: string): FieldsType {
  const [head = '', ...lines] = block.split('\n');
  const [name = '', count] = head.split(' ');
  const fields = lines.map(readField);
  return {
    name,
    fields: new Map(fields.map((field) => [field.name, field])),
    count: count === undefined ? null : readBounds(count),
  };
}

function readField(line: string): Field {
  const [, name = '', mark, written = '', bounds] =
    /^ *([^\s!]+)(!?) (\S+)(?: (\S+))?$/.exec(line) ?? [];
  return {
    name,
    isRequired: mark === '!',
    shape: readShape(written, bounds === undefined ? {} : { bounds: readBounds(bounds) }),
  };
}

function readShape(written: string, more: { bounds?: Bounds } = {}): Shape {
  const inner = written.slice(1, -1);
  if (written.startsWith('[')) return { type: 'list', of: readShape(inner), ...more };
  if (written.startsWith('{')) return { type: 'map', of: readShape(inner), ...more };
  if (written.startsWith('=')) return { type: 'values', values: written.slice(1).split('|') };
  return isPlain(written) ? { type: written, ...more } : { type: 'fields', name: written };
}

function isPlain(word: string): word is Plain {
  return (PLAIN as readonly string[]).includes(word);
}

function readBounds(written: string): Bounds {
  const [least = '', most = ''] = written.split('..');
  return { least: Number(least), most: most === '' ? Number.POSITIVE_INFINITY : Number(most) };
}
