// Small commands that people type to see where they are, or to get tools that are there already.
import type { PodCommand } from '../command.ts';
import { printLine, remark } from '../outcome.ts';

function saying(name: string, summary: string, line: string): PodCommand {
  return {
    name,
    synopsis: name,
    summary,
    run: () => ({ output: [printLine(line)] }),
    complete: () => [],
  };
}

const whoami = saying('whoami', 'who runs the commands', 'root');
const id = saying(
  'id',
  'who runs the commands, with groups',
  'uid=0(root) gid=0(root) groups=0(root)',
);
const pwd = saying('pwd', 'the folder', '/');

const NO_NEED =
  '# Nothing is installed: nothing leaves this page. curl, wget, nc, telnet, nslookup and dig are in every pod here.';

function installer(name: string): PodCommand {
  return {
    name,
    synopsis: `${name} …`,
    summary: 'the tools for the network are there already; it tells so',
    run: () => ({ output: [remark(NO_NEED)] }),
    complete: () => [],
  };
}

export const SMALL_COMMANDS: readonly PodCommand[] = [
  whoami,
  id,
  pwd,
  ...['apk', 'apt', 'apt-get', 'yum', 'dnf', 'microdnf'].map(installer),
];
