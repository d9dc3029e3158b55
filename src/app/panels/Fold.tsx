// A section of the details that opens under its heading, which says how much is in it.
import type { ReactNode } from 'react';
import './details-fold.css';

interface Props {
  readonly title: string;
  /** null while it is not known. */
  readonly count: number | null;
  readonly children?: ReactNode;
}

/** What a person has opened stays open when its content arrives, and at the next workload. */
const opened = new Set<string>();

export function Fold({ title, count, children }: Props) {
  return (
    <details
      className="details-fold"
      open={opened.has(title)}
      onToggle={({ currentTarget: { open } }) => {
        if (open) opened.add(title);
        else opened.delete(title);
      }}
    >
      <summary>
        <h3>
          {title} {count !== null && <span className="count">{count}</span>}
        </h3>
      </summary>
      {children}
    </details>
  );
}
