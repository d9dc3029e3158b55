// Whether one entry of a rule's `from` or `to` means somebody who stands in no manifest.
import type { ActorPeer } from '../model/peer.ts';
import type { RulePeer } from '../model/policy.ts';
import { EVERYTHING, type Selector } from '../model/selector.ts';
import { type Judgement, maybe, NO, YES } from './judgement.ts';

/** SEMANTICS 6.3 for the controller behind Ingresses, 1.32 for the API server. */
export function judgeActor(entry: RulePeer, { id: actor, standing }: ActorPeer): Judgement {
  if (entry.kind === 'block') {
    const { cidr, except } = entry;
    if (cidr.text === '0.0.0.0/0' && except.length === 0) return YES;
    const excepted = except.map(({ text }) => text).join(', ');
    const block = excepted === '' ? cidr.text : `${cidr.text} except ${excepted}`;
    return maybe([{ kind: 'actor-address', actor, block }]);
  }
  // It is no pod that a selector could pick.
  if (standing === 'outside') return NO;
  const isEveryPod = isEmpty(entry.namespaces) && isEmpty(entry.pods ?? EVERYTHING);
  if (!isEveryPod) return maybe([{ kind: 'actor-labels', actor }]);
  return standing === 'pods' ? YES : maybe([{ kind: 'actor-pods', actor }]);
}

/** A selector that is not there means the policy's own namespace, which may be the actor's or not. */
function isEmpty(selector: Selector | null): boolean {
  return selector !== null && selector.requirements.length === 0;
}
