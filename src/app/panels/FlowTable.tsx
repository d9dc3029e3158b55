// A table of flows; each row leads to its flow.
import { type ReactNode, useState } from 'react';
import type { End } from '../../core/index.ts';
import type { Actions } from '../actions.ts';
import type { FlowRow } from './flow-rows.ts';
import { peerName, peerPlace } from './peer-words.ts';
import { VerdictBadge } from './Verdict.tsx';

const AT_FIRST = 50;

interface Props {
  readonly title: string;
  readonly rows: readonly FlowRow[];
  /** The ends that tell the rows apart. */
  readonly ends: 'source' | 'destination' | 'both';
  /** Said when there are no rows. */
  readonly empty: string;
  readonly actions: Actions;
}

export function FlowTable({ title, rows, ends, empty, actions }: Props) {
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, AT_FIRST);
  return (
    <section className="flow-table">
      <h3>
        {title} <span className="count">{rows.length}</span>
      </h3>
      {rows.length === 0 && <p className="faint">{empty}</p>}
      {rows.length > 0 && (
        <table>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">Peer</th>
              <th scope="col">Verdict and ports</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row
                key={`${row.source.id}\n${row.destination.id}`}
                row={row}
                ends={ends}
                actions={actions}
              />
            ))}
          </tbody>
        </table>
      )}
      {shown.length < rows.length && (
        <button type="button" className="button is-quiet" onClick={() => setAll(true)}>
          Show all {rows.length}
        </button>
      )}
    </section>
  );
}

function Row({ row, ends, actions }: { row: FlowRow } & Pick<Props, 'ends' | 'actions'>) {
  const { source, destination, parts } = row;
  const select = () =>
    actions.select({ kind: 'flow', source: source.id, destination: destination.id });
  return (
    <tr>
      <td>
        <button type="button" className="row-button" onClick={select}>
          {ends === 'both' ? (
            <>
              <PeerLabel peer={source} />
              <span className="faint"> to </span>
              <PeerLabel peer={destination} />
            </>
          ) : (
            <PeerLabel
              peer={row[ends]}
              before={ends === 'destination' ? `${peerName(source)} to ` : ''}
              after={ends === 'source' ? ` to ${peerName(destination)}` : ''}
            />
          )}
        </button>
      </td>
      <td>
        {parts.map(({ verdict, ports }) => (
          <span className="row-part" key={verdict}>
            <VerdictBadge verdict={verdict} />
            {ports !== '' && <span className="ports">{ports}</span>}
          </span>
        ))}
      </td>
    </tr>
  );
}

interface PeerLabelProps {
  readonly peer: End;
  /** The other end, which eyes find at the head of the table. */
  readonly before?: string;
  readonly after?: string;
}

function PeerLabel({ peer, before = '', after = '' }: PeerLabelProps): ReactNode {
  return (
    <span className="peer-label">
      {before !== '' && <span className="visually-hidden">{before}</span>}
      <span className="peer-name">{peerName(peer)}</span>
      {after !== '' && <span className="visually-hidden">{after}</span>}{' '}
      <span className="peer-place">{peerPlace(peer)}</span>
    </span>
  );
}
