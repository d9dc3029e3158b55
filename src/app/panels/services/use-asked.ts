// Asks the engine something about an answer, anew for every answer and every question.
import { useEffect, useState } from 'react';

export type Told<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'told'; readonly value: T }
  | { readonly state: 'failed'; readonly words: string };

/**
 * What was told stays until the next telling, so that the panel does not flicker while one types.
 * @param ask null: a newer answer is on its way and will be asked instead; has to keep its identity
 */
export function useAsked<T>(ask: () => Promise<T | null>): Told<T> {
  const [told, setTold] = useState<Told<T>>({ state: 'waiting' });
  useEffect(() => {
    let wanted = true;
    ask().then(
      (value) => {
        if (wanted && value !== null) setTold({ state: 'told', value });
      },
      (error: unknown) => {
        const words = error instanceof Error ? error.message : 'The engine gave no answer.';
        if (wanted) setTold({ state: 'failed', words });
      },
    );
    return () => {
      wanted = false;
    };
  }, [ask]);
  return told;
}
