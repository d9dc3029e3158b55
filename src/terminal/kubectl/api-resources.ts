// `kubectl api-resources`: the types that are known here.
import { KINDS, pluralName } from '../cluster/kinds.ts';
import { print } from '../outcome.ts';
import { failed, type KubectlCommand } from './command.ts';
import { layTable } from './printing/table.ts';

export const apiResources: KubectlCommand = {
  name: 'api-resources',
  synopsis: 'api-resources [--namespaced] [-o name|wide]',
  summary: 'the types of objects, and their short names',
  flags: [
    {
      name: 'namespaced',
      takes: 'switch',
      summary: 'only those in namespaces, or with =false those that are not',
    },
    { name: 'api-group', takes: 'value', summary: 'only those of one group' },
    { name: 'no-headers', takes: 'switch', summary: 'without headings' },
    {
      name: 'output',
      short: 'o',
      takes: 'value',
      summary: 'name or wide',
      values: ['name', 'wide'],
    },
    { name: 'sort-by', takes: 'value', summary: '', isNotSimulated: true },
    { name: 'verbs', takes: 'value', summary: '', isNotSimulated: true },
  ],
  run: ({ flags, words }) => {
    if (words.length > 0)
      return failed(
        `error: unexpected arguments: [${words.join(' ')}]\nSee 'kubectl api-resources -h' for help and examples`,
      );
    const group = flags.value('api-group');
    const shown = KINDS.filter(
      (kind) =>
        (group === null || kind.group === group) &&
        (!flags.has('namespaced') || kind.isNamespaced === flags.isOn('namespaced')),
    );
    if (flags.value('output') === 'name')
      return { output: [print(shown.map((kind) => `${pluralName(kind)}\n`).join(''))] };
    const rows = shown.map((kind) => [
      kind.plural,
      kind.shorts.join(','),
      kind.group === '' ? kind.version : `${kind.group}/${kind.version}`,
      String(kind.isNamespaced),
      kind.kind,
    ]);
    const headings = ['NAME', 'SHORTNAMES', 'APIVERSION', 'NAMESPACED', 'KIND'];
    return { output: [print(layTable(flags.isOn('no-headers') ? null : headings, rows))] };
  },
  complete: () => [],
};
