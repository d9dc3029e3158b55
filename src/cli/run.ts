// argv and streams in, exit status out: 0 done, 1 an error was found, 2 the command line or an input
// could not be read.
import { UsageError } from './arguments.ts';
import { check } from './check.ts';
import { evaluateFlow } from './eval.ts';
import { InputError } from './inputs.ts';
import { lint } from './lint.ts';
import { list } from './list.ts';
import type { Streams } from './streams.ts';

type Command = (argv: readonly string[], streams: Streams) => Promise<number>;

const COMMANDS = new Map<string, Command>([
  ['list', list],
  ['eval', evaluateFlow],
  ['lint', lint],
  ['check', check],
]);

const USAGE = `Usage:
  netpolis list PATH...  [-o txt|json] [--all] [--explain] [--exposure] [--assume FILE]
                                                  every allowed connection
  netpolis eval PATH...  --from PEER --to PEER [--port N] [--protocol TCP] [-o txt|json]
                         [--assume FILE]
                                                  one verdict, and why
  netpolis eval PATH...  --from PEER --to svc/NAME[:PORT]
                                                  DNS, the Service's port, each endpoint
  netpolis lint PATH...  [-o txt|json|sarif] [--assume FILE]
                                                  findings, with file:line:column
  netpolis lint --rules                           what lint looks for, and why
  netpolis check PATH... [--intent FILE] [-o txt|json|junit] [--assume FILE]
                                                  whether what is intended holds

PATH is a file, a folder (searched for *.yaml, *.yml and *.json), or - for standard input.
--all also lists the pairs between which nothing is allowed; --explain adds the reasons; --exposure
adds what pods that no manifest holds could reach, or be reached by, and with which labels.
PEER is namespace/name[Kind], an address or a CIDR; the namespace may be left out where it is
default, the kind where there is only one. --from and --to also take who stands around the pods:
{nodes}, {api-server}, {cluster-dns} when the input shows no DNS pods, and {ingress-controller}, the
controller behind Ingress, Gateway and Route objects when its pods are not in the input. Without
--port, eval walks through the whole flow. NAME is what a program in the pod would dial: web, web.shop,
web.shop.svc.cluster.local, db-0.db.shop; PORT is the Service's, by number or name.
FILE says in YAML or JSON what manifests can't tell, all of it optional: cni (specification,
calico, cilium, ovn-kubernetes, aws-vpc-cni, kindnet or none), podRanges, nodeRanges and
serviceRanges (lists of CIDRs), hostNetwork (unknown, node or pod), defaultNamespace, and by
namespace its labels: "namespaces: {ops: {labels: {team: ops}, complete: false}}".
check takes documents of kind Intent: those among the manifests, and those of --intent FILE, a file or
a folder, which need not say their kind: "flows: [{from: shop/web, to: shop/db, ports: [5432], expect:
deny}]". It exits with 1 when one of them does not hold, or not surely.
lint exits with 1 when it found an error. The annotation "netpolis.dev/ignore: RULE, RULE" on an
object switches rules off for it.
`;

export async function run(argv: readonly string[], streams: Streams): Promise<number> {
  const [name, ...rest] = argv;
  if (name === 'help' || argv.some((word) => word === '--help' || word === '-h')) {
    streams.writeResult(USAGE);
    return 0;
  }
  const command = name === undefined ? undefined : COMMANDS.get(name);
  if (command === undefined) {
    const what = name === undefined ? '' : `netpolis: there is no command "${name}"\n\n`;
    streams.writeMessage(`${what}${USAGE}`);
    return 2;
  }
  try {
    return await command(rest, streams);
  } catch (error) {
    if (error instanceof UsageError) {
      streams.writeMessage(`netpolis ${name}: ${error.message}\n\n${USAGE}`);
      return 2;
    }
    if (error instanceof InputError) {
      streams.writeMessage(`netpolis ${name}: ${error.message}\n`);
      return 2;
    }
    throw error;
  }
}
