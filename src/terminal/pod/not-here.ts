// What a shell in a pod answers to words that are no command here: whether a real container would know them.
import { complain, type Piece, remark } from '../outcome.ts';

/** What a shell itself would understand. */
const OF_THE_SHELL = new Set(
  'alias case cd eval exec function read shift source trap type ulimit unalias'.split(' '),
);

/** What small images bring, or what people expect of them. */
const TOOLS = new Set(
  'ls ps top date mkdir rm rmdir touch cp mv ln chmod chown find vi vim nano sed awk tr cut uniq tee uname which whereis mount df du free kill killall watch printf history man ssh traceroute tracepath mtr route arp tcpdump iptables nmap openssl python python3 node psql mysql redis-cli tar gzip md5sum stat jq uptime dmesg lsof strace'.split(
    ' ',
  ),
);

/** What stands where the cluster is looked after, and not in its pods. */
const OUTSIDE = new Set(['kubectl', 'k', 'helm', 'kustomize']);

/** Whether it would be found in no container either, as far as anybody knows. */
export function isNowhere(name: string): boolean {
  return !OF_THE_SHELL.has(name) && !TOOLS.has(name);
}

/** @param names of the commands that are worth to be named */
export function notHere(name: string, names: readonly string[]): readonly Piece[] {
  if (OF_THE_SHELL.has(name)) return [complain(`not simulated here: ${name}`)];
  if (TOOLS.has(name)) {
    return [
      complain(
        `not simulated here: ${name}: in a pod there are ${names.join(', ')} and commands for text`,
      ),
    ];
  }
  const missing = complain(`sh: ${name}: not found`);
  if (!OUTSIDE.has(name)) return [missing];
  return [missing, remark(`# This shell is in the pod. "exit" leads back to where ${name} is.`)];
}
