// `ping`: what policies say of ICMP is nothing, so neither does this.
import type { PodCall, PodCommand, Result } from '../command.ts';
import { complain, printLine, remark } from '../outcome.ts';
import { dialFrom, hostNames, misused, resultOf } from './network/results.ts';
import { after, DNS_SECONDS } from './network/waiting.ts';
import { readOptions } from './network/words.ts';

const ACCEPTED = {
  switches: [['q'], ['4'], ['6'], ['n']],
  valued: [['c'], ['w'], ['W'], ['i'], ['s'], ['I']],
} as const;

export const ping: PodCommand = {
  name: 'ping',
  synopsis: 'ping [-c COUNT] [-W SECONDS] HOST',
  summary: 'NetworkPolicies say nothing of ICMP; it tells so',
  run: runPing,
  complete: (_, world, session) => hostNames(world, session),
};

/** Any port does: only the name is looked at. */
const SOME_PORT = 80;

function runPing(call: PodCall): Result {
  const { words, unknown } = readOptions(call.args, ACCEPTED);
  if (unknown !== null) return misused(`ping: unrecognized option: ${unknown}`, ping.synopsis);
  const [host] = words;
  if (host === undefined) return misused('ping: a host is needed', ping.synopsis);
  const found = dialFrom(call, host, SOME_PORT);
  const { end, address } = found;
  // The flow of that port is not what was asked about.
  const dialled =
    end === 'no-name' || end === 'no-dns' ? found : { ...found, why: null, remarks: [] };
  if (end === 'no-name') return resultOf(dialled, [complain(`ping: bad address '${host}'`)], 1);
  if (end === 'no-dns') {
    return resultOf(dialled, [after(DNS_SECONDS, `ping: bad address '${host}'\n`)], 1);
  }
  const said = [
    'A NetworkPolicy knows TCP, UDP and SCTP, and says nothing of ICMP: whether a ping passes where',
    'policies isolate a pod is up to the network plugin, and addresses of Services mostly answer none.',
    'Ask with wget, curl or nc instead.',
  ];
  return resultOf(
    dialled,
    [
      printLine(`PING ${host} (${address}): 56 data bytes`),
      ...said.map((line) => remark(`# ${line}`)),
    ],
    1,
  );
}
