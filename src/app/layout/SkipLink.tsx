// For the keyboard: past the header, the text and the filters to the list of workloads.
import type { Actions } from '../actions.ts';
import { focusHeading } from '../panels/focus-heading.ts';

export function SkipLink({ actions }: { actions: Actions }) {
  return (
    <button
      type="button"
      className="button skip-link"
      onClick={() => {
        actions.setView('details');
        // On a narrow screen it is only now being shown.
        requestAnimationFrame(() => focusHeading(document.querySelector('.details-panel')));
      }}
    >
      Skip to workloads
    </button>
  );
}
