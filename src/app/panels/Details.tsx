// What is known about the selection: a workload, a block of addresses, a flow; or where to begin.
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { INGRESS_CONTROLLER, namespaceAt } from '../../core/index.ts';
import { type Outlook, outlookOf } from '../outlook.ts';
import { partName } from '../part-words.ts';
import type { Page } from '../start.ts';
import type { Selection } from '../store.ts';
import { isWriting } from '../writing.ts';
import { Gone } from './Back.tsx';
import { FlowDetails } from './FlowDetails.tsx';
import { focusHeading } from './focus-heading.ts';
import { GroupFlow } from './GroupFlow.tsx';
import { Overview } from './Overview.tsx';
import { PartDetails } from './PartDetails.tsx';
import { PeerDetails } from './PeerDetails.tsx';
import { endName } from './peer-words.ts';
import { START, type WayBack, WayBackContext, watchTrail } from './trail.ts';
import './details.css';

const ActorDetails = lazy(async () => ({
  default: (await import('./services/ActorDetails.tsx')).ActorDetails,
}));

const NamespaceDetails = lazy(async () => ({
  default: (await import('./exposure/NamespaceDetails.tsx')).NamespaceDetails,
}));

export function Details({ page }: { page: Page }) {
  const selection = useStore(page.store, (state) => state.selection);
  const panel = useRef<HTMLDivElement>(null);
  const wasInside = useRef(false);
  const wayBack = useWayBack(page);

  // The button that led here is gone with what it stood in: the keyboard goes on from the heading.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever something else is shown
  useEffect(() => {
    if (wasInside.current && document.activeElement === document.body) focusHeading(panel.current);
  }, [selection]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: notes whether the keyboard is in here
    <div
      className="details-panel"
      ref={panel}
      onFocus={() => {
        wasInside.current = true;
      }}
      onBlur={(event) => {
        // Nothing is focused instead when the focused button has gone.
        if (event.relatedTarget !== null) wasInside.current = false;
      }}
    >
      <WayBackContext value={wayBack}>
        <Selected page={page} />
      </WayBackContext>
    </div>
  );
}

/** Escape goes the same way, wherever the keyboard is, unless it is writing. */
function useWayBack({ store, actions }: Page): WayBack {
  const [{ from }, setTrail] = useState(START);
  useEffect(() => watchTrail(store, setTrail), [store]);
  const answer = useStore(store, (state) => state.answer);
  const around = useStore(store, (state) => state.around);
  const label = from === null || answer === null ? null : labelOf(outlookOf(answer, around), from);
  // What is gone is no place to go back to.
  const back = label === null ? null : from;
  const pinned = useStore(store, ({ pointed }) => (pointed?.isPinned ? pointed.told.part : null));
  const isSelected = useStore(store, ({ selection }) => selection !== null);
  const go = isSelected ? () => actions.select(back) : actions.letGo;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isWriting(event.target)) return;
      if (store.getState().selection !== null) actions.select(back);
      else actions.letGo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [store, actions, back]);
  const below = pinned !== null && isSelected ? partName(pinned) : 'Overview';
  return { label: label ?? below, go };
}

function labelOf(outlook: Outlook, from: Selection): string | null {
  if (from.kind === 'peer') return endName(outlook, from.id);
  const source = endName(outlook, from.source);
  const destination = endName(outlook, from.destination);
  if (source === null || destination === null) return null;
  return source === destination ? source : `${source} → ${destination}`;
}

function Selected({ page }: { page: Page }) {
  const { store, actions } = page;
  const answer = useStore(store, (state) => state.answer);
  const selection = useStore(store, (state) => state.selection);
  const pointed = useStore(store, (state) => state.pointed);
  const ways = useStore(store, (state) => state.ways);
  const around = useStore(store, (state) => state.around);
  const outlook = useMemo(
    () => (answer === null ? null : outlookOf(answer, around)),
    [answer, around],
  );

  if (outlook === null) return <div className="details" aria-busy="true" />;
  if (selection === null && pointed?.isPinned) {
    return <PartDetails pointed={pointed} actions={actions} />;
  }
  if (selection === null) return <Overview outlook={outlook} store={store} actions={actions} />;

  if (selection.kind === 'peer') {
    const index = outlook.indexOf(selection.id);
    // Drawn with the ways in only, it has no flows to list but theirs.
    const isByWays = index === undefined || !outlook.isShown(index);
    if (selection.id === INGRESS_CONTROLLER && ways.hasActor && isByWays) {
      return (
        <Suspense fallback={null}>
          <ActorDetails ways={ways.ways} id={selection.id} actions={actions} />
        </Suspense>
      );
    }
    const namespace = namespaceAt(selection.id);
    if (namespace !== null) {
      return (
        <Suspense fallback={null}>
          <NamespaceDetails
            key={namespace}
            outlook={outlook}
            name={namespace}
            client={page.client}
            actions={actions}
          />
        </Suspense>
      );
    }
    if (index === undefined) return <Gone name={selection.id} actions={actions} />;
    return (
      <PeerDetails
        key={selection.id}
        outlook={outlook}
        index={index}
        actions={actions}
        client={page.client}
      />
    );
  }
  const source = outlook.indexOf(selection.source);
  const destination = outlook.indexOf(selection.destination);
  if (source === undefined || destination === undefined) {
    return <GroupFlow outlook={outlook} selection={selection} actions={actions} />;
  }
  return <FlowDetails page={page} outlook={outlook} source={source} destination={destination} />;
}
