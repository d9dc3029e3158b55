// Asks the engine why one flow is as it is, anew for every answer.
import { useEffect, useState } from 'react';
import type { PeerIndex, RestingFlow } from '../../core/index.ts';
import type { EngineClient } from '../../worker/client.ts';

export type Asked =
  | { readonly state: 'waiting' }
  | { readonly state: 'told'; readonly version: number; readonly explanation: RestingFlow }
  | { readonly state: 'failed'; readonly words: string };

/** What was told stays until the next telling, so that the panel does not flicker while one types. */
export function useExplanation(
  client: EngineClient,
  version: number,
  source: PeerIndex,
  destination: PeerIndex,
): Asked {
  const [asked, setAsked] = useState<Asked>({ state: 'waiting' });
  useEffect(() => {
    let wanted = true;
    client.explain(version, source, destination).then(
      (explanation) => {
        // null: a newer answer is on its way and will be asked instead.
        if (wanted && explanation !== null) setAsked({ state: 'told', version, explanation });
      },
      (error: unknown) => {
        const words = error instanceof Error ? error.message : 'The engine gave no reason.';
        if (wanted) setAsked({ state: 'failed', words });
      },
    );
    return () => {
      wanted = false;
    };
  }, [client, version, source, destination]);
  return asked;
}
