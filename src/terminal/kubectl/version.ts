// `kubectl version`: the version that messages and tables here follow.
import { printLine } from '../outcome.ts';
import type { KubectlCommand } from './command.ts';

const VERSION = 'v1.34.0';

export const version: KubectlCommand = {
  name: 'version',
  synopsis: 'version [--client]',
  summary: 'the version of Kubernetes that is simulated',
  flags: [
    { name: 'client', takes: 'switch', summary: 'only that of kubectl' },
    { name: 'output', short: 'o', takes: 'value', summary: '', isNotSimulated: true },
  ],
  run: ({ flags }) => ({
    output: [
      printLine(`Client Version: ${VERSION} (simulated)`),
      ...(flags.isOn('client') ? [] : [printLine(`Server Version: ${VERSION} (simulated)`)]),
    ],
  }),
  complete: () => [],
};
