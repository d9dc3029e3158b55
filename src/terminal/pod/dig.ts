// `dig`, as far as one asks for an address.
import type { PodCall, PodCommand, Result } from '../command.ts';
import { printLine, remark } from '../outcome.ts';
import { DNS_ADDRESS } from './network/dial.ts';
import { lookUp } from './network/look-up.ts';
import { hostNames, misused } from './network/results.ts';
import { after } from './network/waiting.ts';

export const dig: PodCommand = {
  name: 'dig',
  synopsis: 'dig [+short] [+search] NAME',
  summary: 'ask the DNS of the cluster for a whole name',
  run: runDig,
  complete: (_, world, session) => ['+short', '+search', ...hostNames(world, session)],
};

/** Three tries of five seconds. */
const PATIENCE = 15;

function runDig(call: PodCall): Result {
  const { args } = call;
  if (args.some((word) => /^-x$|^(?:AAAA|SRV|PTR|TXT|MX|NS|SOA|CNAME|ANY)$/i.test(word))) {
    return misused('not simulated here: dig for anything but an address', dig.synopsis);
  }
  const server = args.find((word) => word.startsWith('@'))?.slice(1);
  if (server !== undefined && server !== DNS_ADDRESS && !server.startsWith('kube-dns')) {
    return misused(`not simulated here: asking another server, ${server}`, dig.synopsis);
  }
  const words = args.filter((word) => !/^[-+@]/.test(word) && !/^(?:A|IN)$/i.test(word));
  const [name] = words;
  if (name === undefined || words.length > 1) {
    return misused('dig: one name is needed; other questions are not simulated here', dig.synopsis);
  }
  const isShort = args.includes('+short');
  // It leaves the search path alone, as programs don't.
  const searches = args.includes('+search');
  const {
    end,
    name: whole,
    addresses,
    remarks,
    why,
  } = lookUp(call, searches ? name : `${name.replace(/\.$/, '')}.`);
  const asked = why === null ? {} : { why };
  if (end === 'no-dns') {
    const words = `;; communications error to ${DNS_ADDRESS}#53: timed out\n;; no servers could be reached\n`;
    return { output: [after(PATIENCE, words), ...remarks], status: 9, ...asked };
  }
  const hint =
    end === 'no-name' && !searches && lookUp(call, name).end === 'found'
      ? [remark('# dig takes no search path: write the whole name, or add "+search".')]
      : [];
  if (isShort) return { output: [...addresses.map(printLine), ...remarks, ...hint], ...asked };
  const status = end === 'found' ? 'NOERROR' : 'NXDOMAIN';
  const answer =
    addresses.length === 0
      ? []
      : [';; ANSWER SECTION:', ...addresses.map((one) => `${whole}.\t30\tIN\tA\t${one}`), ''];
  const lines = [
    `;; ->>HEADER<<- opcode: QUERY, status: ${status}`,
    ';; QUESTION SECTION:',
    `;${end === 'found' ? whole : name.replace(/\.$/, '')}.\t\tIN\tA`,
    '',
    ...answer,
    `;; SERVER: ${DNS_ADDRESS}#53(${DNS_ADDRESS})`,
  ];
  return { output: [...lines.map(printLine), ...remarks, ...hint], ...asked };
}
