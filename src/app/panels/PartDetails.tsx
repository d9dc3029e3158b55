// A part of a policy that was asked for: what it selects, and the flows that it alone opens.
import { useMemo } from 'react';
import {
  isEmptyPortSet,
  type OpenedFlow,
  openedFlows,
  type Peer,
  type PeerIndex,
} from '../../core/index.ts';
import type { Actions } from '../actions.ts';
import { type Outlook, outlookOf } from '../outlook.ts';
import { partName, partWords } from '../part-words.ts';
import type { PointedAt } from '../store.ts';
import { BackToOverview } from './Back.tsx';
import { FlowTable } from './FlowTable.tsx';
import type { FlowRow } from './flow-rows.ts';
import { peerName, peerPlace } from './peer-words.ts';
import { shortPorts } from './port-words.ts';

interface Props {
  readonly pointed: PointedAt;
  readonly actions: Actions;
}

/** Beyond this a list is no help. */
const MOST = 500;

export function PartDetails({ pointed, actions }: Props) {
  const { told } = pointed;
  const outlook = outlookOf(pointed.answer);
  const rows = useMemo(() => rowsOf(pointed), [pointed]);
  const { part, selected, subjects, opened } = told;
  const of = part.kind === 'policy' ? 'its rules' : 'it';
  return (
    <div className="details">
      <BackToOverview actions={actions} />
      <h2 className="part-name">{capital(partName(part))}</h2>
      <p>{capital(partWords(told, outlook))}.</p>
      <button type="button" className="button" onClick={() => actions.reveal(told.span)}>
        Show in the editor
      </button>
      {opened !== null && (
        <FlowTable
          title="Alone opens"
          rows={rows}
          ends="both"
          empty={`Nothing would be lost without ${of}: whatever it lets through, another rule lets through, too, or the other end stops it.`}
          actions={actions}
        />
      )}
      {rows.length > 0 && (
        <p className="faint">
          Without {of} these flows would lose the ports named here: no other rule lets them through.
          {rows.length >= MOST && ` The first ${MOST} are listed.`}
        </p>
      )}
      {part.kind !== 'ports' && !selected.isAny && (
        <Peers title="Selects" list={selected.sure} outlook={outlook} actions={actions} />
      )}
      {selected.maybe.length > 0 && (
        <Peers title="Perhaps selects" list={selected.maybe} outlook={outlook} actions={actions} />
      )}
      {subjects !== null && (
        <Peers title="For the pods of" list={subjects.sure} outlook={outlook} actions={actions} />
      )}
    </div>
  );
}

interface PeersProps {
  readonly title: string;
  readonly list: readonly PeerIndex[];
  readonly outlook: Outlook;
  readonly actions: Actions;
}

function Peers({ title, list, outlook, actions }: PeersProps) {
  return (
    <section className="place">
      <h3>
        {title} <span className="count">{list.length}</span>
      </h3>
      {list.length === 0 && <p className="faint">No workload.</p>}
      <ul>
        {list.slice(0, MOST).map((at) => {
          const peer = outlook.peers[at];
          if (peer === undefined) return null;
          return (
            <li key={peer.id}>
              <button
                type="button"
                className="row-button"
                onClick={() => actions.select({ kind: 'peer', id: peer.id })}
              >
                <span className="peer-name">{peerName(peer)}</span>
                <span className="peer-place">{peerPlace(peer)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {list.length > MOST && <p className="faint">and {list.length - MOST} more</p>}
    </section>
  );
}

function rowsOf({ told: { opened }, answer }: PointedAt): readonly FlowRow[] {
  if (opened === null) return [];
  const { analysis } = answer;
  return openedFlows(analysis, opened, MOST).flatMap((flow) => rowOf(analysis.peers, flow));
}

function rowOf(
  peers: readonly Peer[],
  { source, destination, ports, depends }: OpenedFlow,
): readonly FlowRow[] {
  const [from, to] = [peers[source], peers[destination]];
  if (from === undefined || to === undefined) return [];
  const parts = [
    ...(isEmptyPortSet(ports) ? [] : [{ verdict: 'allow' as const, ports: shortPorts(ports) }]),
    ...(isEmptyPortSet(depends)
      ? []
      : [{ verdict: 'depends' as const, ports: shortPorts(depends) }]),
  ];
  return [{ source: from, destination: to, parts }];
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
