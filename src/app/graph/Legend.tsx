// What the lines and marks mean; always there, folded away on a small screen.
import { useState } from 'react';
import { useStore } from 'zustand';
import { isSwitchedOn, WAYS } from '../../core/index.ts';
import type { PageStore } from '../store.ts';

/** As in graph.css; on a lower screen the picture needs the room. */
const ROOMY = '(min-width: 700px) and (min-height: 860px)';

export function Legend({ store }: { readonly store: PageStore }) {
  const showsWays = useStore(
    store,
    ({ around, ways }) => isSwitchedOn(around, WAYS) && ways.ways.length > 0,
  );
  const [open, setOpen] = useState(() => matchMedia(ROOMY).matches);
  return (
    <details
      className="graph-legend"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        <span className="graph-legend-title">Legend</span>
      </summary>
      <ul>
        <li>
          <svg viewBox="0 0 56 14" aria-hidden="true" className="allow">
            <path d="M1 7h44" className="line" />
            <path d="M44 2l10 5-10 5z" className="fill" />
          </svg>
          allowed
        </li>
        <li>
          <svg viewBox="0 0 56 14" aria-hidden="true" className="deny">
            <path d="M1 7h23" className="line thin pale" />
            <path d="M24 7h20M43 2v10" className="line thin" />
            <path d="M46 3l8 4-8 4z" className="fill" />
          </svg>
          denied by destination
        </li>
        <li>
          <svg viewBox="0 0 56 14" aria-hidden="true" className="deny">
            <path d="M2 2v10M2 7h24" className="line thin" />
            <path d="M26 7h26" className="line thin pale" />
            <path d="M46 3l7 4-7 4" className="line thin pale" />
          </svg>
          or by source
        </li>
        <li>
          <svg viewBox="0 0 56 14" aria-hidden="true" className="depends">
            <path d="M1 7h43" className="line dashed" />
            <path d="M44 3l9 4-9 4z" className="line hollow" />
          </svg>
          depends
        </li>
        <li>
          <svg viewBox="16 0 22 14" aria-hidden="true" className="guard">
            <path d="M23 6V5a4 4 0 0 1 8 0v1" className="line thin" />
            <rect x="20" y="6" width="14" height="8" rx="1.5" className="fill" />
          </svg>
          guarded
        </li>
        {showsWays && (
          <li>
            <svg viewBox="0 0 56 14" aria-hidden="true">
              <circle cx="5" cy="7" r="3.5" className="line hollow" />
              <path d="M10 7h34" className="line dotted" />
              <path d="M44 3l9 4-9 4z" className="fill" />
            </svg>
            way in
          </li>
        )}
      </ul>
    </details>
  );
}
