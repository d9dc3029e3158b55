// What the cursor in the manifests points at, as shapes and boxes of the picture.
import { type EndId, namespaceEnd } from '../../core/index.ts';
import { fits, shownOf } from '../pointing.ts';
import type { PageState } from '../store.ts';
import type { PointedEnds } from './elements.ts';

/** Null while nothing is shown of it. */
export function pointedEnds(state: PageState): PointedEnds | null {
  const pointed = shownOf(state);
  if (pointed === null || !fits(pointed, state.answer)) return null;
  const { told, answer } = pointed;
  const ids = (list: readonly number[]) =>
    list.flatMap((at): EndId[] => {
      const id = answer.analysis.peers[at]?.id;
      return id === undefined ? [] : [id];
    });
  if (told.part.kind === 'namespace') {
    return { selected: new Set([namespaceEnd(told.part.name)]), subjects: new Set() };
  }
  return {
    selected: new Set(ids(told.selected.sure)),
    subjects: new Set(ids(told.subjects?.sure ?? [])),
  };
}
