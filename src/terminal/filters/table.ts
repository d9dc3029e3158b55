// Commands that work on text alone: they are the same outside and inside of a pod.
import type { Command } from '../command.ts';
import { cat, less, more } from './cat.ts';
import { echo } from './echo.ts';
import { egrep, grep } from './grep.ts';
import { head, tail } from './head.ts';
import { sort } from './sort.ts';
import { no, yes } from './status.ts';
import { wc } from './wc.ts';

export const TEXT_COMMANDS: readonly Command[] = [
  cat,
  echo,
  egrep,
  no,
  grep,
  head,
  less,
  more,
  sort,
  tail,
  yes,
  wc,
];
