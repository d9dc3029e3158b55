// `--dry-run`: say what would be done, and do nothing.
import type { Flag, Flags } from './flags.ts';

export const DRY_RUN: Flag = {
  name: 'dry-run',
  takes: 'optional',
  summary: 'say what would be done, and do nothing',
  values: ['client', 'server', 'none'],
};

export function isDryRun(flags: Flags): boolean {
  return flags.has('dry-run') && flags.value('dry-run') !== 'none';
}
