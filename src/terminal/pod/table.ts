// The commands inside a pod, one a file; text commands and `sh -c` come with the shell.
import type { PodCommand } from '../command.ts';
import { curl } from './curl.ts';
import { dig } from './dig.ts';
import { env, printenv } from './env.ts';
import { getent } from './getent.ts';
import { host } from './host.ts';
import { hostname } from './hostname.ts';
import { ifconfig } from './ifconfig.ts';
import { ip } from './ip.ts';
import { netstat, ss } from './listeners.ts';
import { nc } from './nc.ts';
import { nslookup } from './nslookup.ts';
import { ping } from './ping.ts';
import { SMALL_COMMANDS } from './small.ts';
import { telnet } from './telnet.ts';
import { wget } from './wget.ts';

export const NETWORK_COMMANDS: readonly PodCommand[] = [
  curl,
  dig,
  env,
  getent,
  host,
  hostname,
  ifconfig,
  ip,
  nc,
  netstat,
  nslookup,
  ping,
  printenv,
  ss,
  telnet,
  wget,
];

export const POD_COMMANDS: readonly PodCommand[] = [...NETWORK_COMMANDS, ...SMALL_COMMANDS];
