// How a key or a value is written where the cursor stands: quoted where YAML or JSON asks for it.
import { resolvePlain } from '../manifests/scalar.ts';
import type { Completion } from './completion.ts';
import type { WritingSite } from './site.ts';

/** Fields of one object, names of one cluster: more than a list can show. */
export const MOST_COMPLETIONS = 300;

type Ready = Pick<Completion, 'insert' | 'isSnippet' | 'asksAgain'>;

/** A scalar at the cursor; a number is one in JSON, too. */
export function writeValue(site: WritingSite, value: string | number): Ready {
  const { spot } = site;
  return {
    insert:
      space(site) + (spot.form === 'key' ? keyText(site, `${value}`) : valueText(site, value)),
    isSnippet: false,
    asksAgain: false,
  };
}

/** Something that is no text: `true`, `{}`. */
export function writeWord(site: WritingSite, word: string): Ready {
  return { insert: space(site) + word, isSnippet: false, asksAgain: false };
}

/** What is begun below a key: where the cursor goes on. */
export type Below = 'scalar' | 'map' | 'list' | 'list of maps' | { readonly value: string };

/** A key at the cursor, with all that is needed to go on behind it. */
export function writeKey(site: WritingSite, key: string, below: Below): Ready {
  const { spot } = site;
  const name = keyText(site, key);
  const before = space(site);
  if (spot.hasColon) return { insert: before + name, isSnippet: false, asksAgain: false };
  if (typeof below === 'object') {
    const insert = `${before}${name}: ${valueText(site, below.value)}`;
    return { insert, isSnippet: false, asksAgain: false };
  }
  if (below === 'scalar')
    return { insert: `${before}${name}: `, isSnippet: false, asksAgain: true };
  if (spot.inFlow) {
    const [open, close] = below === 'map' ? ['{', '}'] : ['[', ']'];
    const insert = `${before}${snippetText(name)}: ${open}$1${close === '}' ? '\\}' : close}`;
    return { insert, isSnippet: true, asksAgain: true };
  }
  const deeper = ' '.repeat(columnOf(site) + 2);
  const dash = below === 'map' ? '' : '- ';
  return { insert: `${before}${name}:\n${deeper}${dash}`, isSnippet: false, asksAgain: true };
}

/** The column at which the key at the cursor begins once it is written. */
export function columnOf({ spot }: WritingSite): number {
  return spot.column + (spot.needsDash ? 2 : 0);
}

function space({ spot }: WritingSite): string {
  return (spot.needsSpace ? ' ' : '') + (spot.needsDash ? '- ' : '');
}

/** In JSON, and behind a quote that is there already, everything stands in quotes. */
function isJson({ spot, text }: WritingSite): boolean {
  if (text[spot.word.start] === '"') return true;
  return spot.inFlow && /^\s*[{[]\s*(?:["{[}\]]|$)/.test(text);
}

function keyText(site: WritingSite, key: string): string {
  const isPlain = !isJson(site) && isPlainKey(key);
  return isPlain ? key : JSON.stringify(key);
}

function valueText(site: WritingSite, value: string | number): string {
  if (typeof value === 'number') return `${value}`;
  const quote = site.text[site.spot.word.start];
  if (quote === "'") return `'${value.replaceAll("'", "''")}'`;
  return !isJson(site) && isPlainValue(value) ? value : JSON.stringify(value);
}

/** Whether it means this text without quotes, to kubectl as well (SEMANTICS 10.1). */
function isPlainValue(text: string): boolean {
  return typeof resolvePlain(text) === 'string' && isSafe(text) && !/^[yYnN]$/.test(text);
}

function isPlainKey(text: string): boolean {
  return text !== '' && typeof resolvePlain(text) !== 'boolean' && isSafe(text);
}

function isSafe(text: string): boolean {
  return /^[A-Za-z0-9_./][-A-Za-z0-9_./:]*$/.test(text) && !text.endsWith(':');
}

/** Letters that mean something in a snippet, escaped. */
export function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
