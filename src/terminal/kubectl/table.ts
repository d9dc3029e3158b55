// The commands of kubectl that are simulated, in the order in which help lists them.
import { apiResources } from './api-resources.ts';
import { apply } from './apply.ts';
import { clusterInfo } from './cluster-info.ts';
import type { KubectlCommand } from './command.ts';
import { config } from './config.ts';
import { create } from './create.ts';
import { debug } from './debug.ts';
import { remove } from './delete.ts';
import { describe } from './describe.ts';
import { edit } from './edit.ts';
import { exec } from './exec.ts';
import { explain } from './explain.ts';
import { expose } from './expose.ts';
import { get } from './get.ts';
import { patch } from './patch.ts';
import { annotate, label } from './put-on.ts';
import { replace } from './replace.ts';
import { rollout } from './rollout.ts';
import { run } from './run.ts';
import { scale } from './scale.ts';
import { set } from './set.ts';
import { version } from './version.ts';
import { wait } from './wait.ts';

export const KUBECTL_COMMANDS: readonly KubectlCommand[] = [
  get,
  describe,
  explain,
  apply,
  create,
  run,
  expose,
  exec,
  debug,
  label,
  annotate,
  scale,
  set,
  patch,
  replace,
  remove,
  edit,
  rollout,
  wait,
  config,
  apiResources,
  clusterInfo,
  version,
];
