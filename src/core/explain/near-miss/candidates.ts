// Gathers whatever might have let a packet through: places of policies that fail, each asked of every kind.
import { labelsOf } from '../../model/labels.ts';
import { NAME_LABEL } from '../../model/namespace.ts';
import type { BlockPeer, PodsPeer, Policy, Rule, RulePeer } from '../../model/policy.ts';
import type { Selector } from '../../model/selector.ts';
import { judgePeer, judgeWorkload } from '../peers.ts';
import { judgePort } from '../ports.ts';
import type { Blocked, Candidate } from './blocked.ts';
import {
  BLOCK_KINDS,
  NEIGHBOUR_KINDS,
  PODS_KINDS,
  PORT_KINDS,
  SELECTOR_KINDS,
  STRANGER_KINDS,
} from './kinds.ts';
import { type PeerPlace, withPeers } from './peer-place.ts';
import { type Bearer, exchanged, onlyFailing, type SelectorPlace } from './selector-place.ts';
import { servicePortAsked } from './service-port-asked.ts';

/** In no order; most of them change nothing, which deciding anew will show. */
export function* candidates(blocked: Blocked): Generator<Candidate> {
  for (const policy of blocked.isolating) {
    for (const rule of policy[blocked.direction]?.rules ?? []) yield* ofRule(blocked, policy, rule);
  }
  for (const policy of [...blocked.isolating, ...blocked.neighbours]) {
    yield* ask(NEIGHBOUR_KINDS, { blocked, policy });
  }
  for (const policy of blocked.neighbours) yield* ofSubject(blocked, policy);
  for (const policy of blocked.cluster.policies) {
    if (policy.namespace !== blocked.subject.workload.namespace) {
      yield* ask(STRANGER_KINDS, { blocked, policy });
    }
  }
  yield* servicePortAsked(blocked);
}

function ask<Place>(
  kinds: readonly ((place: Place) => readonly Candidate[])[],
  place: Place,
): readonly Candidate[] {
  return kinds.flatMap((kind) => kind(place));
}

/** Where a rule's ports match, its peers are off, and the reverse; where both are, it is more than one thing. */
function* ofRule(blocked: Blocked, policy: Policy, rule: Rule): Generator<Candidate> {
  const { cluster, direction, other, packet } = blocked;
  const meant = (rule.peers ?? [null]).filter(
    (peer) => peer === null || judgePeer(cluster, policy.namespace, peer, other).match === 'yes',
  );
  if (meant.length > 0) {
    for (const entry of rule.ports ?? []) yield* ask(PORT_KINDS, { blocked, policy, rule, entry });
    return;
  }
  for (const peer of rule.peers ?? []) {
    const isPortMeant =
      rule.ports === null ||
      rule.ports.some((port) => judgePort(direction, port, peer, packet).match === 'yes');
    if (isPortMeant) yield* ofPeer({ blocked, policy, rule, peer });
  }
}

function* ofPeer(place: PeerPlace): Generator<Candidate> {
  const { blocked, policy, peer } = place;
  if (isBlock(peer)) {
    yield* ask(BLOCK_KINDS, { ...place, peer });
    return;
  }
  if (!isPods(peer) || blocked.other.type !== 'workload') return;
  const found = [...ask(PODS_KINDS, { ...place, peer }), ...ofSelectors({ ...place, peer })];
  const { cluster } = blocked;
  const isUsed = () =>
    cluster.workloads.some(
      (workload) =>
        judgePeer(cluster, policy.namespace, peer, { type: 'workload', id: workload.id, workload })
          .match !== 'no',
    );
  yield* found.map((candidate) => ({ ...candidate, isUsed }));
}

const isBlock = (peer: RulePeer): peer is BlockPeer => peer.kind === 'block';
const isPods = (peer: RulePeer): peer is PodsPeer => peer.kind === 'pods';

function* ofSelectors(place: PeerPlace<PodsPeer>): Generator<Candidate> {
  const { blocked, policy, peer } = place;
  const { cluster, other } = blocked;
  if (other.type !== 'workload') return;
  const { workload } = other;
  const { namespaces, pods } = peer;
  const holds = (entry: PodsPeer) => judgePeer(cluster, policy.namespace, entry, other).match;
  const asks = 'this entry asks for';
  if (pods !== null && holds({ ...peer, pods: null }) === 'yes') {
    yield* ofSelector(policy, pods, bearerOf(blocked.other), peer.range, asks, (selector) =>
      withPeers(place, { ...peer, pods: selector }),
    );
  }
  if (namespaces === null || holds({ ...peer, namespaces: { requirements: [] } }) !== 'yes') return;
  const bearer: Bearer = {
    text: `namespace ${workload.namespace}`,
    labels:
      cluster.namespaces.get(workload.namespace)?.labels ??
      labelsOf([[NAME_LABEL, workload.namespace]]),
    namespace: workload.namespace,
  };
  yield* ofSelector(policy, namespaces, bearer, peer.range, asks, (selector) =>
    withPeers(place, { ...peer, namespaces: selector }),
  );
}

function bearerOf(peer: Blocked['other']): Bearer {
  return peer.type !== 'workload'
    ? { text: peer.id, labels: labelsOf([]), namespace: null }
    : { text: peer.id, labels: peer.workload.labels, namespace: null };
}

/** A policy beside those that isolate, whose podSelector may nearly select the subject. */
function* ofSubject(blocked: Blocked, policy: Policy): Generator<Candidate> {
  const { homes, direction, subject } = blocked;
  if ((policy[direction]?.rules.length ?? 0) === 0) return;
  const repaired = (selector: Selector): Policy => ({ ...policy, subject: selector });
  const bearer = bearerOf(subject);
  const asks = `policy ${policy.name} selects`;
  const isUsed = () =>
    homes
      .get(policy.namespace)
      ?.some((workload) => judgeWorkload(policy.subject, workload).match !== 'no') === true;
  for (const candidate of ofSelector(
    policy,
    policy.subject,
    bearer,
    policy.subjectRange,
    asks,
    repaired,
  )) {
    yield { ...candidate, isUsed };
  }
}

function* ofSelector(
  policy: Policy,
  selector: Selector,
  bearer: Bearer,
  entry: Policy['range'],
  asks: string,
  repaired: (selector: Selector) => Policy,
): Generator<Candidate> {
  const failing = onlyFailing(selector, bearer.labels);
  if (failing === null) return;
  const place: SelectorPlace = {
    policy,
    bearer,
    selector,
    failing,
    entry,
    asks,
    repaired: (requirement) => repaired(exchanged(selector, failing, requirement)),
  };
  // A slip says it all; that the label is missing would be said of the same thing.
  const found = SELECTOR_KINDS.map((kind) => kind(place)).find((list) => list.length > 0);
  yield* found ?? [];
}
