// Says which policies of other makers may concern what is looked at: their effect is not computed.
import { type End, type ForeignPolicy, mayConcern, spanAt } from '../../core/index.ts';
import type { Actions } from '../actions.ts';
import type { Outlook } from '../outlook.ts';
import { PlaceButton } from './PlaceButton.tsx';

interface Props {
  readonly outlook: Outlook;
  readonly peers: readonly End[];
  readonly actions: Actions;
}

const SHOWN = 5;

export function ForeignNote({ outlook, peers, actions }: Props) {
  const policies = foreignFor(outlook.answer.foreign.policies, peers);
  if (policies.length === 0) return null;
  const left = policies.length - SHOWN;
  return (
    <div className="missing">
      <h4>Not computed, and may change this</h4>
      <ul>
        {policies.slice(0, SHOWN).map((policy) => (
          <li key={`${policy.origin.file} ${policy.origin.offset + policy.range.start}`}>
            {policy.maker}:{' '}
            <PlaceButton span={spanAt(policy.origin, policy.nameRange)} actions={actions}>
              {policy.kind} {policyName(policy)}
            </PlaceButton>
          </li>
        ))}
        {left > 0 && <li>and {left} more</li>}
      </ul>
    </div>
  );
}

/** Those that may concern any of the workloads. */
function foreignFor(
  policies: readonly ForeignPolicy[],
  peers: readonly End[],
): readonly ForeignPolicy[] {
  const workloads = peers.flatMap((peer) => (peer.type === 'workload' ? [peer.workload] : []));
  return policies.filter((policy) => workloads.some((workload) => mayConcern(policy, workload)));
}

function policyName({ namespace, name }: ForeignPolicy): string {
  return namespace === '' ? name : `${namespace}/${name}`;
}
