// `exit` outside of any pod: closes the terminal.
import type { Command } from '../../command.ts';

export const exit: Command = {
  name: 'exit',
  synopsis: 'exit',
  summary: 'leave the shell: inside a pod back to this one, here the terminal is closed',
  run: () => ({ ends: true }),
  complete: () => [],
};
