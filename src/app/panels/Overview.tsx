// Nothing is selected: how to begin, and every workload to choose from.
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { actorWords, type End, namedBy, namespaceEnd } from '../../core/index.ts';
import type { Actions } from '../actions.ts';
import type { Outlook } from '../outlook.ts';
import { OPENING_SAMPLE } from '../samples/samples.ts';
import type { PageStore } from '../store.ts';
import { peerName, peerPlace } from './peer-words.ts';

interface Props {
  readonly outlook: Outlook;
  readonly store: PageStore;
  readonly actions: Actions;
}

const AT_FIRST = 200;

export function Overview({ outlook, store, actions }: Props) {
  const filters = useStore(store, (state) => state.filters);
  const isOpening = useStore(store, (state) => state.files === OPENING_SAMPLE.files);
  const [all, setAll] = useState(false);
  const named = useMemo(
    () => outlook.peers.filter((peer, index) => outlook.isShown(index) && namedBy(filters)(peer)),
    [outlook, filters],
  );
  const shown = all ? named : named.slice(0, AT_FIRST);
  const groups = useMemo(() => byPlace(shown), [shown]);

  if (!outlook.peers.some((peer) => peer.type === 'workload')) {
    return <Beginning actions={actions} />;
  }
  return (
    <div className="details">
      <h2>Every flow, decided</h2>
      <p>Choose a workload or an edge to see its flows and the policies that decide them.</p>
      {isOpening && <ToCourse actions={actions} />}
      {groups.map(([place, peers]) => (
        <section key={place} className="place">
          <h3>
            <PlaceName place={place} peer={peers[0]} actions={actions} />{' '}
            <span className="count">{peers.length}</span>
          </h3>
          <ul>
            {peers.map((peer) => (
              <li key={peer.id}>
                <button
                  type="button"
                  className="row-button"
                  onClick={() => actions.select({ kind: 'peer', id: peer.id })}
                >
                  <span className="peer-name">{peerName(peer)}</span>
                  {(peer.type === 'workload' || actorWords(peer) !== null) && (
                    <span className="peer-place">{about(peer)}</span>
                  )}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {named.length === 0 && outlook.peers.length > 0 && (
        <p className="faint">The filters name no workload.</p>
      )}
      {shown.length < named.length && (
        <button type="button" className="button is-quiet" onClick={() => setAll(true)}>
          Show all {named.length}
        </button>
      )}
    </div>
  );
}

function Beginning({ actions }: Pick<Props, 'actions'>) {
  return (
    <div className="details">
      <h2>No workloads yet</h2>
      <p>
        <strong>Paste</strong> manifests into the text: Deployments, Pods and the like, with their
        NetworkPolicies. The output of <code>kubectl get -A -o yaml</code> will do as it is.
      </p>
      <p>
        <strong>Open</strong> files or a whole folder, or drop them anywhere on this page.
      </p>
      <p>
        Just looking around? <strong>Samples</strong>, at the top, shows how it works.
      </p>
      <ToCourse actions={actions} />
    </div>
  );
}

function ToCourse({ actions }: Pick<Props, 'actions'>) {
  return (
    <p>
      New to NetworkPolicies?{' '}
      <button type="button" className="link" onClick={() => actions.learn(null)}>
        Take the course
      </button>
      .
    </p>
  );
}

interface PlaceNameProps {
  readonly place: string;
  readonly peer: End | undefined;
  readonly actions: Actions;
}

function PlaceName({ place, peer, actions }: PlaceNameProps) {
  if (peer?.type !== 'workload' || actorWords(peer) !== null) return place;
  return (
    <button
      type="button"
      className="link"
      onClick={() => actions.select({ kind: 'peer', id: namespaceEnd(place) })}
    >
      {place}
    </button>
  );
}

function about(peer: End): string {
  if (peer.type !== 'workload' || actorWords(peer) !== null) return peerPlace(peer);
  const { workload } = peer;
  const { kind, replicas } = workload;
  if (replicas === 'per-node') return `${kind}, on every node`;
  return replicas === 1 ? kind : `${kind} ×${replicas}`;
}

/** Namespaces as they come, what is outside and around behind them. */
function byPlace(peers: readonly End[]): readonly (readonly [string, readonly End[]])[] {
  const places = new Map<string, End[]>();
  for (const peer of peers) {
    const place = placeOf(peer);
    const list = places.get(place);
    if (list === undefined) places.set(place, [peer]);
    else list.push(peer);
  }
  return [...places];
}

function placeOf(peer: End): string {
  if (actorWords(peer) !== null) return 'Around the pods';
  return peer.type === 'workload' ? peer.workload.namespace : 'Outside the cluster';
}
