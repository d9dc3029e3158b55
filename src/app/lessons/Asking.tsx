// A button that asks once more before it takes text away.
import { useRef, useState } from 'react';
import type { Words } from './words/words.ts';

interface Props {
  readonly words: Words;
  readonly label: string;
  readonly question: string;
  /** On the button that does it. */
  readonly yes: string;
  readonly onYes: () => void;
}

export function Asking({ words, label, question, yes, onYes }: Props) {
  const [isAsking, setAsking] = useState(false);
  const wasAsked = useRef(false);
  const close = () => {
    wasAsked.current = true;
    setAsking(false);
  };
  if (!isAsking) {
    return (
      <button
        type="button"
        className="button is-quiet is-small"
        // Back where the keyboard was before the question.
        ref={(button) => {
          if (wasAsked.current) button?.focus();
          wasAsked.current = false;
        }}
        onClick={() => setAsking(true)}
      >
        {label}
      </button>
    );
  }
  return (
    <fieldset
      className="lesson-asking"
      aria-label={label}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <p>{question}</p>
      <button
        type="button"
        className="button is-small"
        // The keyboard goes on from the answer.
        ref={(button) => button?.focus()}
        onClick={() => {
          close();
          onYes();
        }}
      >
        {yes}
      </button>
      <button type="button" className="button is-quiet is-small" onClick={close}>
        {words.cancel}
      </button>
    </fieldset>
  );
}
