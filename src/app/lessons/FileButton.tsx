// A button that asks for the file of a lesson.
import type { ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  readonly className?: string;
  /** Not called where nothing was chosen. */
  readonly onFile: (file: File) => void;
}

export function FileButton({ children, className = '', onFile }: Props) {
  return (
    <label className={`button ${className} is-file`}>
      {children}
      <input
        type="file"
        className="visually-hidden"
        accept=".json,application/json"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file !== undefined) onFile(file);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
    </label>
  );
}
