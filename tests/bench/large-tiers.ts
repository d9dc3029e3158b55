// Policies of administrators for the large cluster: what a platform team writes for all, for each team
// and for each tier of the applications. The same number gives the same policies everywhere.
import type {
  AdminPeer,
  AdminPods,
  AdminPolicy,
  AdminPort,
  AdminRule,
} from '../../src/core/model/admin-policy.ts';
import type { Protocol } from '../../src/core/model/port.ts';
import { readCidr } from '../../src/core/model/read-cidr.ts';
import { EVERYTHING, type Selector } from '../../src/core/model/selector.ts';
import type { Cluster } from './core.ts';

const RANGE = { start: 0, end: 0 };
const TIERS = ['web', 'api', 'worker', 'data'] as const;

export function withClusterPolicies(cluster: Cluster, count: number): Cluster {
  const teams = cluster.namespaces.size;
  const adminPolicies = Array.from({ length: count }, (_, at) => clusterPolicy(at, teams));
  const rank = ({ tier, priority }: AdminPolicy) => (tier === 'admin' ? 0 : 2000) + (priority ?? 0);
  return { ...cluster, adminPolicies: adminPolicies.sort((a, b) => rank(a) - rank(b)) };
}

function clusterPolicy(at: number, teams: number): AdminPolicy {
  const turn = Math.floor(at / 10);
  const team = `team-${(at + turn * 3) % teams}`;
  const other = `team-${(at * 7 + turn + 3) % teams}`;
  const appTier = TIERS[(at + turn) % TIERS.length] as string;
  // Some share a priority.
  const said = { priority: (at * 37) % 90, name: `policy-${at}` };
  switch (at % 10) {
    case 0:
      return policy({
        ...said,
        egress: [rule('allow', [dns()], [port(53, 'UDP'), port(53, 'TCP')])],
      });
    case 1:
      return policy({
        ...said,
        subject: pods(label('stage', 'production')),
        ingress: [rule('pass', [pods(label('stage', 'production'))]), rule('deny', [pods()])],
      });
    case 2:
      return policy({
        ...said,
        egress: [rule('pass', [pods()]), rule('deny', [networks(`10.${turn % 8}.0.0/16`)])],
      });
    case 3:
      return policy({
        ...said,
        tier: 'baseline',
        subject: pods(label('team', team)),
        ingress: [rule('allow', [pods(label('team', team))]), rule('deny', [pods()])],
      });
    case 4:
    case 5:
      return policy({
        ...said,
        subject: pods(label('team', team), label('tier', appTier)),
        ingress: [
          rule(
            'allow',
            [pods(label('team', other), label('tier', 'web'))],
            [port(8000, 'TCP', 8009)],
          ),
          rule('deny', [pods(label('team', other))]),
        ],
      });
    case 6:
      return policy({
        ...said,
        subject: pods(label('team', team)),
        ingress: [rule('allow', [pods(label('team', 'team-0'))], [named('metrics')])],
        egress: [rule('deny', [pods(label('team', other), label('tier', 'data'))])],
      });
    case 7:
      return policy({
        ...said,
        tier: 'baseline',
        subject: pods(EVERYTHING, label('tier', appTier)),
        egress: [rule('allow', [pods()]), rule('deny', [networks('0.0.0.0/0')])],
      });
    default:
      return policy({
        ...said,
        subject: pods(label('team', team)),
        ingress: [rule('deny', [pods(label('team', other))], [port(5432, 'TCP')])],
        egress: [rule('allow', [networks('192.168.0.0/16')], [port(443, 'TCP')])],
      });
  }
}

type Said = Pick<AdminPolicy, 'name' | 'priority'> &
  Partial<Pick<AdminPolicy, 'tier' | 'subject' | 'ingress' | 'egress'>>;

function policy({ tier = 'admin', subject = pods(), ingress = [], egress = [], ...said }: Said) {
  const numbered = (rules: readonly AdminRule[]) => rules.map((one, index) => ({ ...one, index }));
  const made: AdminPolicy = {
    kind: 'ClusterNetworkPolicy',
    tier,
    ...said,
    priorityRange: null,
    origin: { file: 'admin.yaml', offset: 0 },
    range: RANGE,
    nameRange: RANGE,
    subject,
    ingress: numbered(ingress),
    egress: numbered(egress),
    ignores: [],
  };
  return made;
}

function rule(
  action: AdminRule['action'],
  peers: readonly AdminPeer[],
  ports: readonly AdminPort[] | null = null,
): AdminRule {
  return { index: 0, range: RANGE, name: null, action, actionRange: RANGE, peers, ports };
}

function pods(namespaces: Selector = EVERYTHING, inside: Selector | null = null): AdminPods {
  return { kind: 'pods', range: RANGE, namespaces, pods: inside };
}

function dns(): AdminPods {
  return pods(label('kubernetes.io/metadata.name', 'team-0'), label('tier', 'api'));
}

function networks(text: string): AdminPeer {
  const read = readCidr(text);
  if (!read.ok) throw new Error(read.message);
  return { kind: 'networks', range: RANGE, networks: [{ cidr: read.cidr, range: RANGE }] };
}

function label(key: string, value: string): Selector {
  return { requirements: [{ key, operator: 'In', values: [value] }] };
}

function port(from: number, protocol: Protocol, to = from): AdminPort {
  return { range: RANGE, valueRange: RANGE, protocol, port: { from, to } };
}

function named(name: string): AdminPort {
  return { range: RANGE, valueRange: RANGE, protocol: null, port: { name } };
}
