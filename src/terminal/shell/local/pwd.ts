// `pwd`: where this shell is.
import type { Command } from '../../command.ts';
import { printLine } from '../../outcome.ts';

export const pwd: Command = {
  name: 'pwd',
  synopsis: 'pwd',
  summary: 'where this shell is: there are no folders',
  run: () => ({ output: [printLine('/home/you')] }),
  complete: () => [],
};
