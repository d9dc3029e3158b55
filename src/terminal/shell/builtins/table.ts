// Commands of every shell, outside and inside of pods, that are more than text.
import type { Command } from '../../command.ts';
import { declare, exportVariable, local, readonly, set, unset } from './export.ts';
import { seq } from './seq.ts';
import { sleep } from './sleep.ts';
import { bracket, test } from './test.ts';
import { time } from './time.ts';
import { timeout } from './timeout.ts';
import { watch } from './watch.ts';
import { xargs } from './xargs.ts';

export const BUILTINS: readonly Command[] = [
  bracket,
  declare,
  exportVariable,
  local,
  readonly,
  seq,
  set,
  sleep,
  test,
  time,
  timeout,
  unset,
  watch,
  xargs,
];
