// The labels of namespaces that no manifest declares, a namespace a row.
import { useId } from 'react';
import { type AssumedNamespace, typedLabels } from '../../../core/index.ts';
import { CloseIcon } from '../icons.tsx';
import { TextField } from './TextField.tsx';

interface Props {
  readonly assumed: readonly AssumedNamespace[];
  /** Those of the input. */
  readonly undeclared: readonly string[];
  readonly onChange: (assumed: readonly AssumedNamespace[]) => void;
}

export function NamespaceFields({ assumed, undeclared, onChange }: Props) {
  const id = useId();
  const known = new Set(assumed.map(({ name }) => name));
  const left = undeclared.filter((name) => !known.has(name));
  const replace = (old: AssumedNamespace, next: readonly AssumedNamespace[]) =>
    onChange(assumed.flatMap((namespace) => (namespace === old ? next : [namespace])));
  return (
    <fieldset className="field">
      <legend>Labels of namespaces that are not declared</legend>
      {assumed.length > 0 && (
        <ul className="assumed-namespaces">
          {assumed.map((namespace) => (
            <li key={namespace.name}>
              <NamespaceRow
                namespace={namespace}
                isUndeclared={undeclared.includes(namespace.name)}
                onChange={(next) => replace(namespace, next)}
              />
            </li>
          ))}
        </ul>
      )}
      {left.length > 0 ? (
        <select
          className="input"
          aria-label="Add a namespace"
          aria-describedby={`${id}-about`}
          value=""
          onChange={(event) => {
            const name = event.currentTarget.value;
            if (name !== '') onChange([...assumed, { name, labels: [], isComplete: true }]);
          }}
        >
          <option value="">Say of a namespace which labels it has…</option>
          {left.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      ) : null}
      <p className="about" id={`${id}-about`}>
        {left.length > 0 || assumed.length > 0
          ? 'They decide namespaceSelectors that ask for more than the name.'
          : 'Every namespace of the input is declared.'}
      </p>
    </fieldset>
  );
}

interface RowProps {
  readonly namespace: AssumedNamespace;
  readonly isUndeclared: boolean;
  readonly onChange: (next: readonly AssumedNamespace[]) => void;
}

function NamespaceRow({ namespace, isUndeclared, onChange }: RowProps) {
  const { name, labels, isComplete } = namespace;
  return (
    <>
      <TextField
        label={name}
        about={isUndeclared ? null : 'No part in this input: it is declared, or not there.'}
        placeholder="No labels; or team=web, env=prod"
        text={labels.map(([key, value]) => `${key}=${value}`).join(', ')}
        read={typedLabels}
        onChange={(next) =>
          onChange([{ ...namespace, labels: next, isComplete: isComplete || next.length === 0 }])
        }
      />
      <label className="check">
        <input
          type="checkbox"
          checked={isComplete}
          disabled={labels.length === 0}
          onChange={(event) =>
            onChange([{ ...namespace, isComplete: event.currentTarget.checked }])
          }
        />
        no other labels
      </label>
      <button
        type="button"
        className="button is-quiet is-icon"
        aria-label={`Assume nothing of ${name}`}
        title={`Assume nothing of ${name}`}
        onClick={() => onChange([])}
      >
        <CloseIcon />
      </button>
    </>
  );
}
