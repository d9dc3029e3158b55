// `nslookup`, as BusyBox has it.
import type { PodCall, PodCommand, Result } from '../command.ts';
import { printLine } from '../outcome.ts';
import { DNS_ADDRESS } from './network/dial.ts';
import { lookUp } from './network/look-up.ts';
import { hostNames, misused } from './network/results.ts';
import { after } from './network/waiting.ts';

export const nslookup: PodCommand = {
  name: 'nslookup',
  synopsis: 'nslookup NAME',
  summary: 'ask the DNS of the cluster for a name',
  run: runNslookup,
  complete: (_, world, session) => hostNames(world, session),
};

/** Three tries of five seconds. */
const PATIENCE = 15;

function runNslookup(call: PodCall): Result {
  const words = call.args.filter((word) => !word.startsWith('-'));
  const [name] = words;
  if (name === undefined || words.length > 1) {
    return misused(
      'nslookup: one name is needed; asking another server is not simulated here',
      nslookup.synopsis,
    );
  }
  const { end, name: whole, addresses, aliases, remarks, why } = lookUp(call, name);
  const asked = why === null ? {} : { why };
  if (end === 'no-dns') {
    const words = ';; connection timed out; no servers could be reached\n\n';
    return { output: [after(PATIENCE, words), ...remarks], status: 1, ...asked };
  }
  const server = ['Server:\t\t'.concat(DNS_ADDRESS), `Address:\t${DNS_ADDRESS}:53`, ''].map(
    printLine,
  );
  if (end === 'no-name') {
    const words = [`** server can't find ${name}: NXDOMAIN`, ''].map(printLine);
    return { output: [...server, ...words, ...remarks], status: 1, ...asked };
  }
  const lines = [
    ...aliases.map(([alias, name]) => `${alias}\tcanonical name = ${name}`),
    ...addresses.flatMap((address) => [`Name:\t${whole}`, `Address: ${address}`]),
  ];
  return { output: [...server, ...[...lines, ''].map(printLine), ...remarks], ...asked };
}
