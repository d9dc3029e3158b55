// What stands around a workload, in folds that are there at once and stay: one that is opened early is
// still under the finger, and under the keyboard, when its content comes.
import { lazy, Suspense, useCallback } from 'react';
import type { PeerIndex } from '../../core/index.ts';
import type { EngineClient } from '../../worker/client.ts';
import type { Actions } from '../actions.ts';
import { Fold } from './Fold.tsx';
import { useAsked } from './services/use-asked.ts';

interface Props {
  readonly client: EngineClient;
  readonly version: number;
  readonly index: PeerIndex;
  readonly namespace: string;
  readonly actions: Actions;
}

const load = () => import('./services/Neighbourhood.tsx');
const Leading = lazy(async () => ({ default: (await load()).Leading }));
const Services = lazy(async () => ({ default: (await load()).Services }));

export function Neighbours({ client, version, index, namespace, actions }: Props) {
  const asked = useAsked(
    useCallback(() => client.neighbours(version, index), [client, version, index]),
  );
  if (asked.state === 'failed') return <p role="alert">{asked.words}</p>;
  const found = asked.state === 'waiting' ? null : asked.value;
  const about = { client, version, index, actions };
  return (
    <div>
      <Fold title="Services and ways in" count={found && found.inFront.length + found.ways.length}>
        <Suspense fallback={null}>
          <Leading found={found} actions={actions} />
        </Suspense>
      </Fold>
      <Fold
        title="Which Services it can reach"
        count={found && found.reachable.length + found.more}
      >
        <Suspense fallback={null}>
          <Services about={about} found={found} namespace={namespace} />
        </Suspense>
      </Fold>
    </div>
  );
}
