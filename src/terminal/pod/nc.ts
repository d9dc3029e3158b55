// `nc`, as BusyBox has it: whether a port answers.
import type { PodCall, PodCommand, Result } from '../command.ts';
import { complain, type Piece, remark } from '../outcome.ts';
import { dialFrom, hostNames, misused, resultOf } from './network/results.ts';
import { after, DNS_SECONDS, KERNEL_SECONDS } from './network/waiting.ts';
import { portIn, readOptions, secondsIn } from './network/words.ts';

const ACCEPTED = {
  switches: [['z'], ['v'], ['u'], ['n'], ['4']],
  valued: [['w'], ['s'], ['p']],
} as const;

export const nc: PodCommand = {
  name: 'nc',
  synopsis: 'nc [-zvu] [-w SECONDS] HOST PORT',
  summary: 'try whether a port answers',
  run: runNc,
  complete: (_, world, session) => hostNames(world, session),
};

function runNc(call: PodCall): Result {
  const { values, words, unknown } = readOptions(call.args, ACCEPTED);
  if (unknown !== null) return misused(`nc: unrecognized option: ${unknown}`, nc.synopsis);
  const [host, written, ...more] = words;
  if (host === undefined || written === undefined || more.length > 0) {
    return misused('nc: a host and a port are needed', nc.synopsis);
  }
  const port = portIn(written);
  if (port === null) return { output: [complain(`nc: bad port '${written}'`)], status: 1 };
  const limit = values.has('w') ? secondsIn(values.get('w')) : KERNEL_SECONDS;
  if (limit === null) {
    return { output: [complain(`nc: invalid number '${values.get('w')}'`)], status: 1 };
  }
  const isUdp = values.has('u');
  const dialled = dialFrom(call, host, port, isUdp ? 'UDP' : 'TCP');
  const { end, address } = dialled;
  const failed = (piece: Piece) => resultOf(dialled, [piece], 1);
  const place = `${host} (${address}:${port})`;
  if (end === 'no-name') return failed(complain(`nc: bad address '${host}'`));
  if (end === 'no-dns') return failed(after(DNS_SECONDS, `nc: bad address '${host}'\n`));
  const open = values.has('v') ? [complain(`${place} open`)] : [];
  // Nothing comes back for UDP, whether somebody listens, nobody does, or a policy stops it.
  if (isUdp) {
    const told =
      end !== 'silent'
        ? 'Policies let this packet through.'
        : dialled.why === null
          ? 'Nobody gets this packet.'
          : 'Policies stop this packet.';
    return resultOf(
      dialled,
      [...open, remark(`# UDP has no handshake, so nc always calls it open. ${told}`)],
      0,
    );
  }
  if (end === 'refused') return failed(complain(`nc: ${place}: Connection refused`));
  if (end === 'silent') {
    const words = values.has('w') ? 'nc: timed out\n' : `nc: ${place}: Operation timed out\n`;
    return failed(after(limit, words));
  }
  const talks = values.has('z')
    ? []
    : [remark('# Connected. What is typed is not sent on here; "-z" only tries.')];
  return resultOf(dialled, [...open, ...talks], 0);
}
