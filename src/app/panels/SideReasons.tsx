// What one end's policies say of a packet, each by name and leading to its lines.
import type {
  Match,
  PolicyReference,
  Selecting,
  SideDecision,
  TierDecision,
} from '../../core/index.ts';
import type { Actions } from '../actions.ts';
import { PlaceButton } from './PlaceButton.tsx';
import { TierReasons } from './TierReasons.tsx';
import { VerdictBadge } from './Verdict.tsx';

interface Props {
  readonly direction: 'egress' | 'ingress';
  /** The name of that end. */
  readonly of: string;
  readonly side: SideDecision;
  readonly actions: Actions;
}

const MOST = 30;

export function SideReasons({ direction, of, side, actions }: Props) {
  return (
    <div className="side">
      <h4>
        <span>
          {direction === 'egress' ? 'Egress of' : 'Ingress of'} {of}
        </span>
        <VerdictBadge verdict={side.verdict} />
      </h4>
      {side.admin === null && side.baseline === null ? (
        <Middle direction={direction} side={side} actions={actions} />
      ) : (
        <Chain direction={direction} side={side} actions={actions} />
      )}
    </div>
  );
}

/** The NetworkPolicies by themselves. */
function Middle({ direction, side, actions }: Omit<Props, 'of'>) {
  if (side.reason === 'isolated') {
    return <Isolated direction={direction} side={side} actions={actions} />;
  }
  return <p className="faint">{REASONS[side.reason](direction)}</p>;
}

/** The tiers in the order in which they are asked, as far as it came. */
function Chain({ direction, side, actions }: Omit<Props, 'of'>) {
  const { reason, admin, baseline } = side;
  return (
    <ol className="chain">
      {admin !== null && (
        <li className="chain-step">
          <Stop name="Admin" ends={ENDINGS[admin.ending]} />
          <TierReasons direction={direction} tier={admin} actions={actions} />
        </li>
      )}
      {reason === 'isolated' && (
        <li className="chain-step">
          <Stop name="NetworkPolicy" ends={middleWords(side)} />
          <Isolated direction={direction} side={side} actions={actions} />
        </li>
      )}
      {(reason === 'baseline' || reason === 'not-selected') && (
        <li className="chain-step">
          <Stop name="NetworkPolicy" ends="none selects it" />
        </li>
      )}
      {baseline !== null && (
        <li className="chain-step">
          <Stop name="Baseline" ends={ENDINGS[baseline.ending]} />
          <TierReasons direction={direction} tier={baseline} actions={actions} />
        </li>
      )}
      {isOpenBehind(side) && (
        <li className="chain-step">
          <Stop
            name="Open"
            ends={`everything else may ${direction === 'egress' ? 'leave' : 'enter'}`}
          />
        </li>
      )}
    </ol>
  );
}

function Stop({ name, ends }: { readonly name: string; readonly ends: string }) {
  return (
    <p className="stop">
      <strong>{name}</strong> <span className="faint">{ends}</span>
    </p>
  );
}

const ENDINGS: Readonly<Record<TierDecision['ending'], string>> = {
  allow: 'lets it through',
  deny: 'stops it',
  pass: 'passes it on',
  none: 'has no rule for it',
  depends: 'it depends',
};

function middleWords({ matches, selectedBy }: SideDecision): string {
  if (matches.some(({ certain }) => certain)) return 'lets it through';
  if (matches.length > 0) return 'may let it through';
  return selectedBy.some(({ certain }) => certain) ? 'stops it' : 'may stop it';
}

/** Whether nothing that was asked has surely settled it. */
function isOpenBehind({ verdict, reason, admin, baseline }: SideDecision): boolean {
  if (verdict === 'deny' || (reason !== 'not-selected' && reason !== 'baseline')) return false;
  return baseline?.ending !== 'allow' && admin?.ending !== 'allow';
}

const REASONS: Readonly<
  Record<Exclude<SideDecision['reason'], 'isolated'>, (direction: Props['direction']) => string>
> = {
  external: () => 'Outside the cluster no policy applies.',
  'not-in-input': () => 'It is not in the input, nor are the policies that bind it.',
  'host-network': () => 'Its pods share the host’s network, where policies usually do not reach.',
  'no-owner': () => 'No controller owns it: the network plugin binds no policy to such pods.',
  'not-enforced': () => 'The network plugin enforces no policy.',
  admin: () => 'The admin tier settles it.',
  baseline: () => 'The baseline tier settles it.',
  'not-selected': (direction) =>
    direction === 'egress'
      ? 'No policy selects it for egress, so everything may leave.'
      : 'No policy selects it for ingress, so everything may enter.',
};

function Isolated({ direction, side, actions }: Omit<Props, 'of'>) {
  const { matches } = side;
  const matching = new Set(matches.map((match) => keyOf(match.policy)));
  // What lets a packet through tells more than what has nothing to say of it.
  const selectedBy = side.selectedBy.toSorted(
    (one, other) =>
      Number(matching.has(keyOf(other.policy))) - Number(matching.has(keyOf(one.policy))),
  );
  return (
    <ul className="reasons">
      {selectedBy.slice(0, MOST).map((selecting) => (
        <Selected
          key={keyOf(selecting.policy)}
          selecting={selecting}
          matches={matches}
          direction={direction}
          actions={actions}
        />
      ))}
      {selectedBy.length > MOST && (
        <li className="faint">and {selectedBy.length - MOST} more policies</li>
      )}
    </ul>
  );
}

interface SelectedProps extends Pick<Props, 'direction' | 'actions'> {
  readonly selecting: Selecting;
  readonly matches: readonly Match[];
}

function Selected({ selecting, matches, direction, actions }: SelectedProps) {
  const { policy, certain, span } = selecting;
  const own = matches.filter((match) => keyOf(match.policy) === keyOf(policy));
  return (
    <li>
      <PlaceButton span={policy.span} actions={actions}>
        {policy.name}
      </PlaceButton>{' '}
      <PlaceButton span={span} actions={actions} quiet>
        {certain ? 'selects it' : 'may select it'}
      </PlaceButton>
      {own.length === 0 ? (
        <span className="faint"> and has no rule for this</span>
      ) : (
        own.slice(0, MOST).map((match) => (
          <span key={match.rule}>
            {', '}
            <PlaceButton span={match.span} actions={actions} quiet>
              {direction} rule {match.rule + 1}
            </PlaceButton>
            {match.certain ? ' lets it through' : ' may let it through'}
          </span>
        ))
      )}
    </li>
  );
}

function keyOf(policy: PolicyReference): string {
  return `${policy.namespace}/${policy.name}`;
}
