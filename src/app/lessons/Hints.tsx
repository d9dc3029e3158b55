// Hints, one more each time somebody asks.
import { useStore } from 'zustand';
import type { Reader } from './Lessons.tsx';
import { Prose } from './Prose.tsx';
import { NOTHING_DONE } from './progress.ts';

interface Props {
  readonly reader: Reader;
  readonly id: string;
  readonly name: string;
  readonly texts: readonly string[];
}

export function Hints({ reader: { page, book, words }, id, name, texts }: Props) {
  const { hints } = useStore(book.pages, (pages) => pages[id]) ?? NOTHING_DONE;
  const shown = Math.min(hints[name] ?? 0, texts.length);
  return (
    <div className="lesson-hints" aria-live="polite">
      {texts.slice(0, shown).map((text, at) => (
        <div key={text} className="lesson-hint">
          <h4>{words.hint(at + 1, texts.length)}</h4>
          <Prose text={text} words={words} onType={page.actions.typeInTerminal} />
        </div>
      ))}
      {shown < texts.length && (
        <button
          type="button"
          className="button is-quiet is-small"
          onClick={() => book.change(id, { hints: { ...hints, [name]: shown + 1 } })}
        >
          {shown === 0 ? words.firstHint : words.anotherHint}
        </button>
      )}
    </div>
  );
}
