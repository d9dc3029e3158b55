// The commands inside a pod, one a file; text commands and `sh -c` come with the shell.
import type { PodCommand } from '../command.ts';
import { env } from './env.ts';
import { hostname } from './hostname.ts';

export const POD_COMMANDS: readonly PodCommand[] = [env, hostname];
