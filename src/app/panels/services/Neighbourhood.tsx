// The Services and ways in around a workload: what stands in front of it, what leads to it from outside,
// and which Services it can reach.
import { useState } from 'react';
import type { InFront, PeerIndex, Reachable, RestingNeighbours } from '../../../core/index.ts';
import type { EngineClient } from '../../../worker/client.ts';
import type { Actions } from '../../actions.ts';
import { Assuming } from '../Assuming.tsx';
import { PlaceButton } from '../PlaceButton.tsx';
import { plainWords } from '../peer-words.ts';
import { AskName } from './AskName.tsx';
import { NameChain } from './NameChain.tsx';
import { ReachBadge } from './ReachBadge.tsx';
import { countText } from './reach-words.ts';
import './services.css';

function Front({ services, actions }: { services: readonly InFront[]; actions: Actions }) {
  return (
    <section className="services">
      <h4>Behind Services</h4>
      <ul>
        {services.map(({ namespace, name, exposure, isHeadless, ports, span }) => (
          <li key={`${namespace}/${name}`}>
            <PlaceButton span={span} actions={actions}>
              {name}
            </PlaceButton>{' '}
            <span className="faint">{isHeadless ? 'headless' : exposure}</span>{' '}
            <span className="tags">
              {ports.length === 0 && <span className="faint">no port that its pods have</span>}
              {ports.map(({ port, target, protocol }) => (
                <code key={`${protocol} ${port}`}>{translation(port, target, protocol)}</code>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function translation(port: number, target: number, protocol: string): string {
  const text = port === target ? `${port}` : `${port} → ${target}`;
  return protocol === 'TCP' ? text : `${text} ${protocol}`;
}

interface LeadingProps {
  /** null while it is not known. */
  readonly found: RestingNeighbours | null;
  readonly actions: Actions;
}

/** What stands in front of it, and what leads to it. */
export function Leading({ found, actions }: LeadingProps) {
  if (found === null) return null;
  const { inFront, ways } = found;
  return (
    <>
      {inFront.length + ways.length === 0 && (
        <p className="faint">No Service selects its pods, and no way from outside leads here.</p>
      )}
      {inFront.length > 0 && <Front services={inFront} actions={actions} />}
      {ways.length > 0 && <WaysIn ways={ways} actions={actions} />}
    </>
  );
}

type LeadingWay = RestingNeighbours['ways'][number];

function WaysIn({ ways, actions }: { ways: readonly LeadingWay[]; actions: Actions }) {
  return (
    <section className="services">
      <h4>Ways in</h4>
      <ul>
        {ways.slice(0, MOST).map((way) => (
          <li
            key={`${way.by.kind} ${way.by.namespace}/${way.by.name} ${way.requests}${way.service}`}
          >
            <div className="service-line">
              <span>
                {way.by.kind}{' '}
                <PlaceButton span={way.by.span} actions={actions}>
                  {way.by.name}
                </PlaceButton>
              </span>
              <ReachBadge reach={way.reach} />
            </div>
            <p className="faint">{wayWords(way)}</p>
            <Assuming words={way.assuming} />
            {way.because.map((sentence) => (
              <p key={sentence}>{plainWords(sentence)}</p>
            ))}
          </li>
        ))}
      </ul>
      {ways.length > MOST && <p className="faint">and {ways.length - MOST} more</p>}
    </section>
  );
}

const MOST = 30;

function wayWords({ from, requests, service, ports }: LeadingWay): string {
  const who =
    from === null
      ? 'From outside'
      : from === CONTROLLER
        ? 'From its controller'
        : `From ${plainWords(from)}`;
  const what = requests === '' ? '' : `, ${requests},`;
  const at = ports.map(({ protocol, port }) => `${protocol} ${port}`).join(', ');
  return `${who}${what} through Service ${service} to ${[...new Set(at.split(', '))].join(', ')}`;
}

const CONTROLLER = '{ingress-controller}';

interface About {
  readonly client: EngineClient;
  readonly version: number;
  readonly index: PeerIndex;
  readonly actions: Actions;
}

interface ServicesProps {
  readonly about: About;
  /** null while it is not known. */
  readonly found: RestingNeighbours | null;
  readonly namespace: string;
}

export function Services({ about, found, namespace }: ServicesProps) {
  const [open, setOpen] = useState<string | null>(null);
  if (found === null) return null;
  const { reachable, more } = found;
  return (
    <section className="services">
      {reachable.length > 0 && (
        <ul>
          {reachable.map((one) => {
            const key = `${one.name}.${one.namespace}:${one.port}/${one.protocol}`;
            const isOpen = open === key;
            return (
              <li key={key}>
                <button
                  type="button"
                  className="row-button service-line"
                  aria-expanded={isOpen}
                  onClick={() => setOpen(isOpen ? null : key)}
                >
                  <span className="peer-label">
                    <span className="peer-name">
                      {nameFor(one, namespace)}:{one.port}
                      {one.protocol === 'TCP' ? '' : `/${one.protocol}`}
                    </span>
                    <span className="peer-place">
                      {one.nothing === null ? countText(one.count) : 'no endpoints'}
                    </span>
                  </span>
                  <ReachBadge reach={one.reach} />
                </button>
                {isOpen && <NameChain {...about} name={nameFor(one, namespace)} port={one.port} />}
              </li>
            );
          })}
        </ul>
      )}
      {more > 0 && <p className="faint">and {more} more Services</p>}
      <AskName {...about} />
    </section>
  );
}

/** As a program in the pod would write it. */
function nameFor({ name, namespace }: Reachable, own: string): string {
  return namespace === own ? name : `${name}.${namespace}`;
}
