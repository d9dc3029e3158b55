// `true`, `:` and `false`: nothing but a status.
import type { Command } from '../command.ts';

export const yes: Command = {
  name: 'true',
  synopsis: 'true',
  summary: 'succeed',
  run: () => ({}),
  complete: () => [],
};

export const nothing: Command = {
  name: ':',
  synopsis: ':',
  summary: 'succeed',
  run: () => ({}),
  complete: () => [],
};

export const no: Command = {
  name: 'false',
  synopsis: 'false',
  summary: 'fail',
  run: () => ({ status: 1 }),
  complete: () => [],
};
