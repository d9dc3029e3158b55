// Commands that work on text alone: they are the same outside and inside of a pod.
import type { Command } from '../command.ts';
import { awk } from './awk.ts';
import { cat, less, more } from './cat.ts';
import { column } from './column.ts';
import { cut } from './cut.ts';
import { echo } from './echo.ts';
import { egrep, grep } from './grep.ts';
import { head, tail } from './head.ts';
import { printf } from './printf.ts';
import { sort } from './sort.ts';
import { no, nothing, yes } from './status.ts';
import { tr } from './tr.ts';
import { uniq } from './uniq.ts';
import { wc } from './wc.ts';

export const TEXT_COMMANDS: readonly Command[] = [
  awk,
  cat,
  column,
  cut,
  echo,
  egrep,
  no,
  grep,
  head,
  less,
  more,
  nothing,
  printf,
  sort,
  tail,
  tr,
  uniq,
  yes,
  wc,
];
