// What is known about the selection: a workload, a block of addresses, a flow; or where to begin.
import { useEffect, useMemo, useRef } from 'react';
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
  const selection = useStore(page.store, (state) => state.selection);
  const panel = useRef<HTMLDivElement>(null);
  const wasInside = useRef(false);

  // The button that led here is gone with what it stood in: the keyboard goes on from the top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever something else is shown
  useEffect(() => {
    if (wasInside.current && document.activeElement === document.body) panel.current?.focus();
  }, [selection]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape does what the way back does
    <div
      className="details-panel"
      ref={panel}
      tabIndex={-1}
      onFocus={() => {
        wasInside.current = true;
      }}
      onBlur={(event) => {
        // Nothing is focused instead when the focused button has gone.
        if (event.relatedTarget !== null) wasInside.current = false;
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') page.actions.select(null);
      }}
    >
      <Selected page={page} />
    </div>
  );
}

function Selected({ page }: { page: Page }) {
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
