// A text field that takes its text when it is left or Enter is pressed, and says beside it what is wrong.
import { type ReactNode, useId, useState } from 'react';
import type { Typed } from '../../../core/index.ts';

interface Props<T> {
  readonly label: string;
  readonly about?: ReactNode;
  readonly placeholder?: string;
  readonly suggestions?: readonly string[];
  /** What holds now. */
  readonly text: string;
  readonly read: (text: string) => Typed<T>;
  readonly onChange: (value: T) => void;
}

export function TextField<T>(props: Props<T>) {
  const { label, about, placeholder, suggestions = [], text, read, onChange } = props;
  const id = useId();
  // null while nothing is typed that does not hold yet.
  const [draft, setDraft] = useState<string | null>(null);
  const [message, setMessage] = useState<string | null>(null);

  function take(): void {
    if (draft === null) return;
    const typed = read(draft);
    setMessage(typed.ok ? null : typed.message);
    if (!typed.ok) return;
    setDraft(null);
    if (draft !== text) onChange(typed.value);
  }

  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        placeholder={placeholder}
        list={suggestions.length > 0 ? `${id}-list` : undefined}
        aria-invalid={message !== null}
        aria-describedby={`${id}-about`}
        value={draft ?? text}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          setMessage(null);
        }}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
        }}
      />
      {suggestions.length > 0 && (
        <datalist id={`${id}-list`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
      <p
        className={message === null ? 'about' : 'about is-wrong'}
        id={`${id}-about`}
        role={message === null ? undefined : 'alert'}
      >
        {message ?? about}
      </p>
    </div>
  );
}
