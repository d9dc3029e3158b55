// Says what the cursor in the manifests points at, so that what the picture shows is no riddle.
import { useStore } from 'zustand';
import type { Actions } from '../actions.ts';
import { outlookOf } from '../outlook.ts';
import { partName, partWords } from '../part-words.ts';
import { fits, shownOf } from '../pointing.ts';
import type { PageStore } from '../store.ts';

interface Props {
  readonly store: PageStore;
  readonly actions: Pick<Actions, 'pin' | 'letGo'>;
}

export function PointedLine({ store, actions }: Props) {
  const pointed = useStore(store, shownOf);
  const answer = useStore(store, (state) => state.answer);
  if (pointed === null || answer === null || !fits(pointed, answer)) return null;
  const { told, isPinned } = pointed;
  const words = partWords(told, outlookOf(pointed.answer));
  const isListed = told.part.kind !== 'workload' && told.part.kind !== 'namespace';
  return (
    // Moving the cursor is no news to those who hear the page: the panel tells them when they ask.
    <p aria-live="off" className={isPinned ? 'graph-pointed is-pinned' : 'graph-pointed'}>
      <span>
        {isPinned ? 'Pinned' : 'Cursor'}: <strong>{partName(told.part)}</strong> {words}
      </span>
      {isPinned ? (
        <button type="button" title="Show the whole picture again" onClick={actions.letGo}>
          Let go
        </button>
      ) : (
        isListed && (
          <button
            type="button"
            title="Keep this in the picture, and list the workloads and flows in the details"
            onClick={() => actions.pin(told.part)}
          >
            List them
          </button>
        )
      )}
    </p>
  );
}
