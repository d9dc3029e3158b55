// The commands of kubectl that are simulated, in the order in which help lists them.
import type { KubectlCommand } from './command.ts';
import { exec } from './exec.ts';
import { get } from './get.ts';
import { run } from './run.ts';

export const KUBECTL_COMMANDS: readonly KubectlCommand[] = [get, run, exec];
