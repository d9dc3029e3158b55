// Everything of one address family, and nothing of the other, where the input uses both.
import type { AdminAction, AdminPolicy, NetworksPeer } from '../../model/admin-policy.ts';
import type { Cidr, Family } from '../../model/cidr.ts';
import type { Cluster } from '../../model/cluster.ts';
import type { BlockPeer, Direction, Policy } from '../../model/policy.ts';
import { DIRECTIONS } from '../context.ts';
import type { LintRule } from '../rule.ts';

export const oneAddressFamily: LintRule = {
  id: 'one-address-family',
  level: 'info',
  title: '0.0.0.0/0 without ::/0, or the reverse',
  documentation: `The families are separate: 0.0.0.0/0 never matches an IPv6 address, and ::/0 never an IPv4 one. In a cluster with both, a rule that means "everything outside" needs both blocks, or half of the connections fail, mostly at random. It is said only where the input shows that the other family is in use: a pod with such an address, or another policy with such a block. Add the other block as an entry of its own, or under networks in an administrator's policy.`,
  *check({ cluster }) {
    const seen = familiesOf(cluster);
    if (seen.size < 2) return;
    for (const policy of cluster.policies) {
      for (const direction of DIRECTIONS) {
        const blocks = blocksOf(policy, direction);
        const families = new Set(blocks.map(({ cidr }) => cidr.family));
        if (families.size !== 1) continue;
        const whole = blocks.find(({ cidr }) => cidr.first === 0n && cidr.text.endsWith('/0'));
        if (whole === undefined) continue;
        yield {
          about: policy,
          range: whole.place?.cidr ?? whole.range,
          message: messageOf(whole.cidr, 'add an entry with'),
        };
      }
    }
    for (const policy of cluster.adminPolicies) {
      // Rules that do the same are read together, wherever the other family stands.
      for (const action of new Set(policy.egress.map((rule) => rule.action))) {
        const networks = networksOf(policy, action);
        const families = new Set(networks.map(({ cidr }) => cidr.family));
        const whole = networks.find(({ cidr }) => cidr.first === 0n && cidr.text.endsWith('/0'));
        if (families.size !== 1 || whole === undefined) continue;
        yield {
          about: policy,
          range: whole.range,
          message: messageOf(whole.cidr, 'write beside it'),
        };
      }
    }
  },
};

function messageOf({ family, text }: Cidr, advice: string): string {
  const [other, missing] = family === 4 ? [6, '::/0'] : [4, '0.0.0.0/0'];
  return `${text} is all of IPv${family} and nothing of IPv${other}, which this input uses, too. If everything is meant, ${advice} ${missing}.`;
}

function networksOf(policy: AdminPolicy, action?: AdminAction): NetworksPeer['networks'] {
  return policy.egress
    .filter((rule) => action === undefined || rule.action === action)
    .flatMap(({ peers }) =>
      peers.flatMap((peer) => (peer.kind === 'networks' ? peer.networks : [])),
    );
}

function familiesOf({ policies, adminPolicies, workloads }: Cluster): ReadonlySet<Family> {
  const found = new Set<Family>();
  for (const policy of policies) {
    for (const direction of DIRECTIONS) {
      for (const { cidr } of blocksOf(policy, direction)) found.add(cidr.family);
    }
  }
  for (const { cidr } of adminPolicies.flatMap((policy) => networksOf(policy))) {
    found.add(cidr.family);
  }
  for (const { addresses } of workloads)
    for (const { family } of addresses ?? []) found.add(family);
  return found;
}

function blocksOf(policy: Policy, direction: Direction): readonly BlockPeer[] {
  return (policy[direction]?.rules ?? []).flatMap(({ peers }) =>
    (peers ?? []).filter((peer) => peer.kind === 'block'),
  );
}
