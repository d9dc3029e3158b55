// `telnet`: whether a port answers.
import type { PodCall, PodCommand, Result } from '../command.ts';
import { complain, type Piece, printLine, remark } from '../outcome.ts';
import { dialFrom, hostNames, misused, resultOf } from './network/results.ts';
import { after, DNS_SECONDS, KERNEL_SECONDS } from './network/waiting.ts';
import { portIn } from './network/words.ts';

/** Of telnet itself. */
const USUAL_PORT = '23';

export const telnet: PodCommand = {
  name: 'telnet',
  synopsis: 'telnet HOST [PORT]',
  summary: 'try whether a port answers',
  run: runTelnet,
  complete: (_, world, session) => hostNames(world, session),
};

function runTelnet(call: PodCall): Result {
  const [host, written = USUAL_PORT, ...more] = call.args.filter((word) => !word.startsWith('-'));
  if (host === undefined || more.length > 0) {
    return misused('telnet: a host and a port are needed', telnet.synopsis);
  }
  const port = portIn(written);
  if (port === null) return { output: [complain(`telnet: bad port '${written}'`)], status: 1 };
  const dialled = dialFrom(call, host, port);
  const { end, address } = dialled;
  const failed = (piece: Piece) => resultOf(dialled, [piece], 1);
  const cannot = `telnet: can't connect to remote host (${address})`;
  switch (end) {
    case 'no-name':
      return failed(complain(`telnet: bad address '${host}'`));
    case 'no-dns':
      return failed(after(DNS_SECONDS, `telnet: bad address '${host}'\n`));
    case 'refused':
      return failed(complain(`${cannot}: Connection refused`));
    case 'silent':
      return failed(after(KERNEL_SECONDS, `${cannot}: Operation timed out\n`));
    case 'open': {
      const closed = remark('# Closed again at once: what is typed is not sent on here.');
      return resultOf(dialled, [printLine(`Connected to ${host}`), closed], 0);
    }
  }
}
