// `netpolis eval`: one verdict, and why.
import {
  analyze,
  evaluate,
  findPeer,
  listFindings,
  type Outcome,
  type Peer,
  PROTOCOLS,
  type Protocol,
  renderEvalJson,
  renderEvalText,
  withStructure,
} from '../core/index.ts';
import { formatOf, parseArguments, requirePaths, UsageError } from './arguments.ts';
import { InputError, readInputs } from './inputs.ts';
import type { Streams } from './streams.ts';

const FORMATS = ['txt', 'json'] as const;

export async function evaluateFlow(argv: readonly string[], streams: Streams): Promise<number> {
  const parsed = parseArguments(argv, [], ['from', 'to', 'port', 'protocol']);
  const { paths, output, options } = parsed;
  const format = formatOf('eval', output, FORMATS);
  const [from, to] = [required(options, 'from'), required(options, 'to')];
  const port = portOf(options.get('port'));
  const protocol = protocolOf(options.get('protocol'), port);
  const files = await readInputs(requirePaths(paths), streams);
  const outcome = withStructure(analyze(files), files);
  for (const { file, line, column, level, message, rule } of listFindings(
    outcome.findings,
    files,
  )) {
    streams.writeMessage(`${file}:${line}:${column}: ${level}: ${message} [${rule}]\n`);
  }
  const source = peerOf(outcome, 'from', from);
  const destination = peerOf(outcome, 'to', to);
  if (source.type === 'external' && destination.type === 'external') {
    throw new InputError('both ends are outside the cluster, where no policy holds');
  }
  const evaluation = evaluate(outcome, files, { source, destination, protocol, port });
  streams.writeResult(format === 'json' ? renderEvalJson(evaluation) : renderEvalText(evaluation));
  return 0;
}

function required(options: ReadonlyMap<string, string>, option: string): string {
  const value = options.get(option);
  if (value !== undefined && value !== '') return value;
  throw new UsageError(`name one end with --${option} PEER, for example --${option} shop/web`);
}

const LAST_PORT = 65535;

function portOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const port = Number(text);
  if (/^[0-9]{1,5}$/.test(text) && port >= 1 && port <= LAST_PORT) return port;
  throw new UsageError(`--port ${text}: a port is a number from 1 to ${LAST_PORT}`);
}

/** A port without a protocol is one of TCP, as in a policy; without either it is the whole flow. */
function protocolOf(text: string | undefined, port: number | null): Protocol | null {
  if (text === undefined) return port === null ? null : 'TCP';
  const found = PROTOCOLS.find((protocol) => protocol === text.toUpperCase());
  if (found !== undefined) return found;
  throw new UsageError(`--protocol ${text}: it is one of ${PROTOCOLS.join(', ')}`);
}

function peerOf(outcome: Outcome, option: string, text: string): Peer {
  const found = findPeer(outcome, text);
  if (found.ok) return found.peer;
  const candidates = found.candidates.map((candidate) => `\n  ${candidate}`).join('');
  throw new InputError(`--${option} ${text}: ${found.message}${candidates}`);
}
