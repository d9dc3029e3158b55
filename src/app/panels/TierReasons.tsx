// What one tier of the administrators' policies says of a packet, each rule by name and leading to its lines.
import type { AdminMatch, TierDecision } from '../../core/index.ts';
import type { Actions } from '../actions.ts';
import { PlaceButton } from './PlaceButton.tsx';

interface Props {
  readonly direction: 'egress' | 'ingress';
  readonly tier: TierDecision;
  readonly actions: Actions;
}

const MOST = 30;

export function TierReasons({ direction, tier, actions }: Props) {
  const { selectedBy, matches } = tier;
  const rules = (name: string, kind: string) =>
    matches.filter(({ policy }) => policy.name === name && policy.kind === kind);
  return (
    <ul className="reasons">
      {selectedBy.slice(0, MOST).map(({ policy, certain, span }) => (
        <li key={`${policy.kind} ${policy.name}`}>
          <PlaceButton span={policy.span} actions={actions}>
            {policy.name}
          </PlaceButton>
          {policy.priority !== null && <span className="faint"> priority {policy.priority}</span>}{' '}
          <PlaceButton span={span} actions={actions} quiet>
            {certain ? 'selects it' : 'may select it'}
          </PlaceButton>
          <Rules
            matches={rules(policy.name, policy.kind)}
            direction={direction}
            actions={actions}
          />
        </li>
      ))}
      {selectedBy.length > MOST && (
        <li className="faint">and {selectedBy.length - MOST} more policies</li>
      )}
    </ul>
  );
}

interface RulesProps extends Pick<Props, 'direction' | 'actions'> {
  readonly matches: readonly AdminMatch[];
}

function Rules({ matches, direction, actions }: RulesProps) {
  if (matches.length === 0) return <span className="faint"> and has no rule for this</span>;
  return matches.slice(0, MOST).map(({ rule, name, action, certain, span }) => (
    <span key={rule}>
      {', '}
      <PlaceButton span={span} actions={actions} quiet>
        {name === null ? `${direction} rule ${rule + 1}` : `rule “${name}”`}
      </PlaceButton>
      {certain ? ` ${DOES[action].surely}` : ` ${DOES[action].perhaps}`}
    </span>
  ));
}

const DOES: Readonly<Record<AdminMatch['action'], { surely: string; perhaps: string }>> = {
  allow: { surely: 'lets it through', perhaps: 'may let it through' },
  deny: { surely: 'stops it', perhaps: 'may stop it' },
  pass: { surely: 'passes it on', perhaps: 'may pass it on' },
};
