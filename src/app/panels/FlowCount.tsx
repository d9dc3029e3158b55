// How much of the whole the filters leave.
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { draw } from '../../core/index.ts';
import { outlookOf } from '../outlook.ts';
import { NO_FILTERS, type PageStore } from '../store.ts';

export function FlowCount({ store }: { store: PageStore }) {
  const answer = useStore(store, (state) => state.answer);
  const filters = useStore(store, (state) => state.filters);
  const outlook = answer === null ? null : outlookOf(answer);
  const total = useMemo(
    () => (outlook === null ? 0 : draw(outlook.answer.analysis, outlook.flows, NO_FILTERS).flows),
    [outlook],
  );
  const shown = useMemo(
    () =>
      outlook === null || filters === NO_FILTERS
        ? total
        : draw(outlook.answer.analysis, outlook.flows, filters).flows,
    [outlook, filters, total],
  );
  if (outlook === null) return null;
  return (
    <output className="flow-count">
      {shown === total ? flowsText(total) : `Showing ${number(shown)} of ${flowsText(total)}`}
    </output>
  );
}

function flowsText(count: number): string {
  return count === 1 ? '1 flow' : `${number(count)} flows`;
}

function number(count: number): string {
  return count.toLocaleString('en');
}
