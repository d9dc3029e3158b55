// Whether one entry of a rule's `from` or `to` means somebody who stands in no manifest.
import { type ActorPeer, ROUTER_GROUP } from '../model/peer.ts';
import type { BlockPeer, PodsPeer, RulePeer } from '../model/policy.ts';
import { EVERYTHING, type Selector } from '../model/selector.ts';
import { holds, samplesOf } from './addresses.ts';
import { type Judgement, maybe, NO, YES } from './judgement.ts';

/** SEMANTICS 6.3 for the controller behind Ingresses, 1.32 for the API server, 3.8 for nodes. */
export function judgeActor(entry: RulePeer, actor: ActorPeer): Judgement {
  const { id, standing } = actor;
  if (entry.kind === 'block') return judgeAddress(entry, actor);
  // It is no pod that a selector could pick.
  if (standing === 'outside') return NO;
  const isEveryPod = isEmpty(entry.namespaces) && isEmpty(entry.pods ?? EVERYTHING);
  if (standing === 'router' && isRouters(entry)) return YES;
  if (!isEveryPod) return maybe([{ kind: 'actor-labels', actor: id }]);
  return standing === 'pods' || standing === 'router'
    ? YES
    : maybe([{ kind: 'actor-pods', actor: id }]);
}

function judgeAddress(block: BlockPeer, { id: actor, whereabouts }: ActorPeer): Judgement {
  const { cidr, except } = block;
  if (typeof whereabouts !== 'string') {
    const inside = samplesOf(whereabouts, [block]).map((sample) => holds(block, sample));
    if (!inside.includes(true)) return NO;
    if (!inside.includes(false)) return YES;
  } else if (whereabouts === 'ipv4' && cidr.text === '0.0.0.0/0' && except.length === 0) return YES;
  const excepted = except.map(({ text }) => text).join(', ');
  const text = excepted === '' ? cidr.text : `${cidr.text} except ${excepted}`;
  return maybe([{ kind: 'actor-address', actor, block: text }]);
}

/** Namespaces by the label that OpenShift gives those of its router, and all pods there (SEMANTICS 6.3). */
function isRouters({ namespaces, pods }: PodsPeer): boolean {
  const [only, ...others] = namespaces?.requirements ?? [];
  if (only?.key !== ROUTER_GROUP || others.length > 0 || !isEmpty(pods ?? EVERYTHING)) return false;
  // Its value is empty.
  const hasEmpty = only.values.includes('');
  if (only.operator === 'In') return hasEmpty;
  return only.operator === 'Exists' || (only.operator === 'NotIn' && !hasEmpty);
}

/** A selector that is not there means the policy's own namespace, which may be the actor's or not. */
function isEmpty(selector: Selector | null): boolean {
  return selector !== null && selector.requirements.length === 0;
}
