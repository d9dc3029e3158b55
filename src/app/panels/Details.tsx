// What is known about the selection: a workload, a block of addresses, a flow; or where to begin.
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { outlookOf } from '../outlook.ts';
import type { Page } from '../start.ts';
import { Gone } from './Back.tsx';
import { FlowDetails } from './FlowDetails.tsx';
import { GroupFlow } from './GroupFlow.tsx';
import { Overview } from './Overview.tsx';
import { PeerDetails } from './PeerDetails.tsx';
import './details.css';

export function Details({ page }: { page: Page }) {
  const { store, actions } = page;
  const answer = useStore(store, (state) => state.answer);
  const selection = useStore(store, (state) => state.selection);
  const outlook = useMemo(() => (answer === null ? null : outlookOf(answer)), [answer]);

  if (outlook === null) return <div className="details" aria-busy="true" />;
  if (selection === null) return <Overview outlook={outlook} store={store} actions={actions} />;

  if (selection.kind === 'peer') {
    const index = outlook.indexOf(selection.id);
    if (index === undefined) return <Gone name={selection.id} actions={actions} />;
    return <PeerDetails key={selection.id} outlook={outlook} index={index} actions={actions} />;
  }
  const source = outlook.indexOf(selection.source);
  const destination = outlook.indexOf(selection.destination);
  if (source === undefined || destination === undefined) {
    return <GroupFlow outlook={outlook} selection={selection} actions={actions} />;
  }
  return <FlowDetails page={page} outlook={outlook} source={source} destination={destination} />;
}
