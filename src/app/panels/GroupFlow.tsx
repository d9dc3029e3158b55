// An edge that stands for whole groups: every flow behind it, one by one.
import { useMemo } from 'react';
import { EVERYTHING, peersAt } from '../../core/index.ts';
import type { Actions } from '../actions.ts';
import type { Outlook } from '../outlook.ts';
import type { Selection } from '../store.ts';
import { BackToOverview, Gone } from './Back.tsx';
import { FlowTable } from './FlowTable.tsx';
import { rowsBetween } from './flow-rows.ts';
import { SwapIcon } from './icons.tsx';
import { endName } from './peer-words.ts';

interface Props {
  readonly outlook: Outlook;
  readonly selection: Extract<Selection, { kind: 'flow' }>;
  readonly actions: Actions;
}

function insideName(end: string, name: string): string {
  return end === EVERYTHING ? 'All flows' : `Inside ${name}`;
}

/** Beyond this a list is no help; the filters are. */
const MOST_ROWS = 2_000;

export function GroupFlow({ outlook, selection, actions }: Props) {
  const { source, destination } = selection;
  const rows = useMemo(() => {
    const at = (end: string) => peersAt(outlook.answer.analysis, end, outlook.around);
    return rowsBetween(outlook, at(source), at(destination), MOST_ROWS);
  }, [outlook, source, destination]);
  const from = endName(outlook, source);
  const to = endName(outlook, destination);
  if (from === null || to === null) {
    return <Gone name={from === null ? source : destination} actions={actions} />;
  }
  return (
    <div className="details">
      <BackToOverview actions={actions} />
      <h2>{source === destination ? insideName(source, from) : `${from} → ${to}`}</h2>
      {source !== destination && (
        <button
          type="button"
          className="button"
          onClick={() => actions.select({ kind: 'flow', source: destination, destination: source })}
        >
          <SwapIcon /> Swap direction
        </button>
      )}
      <p className="faint">This edge stands for several flows. Choose one to see why.</p>
      <FlowTable title="Flows" rows={rows} ends="both" empty="There are none." actions={actions} />
      {rows.length >= MOST_ROWS && <p className="faint">The first {MOST_ROWS} are listed.</p>}
    </div>
  );
}
