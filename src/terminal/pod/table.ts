// The commands inside a pod, one a file; text commands and `sh -c` come with the shell.
import type { PodCommand } from '../command.ts';
import { curl } from './curl.ts';
import { dig } from './dig.ts';
import { env } from './env.ts';
import { hostname } from './hostname.ts';
import { ip } from './ip.ts';
import { nc } from './nc.ts';
import { nslookup } from './nslookup.ts';
import { ping } from './ping.ts';
import { wget } from './wget.ts';

export const POD_COMMANDS: readonly PodCommand[] = [
  curl,
  dig,
  env,
  hostname,
  ip,
  nc,
  nslookup,
  ping,
  wget,
];
