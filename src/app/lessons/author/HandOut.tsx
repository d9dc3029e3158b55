// The lesson as a link or a file, and how those who get it may use it.
import { useMemo, useState } from 'react';
import { type AuthoredLesson, withoutSolutions } from '../../../lessons/authored.ts';
import { LINK_SIZE } from '../../../share/codec.ts';
import { encodeLesson, lessonFile, readLessonFile } from '../../../share/lesson-codec.ts';
import { saveText } from '../../intake/saving.ts';
import { frameText, isOnDisk } from '../../link/outward.ts';
import { numberText } from '../../number-text.ts';
import { QrButton } from '../../qr/QrButton.tsx';
import { FileButton } from '../FileButton.tsx';
import { Check } from './fields.tsx';
import type { AuthorWords } from './words/words.ts';

interface Props {
  readonly words: AuthorWords;
  readonly lesson: AuthoredLesson;
  readonly onChange: (lesson: AuthoredLesson) => void;
  readonly onTry: () => void;
}

type Made =
  | { readonly kind: 'link'; readonly link: string; readonly isCopied: boolean }
  | { readonly kind: 'too-long' };

type Opened =
  | { readonly ok: true; readonly title: string; readonly before: AuthoredLesson }
  | { readonly ok: false; readonly isNewer: boolean };

export function HandOut({ words, lesson, onChange, onTry }: Props) {
  const [hidesSolutions, setHidesSolutions] = useState(false);
  /** Together with what it was made of: the link of an earlier state would be taken for that of this one. */
  const [kept, setKept] = useState<{ of: AuthoredLesson; made: Made } | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const handed = useMemo(
    () => (hidesSolutions ? withoutSolutions(lesson) : lesson),
    [lesson, hidesSolutions],
  );
  const made = kept?.of === handed ? kept.made : null;
  const isEmpty =
    lesson.title.trim() === '' ||
    lesson.steps.every(({ text, title }) => `${title}${text}`.trim() === '');

  function makeLink(): void {
    const packed = encodeLesson(handed);
    const setMade = (next: Made) => setKept({ of: handed, made: next });
    setOpened(null);
    if (packed.length > LINK_SIZE.characters) {
      setMade({ kind: 'too-long' });
      return;
    }
    const place = window.location.href.replace(/[?#].*$/s, '');
    const link = `${place}#/learn/${packed}`;
    setMade({ kind: 'link', link, isCopied: false });
    navigator.clipboard?.writeText(link).then(
      () => setMade({ kind: 'link', link, isCopied: true }),
      () => undefined,
    );
  }

  async function openFile(file: File): Promise<void> {
    const read = readLessonFile(await file.text());
    setKept(null);
    if (!read.ok) {
      setOpened({ ok: false, isNewer: read.reason === 'newer-version' });
      return;
    }
    setOpened({ ok: true, title: read.lesson.title, before: lesson });
    onChange(read.lesson);
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
        <FileButton className="is-quiet is-small" onFile={(file) => void openFile(file)}>
          {words.openFile}
        </FileButton>
      </div>
      {isEmpty && <p className="author-about">{words.isEmpty}</p>}
      <div role="status">
        {opened?.ok === false && (
          <p className="warning">{opened.isNewer ? words.newerFile : words.notALesson}</p>
        )}
        {opened?.ok === true && (
          <p>
            {words.opened(opened.title)}{' '}
            <button
              type="button"
              className="link"
              onClick={() => {
                onChange(opened.before);
                setOpened(null);
              }}
            >
              {words.takeBack}
            </button>
          </p>
        )}
        {made !== null && <Told made={made} words={words} />}
      </div>
    </fieldset>
  );
}

function Told({ made, words }: { made: Made; words: AuthorWords }) {
  if (made.kind === 'too-long') return <p className="warning">{words.tooLong}</p>;
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
      {isOnDisk() ? (
        <p className="warning">{words.onlyHere}</p>
      ) : (
        <>
          <QrButton link={made.link} words={words.qr} />
          <p>{words.frame}</p>
          <input
            className="input"
            readOnly
            value={frameText(made.link)}
            aria-label={words.frame}
            onFocus={(event) => event.currentTarget.select()}
          />
        </>
      )}
    </>
  );
}

/** Letters and digits of the title, whatever its script. */
function fileName(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return `${words.join('-').slice(0, 60) || 'lesson'}.netpolis.json`;
}
