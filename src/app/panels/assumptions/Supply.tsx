// The control that supplies one missing fact of a flow, where the fact is named.
import { type MouseEvent, useState } from 'react';
import { useStore } from 'zustand';
import {
  type AssumedNamespace,
  type Assumptions,
  type Fact,
  NODES,
  partsOf,
  type Typed,
  typedLabelValue,
  typedRanges,
} from '../../../core/index.ts';
import type { Actions } from '../../actions.ts';
import type { PageStore } from '../../store.ts';
import { focusHeading } from '../focus-heading.ts';
import './assumptions.css';
import './supply.css';

export interface SupplyProps {
  readonly store: PageStore;
  readonly actions: Actions;
  readonly fact: Fact;
}

/** Nothing for a fact that no assumption supplies. */
export function Supply({ store, actions, fact }: SupplyProps) {
  const assumptions = useStore(store, (state) => state.assumptions);
  const supply = (change: Partial<Assumptions>, at: Element) => {
    actions.assume(change, assumedWords({ ...assumptions, ...change }, assumptions));
    // The control goes with the fact.
    focusHeading(at.closest('.details'));
  };
  switch (fact.kind) {
    case 'pod-address':
      return (
        <OneField
          label="Pod addresses are in"
          suggestions={isIPv6(fact.block) ? PODS_IPV6 : PODS_IPV4}
          start={assumptions.podRanges.join(', ')}
          read={typedSomeRanges}
          onSupply={(podRanges, at) => supply({ podRanges }, at)}
        />
      );
    case 'actor-address':
    case 'node-address':
      if (fact.kind === 'actor-address' && fact.actor !== NODES) return null;
      return (
        <OneField
          label="Node addresses are in"
          suggestions={isIPv6(fact.block) ? NODES_IPV6 : NODES_IPV4}
          start={assumptions.nodeRanges.join(', ')}
          read={typedSomeRanges}
          onSupply={(nodeRanges, at) => supply({ nodeRanges }, at)}
        />
      );
    case 'host-network':
      return (
        <div className="supply">
          <button
            type="button"
            className="button is-small"
            onClick={(event) => supply({ hostNetwork: 'node' }, event.currentTarget)}
          >
            Policies see only its node
          </button>
          <button
            type="button"
            className="button is-small"
            onClick={(event) => supply({ hostNetwork: 'pod' }, event.currentTarget)}
          >
            Treat it like any other pod
          </button>
        </div>
      );
    case 'namespace-labels':
      return (
        <SupplyLabels
          name={fact.namespace}
          keys={fact.keys}
          namespaces={assumptions.namespaces}
          onSupply={(namespaces, at) => supply({ namespaces }, at)}
        />
      );
    default:
      return null;
  }
}

interface LabelsProps {
  readonly name: string;
  readonly keys: readonly string[];
  readonly namespaces: readonly AssumedNamespace[];
  readonly onSupply: (namespaces: readonly AssumedNamespace[], at: Element) => void;
}

function SupplyLabels({ name, keys, namespaces, onSupply }: LabelsProps) {
  const known = namespaces.find((namespace) => namespace.name === name);
  const { labels, isComplete } = known ?? { labels: [], isComplete: false };
  const others = namespaces.filter((namespace) => namespace !== known);
  const noOthers = (event: MouseEvent) =>
    onSupply([...others, { name, labels, isComplete: true }], event.currentTarget);
  return (
    <>
      <div className="supply">
        <button type="button" className="button is-small" onClick={noOthers}>
          {labels.length === 0 ? `${name} has no other labels` : 'It has no more labels'}
        </button>
      </div>
      {keys.map((key) => (
        <OneField
          key={key}
          label={`${key} =`}
          suggestions={[]}
          start=""
          read={typedLabelValue}
          onSupply={(value, at) =>
            onSupply([...others, { name, labels: [...labels, [key, value]], isComplete }], at)
          }
        />
      ))}
    </>
  );
}

interface OneFieldProps<T> {
  readonly label: string;
  readonly suggestions: readonly string[];
  readonly start: string;
  readonly read: (text: string) => Typed<T>;
  readonly onSupply: (value: T, at: Element) => void;
}

function OneField<T>({ label, suggestions, start, read, onSupply }: OneFieldProps<T>) {
  const [text, setText] = useState(start);
  const [message, setMessage] = useState<string | null>(null);
  const [first] = suggestions;
  return (
    <form
      className="supply"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = read(text);
        if (typed.ok) onSupply(typed.value, event.currentTarget);
        else setMessage(typed.message);
      }}
    >
      <label>
        <span>{label}</span>
        <input
          className="input"
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          placeholder={first}
          aria-invalid={message !== null}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setMessage(null);
          }}
        />
      </label>
      <button type="submit" className="button is-small">
        Assume
      </button>
      {suggestions.map((suggestion) => (
        <button
          key={suggestion}
          type="button"
          className="link"
          onClick={() => {
            setText(suggestion);
            setMessage(null);
          }}
        >
          {suggestion}
        </button>
      ))}
      {message !== null && (
        <p className="supply-wrong" role="alert">
          {message}
        </p>
      )}
    </form>
  );
}

/** What installers commonly hand out: kind and Flannel, k3s, Calico. */
const PODS_IPV4 = ['10.244.0.0/16', '10.42.0.0/16', '192.168.0.0/16'];
const PODS_IPV6 = ['fd00:10:244::/56'];
const NODES_IPV4 = ['10.0.0.0/16', '192.168.0.0/24'];
const NODES_IPV6 = ['fd00::/64'];

function isIPv6(block: string): boolean {
  return block.includes(':');
}

function typedSomeRanges(text: string): Typed<readonly string[]> {
  const typed = typedRanges(text);
  if (!typed.ok || typed.value.length > 0) return typed;
  return { ok: false, message: 'Write a range, for example 10.244.0.0/16.' };
}

/** `Assuming that …`, of what has just come. */
function assumedWords(now: Assumptions, before: Assumptions): string {
  const old = new Set(partsOf(before).map(({ words }) => words));
  const fresh = partsOf(now).filter(({ words }) => !old.has(words));
  return `Assuming that ${fresh.map(({ words }) => words).join(', and ')}.`;
}
