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
    <details className="details-fold" open={opened.has(title)}>
      {/* At once: the event of opening comes later than what is drawn in between. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is what opens, by keyboard, too */}
      <summary
        onClick={({ currentTarget: { parentElement } }) => {
          if (parentElement?.hasAttribute('open')) opened.delete(title);
          else opened.add(title);
        }}
      >
        <h3>
          {title} {count !== null && <span className="count">{count}</span>}
        </h3>
      </summary>
      {children}
    </details>
  );
}
