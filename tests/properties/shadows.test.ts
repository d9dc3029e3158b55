// The index of administrators' rules finds what comparing every rule with every other one finds.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { peerCovers, podsCover, portsCover } from '../../src/core/lint/admin-covers.ts';
import { createShadowOf } from '../../src/core/lint/shadows.ts';
import type {
  AdminPeer,
  AdminPods,
  AdminPolicy,
  AdminRule,
} from '../../src/core/model/admin-policy.ts';
import { readCidr } from '../../src/core/model/read-cidr.ts';
import type { Operator, Selector } from '../../src/core/model/selector.ts';
import { runs } from './runs.ts';

const RANGE = { start: 0, end: 0 };

const requirement = fc
  .tuple(
    fc.constantFrom<Operator>('In', 'In', 'In', 'NotIn', 'Exists', 'DoesNotExist'),
    fc.constantFrom('app', 'tier'),
    fc.uniqueArray(fc.constantFrom('a', 'b'), { minLength: 1 }),
  )
  .map(([operator, key, values]) => ({
    operator,
    key,
    values: operator === 'In' || operator === 'NotIn' ? values : [],
  }));
const selector: fc.Arbitrary<Selector> = fc.record({
  requirements: fc.array(requirement, { maxLength: 2 }),
});
const pods: fc.Arbitrary<AdminPods> = fc.record({
  kind: fc.constant('pods' as const),
  range: fc.constant(RANGE),
  namespaces: selector,
  pods: fc.option(selector),
});
const networks = fc
  .uniqueArray(fc.constantFrom('0.0.0.0/0', '::/0', '10.0.0.0/8'), { minLength: 1 })
  .map((texts): AdminPeer => {
    const read = texts.map(readCidr);
    return {
      kind: 'networks',
      range: RANGE,
      networks: read.flatMap((one) => (one.ok ? [{ cidr: one.cidr, range: RANGE }] : [])),
    };
  });
const nodes = selector.map((its): AdminPeer => ({ kind: 'nodes', range: RANGE, selector: its }));
const names = fc.constant<AdminPeer>({
  kind: 'domain-names',
  range: RANGE,
  names: [{ name: 'example.com', range: RANGE }],
});
const peer: fc.Arbitrary<AdminPeer> = fc.oneof(
  { weight: 5, arbitrary: pods },
  networks,
  nodes,
  names,
);

const rules: fc.Arbitrary<readonly AdminRule[]> = fc
  .array(
    fc.record({
      action: fc.constantFrom('allow' as const, 'deny' as const, 'pass' as const),
      peers: fc.array(peer, { minLength: 1, maxLength: 2 }),
      isHttp: fc.boolean(),
    }),
    { maxLength: 3 },
  )
  .map((list) =>
    list.map(({ action, peers, isHttp }, index) => ({
      index,
      range: RANGE,
      name: null,
      action,
      actionRange: RANGE,
      peers,
      ports: isHttp
        ? [{ range: RANGE, valueRange: null, protocol: 'TCP', port: { from: 80, to: 80 } }]
        : null,
    })),
  );
const policies: fc.Arbitrary<readonly AdminPolicy[]> = fc
  .array(
    fc.record({
      tier: fc.constantFrom('admin' as const, 'baseline' as const),
      priority: fc.constantFrom(1, 2, 3),
      subject: pods,
      egress: rules,
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((list) =>
    list.map((one, at) => ({
      kind: 'ClusterNetworkPolicy',
      ...one,
      priorityRange: null,
      name: `p${at}`,
      origin: { file: 'a.yaml', offset: 0 },
      range: RANGE,
      nameRange: RANGE,
      ingress: [],
      ignores: [],
    })),
  );

/** Every rule that is surely asked before another one, by looking at all of them. */
function before(all: readonly AdminPolicy[], policy: AdminPolicy, rule: AdminRule) {
  const hasPass = all.some(
    ({ tier, egress }) => tier === 'admin' && egress.some(({ action }) => action === 'pass'),
  );
  return all.flatMap((other) => {
    if (other === policy) return policy.egress.filter(({ index }) => index < rule.index);
    if (!podsCover(other.subject, policy.subject)) return [];
    if (other.tier !== policy.tier) return other.tier === 'admin' && !hasPass ? other.egress : [];
    return (other.priority ?? 0) < (policy.priority ?? 0) ? other.egress : [];
  });
}

it('finds a shadow exactly where each peer is covered by a rule that is asked before', () => {
  let shadows = 0;
  fc.assert(
    fc.property(policies, (all) => {
      const shadowOf = createShadowOf(all);
      for (const policy of all) {
        for (const rule of policy.egress) {
          const earlier = before(all, policy, rule).filter((one) => portsCover(one, rule));
          const isShadowed = rule.peers.every((narrow) =>
            earlier.some(({ peers }) => peers.some((wide) => peerCovers(wide, narrow))),
          );
          const found = shadowOf('egress', { policy, rule }, true);
          expect(found !== null).toBe(isShadowed);
          for (const step of found ?? []) expect(earlier).toContain(step.rule);
          if (isShadowed) shadows++;
        }
      }
    }),
    { numRuns: runs(300) },
  );
  expect(shadows).toBeGreaterThan(20);
});
