// One of a few values, and below it what the chosen one means.
import { type ReactNode, useId } from 'react';

export function ChoiceField<Value extends string>({
  label,
  choices,
  words,
  value,
  onChange,
  children,
}: {
  label: string;
  choices: readonly Value[];
  words: (choice: Value) => string;
  value: Value;
  onChange: (value: Value) => void;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        aria-describedby={`${id}-about`}
        value={value}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice === event.currentTarget.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {words(choice)}
          </option>
        ))}
      </select>
      <div className="about" id={`${id}-about`}>
        {children}
      </div>
    </div>
  );
}
