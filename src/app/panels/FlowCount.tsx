// How much of the whole the filters leave.
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { draw } from '../../core/index.ts';
import { numberText } from '../number-text.ts';
import { type Outlook, outlookOf } from '../outlook.ts';
import { type Filters, NO_FILTERS, type PageStore } from '../store.ts';
import { countFlows } from './flow-rows.ts';

/** Beyond this, counting what the filters leave takes longer than a keystroke may. */
const MOST_PEERS = 150;

export function FlowCount({ store }: { store: PageStore }) {
  const answer = useStore(store, (state) => state.answer);
  const filters = useStore(store, (state) => state.filters);
  const around = useStore(store, (state) => state.around);
  const outlook = answer === null ? null : outlookOf(answer, around);
  const total = useMemo(() => (outlook === null ? 0 : countFlows(outlook)), [outlook]);
  const shown = useMemo(
    () => (outlook === null ? 0 : countShown(outlook, filters)),
    [outlook, filters],
  );
  if (outlook === null) return null;
  return (
    <output className="flow-count">
      {shown === null || shown === total
        ? flowsText(total)
        : `Showing ${numberText(shown)} of ${flowsText(total)}`}
    </output>
  );
}

/** null where nothing is filtered, or counting is dear. */
function countShown({ answer, flows, peers, around }: Outlook, filters: Filters): number | null {
  if (filters === NO_FILTERS || peers.length > MOST_PEERS) return null;
  return draw(answer.analysis, flows, { ...filters, around }).flows;
}

function flowsText(count: number): string {
  return count === 1 ? '1 flow' : `${numberText(count)} flows`;
}
