// Manifests of the lesson, taken from the editor and put back there.
import { NO_ASSUMPTIONS } from '../../../core/index.ts';
import type { Desk } from '../../../lessons/lesson.ts';
import type { Page } from '../../start.ts';
import type { Words } from '../words/words.ts';
import type { AuthorWords } from './words/words.ts';

interface Props {
  readonly page: Page;
  readonly words: AuthorWords;
  readonly lessonWords: Words;
  readonly label: string;
  readonly about: string;
  readonly take: string;
  readonly desk: Desk | null;
  readonly onTake: (desk: Desk) => void;
  /** Missing where there must be one. */
  readonly onRemove?: () => void;
}

export function DeskField(props: Props) {
  const { page, words, lessonWords, label, about, take, desk, onTake, onRemove } = props;
  const put = ({ files, assumptions }: Desk) =>
    page.actions.setDesk({
      files: [...files],
      assumptions: { ...NO_ASSUMPTIONS, ...assumptions },
      lesson: null,
      label: words.replacedBy,
      words: lessonWords.setAside,
      undo: lessonWords.undo,
      isGiven: true,
      isReadOnly: false,
    });
  return (
    <fieldset className="author-part">
      <legend>{label}</legend>
      <p className="author-about">{about}</p>
      {desk !== null && (
        <p>
          {words.holds(desk.files.length)}: {desk.files.map(({ name }) => name).join(', ')}
        </p>
      )}
      <div className="author-row">
        <button type="button" className="button is-small" onClick={() => onTake(currentDesk(page))}>
          {take}
        </button>
        {desk !== null && (
          <button type="button" className="button is-quiet is-small" onClick={() => put(desk)}>
            {words.put}
          </button>
        )}
        {desk !== null && onRemove !== undefined && (
          <button type="button" className="button is-quiet is-small" onClick={onRemove}>
            {words.removeSolution}
          </button>
        )}
      </div>
    </fieldset>
  );
}

/** What the editor holds now. */
export function currentDesk({ store }: Page): Desk {
  const { files, assumptions } = store.getState();
  return { files, assumptions };
}
