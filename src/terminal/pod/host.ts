// `host`: a question to DNS, told in a sentence.
import type { PodCommand } from '../command.ts';
import { printLine } from '../outcome.ts';
import { lookUp } from './network/look-up.ts';
import { hostNames, misused } from './network/results.ts';
import { after } from './network/waiting.ts';

/** Two tries of five seconds. */
const PATIENCE = 10;

export const host: PodCommand = {
  name: 'host',
  synopsis: 'host NAME',
  summary: 'ask the DNS of the cluster for a name',
  run: (call) => {
    const [name, ...more] = call.args.filter((word) => !word.startsWith('-'));
    if (name === undefined || more.length > 0)
      return misused('host: one name is needed', host.synopsis);
    const { end, name: whole, addresses, aliases, remarks, why } = lookUp(call, name);
    const asked = why === null ? {} : { why };
    if (end === 'no-dns') {
      const words = ';; connection timed out; no servers could be reached\n';
      return { output: [after(PATIENCE, words), ...remarks], status: 1, ...asked };
    }
    if (end === 'no-name') {
      const words = `Host ${name} not found: 3(NXDOMAIN)`;
      return { output: [printLine(words), ...remarks], status: 1, ...asked };
    }
    const lines = [
      ...aliases.map(([alias, other]) => `${alias} is an alias for ${other}.`),
      ...addresses.map((address) => `${whole} has address ${address}`),
    ];
    return { output: [...lines.map(printLine), ...remarks], ...asked };
  },
  complete: (_, world, session) => hostNames(world, session),
};
