// The field in which a file gets another name.
import { useRef, useState } from 'react';

export interface TabNameProps {
  readonly name: string;
  /** Why not, or null when it is done. */
  readonly rename: (to: string) => string | null;
  /** Called with the name to go on with: the old one when the person thought better of it. */
  readonly onDone: (name: string) => void;
}

export function TabName({ name, rename, onDone }: TabNameProps) {
  const [text, setText] = useState(name);
  const [trouble, setTrouble] = useState<string | null>(null);

  /** Taking the field away may blur it, which must not rename once more. */
  const over = useRef(false);

  function end(to: string): void {
    over.current = true;
    onDone(to);
  }

  function finish(): boolean {
    const problem = rename(text);
    setTrouble(problem);
    if (problem === null) end(text.trim());
    return problem === null;
  }

  return (
    <span className="editor-tab-rename">
      <input
        aria-label={`New name of ${name}`}
        aria-invalid={trouble !== null}
        size={Math.min(28, Math.max(8, text.length))}
        value={text}
        // The person asked for this field a moment ago, by double click or F2.
        ref={(field) => field?.focus()}
        onFocus={(event) => {
          const dot = name.lastIndexOf('.');
          event.target.setSelectionRange(0, dot > 0 ? dot : name.length);
        }}
        onChange={(event) => {
          setText(event.target.value);
          setTrouble(null);
        }}
        onBlur={() => {
          if (!over.current && !finish()) end(name);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish();
          if (event.key === 'Escape') end(name);
        }}
      />
      {trouble !== null && (
        <span
          className="editor-tab-trouble"
          role="alert"
          ref={(words) => words?.scrollIntoView({ block: 'nearest', inline: 'nearest' })}
        >
          {trouble}
        </span>
      )}
    </span>
  );
}
