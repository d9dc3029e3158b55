// A namespace: what a new pod without labels could reach from there, and who could reach it there.
import { useCallback } from 'react';
import { isEmptyPortSet, type NewPodFlow } from '../../../core/index.ts';
import type { EngineClient } from '../../../worker/client.ts';
import type { Actions } from '../../actions.ts';
import type { Outlook } from '../../outlook.ts';
import { BackToOverview, Gone } from '../Back.tsx';
import { peerName, peerPlace } from '../peer-words.ts';
import { shortPorts } from '../port-words.ts';
import { useAsked } from '../services/use-asked.ts';
import { Part } from './NewPods.tsx';
import './exposure.css';

interface Props {
  readonly outlook: Outlook;
  readonly name: string;
  readonly client: EngineClient;
  readonly actions: Actions;
}

export function NamespaceDetails({ outlook, name, client, actions }: Props) {
  const { version } = outlook.answer;
  const asked = useAsked(
    useCallback(() => client.newPods(version, [name]), [client, version, name]),
  );
  const isThere = outlook.peers.some(
    (peer) => peer.type === 'workload' && peer.workload.namespace === name,
  );
  if (!isThere) return <Gone name={`namespace ${name}`} actions={actions} />;
  const own =
    asked.state === 'told' ? asked.value.find(({ namespace }) => namespace === name) : undefined;
  const about = { outlook, actions };
  return (
    <div className="details">
      <BackToOverview actions={actions} />
      <h2>Namespace {name}</h2>
      {asked.state === 'failed' && <p role="alert">{asked.words}</p>}
      {own !== undefined && (
        <>
          <p>What a new pod in this namespace would meet if it had no labels.</p>
          <Flows title="It could reach" flows={own.reaches} {...about} />
          <Flows title="Could reach it" flows={own.reachedBy} {...about} />
          <p className="faint">
            With labels it may be more or less: the details of a workload tell which.
          </p>
        </>
      )}
    </div>
  );
}

interface FlowsProps {
  readonly title: string;
  readonly flows: readonly NewPodFlow[];
  readonly outlook: Outlook;
  readonly actions: Actions;
}

const MOST = 200;

function Flows({ title, flows, outlook, actions }: FlowsProps) {
  return (
    <section className="exposure">
      <h3>
        {title} <span className="count">{flows.length}</span>
      </h3>
      {flows.length === 0 && <p className="faint">No workload.</p>}
      <ul>
        {flows.slice(0, MOST).map(({ workload, allowed, depends }) => {
          const peer = outlook.peers[outlook.indexOf(workload) ?? -1];
          if (peer === undefined) return null;
          return (
            <li key={workload}>
              <button
                type="button"
                className="row-button new-pod-flow"
                onClick={() => actions.select({ kind: 'peer', id: workload })}
              >
                <span className="peer-label">
                  <span className="peer-name">{peerName(peer)}</span>
                  <span className="peer-place">{peerPlace(peer)}</span>
                </span>
                <span>
                  {!isEmptyPortSet(allowed) && <Part verdict="allow" ports={shortPorts(allowed)} />}
                  {!isEmptyPortSet(depends) && (
                    <Part verdict="depends" ports={shortPorts(depends)} />
                  )}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {flows.length > MOST && <p className="faint">and {flows.length - MOST} more</p>}
    </section>
  );
}
