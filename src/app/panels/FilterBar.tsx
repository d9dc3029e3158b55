// What of the picture a person wants to see.
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { PROTOCOLS } from '../../core/index.ts';
import type { Actions } from '../actions.ts';
import { type Filters, NO_FILTERS, type PageStore } from '../store.ts';
import { FlowCount } from './FlowCount.tsx';
import { Popover } from './Popover.tsx';
import './filter-bar.css';

interface Props {
  readonly store: PageStore;
  readonly actions: Actions;
}

export function FilterBar({ store, actions }: Props) {
  const filters = useStore(store, (state) => state.filters);
  const hasMoved = useStore(store, (state) => Object.keys(state.moved).length > 0);
  const [unfolded, setUnfolded] = useState(false);
  const set = countSet(filters);
  return (
    <search className="filter-bar" aria-label="Filters">
      <input
        className="input is-search"
        type="search"
        placeholder="Find a workload or address"
        aria-label="Find a workload or address"
        value={filters.text}
        onChange={(event) => actions.setFilters({ text: event.currentTarget.value })}
      />
      <button
        type="button"
        className="button filter-fold"
        aria-expanded={unfolded}
        onClick={() => setUnfolded(!unfolded)}
      >
        Filters{set > 0 ? ` (${set})` : ''}
      </button>
      <div className={unfolded ? 'filter-rest is-unfolded' : 'filter-rest'}>
        <NamespaceFilter store={store} actions={actions} chosen={filters.namespaces} />
        <ShowFilter show={filters.show} actions={actions} />
        <select
          className="input"
          aria-label="Direction"
          value={filters.direction}
          onChange={(event) =>
            actions.setFilters({ direction: oneOf(DIRECTIONS, event.currentTarget.value) })
          }
        >
          <option value="both">In and out</option>
          <option value="egress">Out only</option>
          <option value="ingress">In only</option>
        </select>
        <select
          className="input"
          aria-label="Protocol"
          value={filters.protocol ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            actions.setFilters({
              protocol: PROTOCOLS.find((protocol) => protocol === value) ?? null,
            });
          }}
        >
          <option value="">Any protocol</option>
          {PROTOCOLS.map((protocol) => (
            <option key={protocol}>{protocol}</option>
          ))}
        </select>
        <PortFilter port={filters.port} actions={actions} />
        {set > 0 && (
          <button type="button" className="button is-quiet" onClick={actions.clearFilters}>
            Clear<span className="visually-hidden"> filters</span>
          </button>
        )}
      </div>
      <div className="filter-end">
        {hasMoved && (
          <button type="button" className="button is-quiet" onClick={actions.resetMoved}>
            Reset positions
          </button>
        )}
        <FlowCount store={store} />
      </div>
    </search>
  );
}

const DIRECTIONS = ['both', 'egress', 'ingress'] as const;
const SHOWS = [
  ['all', 'All'],
  ['allowed', 'Allowed'],
  ['denied', 'Denied'],
] as const;

function oneOf<T extends string>(choices: readonly [T, ...T[]], value: string): T {
  return choices.find((choice) => choice === value) ?? choices[0];
}

function ShowFilter({ show, actions }: { show: Filters['show']; actions: Actions }) {
  return (
    <fieldset className="segmented">
      <legend className="visually-hidden">Verdict</legend>
      {SHOWS.map(([value, label]) => (
        <label key={value} className={show === value ? 'is-chosen' : undefined}>
          <input
            type="radio"
            name="show"
            className="visually-hidden"
            checked={show === value}
            onChange={() => actions.setFilters({ show: value })}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

function PortFilter({ port, actions }: { port: number | null; actions: Actions }) {
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? (port === null ? '' : `${port}`);
  const wrong = text !== '' && readPort(text) === null;
  return (
    <input
      className="input is-port"
      inputMode="numeric"
      placeholder="Port"
      aria-label="Port"
      aria-invalid={wrong}
      title={wrong ? 'A port is a number from 1 to 65535' : undefined}
      value={text}
      onChange={(event) => {
        const { value } = event.currentTarget;
        setDraft(value);
        actions.setFilters({ port: readPort(value) });
      }}
      onBlur={() => setDraft(null)}
    />
  );
}

function readPort(text: string): number | null {
  const port = /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0;
  return port >= 1 && port <= 65535 ? port : null;
}

function NamespaceFilter({ store, actions, chosen }: Props & { chosen: readonly string[] }) {
  const answer = useStore(store, (state) => state.answer);
  const namespaces = useMemo(() => {
    const found = new Set(chosen);
    for (const peer of answer?.analysis.peers ?? []) {
      if (peer.type === 'workload') found.add(peer.workload.namespace);
    }
    return [...found].sort();
  }, [answer, chosen]);
  const [only] = chosen;
  const label =
    only === undefined
      ? 'All namespaces'
      : chosen.length === 1
        ? only
        : `${chosen.length} namespaces`;
  const toggle = (name: string) =>
    actions.setFilters({
      namespaces: chosen.includes(name)
        ? chosen.filter((other) => other !== name)
        : [...chosen, name],
    });
  return (
    <Popover label={<span className="clip">{label}</span>}>
      {() =>
        namespaces.length === 0 ? (
          <p className="menu-note">There are no namespaces yet.</p>
        ) : (
          <ul className="checks">
            {namespaces.map((name) => (
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
        )
      }
    </Popover>
  );
}

function countSet(filters: Filters): number {
  return (Object.keys(NO_FILTERS) as (keyof Filters)[]).filter(
    (key) => JSON.stringify(filters[key]) !== JSON.stringify(NO_FILTERS[key]),
  ).length;
}
