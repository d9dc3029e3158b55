// `kubectl replace`: manifests in the place of objects that are there.

import { FILENAME, give } from './apply.ts';
import type { KubectlCommand } from './command.ts';
import { DRY_RUN } from './dry-run.ts';

export const replace: KubectlCommand = {
  name: 'replace',
  synopsis: 'replace -f FILE | -f -',
  summary: 'put manifests in the place of objects that are there',
  flags: [
    FILENAME,
    DRY_RUN,
    { name: 'force', takes: 'switch', summary: 'taken and of no effect' },
    { name: 'grace-period', takes: 'value', summary: 'taken and of no effect' },
    { name: 'save-config', takes: 'switch', summary: 'taken and of no effect' },
  ],
  run: (call) => give(call, call.flags.isOn('force') ? 'apply' : 'replace'),
};
