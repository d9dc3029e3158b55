// A block over addresses that look like those of pods or Services.
import type { Assumptions } from '../../model/assumptions.ts';
import { type Address, type Cidr, containsCidr } from '../../model/cidr.ts';
import type { BlockPeer } from '../../model/policy.ts';
import { readCidr } from '../../model/read-cidr.ts';
import type { Workload } from '../../model/workload.ts';
import { DIRECTIONS } from '../context.ts';
import type { LintRule } from '../rule.ts';
import { workloadsText } from '../wording.ts';

export const podAddressBlock: LintRule = {
  id: 'pod-address-block',
  level: 'info',
  title: 'A block covers what look like pod or Service addresses',
  documentation: `An ipBlock, and networks in an administrator's policy, are mostly meant for addresses outside the cluster. Pods get new addresses when they restart, some network plugins never match pods by a block, and the address of a Service is mostly replaced by that of a pod before a policy looks. It is said where pods of the input have addresses in the block, or where the block lies in the ranges of pods or Services: those that the assumptions name, else those that installers commonly give to pods (10.244.0.0/16, 10.42.0.0/16) or Services (10.96.0.0/12, 10.43.0.0/16). Select pods by their labels and those of their namespaces. Blocks as wide as everything are not reported.`,
  *check({ cluster, assumptions }) {
    const ranges = rangesOf(assumptions);
    const known = cluster.workloads.filter(
      ({ addresses, hostNetwork }) => addresses !== null && !hostNetwork,
    );
    for (const policy of cluster.policies) {
      for (const direction of DIRECTIONS) {
        for (const rule of policy[direction]?.rules ?? []) {
          for (const peer of rule.peers ?? []) {
            if (peer.kind !== 'block') continue;
            const message = coverage(peer, known, ranges);
            if (message === null) continue;
            yield { about: policy, range: peer.place?.cidr ?? peer.range, message };
          }
        }
      }
    }
    for (const policy of cluster.adminPolicies) {
      for (const peer of policy.egress.flatMap(({ peers }) => peers)) {
        if (peer.kind !== 'networks') continue;
        for (const { cidr, range } of peer.networks) {
          const message = coverage({ cidr, except: [] }, known, ranges, 'namespaces or pods');
          if (message !== null) yield { about: policy, range, message };
        }
      }
    }
  },
};

type Block = Pick<BlockPeer, 'cidr' | 'except'>;

function coverage(
  peer: Block,
  known: readonly Workload[],
  ranges: readonly Taken[],
  selectors = 'podSelector and namespaceSelector',
): string | null {
  if (peer.cidr.first === 0n) return null;
  const inside = known.filter(({ addresses }) =>
    (addresses ?? []).some((address) => holds(peer, address)),
  );
  if (inside.length > 0) {
    return `${workloadsText(inside)} ${inside.length === 1 ? 'has an address' : 'have addresses'} in ${peer.cidr.text}. Pods change theirs: select them by ${selectors}.`;
  }
  const range = ranges.find(({ cidr }) => containsCidr(cidr, peer.cidr));
  if (range === undefined) return null;
  const where = range.isAssumed
    ? `the addresses of ${range.whose}, as they are assumed`
    : `a range that clusters commonly give to ${range.whose}`;
  return `${peer.cidr.text} lies in ${where}. Select pods by ${selectors}: ${range.why}.`;
}

function holds({ cidr, except }: Block, { family, value }: Address): boolean {
  const within = (block: Cidr) =>
    block.family === family && block.first <= value && value <= block.last;
  return within(cidr) && !except.some(within);
}

/** A range that belongs to pods or Services. */
interface Taken {
  readonly whose: string;
  readonly why: string;
  readonly cidr: Cidr;
  readonly isAssumed: boolean;
}

/** Who knows the ranges of pods need not guess them, and likewise for Services. */
function rangesOf({ podRanges, serviceRanges }: Assumptions): readonly Taken[] {
  const assumed = (kind: typeof PODS, texts: readonly string[]) =>
    texts.flatMap((text) => {
      const reading = readCidr(text);
      return reading.ok ? [{ ...kind, cidr: reading.cidr, isAssumed: true }] : [];
    });
  const common = (kind: typeof PODS) =>
    COMMON.filter(({ whose }) => whose === kind.whose).map((range) => ({
      ...range,
      isAssumed: false,
    }));
  return [
    ...(podRanges.length > 0 ? assumed(PODS, podRanges) : common(PODS)),
    ...(serviceRanges.length > 0 ? assumed(SERVICES, serviceRanges) : common(SERVICES)),
  ];
}

const PODS = { whose: 'pods', why: 'their addresses change, and not every plugin matches them so' };
const SERVICES = {
  whose: 'Services',
  why: 'a policy mostly sees the address of the pod behind the Service',
};

/** What kubeadm's examples, kind, flannel and k3s hand out. */
const COMMON = [
  { ...PODS, cidr: ipv4('10.244.0.0/16', [10, 244], 16) },
  { ...PODS, cidr: ipv4('10.42.0.0/16', [10, 42], 16) },
  { ...SERVICES, cidr: ipv4('10.96.0.0/12', [10, 96], 12) },
  { ...SERVICES, cidr: ipv4('10.43.0.0/16', [10, 43], 16) },
];

function ipv4(text: string, [high, low]: readonly [number, number], bits: number): Cidr {
  const first = BigInt(high * 2 ** 24 + low * 2 ** 16);
  return { family: 4, first, last: first + 2n ** BigInt(32 - bits) - 1n, text };
}
