// One switch for everybody who can be drawn around the pods, and one for the ways in.
import { useMemo } from 'react';
import { useStore } from 'zustand';
import {
  ACTORS,
  type Around,
  aroundKey,
  CLUSTER_DNS,
  externalName,
  INGRESS_CONTROLLER,
  INTERNET,
  isSwitchedOn,
  type Peer,
  WAYS,
} from '../../core/index.ts';
import type { Actions } from '../actions.ts';
import type { PageState, PageStore } from '../store.ts';
import './around.css';

interface Props {
  readonly store: PageStore;
  readonly actions: Actions;
}

interface Switch {
  readonly key: string;
  readonly name: string;
  readonly note: string;
}

/** More blocks than this are a list that nobody reads. */
const MOST_BLOCKS = 40;

const NONE: readonly Peer[] = [];

export function AroundSwitches({ store, actions }: Props) {
  const peers = useStore(store, ({ answer }) => answer?.analysis.peers ?? NONE);
  const ways = useStore(store, (state) => state.ways);
  const around = useStore(store, (state) => state.around);
  const blocks = useMemo(() => blocksAmong(peers), [peers]);
  const shown = blocks.slice(0, MOST_BLOCKS);
  return (
    <div className="around-panel">
      <h3>Around the pods</h3>
      <Group title="Outside the cluster" switches={shown} around={around} actions={actions} />
      {blocks.length > shown.length && (
        <p className="around-note">and {blocks.length - shown.length} more blocks</p>
      )}
      <Group
        title="In the cluster"
        switches={actorsBeside(ways)}
        around={around}
        actions={actions}
      />
      {ways.dnsPods.length > 0 && (
        <p className="around-note">The DNS pods are in the manifests, and drawn with the others.</p>
      )}
      {ways.ways.length > 0 && (
        <Group title="Leading in" switches={[WAYS_IN]} around={around} actions={actions} />
      )}
    </div>
  );
}

const WAYS_IN: Switch = {
  key: WAYS,
  name: 'Ways in',
  note: 'what Ingress, Gateway, Route and open Services lead to',
};

interface GroupProps extends Pick<Props, 'actions'> {
  readonly title: string;
  readonly switches: readonly Switch[];
  readonly around: Around;
}

function Group({ title, switches, around, actions }: GroupProps) {
  if (switches.length === 0) return null;
  return (
    <fieldset>
      <legend>{title}</legend>
      {switches.map(({ key, name, note }) => (
        <label key={key}>
          <input
            type="checkbox"
            checked={isSwitchedOn(around, key)}
            onChange={(event) => actions.switchAround(key, event.currentTarget.checked)}
          />
          <span>
            {name} {note !== '' && <small>{note}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The Internet first, then each block. */
function blocksAmong(peers: readonly Peer[]): readonly Switch[] {
  const found = new Map<string, Switch>();
  for (const peer of peers) {
    const key = aroundKey(peer);
    if (peer.type !== 'external' || key === null) continue;
    const name = key === INTERNET ? 'Internet' : externalName(peer.cidrs);
    const note = key === INTERNET ? 'all other addresses' : '';
    found.set(key, { key, name, note });
  }
  return [...found.values()].sort(
    (one, other) => Number(other.key === INTERNET) - Number(one.key === INTERNET),
  );
}

/** Those whose own pods are drawn need no switch. */
function actorsBeside({ hasActor, dnsPods }: PageState['ways']): readonly Switch[] {
  return [...ACTORS].flatMap(([key, words]) => {
    if (key === CLUSTER_DNS && dnsPods.length > 0) return [];
    if (key === INGRESS_CONTROLLER && !hasActor) return [];
    return [{ key, ...words }];
  });
}
