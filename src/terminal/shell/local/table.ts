// Commands of the shell outside that know the editor's files, or which namespace is meant.
import type { Command } from '../../command.ts';
import { alias, unalias } from '../builtins/alias.ts';
import { clear } from './clear.ts';
import { cp } from './cp.ts';
import { EDITORS } from './editors.ts';
import { exit } from './exit.ts';
import { kubectx } from './kubectx.ts';
import { kubens } from './kubens.ts';
import { ls } from './ls.ts';
import { pwd } from './pwd.ts';
import { rm } from './rm.ts';
import { tee } from './tee.ts';
import { touch } from './touch.ts';

export const LOCAL_COMMANDS: readonly Command[] = [
  alias,
  clear,
  cp,
  ...EDITORS,
  exit,
  kubectx,
  kubens,
  ls,
  pwd,
  rm,
  tee,
  touch,
  unalias,
];
