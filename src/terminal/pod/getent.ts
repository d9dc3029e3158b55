// `getent hosts`: the address of a name, as programs get it.
import type { PodCommand } from '../command.ts';
import { complain, printLine } from '../outcome.ts';
import { lookUp } from './network/look-up.ts';
import { hostNames } from './network/results.ts';
import { after, DNS_SECONDS } from './network/waiting.ts';

const DATABASES = new Set(['hosts', 'ahosts', 'ahostsv4']);

/** What it ends with for what is not there. */
const MISSING = 2;

export const getent: PodCommand = {
  name: 'getent',
  synopsis: 'getent hosts NAME',
  summary: 'the address of a name',
  run: (call) => {
    const [database = '', name, ...more] = call.args;
    if (!DATABASES.has(database) || name === undefined || more.length > 0) {
      return {
        output: [complain('not simulated here: getent but for "getent hosts NAME"')],
        status: 1,
      };
    }
    const { end, name: whole, addresses, remarks, why } = lookUp(call, name);
    const asked = why === null ? {} : { why };
    if (end === 'no-dns')
      return { output: [after(DNS_SECONDS, ''), ...remarks], status: MISSING, ...asked };
    if (end === 'no-name') return { output: remarks, status: MISSING, ...asked };
    const lines = addresses.map((address) => printLine(`${address.padEnd(15)}  ${whole}  ${name}`));
    return { output: [...lines, ...remarks], ...asked };
  },
  complete: (words, world, session) => (words.length <= 1 ? ['hosts'] : hostNames(world, session)),
};
