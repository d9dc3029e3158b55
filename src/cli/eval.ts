// `netpolis eval`: one verdict, and why.
import {
  actorsOf,
  analyze,
  CLUSTER_DNS,
  type End,
  evaluate,
  evaluateName,
  findPeer,
  INGRESS_CONTROLLER,
  NEW_POD,
  newPodCalled,
  type Outcome,
  type Peer,
  PROTOCOLS,
  type Protocol,
  renderEvalJson,
  renderEvalText,
  renderServiceJson,
  renderServiceText,
  withStructure,
} from '../core/index.ts';
import { formatOf, parseArguments, UsageError } from './arguments.ts';
import { readInput } from './assuming.ts';
import { writeFindings } from './findings.ts';
import { InputError } from './inputs.ts';
import type { Streams } from './streams.ts';

const FORMATS = ['txt', 'json'] as const;

export async function evaluateFlow(argv: readonly string[], streams: Streams): Promise<number> {
  const parsed = parseArguments(argv, [], ['from', 'to', 'port', 'protocol', 'assume']);
  const { paths, output, options } = parsed;
  const format = formatOf('eval', output, FORMATS);
  const [from, to] = [required(options, 'from'), required(options, 'to')];
  const asked = protocolOf(options.get('protocol'));
  const port = to.startsWith(SERVICE) ? null : portOf(options.get('port'));
  // A port without a protocol is one of TCP, as in a policy; without either it is the whole flow.
  const protocol = asked ?? (port === null ? null : 'TCP');
  const { files, assumptions } = await readInput(paths, options.get('assume'), streams);
  const outcome = withStructure(analyze(files, undefined, assumptions), files);
  writeFindings(outcome.findings, files, streams);
  const source = endOf(outcome, 'from', from);
  const service = serviceOf(to, options.get('port') ?? null);
  if (service !== null) {
    const evaluation = evaluateName(outcome, files, { ...service, source, protocol: asked });
    streams.writeResult(
      format === 'json' ? renderServiceJson(evaluation) : renderServiceText(evaluation),
    );
    return 0;
  }
  const destination = endOf(outcome, 'to', to);
  if (source.type !== 'workload' && destination.type !== 'workload') {
    throw new InputError(
      source.type === 'external' && destination.type === 'external'
        ? 'both ends are outside the cluster, where no policy holds'
        : 'neither end is a workload, and only a workload has policies',
    );
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

function protocolOf(text: string | undefined): Protocol | null {
  if (text === undefined) return null;
  const found = PROTOCOLS.find((protocol) => protocol === text.toUpperCase());
  if (found !== undefined) return found;
  throw new UsageError(`--protocol ${text}: it is one of ${PROTOCOLS.join(', ')}`);
}

const SERVICE = 'svc/';

/** `svc/NAME[:PORT]`, the port by number or by the name that the Service gives it. */
function serviceOf(
  text: string,
  option: string | null,
): { readonly name: string; readonly port: number | string | null } | null {
  if (!text.startsWith(SERVICE)) return null;
  const [, name = '', written] =
    /^svc\/(.+?)(?::([a-z0-9-]+))?$/.exec(text) ?? /^svc\/(.*)$/.exec(text) ?? [];
  const port = written ?? option;
  if (name === '' || name.length > LONGEST_NAME) {
    throw new UsageError(`--to ${text}: write svc/NAME or svc/NAME:PORT, as svc/web.shop:80`);
  }
  if (port === null || !/^[0-9]+$/.test(port)) return { name, port };
  return { name, port: portOf(port) };
}

/** No DNS name is longer. */
const LONGEST_NAME = 253;

/** A peer of the input, or somebody around it as `{api-server}`. */
function endOf(outcome: Outcome, option: 'from' | 'to', text: string): End {
  const actor = actorsOf(outcome.cluster).find(({ id }) => id === text);
  if (actor !== undefined) return actor;
  const added = newPodCalled(outcome.cluster, text);
  if (added !== null) return added;
  const missing = ABSENT.get(text) ?? (text.startsWith('{') ? nobodyAround(outcome) : undefined);
  if (missing !== undefined) throw new InputError(`--${option} ${text}: ${missing}`);
  return peerOf(outcome, option, text);
}

/** Why somebody is not around the pods of an input. */
const ABSENT: ReadonlyMap<string, string> = new Map([
  [
    INGRESS_CONTROLLER,
    'no Ingress, Gateway or Route of the input needs one, or its pods are in the input: name them',
  ],
  [CLUSTER_DNS, 'its pods are in the input: name them'],
]);

function nobodyAround({ cluster }: Outcome): string {
  const there = [...actorsOf(cluster).map(({ id }) => id), NEW_POD];
  return `around the pods are ${there.join(', ')}, and ${NEW_POD} with a namespace of the input`;
}

function peerOf(outcome: Outcome, option: string, text: string): Peer {
  const found = findPeer(outcome, text);
  if (found.ok) return found.peer;
  const candidates = found.candidates.map((candidate) => `\n  ${candidate}`).join('');
  throw new InputError(`--${option} ${text}: ${found.message}${candidates}`);
}
