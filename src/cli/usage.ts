// What the command line takes: a few lines for each command, and all of it for who asks.

const SYNOPSES: ReadonlyMap<string, string> = new Map([
  [
    'list',
    `  netpolis list PATH...  [-o txt|json|csv|md|dot|mermaid] [--all] [--explain] [--exposure]
                         [--assume FILE]
                                                  every allowed connection
`,
  ],
  [
    'eval',
    `  netpolis eval PATH...  --from PEER --to PEER [--port N] [--protocol TCP] [-o txt|json]
                         [--assume FILE]
                                                  one verdict, and why
  netpolis eval PATH...  --from PEER --to svc/NAME[:PORT]
                                                  DNS, the Service's port, each endpoint
`,
  ],
  [
    'lint',
    `  netpolis lint PATH...  [-o txt|json|sarif] [--assume FILE]
                                                  findings, with file:line:column
  netpolis lint --rules                           what lint looks for, and why
`,
  ],
  [
    'check',
    `  netpolis check PATH... [--intent FILE] [-o txt|json|junit] [--assume FILE]
                                                  whether what is intended holds
`,
  ],
]);

export const USAGE = `Usage:
${[...SYNOPSES.values()].join('')}
PATH is a file, a folder (searched for *.yaml, *.yml and *.json), or - for standard input.
--all also lists the pairs between which nothing is allowed; --explain adds the reasons; --exposure
adds what pods that no manifest holds could reach, or be reached by, and with which labels.

PEER is namespace/name[Kind], an address or a CIDR; the namespace may be left out where it is
default, the kind where there is only one. Everything outside the cluster is "0.0.0.0/0 ::/0", where
policies treat it alike. --from and --to also take who stands around the pods: {nodes}, {api-server},
{cluster-dns} when the input shows no DNS pods, {ingress-controller}, the controller behind Ingress,
Gateway and Route objects when its pods are not in the input, and {new-pod}, a pod without labels in a
new namespace, or "{new-pod} shop" in namespace shop. Without --port, eval walks
through the whole flow. NAME is what a program in the pod would dial: web, web.shop,
web.shop.svc.cluster.local, db-0.db.shop; PORT is the Service's, by number or name.

lint exits with 1 when it found an error. The annotation "netpolis.dev/ignore: RULE, RULE" on an
object switches rules off for it.

check takes documents of kind Intent: those among the manifests, and those of --intent FILE, a file or
a folder, which need not say their kind: "flows: [{from: shop/web, to: shop/db, ports: [5432], expect:
deny}]". It exits with 1 when one of them does not hold, or not surely.

--assume FILE says in YAML or JSON what manifests can't tell, all of it optional: cni (specification,
calico, cilium, ovn-kubernetes, aws-vpc-cni, kindnet or none), podRanges, nodeRanges and
serviceRanges (lists of CIDRs), hostNetwork (unknown, node or pod), defaultNamespace, and by
namespace its labels: "namespaces: {ops: {labels: {team: ops}, complete: false}}".

Results go to standard output, findings to standard error. Exit status: 0 done; 1 lint found an error
or a check is not passed; 2 the command line or an input could not be read.
`;

/**
 * For one who wrote a command line that can't be understood: short, so that the message stays in sight.
 * @param command null: all of them
 */
export function synopsisOf(command: string | null): string {
  const lines = command === null ? [...SYNOPSES.values()].join('') : (SYNOPSES.get(command) ?? '');
  return `Usage:\n${lines}"netpolis help" tells all of it.\n`;
}
