// Something that is loaded when it is needed: what came last stays until the next has come.
import { useEffect, useState } from 'react';

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed' }
  | { readonly state: 'ready'; readonly value: T };

/** @param load asked again whenever it is another function: keep its identity */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' });
  useEffect(() => {
    let isWanted = true;
    load().then(
      (value) => {
        if (isWanted) setLoaded({ state: 'ready', value });
      },
      () => {
        if (isWanted) setLoaded({ state: 'failed' });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [load]);
  return loaded;
}
