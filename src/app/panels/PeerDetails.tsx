// One workload or block of addresses: its facts, and its flows in both directions.
import { lazy, Suspense, useMemo } from 'react';
import {
  actorWords,
  type ContainerPort,
  type PeerIndex,
  spanAt,
  type Workload,
} from '../../core/index.ts';
import type { EngineClient } from '../../worker/client.ts';
import type { Actions } from '../actions.ts';
import type { Outlook } from '../outlook.ts';
import { BackToOverview } from './Back.tsx';
import { FlowTable } from './FlowTable.tsx';
import { ForeignNote } from './ForeignNote.tsx';
import { rowsOf } from './flow-rows.ts';
import { Neighbours } from './Neighbours.tsx';
import { peerName } from './peer-words.ts';

interface Props {
  readonly outlook: Outlook;
  readonly index: PeerIndex;
  readonly actions: Actions;
  readonly client: EngineClient;
}

const NewPods = lazy(async () => ({
  default: (await import('./exposure/NewPods.tsx')).NewPods,
}));

const AboutActor = lazy(async () => ({
  default: (await import('./services/AboutActor.tsx')).AboutActor,
}));

export function PeerDetails({ outlook, index, actions, client }: Props) {
  const peer = outlook.peers[index];
  const outgoing = useMemo(() => rowsOf(outlook, index, 'egress'), [outlook, index]);
  const incoming = useMemo(() => rowsOf(outlook, index, 'ingress'), [outlook, index]);
  if (peer === undefined) return null;
  const isActor = peer.type === 'actor' || actorWords(peer) !== null;
  const isExternal = peer.type === 'external' || isActor;
  const empty =
    peer.type === 'workload' && peer.workload.replicas === 0
      ? 'It has no pods, so it has no flows.'
      : 'No flows: there is nobody else.';
  return (
    <div className="details">
      <BackToOverview actions={actions} />
      <h2>{peerName(peer)}</h2>
      {isActor && (
        <Suspense fallback={null}>
          <AboutActor
            id={peer.id}
            isOutside={peer.type === 'actor' && peer.standing === 'outside'}
          />
        </Suspense>
      )}
      {peer.type === 'external' && <Blocks cidrs={peer.cidrs} />}
      {peer.type === 'workload' && !isActor && (
        <WorkloadFacts workload={peer.workload} actions={actions} />
      )}
      <ForeignNote outlook={outlook} peers={[peer]} actions={actions} />
      {peer.type === 'workload' && !isActor && (
        <Neighbours
          client={client}
          version={outlook.answer.version}
          index={index}
          namespace={peer.workload.namespace}
          actions={actions}
        />
      )}
      <FlowTable
        title={isExternal ? 'From here to' : 'Out to'}
        rows={outgoing}
        ends="destination"
        empty={empty}
        actions={actions}
      />
      <FlowTable
        title={isExternal ? 'To here from' : 'In from'}
        rows={incoming}
        ends="source"
        empty={empty}
        actions={actions}
      />
      {peer.type === 'workload' && !isActor && (
        <Suspense fallback={null}>
          <NewPods
            client={client}
            version={outlook.answer.version}
            index={index}
            actions={actions}
          />
        </Suspense>
      )}
    </div>
  );
}

function Blocks({ cidrs }: { cidrs: readonly string[] }) {
  return (
    <>
      <p className="faint">Addresses outside the cluster that every policy treats alike.</p>
      <p className="tags">
        {cidrs.slice(0, 100).map((cidr) => (
          <code key={cidr}>{cidr}</code>
        ))}
        {cidrs.length > 100 && <span className="faint">and {cidrs.length - 100} more</span>}
      </p>
    </>
  );
}

function WorkloadFacts({ workload, actions }: { workload: Workload; actions: Actions }) {
  const { namespace, kind, labels, ports, hostNetwork, origin, nameRange, addresses } = workload;
  return (
    <>
      <dl className="facts">
        <dt>Kind</dt>
        <dd>{kind}</dd>
        <dt>Namespace</dt>
        <dd>{namespace}</dd>
        <dt>Pods</dt>
        <dd>{podsText(workload)}</dd>
        <dt>Labels</dt>
        <dd className="tags">
          {[...labels.known].map(([key, value]) => (
            <code key={key}>
              {key}: {value === '' ? '""' : value}
            </code>
          ))}
          {[...labels.valueUnknown].map((key) => (
            <code key={key} title="The cluster chooses the value">
              {key}: ?
            </code>
          ))}
          {labels.known.size + labels.valueUnknown.size === 0 && 'none'}
        </dd>
        <dt>Ports</dt>
        <dd className="tags">
          {ports.length === 0
            ? 'none declared'
            : distinctPorts(ports).map((port) => <code key={port}>{port}</code>)}
        </dd>
        {addresses !== null && addresses.length > 0 && (
          <>
            <dt>Addresses</dt>
            <dd className="tags">
              {addresses.slice(0, 8).map(({ text }) => (
                <code key={text}>{text}</code>
              ))}
              {addresses.length > 8 && `and ${addresses.length - 8} more`}
            </dd>
          </>
        )}
        {hostNetwork && (
          <>
            <dt>Network</dt>
            <dd>The host’s: policies usually do not bind it.</dd>
          </>
        )}
      </dl>
      <button
        type="button"
        className="button"
        onClick={() => actions.reveal(spanAt(origin, nameRange))}
      >
        Show in the editor
      </button>
    </>
  );
}

function podsText({ replicas }: Workload): string {
  if (replicas === 'per-node') return 'one on every node';
  return replicas === 0 ? 'none (scaled to 0)' : `${replicas}`;
}

function distinctPorts(ports: readonly ContainerPort[]): readonly string[] {
  const texts = ports.map(
    ({ name, protocol, number }) => `${protocol} ${number}${name === null ? '' : ` (${name})`}`,
  );
  return [...new Set(texts)];
}
