// The commands of kubectl that are simulated, in the order in which help lists them.

import { apply } from './apply.ts';
import type { KubectlCommand } from './command.ts';
import { create } from './create.ts';
import { remove } from './delete.ts';
import { exec } from './exec.ts';
import { expose } from './expose.ts';
import { get } from './get.ts';
import { annotate, label } from './put-on.ts';
import { run } from './run.ts';
import { scale } from './scale.ts';

export const KUBECTL_COMMANDS: readonly KubectlCommand[] = [
  get,
  apply,
  create,
  remove,
  run,
  expose,
  exec,
  label,
  annotate,
  scale,
];
