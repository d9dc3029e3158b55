// `kubectl explain`: what a field is for, in the API's own words.
import { schemaAt } from '../../core/index.ts';
import { findKind, KINDS } from '../cluster/kinds.ts';
import type { Result } from '../command.ts';
import { print } from '../outcome.ts';
import { noSuchType } from '../selecting/select.ts';
import { failed, type KubectlCall, type KubectlCommand } from './command.ts';

export const explain: KubectlCommand = {
  name: 'explain',
  synopsis: 'explain TYPE[.FIELD…] [--recursive]',
  summary: 'what a type or a field is for',
  flags: [
    { name: 'recursive', takes: 'switch', summary: 'the names of all fields below' },
    { name: 'api-version', takes: 'value', summary: 'taken and of no effect' },
    { name: 'output', short: 'o', takes: 'value', summary: '', isNotSimulated: true },
  ],
  run: runExplain,
  complete: (words) => completePath(words.at(-1) ?? ''),
};

type Path = readonly (string | number)[];

function runExplain({ words, flags, world }: KubectlCall): Result {
  const [asked, ...more] = words;
  if (asked === undefined)
    return failed(
      'error: You must specify the type of resource to explain. Use "kubectl api-resources" for a complete list of supported resources.',
    );
  if (more.length > 0) return failed('error: We accept only this format: explain RESOURCE');
  const found = findPlace(asked);
  if (typeof found === 'string') return failed(found);
  const { kind, path, place } = found;
  const { documentation } = world;
  const told = (name: string) => documentation?.(name) ?? '<no description>';
  const field = path.filter((step) => typeof step === 'string').at(-1);
  const lines = [
    ...(kind.group === '' ? [] : [`GROUP:      ${kind.group}`]),
    `KIND:       ${kind.kind}`,
    `VERSION:    ${kind.version}`,
    '',
    ...(field === undefined ? [] : [`FIELD: ${field} <${typeText(place.type)}>`, '']),
    ...(place.values.length === 0 ? [] : ['ENUM:', ...place.values.map((one) => `    ${one}`), '']),
    'DESCRIPTION:',
    ...wrapped(told(place.documentation)),
    '',
  ];
  const inner = fieldsAt(kind.group, kind.kind, path);
  if (inner.fields.length === 0) return { output: [print(`${lines.join('\n')}\n`)] };
  const fields = flags.isOn('recursive')
    ? treeLines(kind.group, kind.kind, inner.path, '  ', { left: MOST_LINES })
    : inner.fields.flatMap((one) => [
        `  ${one.name}\t<${typeText(one.type)}>${one.isRequired ? ' -required-' : ''}`,
        ...wrapped(told(one.documentation)),
        '',
      ]);
  return { output: [print(`${[...lines, 'FIELDS:', ...fields].join('\n')}\n`)] };
}

const MOST_LINES = 3000;
const DEEPEST = 12;

function findPlace(asked: string) {
  const [type = '', ...fields] = asked.split('.');
  const kind = findKind(type);
  if (kind === null) return noSuchType(type);
  let path: Path = [];
  for (const field of fields) {
    const next = [...fieldsAt(kind.group, kind.kind, path).path, field];
    if (field === '' || schemaAt(kind.group, kind.kind, next) === null)
      return `error: field "${field}" does not exist`;
    path = next;
  }
  const place = schemaAt(kind.group, kind.kind, path);
  if (place === null) return `not simulated here: explaining ${type}`;
  return { kind, path, place };
}

/** The fields behind a place: those of the items where it is a list. */
function fieldsAt(group: string, kind: string, path: Path) {
  let here = path;
  let place = schemaAt(group, kind, here);
  for (let step = 0; place?.form === 'list' && step < 3; step++) {
    here = [...here, 0];
    place = schemaAt(group, kind, here);
  }
  return { path: here, fields: place?.fields ?? [] };
}

function treeLines(
  group: string,
  kind: string,
  path: Path,
  indent: string,
  budget: { left: number },
): readonly string[] {
  if (path.length > DEEPEST) return [];
  const { fields, path: here } = fieldsAt(group, kind, path);
  return fields.flatMap((one) => {
    budget.left -= 1;
    if (budget.left < 0) return [];
    const line = `${indent}${one.name}\t<${typeText(one.type)}>${one.isRequired ? ' -required-' : ''}`;
    return [line, ...treeLines(group, kind, [...here, one.name], `${indent}  `, budget)];
  });
}

/** `list of NetworkPolicyPort` is written `[]NetworkPolicyPort`. */
function typeText(type: string): string {
  if (type.startsWith('list of ')) return `[]${typeText(type.slice(8))}`;
  if (type.startsWith('map of ')) return `map[string]${typeText(type.slice(7))}`;
  return type === 'integer or string' ? 'IntOrString' : type;
}

const WIDTH = 76;

function wrapped(text: string): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(/\s+/).filter((one) => one !== '')) {
      if (line !== '' && line.length + 1 + word.length > WIDTH) {
        lines.push(line);
        line = '';
      }
      line += (line === '' ? '' : ' ') + word;
    }
    lines.push(line);
    return lines.map((one) => (one === '' ? '' : `    ${one}`));
  });
}

function completePath(word: string): readonly string[] {
  const dot = word.lastIndexOf('.');
  if (dot === -1) return KINDS.map(({ plural }) => plural);
  const found = findPlace(word.slice(0, dot));
  if (typeof found === 'string') return [];
  const { fields } = fieldsAt(found.kind.group, found.kind.kind, found.path);
  return fields.map(({ name }) => `${word.slice(0, dot + 1)}${name}`);
}
