// `kubectl config`: the one context there is, and its namespace.
import { mapFrom } from '../cluster/made.ts';
import type { Value } from '../cluster/value.ts';
import type { Result } from '../command.ts';
import { print, printLine } from '../outcome.ts';
import { failed, type KubectlCall, type KubectlCommand, notSimulated } from './command.ts';
import { formatProblem, printValue } from './printing/output.ts';
import { layTable } from './printing/table.ts';

export const CONTEXT = 'netpolis';

export const config: KubectlCommand = {
  name: 'config',
  synopsis:
    'config (set-context --current --namespace=NAME | get-contexts | current-context | view | use-context NAME)',
  summary: 'the namespace that commands mean where they name none',
  flags: [
    { name: 'current', takes: 'switch', summary: 'the context in use' },
    { name: 'minify', takes: 'switch', summary: 'taken and of no effect' },
    { name: 'no-headers', takes: 'switch', summary: 'without headings' },
    { name: 'raw', takes: 'switch', summary: 'taken and of no effect' },
    {
      name: 'output',
      short: 'o',
      takes: 'value',
      summary: 'yaml, json or jsonpath=…; name for contexts',
      values: ['json', 'jsonpath=', 'name', 'yaml'],
    },
  ],
  run: runConfig,
  complete: (words) =>
    words.length <= 1
      ? ['current-context', 'get-clusters', 'get-contexts', 'set-context', 'use-context', 'view']
      : words.length === 2 && words[0]?.endsWith('-context')
        ? [CONTEXT]
        : [],
};

function runConfig(call: KubectlCall): Result {
  const { flags, session } = call;
  const [name, ...words] = call.words;
  switch (name) {
    case 'set-context':
      return setContext(call, words);
    case 'use-context':
    case 'use': {
      const [context] = words;
      if (context === CONTEXT) return { output: [printLine(`Switched to context "${CONTEXT}".`)] };
      return failed(`error: no context exists with the name: "${context ?? ''}"`);
    }
    case 'current-context':
      return { output: [printLine(CONTEXT)] };
    case 'get-clusters':
      return { output: [print(layTable(['NAME'], [[CONTEXT]]))] };
    case 'get-contexts': {
      if (flags.value('output') === 'name') return { output: [printLine(CONTEXT)] };
      const namespace = session.namespace === 'default' ? '' : session.namespace;
      const headings = flags.isOn('no-headers')
        ? null
        : ['CURRENT', 'NAME', 'CLUSTER', 'AUTHINFO', 'NAMESPACE'];
      return { output: [print(layTable(headings, [['*', CONTEXT, CONTEXT, 'you', namespace]]))] };
    }
    case 'view':
      return view(flags.value('output') ?? 'yaml', session.namespace);
    case undefined:
      return failed("error: config needs a command\nSee 'kubectl config -h' for help and examples");
    default:
      return notSimulated(
        `kubectl config ${name}: there is one context here, and nothing else to set`,
      );
  }
}

function setContext(
  { flags, session, world }: KubectlCall,
  [name, ...more]: readonly string[],
): Result {
  const isCurrent = flags.isOn('current');
  if ((name === undefined) !== isCurrent || more.length > 0) {
    return failed(
      "error: you must specify a non-empty context name or --current\nSee 'kubectl config set-context -h' for help and examples",
    );
  }
  if (name !== undefined && name !== CONTEXT) return notSimulated(`other contexts than ${CONTEXT}`);
  const written = flags.value('namespace');
  const namespace = written === null ? session.namespace : written || 'default';
  const isThere = world.namespaces.some((one) => one.name === namespace);
  const remark = isThere ? '' : `(There is no namespace ${namespace} yet.)\n`;
  return {
    output: [
      printLine(`Context "${CONTEXT}" modified.`),
      { text: remark, stream: 'error', wait: null },
    ],
    session: { ...session, namespace },
  };
}

function view(output: string, namespace: string): Result {
  const problem = formatProblem(output, ['json', 'jsonpath', 'yaml']);
  if (problem !== null) return failed(problem);
  const context = mapFrom([
    ['cluster', CONTEXT],
    ['namespace', namespace === 'default' ? undefined : namespace],
    ['user', 'you'],
  ]);
  const server = mapFrom([['server', 'https://kubernetes.default.svc.cluster.local:443']]);
  const named = (name: string, key: string, value: Value) =>
    mapFrom([
      [key, value],
      ['name', name],
    ]);
  const value = mapFrom([
    ['apiVersion', 'v1'],
    ['clusters', [named(CONTEXT, 'cluster', server)]],
    ['contexts', [named(CONTEXT, 'context', context)]],
    ['current-context', CONTEXT],
    ['kind', 'Config'],
    [
      'users',
      [
        mapFrom([
          ['name', 'you'],
          ['user', new Map()],
        ]),
      ],
    ],
  ]);
  const printed = printValue(value, output);
  return printed.ok ? { output: [print(printed.text)] } : failed(printed.message);
}
