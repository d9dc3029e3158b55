// What of the picture a person wants to see.
import { useId, useState } from 'react';
import { useStore } from 'zustand';
import { PROTOCOLS } from '../../core/index.ts';
import type { Actions } from '../actions.ts';
import { type Filters, NO_FILTERS, type PageStore } from '../store.ts';
import { FlowCount } from './FlowCount.tsx';
import { ResetIcon } from './icons.tsx';
import { NamespaceMenu } from './NamespaceMenu.tsx';
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
        placeholder="Find"
        title="Find a workload or address"
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
      </div>
      {/* All of it keeps its place while there is nothing to do, so that nothing else moves. */}
      <div className="filter-end">
        <button
          type="button"
          className="button is-quiet reset"
          title="Put everything back where it was drawn"
          disabled={!hasMoved}
          onClick={actions.resetMoved}
        >
          <ResetIcon />
          <span>Reset positions</span>
        </button>
        <button
          type="button"
          className="button is-quiet"
          disabled={set === 0}
          onClick={actions.clearFilters}
        >
          Clear<span className="visually-hidden"> filters</span>
        </button>
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
  const note = useId();
  const wrong = text !== '' && readPort(text) === null;
  return (
    <span className="port-filter">
      <input
        className="input is-port"
        inputMode="numeric"
        placeholder="Port"
        aria-label="Port"
        aria-invalid={wrong}
        aria-describedby={wrong ? note : undefined}
        value={text}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setDraft(value);
          actions.setFilters({ port: readPort(value) });
        }}
        onBlur={() => setDraft(null)}
      />
      {wrong && (
        <span className="port-note" id={note} role="alert">
          Ignored: a port is a number from 1 to 65535
        </span>
      )}
    </span>
  );
}

function readPort(text: string): number | null {
  const port = /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0;
  return port >= 1 && port <= 65535 ? port : null;
}

function NamespaceFilter({ store, actions, chosen }: Props & { chosen: readonly string[] }) {
  const answer = useStore(store, (state) => state.answer);
  const [only] = chosen;
  const label =
    only === undefined
      ? 'All namespaces'
      : chosen.length === 1
        ? only
        : `${chosen.length} namespaces`;
  return (
    <Popover label={<span className="clip">{label}</span>}>
      {() => <NamespaceMenu answer={answer} chosen={chosen} actions={actions} />}
    </Popover>
  );
}

function countSet(filters: Filters): number {
  return (Object.keys(NO_FILTERS) as (keyof Filters)[]).filter(
    (key) => JSON.stringify(filters[key]) !== JSON.stringify(NO_FILTERS[key]),
  ).length;
}
