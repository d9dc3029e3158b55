// `kubectl apply`: gives manifests to the cluster, files of the editor or standard input.
import { applySources } from '../applying/apply.ts';
import { sourcesOf } from '../applying/sources.ts';
import type { Result } from '../command.ts';
import { failed, type KubectlCall, type KubectlCommand, notSimulated } from './command.ts';
import { DRY_RUN, isDryRun } from './dry-run.ts';
import type { Flag } from './flags.ts';

export const FILENAME: Flag = {
  name: 'filename',
  short: 'f',
  takes: 'value',
  summary: 'a file of the editor, or - for what is piped in',
};

export const apply: KubectlCommand = {
  name: 'apply',
  synopsis: 'apply -f FILE | -f -',
  summary: 'give manifests to the cluster: a file of the editor, or what is piped in',
  flags: [
    FILENAME,
    DRY_RUN,
    { name: 'kustomize', short: 'k', takes: 'value', summary: '', isNotSimulated: true },
    { name: 'prune', takes: 'switch', summary: '', isNotSimulated: true },
    { name: 'output', short: 'o', takes: 'value', summary: '', isNotSimulated: true },
    { name: 'selector', short: 'l', takes: 'value', summary: '', isNotSimulated: true },
    {
      name: 'recursive',
      short: 'R',
      takes: 'switch',
      summary: 'taken and of no effect: there are no folders',
    },
    { name: 'server-side', takes: 'switch', summary: 'taken and of no effect' },
    { name: 'force', takes: 'switch', summary: 'taken and of no effect' },
    {
      name: 'validate',
      takes: 'optional',
      summary: 'taken and of no effect: manifests are always checked',
    },
    {
      name: 'wait',
      takes: 'switch',
      summary: 'taken and of no effect: everything is ready at once',
    },
  ],
  run: (call) => give(call, 'apply'),
};

export function give(call: KubectlCall, verb: 'apply' | 'create' | 'replace'): Result {
  const { flags, words, world, session, namespace, input } = call;
  const names = flags.values('filename');
  if (names.length === 0) return failed('error: must specify one of -f and -k');
  const [extra] = words;
  if (extra !== undefined) {
    return failed(
      `error: Unexpected args: [${words.join(' ')}]\nSee 'kubectl ${verb} -h' for help and examples`,
    );
  }
  const found = sourcesOf(names, world.files, input);
  if (!found.ok)
    return found.message.startsWith('error')
      ? failed(found.message)
      : notSimulated(found.message.replace(/^not simulated here: /, ''));
  return applySources(found.sources, world, {
    verb,
    namespace,
    isNamespaceGiven: flags.has('namespace'),
    isDryRun: isDryRun(flags),
    session,
  });
}
