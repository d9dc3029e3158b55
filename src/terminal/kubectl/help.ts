// What `kubectl help` and `-h` say: the table, in words.
import type { KubectlCommand } from './command.ts';
import type { Flag } from './flags.ts';

export function overview(commands: readonly KubectlCommand[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'kubectl on the simulated cluster: its objects are the manifests in the editor.',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    '"kubectl COMMAND -h" says more of one.',
  ].join('\n');
}

export function helpOf({ synopsis, summary, flags }: KubectlCommand): string {
  const shown = flags.filter(({ isNotSimulated }) => !isNotSimulated);
  const words = shown.map(flagWords);
  const width = Math.max(0, ...words.map(({ length }) => length));
  return [
    `${summary[0]?.toUpperCase()}${summary.slice(1)}.`,
    '',
    `  kubectl ${synopsis}`,
    ...(shown.length === 0 ? [] : ['']),
    ...shown.map((flag, at) => `  ${(words[at] ?? '').padEnd(width)}  ${flag.summary}`),
  ].join('\n');
}

function flagWords({ name, short, takes }: Flag): string {
  const value = takes === 'value' ? '=…' : '';
  return `${short === undefined ? '    ' : `-${short}, `}--${name}${value}`;
}
