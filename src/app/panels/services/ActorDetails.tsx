// The controller behind Ingress, Gateway and Route objects, where its pods are not in the input.
import type { DrawnWay } from '../../../core/index.ts';
import type { Actions } from '../../actions.ts';
import { BackToOverview } from '../Back.tsx';
import { plainId } from '../peer-words.ts';
import { VerdictBadge } from '../Verdict.tsx';
import { AboutActor } from './AboutActor.tsx';
import './services.css';

interface Props {
  readonly ways: readonly DrawnWay[];
  readonly id: string;
  readonly actions: Actions;
}

export function ActorDetails({ ways, id, actions }: Props) {
  const own = ways.filter(({ source }) => source === id);
  return (
    <div className="details">
      <BackToOverview actions={actions} />
      <h2>Ingress controller</h2>
      <AboutActor id={id} isOutside={false} />
      <section className="services">
        <h3>
          Leads to <span className="count">{own.length}</span>
        </h3>
        <ul>
          {own.map(({ destination, verdict, by }) => (
            <li key={destination}>
              <button
                type="button"
                className="row-button service-line"
                onClick={() => actions.select({ kind: 'peer', id: destination })}
              >
                <span className="peer-label">
                  <span className="peer-name">{plainId(destination)}</span>
                  <span className="peer-place">{by.join(', ')}</span>
                </span>
                <VerdictBadge verdict={verdict} />
              </button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
