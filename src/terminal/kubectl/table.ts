// The commands of kubectl that are simulated, in the order in which help lists them.

import { apply } from './apply.ts';
import type { KubectlCommand } from './command.ts';
import { remove } from './delete.ts';
import { exec } from './exec.ts';
import { get } from './get.ts';
import { run } from './run.ts';

export const KUBECTL_COMMANDS: readonly KubectlCommand[] = [get, apply, remove, run, exec];
