// One flow: the verdict for each part of its ports, and the policies that decided it at either end.
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { isAllPorts, nodeNote, type PeerIndex, type RestingFlow } from '../../core/index.ts';
import type { Outlook } from '../outlook.ts';
import type { Page } from '../start.ts';
import { Assuming } from './Assuming.tsx';
import { BackToOverview } from './Back.tsx';
import { decidingLines } from './deciding.ts';
import { ForeignNote } from './ForeignNote.tsx';
import { flowSentence } from './flow-words.ts';
import { SwapIcon } from './icons.tsx';
import { missesOf, NearMisses } from './NearMisses.tsx';
import { factWords, peerName, plainWords } from './peer-words.ts';
import { segmentPorts } from './port-words.ts';
import { Settlings, settlingsOf } from './Settlings.tsx';
import { SideReasons } from './SideReasons.tsx';
import { useExplanation } from './use-explanation.ts';
import { VerdictBadge } from './Verdict.tsx';

interface Props {
  readonly page: Page;
  readonly outlook: Outlook;
  readonly source: PeerIndex;
  readonly destination: PeerIndex;
}

export function FlowDetails({ page, outlook, source, destination }: Props) {
  const { actions, client, store } = page;
  const from = outlook.peers[source];
  const to = outlook.peers[destination];
  if (from === undefined || to === undefined) return null;
  const exists = outlook.flows.exists(source, destination);
  const isOpen = exists && isAllPorts(outlook.flows.flow(source, destination).allowed);
  const ofNodes = exists ? nodeNote(from, to, isOpen) : null;
  const swap = () => actions.select({ kind: 'flow', source: to.id, destination: from.id });
  const addCheck = async () => {
    const { addCheckOf } = await import('./checks/add-check.ts');
    addCheckOf(page, outlook, source, destination);
  };
  const end = (id: string, name: string) => (
    <button type="button" className="link" onClick={() => actions.select({ kind: 'peer', id })}>
      {name}
    </button>
  );
  return (
    <div className="details">
      <BackToOverview actions={actions} />
      <h2>
        {end(from.id, peerName(from))} <span className="arrow">→</span> {end(to.id, peerName(to))}
      </h2>
      <div className="flow-acts">
        {source !== destination && (
          <button type="button" className="button" onClick={swap}>
            <SwapIcon /> Swap direction
          </button>
        )}
        {exists && !page.isFrame && (
          <button type="button" className="button" onClick={addCheck}>
            Add a check from this flow
          </button>
        )}
      </div>
      <ForeignNote outlook={outlook} peers={[from, to]} actions={actions} />
      {ofNodes !== null && <p className="faint">{plainWords(ofNodes)}</p>}
      {exists ? (
        <Reasons
          key={`${from.id}\n${to.id}`}
          client={client}
          store={store}
          outlook={outlook}
          source={source}
          destination={destination}
          names={[peerName(from), peerName(to)]}
          actions={actions}
        />
      ) : (
        <p>There is no such flow: one of the ends has no pods, or no policy is asked about it.</p>
      )}
    </div>
  );
}

interface ReasonsProps extends Omit<Props, 'page'>, Pick<Page, 'client' | 'actions' | 'store'> {
  readonly names: readonly [string, string];
}

function Reasons(props: ReasonsProps) {
  const { client, outlook, source, destination, names, actions, store } = props;
  const asked = useExplanation(client, outlook.answer.version, source, destination);
  const segments = asked.state === 'told' ? asked.explanation.segments : NO_SEGMENTS;
  const parts = useMemo(() => alike(segments), [segments]);
  useEffect(() => {
    actions.pointOut(decidingLines(segments));
    return () => actions.pointOut([]);
  }, [actions, segments]);
  const [from, to] = names;
  if (asked.state === 'failed') return <p role="alert">{asked.words}</p>;
  return (
    <>
      <p className="sentence">
        {flowSentence(outlook.flows.flow(source, destination), segments, from, to)}
      </p>
      {asked.state === 'told' &&
        asked.explanation.differs.map((words) => (
          <p className="differs" key={words}>
            {words}
          </p>
        ))}
      {parts.map((part) => {
        const { verdict, egress, ingress } = part.segments[0].decision;
        const waitsFor = verdict === 'depends' ? [...egress.facts, ...ingress.facts] : [];
        const facts = [...new Map(waitsFor.map((fact) => [factWords(fact), fact]))];
        return (
          <section className={`segment is-${verdict}`} key={part.key}>
            <h3>
              <VerdictBadge verdict={verdict} />
              <span className="ports">{segmentPorts(part.segments)}</span>
            </h3>
            <Assuming words={part.segments[0].assuming.verdict} />
            {facts.length > 0 && (
              <div className="missing">
                <h4>What is missing</h4>
                <ul>
                  {facts.map(([words, fact]) => (
                    <li key={words}>
                      {words}
                      <Suspense fallback={null}>
                        <Supply store={store} actions={actions} fact={fact} />
                      </Suspense>
                    </li>
                  ))}
                </ul>
              </div>
            )}
            <Settlings settlings={settlingsOf(part.segments)} actions={actions} />
            {asked.state === 'told' && (
              <NearMisses
                misses={missesOf(part.segments)}
                version={asked.version}
                actions={actions}
              />
            )}
            <SideReasons direction="egress" of={from} side={egress} actions={actions} />
            <Assuming words={sideAssuming(part.segments[0], 'egress')} />
            <SideReasons direction="ingress" of={to} side={ingress} actions={actions} />
            <Assuming words={sideAssuming(part.segments[0], 'ingress')} />
          </section>
        );
      })}
    </>
  );
}

const Supply = lazy(async () => ({ default: (await import('./assumptions/Supply.tsx')).Supply }));

/** Said once: at the side only where the verdict as a whole does not say it. */
function sideAssuming(
  { assuming }: TellableSegment,
  side: 'egress' | 'ingress',
): readonly string[] {
  return assuming[side].filter((words) => !assuming.verdict.includes(words));
}

type TellableSegment = RestingFlow['segments'][number];

const NO_SEGMENTS: readonly TellableSegment[] = [];

interface Part {
  readonly key: string;
  readonly segments: readonly [TellableSegment, ...TellableSegment[]];
}

/** Segments that were decided alike, told once: the rest of TCP and all of UDP. */
function alike(segments: readonly TellableSegment[]): readonly Part[] {
  const parts = new Map<string, [TellableSegment, ...TellableSegment[]]>();
  for (const segment of segments) {
    const key = JSON.stringify([segment.decision, segment.assuming]);
    const part = parts.get(key);
    if (part === undefined) parts.set(key, [segment]);
    else part.push(segment);
  }
  return [...parts].map(([key, group]) => ({ key, segments: group }));
}
