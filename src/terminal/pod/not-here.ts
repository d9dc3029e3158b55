// What a shell in a pod answers to words that are no command here: whether a real container would know them.
import { complain, type Piece, remark } from '../outcome.ts';

/** What a shell itself would understand. */
const LOOPS = new Set(
  'for while until if case do done then fi export set alias cd read unset source'.split(' '),
);

/** What small images bring, or what people expect of them. */
const TOOLS = new Set(
  'ls pwd ps top whoami id date sleep mkdir rm rmdir touch cp mv ln chmod chown find vi vim nano sed awk tr cut uniq tee xargs uname which whereis mount df du free kill killall watch printenv printf history man apk apt apt-get yum dnf host telnet ssh traceroute netstat ss ifconfig route arp tcpdump iptables nmap openssl python python3 node psql mysql redis-cli tar gzip md5sum stat test time timeout jq seq uptime dmesg lsof strace'.split(
    ' ',
  ),
);

/** What stands where the cluster is looked after, and not in its pods. */
const OUTSIDE = new Set(['kubectl', 'k', 'helm', 'kustomize']);

/** @param names what can be run */
export function notHere(name: string, names: readonly string[]): readonly Piece[] {
  if (LOOPS.has(name)) return [complain(`not simulated here: ${name}; type the command itself`)];
  if (TOOLS.has(name)) {
    return [complain(`not simulated here: ${name}: in a pod there are ${names.join(', ')}`)];
  }
  const missing = complain(`sh: ${name}: not found`);
  if (!OUTSIDE.has(name)) return [missing];
  return [missing, remark(`# This shell is in the pod. "exit" leads back to where ${name} is.`)];
}
