// What one end's policies say of a packet, each by name and leading to its lines.
import type { Match, PolicyReference, Selecting, SideDecision, Span } from '../../core/index.ts';
import type { Actions } from '../actions.ts';
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
      {side.reason === 'isolated' ? (
        <Isolated direction={direction} side={side} actions={actions} />
      ) : (
        <p className="faint">{REASONS[side.reason](direction)}</p>
      )}
    </div>
  );
}

const REASONS: Readonly<
  Record<Exclude<SideDecision['reason'], 'isolated'>, (direction: Props['direction']) => string>
> = {
  external: () => 'Outside the cluster no policy applies.',
  'host-network': () => 'Its pods share the host’s network, where policies usually do not reach.',
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

interface PlaceProps {
  readonly span: Span;
  readonly actions: Actions;
  readonly quiet?: boolean;
  readonly children: React.ReactNode;
}

function PlaceButton({ span, actions, quiet = false, children }: PlaceProps) {
  return (
    <button
      type="button"
      className={quiet ? 'link' : 'link is-policy'}
      title={`Show in ${span.file}`}
      onClick={() => actions.reveal(span)}
    >
      {children}
    </button>
  );
}

function keyOf(policy: PolicyReference): string {
  return `${policy.namespace}/${policy.name}`;
}
