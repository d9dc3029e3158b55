// `clear`: empties the screen.
import type { Command } from '../../command.ts';

export const clear: Command = {
  name: 'clear',
  synopsis: 'clear',
  summary: 'empty the screen',
  run: () => ({ clears: true }),
  complete: () => [],
};
