// The lesson as a link or a file, and how those who get it may use it.
import { useState } from 'react';
import { type AuthoredLesson, withoutSolutions } from '../../../lessons/authored.ts';
import { LINK_SIZE } from '../../../share/codec.ts';
import { encodeLesson, lessonFile, readLessonFile } from '../../../share/lesson-codec.ts';
import { saveText } from '../../intake/saving.ts';
import { numberText } from '../../number-text.ts';
import { QrButton } from '../../qr/QrButton.tsx';
import { Check } from './fields.tsx';
import type { AuthorWords } from './words/words.ts';

interface Props {
  readonly words: AuthorWords;
  readonly lesson: AuthoredLesson;
  readonly onChange: (lesson: AuthoredLesson) => void;
  readonly onTry: () => void;
}

type Made =
  | { readonly link: string; readonly isCopied: boolean }
  | { readonly link: null }
  | { readonly wrongFile: true };

export function HandOut({ words, lesson, onChange, onTry }: Props) {
  const [hidesSolutions, setHidesSolutions] = useState(false);
  const [made, setMade] = useState<Made | null>(null);
  const handed = hidesSolutions ? withoutSolutions(lesson) : lesson;
  const isEmpty =
    lesson.title.trim() === '' ||
    lesson.steps.every(({ text, title }) => `${title}${text}`.trim() === '');

  function makeLink(): void {
    const packed = encodeLesson(handed);
    if (packed.length > LINK_SIZE.characters) {
      setMade({ link: null });
      return;
    }
    const { origin, pathname, protocol, href } = window.location;
    // A page that was opened from a disk has no origin to speak of.
    const place = protocol === 'file:' ? href.replace(/[?#].*$/s, '') : origin + pathname;
    const link = `${place}#/learn/${packed}`;
    setMade({ link, isCopied: false });
    navigator.clipboard?.writeText(link).then(
      () => setMade({ link, isCopied: true }),
      () => undefined,
    );
  }

  async function openFile(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const opened = readLessonFile(await file.text());
    if (opened === null) setMade({ wrongFile: true });
    else onChange(opened);
  }

  return (
    <fieldset className="author-part">
      <legend>{words.handOut}</legend>
      <Check label={words.noSolutions} value={hidesSolutions} onChange={setHidesSolutions} />
      <Check
        label={words.inOrder}
        value={lesson.inOrder}
        onChange={(inOrder) => onChange({ ...lesson, inOrder })}
      />
      <Check
        label={words.readOnly}
        value={lesson.isReadOnly}
        onChange={(isReadOnly) => onChange({ ...lesson, isReadOnly })}
      />
      <div className="author-row">
        <button
          type="button"
          className="button is-small is-primary"
          disabled={isEmpty}
          onClick={makeLink}
        >
          {words.copyLink}
        </button>
        <button
          type="button"
          className="button is-small"
          onClick={() => saveText(lessonFile(handed), fileName(lesson.title), 'application/json')}
        >
          {words.saveFile}
        </button>
        <button type="button" className="button is-small" onClick={onTry}>
          {words.tryIt}
        </button>
        <label className="button is-quiet is-small">
          {words.openFile}
          <input
            type="file"
            className="visually-hidden"
            accept=".json,application/json"
            onChange={(event) => {
              void openFile(event.currentTarget.files?.[0]);
              event.currentTarget.value = '';
            }}
          />
        </label>
      </div>
      {isEmpty && <p className="author-about">{words.isEmpty}</p>}
      {made !== null && (
        <div role="status">
          <Told made={made} words={words} />
        </div>
      )}
    </fieldset>
  );
}

function Told({ made, words }: { made: Made; words: AuthorWords }) {
  if ('wrongFile' in made) return <p className="warning">{words.notALesson}</p>;
  if (made.link === null) return <p className="warning">{words.tooLong}</p>;
  return (
    <>
      <p>{made.isCopied ? words.copied(numberText(made.link.length)) : words.copyThis}</p>
      <input
        className="input"
        readOnly
        value={made.link}
        aria-label={words.copyThis}
        onFocus={(event) => event.currentTarget.select()}
      />
      <QrButton link={made.link} />
    </>
  );
}

/** Letters and digits of the title, whatever its script. */
function fileName(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return `${words.join('-').slice(0, 60) || 'lesson'}.netpolis.json`;
}
