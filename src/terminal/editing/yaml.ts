// A value as clean YAML, the way kubectl writes it: two spaces, lists not indented further, quotes where needed.
import { resolvePlain } from '../../core/index.ts';
import { isList, isMap, type Value } from '../cluster/value.ts';

/** Ends with a line end. */
export function writeYaml(value: Value): string {
  return isMap(value) || isList(value)
    ? `${linesOf(value).join('\n')}\n`
    : `${scalarText(value)}\n`;
}

/** Block lines of a map or list; one line for an empty one. */
export function linesOf(value: Value): readonly string[] {
  if (isMap(value))
    return value.size === 0 ? ['{}'] : [...value].flatMap(([key, one]) => entryLines(key, one));
  if (isList(value)) return value.length === 0 ? ['[]'] : value.flatMap(itemLines);
  return [scalarText(value)];
}

export function entryLines(key: string, value: Value): readonly string[] {
  const name = scalarText(key);
  if (isList(value) && value.length > 0) return [`${name}:`, ...linesOf(value)];
  if (isMap(value) && value.size > 0)
    return [`${name}:`, ...linesOf(value).map((line) => `  ${line}`)];
  return [`${name}: ${linesOf(value).join('')}`];
}

function itemLines(value: Value): readonly string[] {
  return linesOf(value).map((line, at) => (at === 0 ? `- ${line}` : `  ${line}`));
}

const PLAIN = /^-{0,2}[A-Za-z0-9_./][A-Za-z0-9_./ :@%+,=()-]*$/;

export function scalarText(value: null | boolean | number | string): string {
  if (value === null) return 'null';
  if (typeof value === 'number' && !Number.isFinite(value)) return JSON.stringify(String(value));
  if (typeof value !== 'string') return String(value);
  const isPlain =
    PLAIN.test(value) &&
    !/: |:$| #| $/.test(value) &&
    typeof resolvePlain(value) === 'string' &&
    !/^(?:[yYnN]|---|\.\.\.)$/.test(value) &&
    // A date, which YAML 1.1 knows as a type of its own, and sexagesimal numbers.
    !/^[0-9]+[-:][0-9]/.test(value);
  return isPlain ? value : JSON.stringify(value);
}
