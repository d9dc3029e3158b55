// Declared types → the lines of our structures, and the documentation of their fields.
import type { Declared, DeclaredField, DeclaredType } from './declarations.ts';
import { CORRECTIONS, RENAMED, UNCHECKED, VALUES } from './kinds.ts';

/** By type; the type's own words stand under the empty name. */
type Documentation = Record<string, Record<string, string>>;

export interface Writer {
  /** The lines of the kinds and of all that is in them and was not written before. */
  structureOf(kinds: readonly string[]): string;
  documentation(): Documentation;
}

export function createWriter(declared: (name: string) => Declared): Writer {
  /** By short name, the full one. */
  const written = new Map<string, string>();
  const documentation = new Map<string, Record<string, string>>();

  function structureOf(kinds: readonly string[]): string {
    const blocks = new Map<string, string>();
    const waiting = [...kinds];
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const short = shortName(name);
      const known = written.get(short);
      if (known === name) continue;
      if (known !== undefined) throw new Error(`${short} is both ${known} and ${name}.`);
      written.set(short, name);
      const { body, documentation: words } = declared(name);
      if (!isFields(body)) throw new Error(`${name} has no fields.`);
      const lines = body.map((field) => lineOf(short, field, waiting));
      blocks.set(short, `${short}\n${lines.map((line) => `  ${line}\n`).join('')}`);
      documentation.set(short, documentationOf(words, body));
    }
    return [...blocks]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, block]) => block)
      .join('');
  }

  function lineOf(type: string, field: DeclaredField, waiting: string[]): string {
    const corrected = CORRECTIONS.get(`${type}.${field.name}`);
    if (corrected !== undefined) return corrected;
    const isKindItself = field.name === 'apiVersion' || field.name === 'kind';
    // Not asked for again: without them the object would not have been known for one of its kind.
    if (isKindItself && field.type.kind === 'values') return `${field.name} string`;
    if (isUnchecked(field)) return `${field.name} any`;
    return `${field.name}${field.isRequired ? '!' : ''} ${textOf(field.type, waiting)}`;
  }

  function textOf(type: DeclaredType, waiting: string[]): string {
    switch (type.kind) {
      case 'number':
        return 'integer';
      case 'string':
      case 'boolean':
      case 'any':
        return type.kind;
      case 'values':
        return `=${type.values.join('|')}`;
      case 'list':
        return `[${textOf(type.of, waiting)}]`;
      case 'map':
        return `{${textOf(type.of, waiting)}}`;
      case 'named': {
        const value = VALUES.get(type.name);
        if (value !== undefined) return value;
        const { body } = declared(type.name);
        if (!isFields(body)) return textOf(body, waiting);
        if (body.length === 0) return 'any';
        waiting.push(type.name);
        return shortName(type.name);
      }
    }
  }

  return { structureOf, documentation: () => sorted(documentation) };
}

function isUnchecked({ name, type }: DeclaredField): boolean {
  return UNCHECKED.has(name) && (type.kind === 'named' || type.kind === 'list');
}

function isFields(body: Declared['body']): body is readonly DeclaredField[] {
  return !('kind' in body);
}

/** `IoK8sApiCoreV1PodSpec` → `PodSpec`, `IoK8sSigsGatewayApiApisV1Listener` → `gateway.Listener`. */
function shortName(name: string): string {
  const renamed = RENAMED.get(name);
  if (renamed !== undefined) return renamed;
  const short = /V\d+(?:(?:alpha|beta)\d+)?([A-Z]\w*)$/.exec(name)?.[1];
  if (short === undefined) throw new Error(`No version in ${name}.`);
  const maker = MAKERS.find(([prefix]) => name.startsWith(prefix))?.[1] ?? '';
  return `${maker}${short}`;
}

/** Others use names that Kubernetes uses too. */
const MAKERS = [
  ['IoK8sSigsGatewayApi', 'gateway.'],
  ['ComGithubArgoproj', 'argo.'],
] as const;

function documentationOf(words: string, fields: readonly DeclaredField[]): Record<string, string> {
  const described = fields.filter((field) => field.documentation !== '' && !isUnchecked(field));
  return {
    ...(words === '' ? {} : { '': brief(words) }),
    ...Object.fromEntries(described.map(({ name, documentation }) => [name, brief(documentation)])),
  };
}

/** Characters; what is longer ends with the last sentence before. */
const LONGEST = 600;

function brief(words: string): string {
  const text = words.replace(/\s*\n\s*\n\s*/g, '\n\n').replace(/ {2,}/g, ' ');
  if (text.length <= LONGEST) return text;
  const end = Math.max(text.lastIndexOf('. ', LONGEST), text.lastIndexOf('.\n', LONGEST));
  return end > LONGEST / 3 ? text.slice(0, end + 1) : `${text.slice(0, LONGEST)}…`;
}

function sorted(documentation: ReadonlyMap<string, Record<string, string>>): Documentation {
  return Object.fromEntries([...documentation].sort(([a], [b]) => (a < b ? -1 : 1)));
}
