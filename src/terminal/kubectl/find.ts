// Which of kubectl's commands is meant, and where among the words it stands.
import type { KubectlCommand } from './command.ts';
import { GLOBAL_FLAGS } from './flags.ts';
import { KUBECTL_COMMANDS } from './table.ts';

export function findKubectlCommand(name: string): KubectlCommand | null {
  return KUBECTL_COMMANDS.find((one) => one.name === name) ?? null;
}

/** Flags may come before the command. */
export function commandPlace(args: readonly string[]): number {
  let at = 0;
  while (at < args.length) {
    const word = args[at] as string;
    if (!word.startsWith('-') || word === '-') return at;
    const flag = GLOBAL_FLAGS.find(
      ({ name, short }) => word === `--${name}` || word === `-${short}`,
    );
    at += flag?.takes === 'value' ? 2 : 1;
  }
  return at;
}
