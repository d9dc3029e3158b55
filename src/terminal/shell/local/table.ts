// Commands of the shell outside that know the editor's files.
import type { Command } from '../../command.ts';
import { alias, unalias } from '../builtins/alias.ts';
import { clear } from './clear.ts';
import { exit } from './exit.ts';
import { ls } from './ls.ts';

export const LOCAL_COMMANDS: readonly Command[] = [alias, clear, exit, ls, unalias];
