// A name in a sentence that leads to its lines in the editor.
import type { Span } from '../../core/index.ts';
import type { Actions } from '../actions.ts';

interface Props {
  readonly span: Span;
  readonly actions: Actions;
  readonly quiet?: boolean;
  readonly children: React.ReactNode;
}

export function PlaceButton({ span, actions, quiet = false, children }: Props) {
  return (
    <button
      type="button"
      className={quiet ? 'link' : 'link is-policy'}
      title={`Show in ${span.file}`}
      onClick={() => actions.reveal(span)}
    >
      {children}
    </button>
  );
}
