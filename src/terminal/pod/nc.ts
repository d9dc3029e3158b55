// `nc`, as BusyBox has it: whether a port answers.
import type { PodCall, PodCommand, Result } from '../command.ts';
import { complain, type Piece, remark } from '../outcome.ts';
import { dialFrom, hostNames, misused, resultOf } from './network/results.ts';
import { after, DNS_SECONDS, KERNEL_SECONDS } from './network/waiting.ts';
import { portIn, readOptions, secondsIn } from './network/words.ts';

const ACCEPTED = {
  switches: [['z'], ['v'], ['u'], ['n'], ['4'], ['l'], ['k'], ['N']],
  valued: [['w'], ['s'], ['p']],
} as const;

export const nc: PodCommand = {
  name: 'nc',
  synopsis: 'nc [-zvu] [-w SECONDS] HOST PORT…',
  summary: 'try whether a port answers',
  run: runNc,
  complete: (_, world, session) => hostNames(world, session),
};

function runNc(call: PodCall): Result {
  const { values, words, unknown } = readOptions(call.args, ACCEPTED);
  if (unknown !== null) return misused(`nc: unrecognized option: ${unknown}`, nc.synopsis);
  if (values.has('l')) {
    return {
      output: [
        complain(
          'not simulated here: nc -l: no programs run here; what listens is told by manifests, images and Services',
        ),
      ],
      status: 1,
    };
  }
  const [host, ...written] = words;
  if (host === undefined || written.length === 0) {
    return misused('nc: a host and a port are needed', nc.synopsis);
  }
  const ports = written.flatMap(portsIn);
  const bad = written[ports.indexOf(null)];
  if (ports.includes(null) || ports.length > MOST_PORTS) {
    return { output: [complain(`nc: bad port '${bad ?? written.join(' ')}'`)], status: 1 };
  }
  const results = ports.flatMap((port) =>
    port === null ? [] : [tryPort(call, values, host, port)],
  );
  const [first = {}] = results;
  return {
    ...first,
    output: results.flatMap(({ output = [] }) => output),
    // One open port is enough.
    status: Math.min(...results.map(({ status = 0 }) => status)),
  };
}

const MOST_PORTS = 30;

/** `80`, or `80-90`; null for what is no port. */
function portsIn(text: string): readonly (number | null)[] {
  const [, from, to] = /^(\d{1,5})-(\d{1,5})$/.exec(text) ?? [];
  if (from === undefined || to === undefined) return [portIn(text)];
  const count = Number(to) - Number(from) + 1;
  if (count < 1 || count > MOST_PORTS) return [null];
  return Array.from({ length: count }, (_, at) => portIn(String(Number(from) + at)));
}

function tryPort(
  call: PodCall,
  values: ReadonlyMap<string, string>,
  host: string,
  port: number,
): Result {
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
