// The namespaces to choose from, in an order in which 2 comes before 10.
import { useMemo, useState } from 'react';
import type { AnalyzeAnswer } from '../../worker/engine.ts';
import type { Actions } from '../actions.ts';

interface Props {
  readonly answer: AnalyzeAnswer | null;
  readonly chosen: readonly string[];
  readonly actions: Actions;
}

/** Beyond these a list is searched rather than read. */
const MOST_TO_READ = 12;

export function NamespaceMenu({ answer, chosen, actions }: Props) {
  const [part, setPart] = useState('');
  // Those that were chosen when the menu opened have gone from the manifests, perhaps, but can be let go.
  const namespaces = useMemo(() => sortedNamespaces(answer, chosen), [answer, chosen]);
  if (namespaces.length === 0) return <p className="menu-note">There are no namespaces yet.</p>;
  const named = namespaces.filter((name) => name.includes(part.trim().toLowerCase()));
  const toggle = (name: string) =>
    actions.setFilters({
      namespaces: chosen.includes(name)
        ? chosen.filter((other) => other !== name)
        : [...chosen, name],
    });
  return (
    <>
      {namespaces.length > MOST_TO_READ && (
        <input
          className="input menu-search"
          type="search"
          placeholder="Find a namespace"
          aria-label="Find a namespace"
          value={part}
          onChange={(event) => setPart(event.currentTarget.value)}
        />
      )}
      {named.length === 0 && <p className="menu-note">No namespace is called so.</p>}
      <ul className="checks">
        {named.map((name) => (
          <li key={name}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(name)}
                onChange={() => toggle(name)}
              />
              {name}
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The collator is made when a menu opens: that takes too long for the first picture to wait for. */
export function sortedNamespaces(
  answer: AnalyzeAnswer | null,
  chosen: readonly string[],
): readonly string[] {
  const found = new Set(chosen);
  for (const peer of answer?.analysis.peers ?? []) {
    if (peer.type === 'workload') found.add(peer.workload.namespace);
  }
  return [...found].sort(new Intl.Collator('en', { numeric: true }).compare);
}
