// Every assumption with its control: what manifests can't tell, and what is taken for it.
import { useStore } from 'zustand';
import {
  CNIS,
  type Cni,
  countAssumptions,
  HOST_NETWORKS,
  type HostNetwork,
  NO_ASSUMPTIONS,
  PROFILES,
  typedNamespace,
} from '../../../core/index.ts';
import type { Page } from '../../start.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { NamespaceFields } from './NamespaceFields.tsx';
import { RangesField } from './RangesField.tsx';
import { TextField } from './TextField.tsx';
import './assumptions.css';

export function AssumptionsPanel({ page }: { page: Page }) {
  const { store, actions } = page;
  const assumptions = useStore(store, (state) => state.assumptions);
  const undeclared = useStore(store, (state) => state.answer?.undeclared) ?? NONE;
  const { cni, podRanges, nodeRanges, serviceRanges, hostNetwork, defaultNamespace } = assumptions;
  return (
    <section className="assumptions" aria-label="Assumptions">
      <p className="faint">
        What manifests can’t tell. Left alone, a flow that needs it <em>depends</em>. The link holds
        what you say here.
      </p>
      <CniField cni={cni} onChange={(next) => actions.assume({ cni: next })} />
      <RangesField
        label="Pod addresses"
        about="The ranges of all pods: they decide whether an ipBlock means pods."
        example="10.244.0.0/16"
        ranges={podRanges}
        onChange={(ranges) => actions.assume({ podRanges: ranges })}
      />
      <HostNetworkField
        mode={hostNetwork}
        onChange={(mode) => actions.assume({ hostNetwork: mode })}
      />
      <RangesField
        label="Node addresses"
        about="Those of the machines, and so of pods on their host’s network."
        example="192.168.0.0/24"
        ranges={nodeRanges}
        onChange={(ranges) => actions.assume({ nodeRanges: ranges })}
      />
      <NamespaceFields
        assumed={assumptions.namespaces}
        undeclared={undeclared}
        onChange={(namespaces) => actions.assume({ namespaces })}
      />
      <TextField
        label="Namespace of objects that name none"
        about="Where kubectl would put them."
        placeholder={NO_ASSUMPTIONS.defaultNamespace}
        text={defaultNamespace === NO_ASSUMPTIONS.defaultNamespace ? '' : defaultNamespace}
        read={(text) =>
          text.trim() === ''
            ? { ok: true, value: NO_ASSUMPTIONS.defaultNamespace }
            : typedNamespace(text)
        }
        onChange={(name) => actions.assume({ defaultNamespace: name })}
      />
      <RangesField
        label="Service addresses"
        about="Policies mostly never see them: an ipBlock in them is listed under Problems."
        example="10.96.0.0/12"
        ranges={serviceRanges}
        onChange={(ranges) => actions.assume({ serviceRanges: ranges })}
      />
      <button
        type="button"
        className="button"
        disabled={countAssumptions(assumptions) === 0}
        onClick={actions.assumeNothing}
      >
        Reset
      </button>
    </section>
  );
}

const NONE: readonly string[] = [];

function CniField({ cni, onChange }: { cni: Cni; onChange: (cni: Cni) => void }) {
  const { changes, differs } = PROFILES[cni];
  return (
    <ChoiceField
      label="Network plugin"
      choices={CNIS}
      words={(known) => PROFILES[known].name}
      value={cni}
      onChange={onChange}
    >
      {changes.length + differs.length === 0 ? (
        'What the specification leaves open depends.'
      ) : (
        <ul>
          {changes.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
          {differs.map(({ text }) => (
            <li key={text}>{text} Not computed: said beside such flows.</li>
          ))}
        </ul>
      )}
    </ChoiceField>
  );
}

const HOST_NETWORK_WORDS: Readonly<Record<HostNetwork, string>> = {
  unknown: 'Unknown: it depends',
  node: 'As their node: selectors never mean them',
  pod: 'As any other pod: policies isolate them',
};

function HostNetworkField({
  mode,
  onChange,
}: {
  mode: HostNetwork;
  onChange: (mode: HostNetwork) => void;
}) {
  return (
    <ChoiceField
      label="Pods on their host’s network"
      choices={HOST_NETWORKS}
      words={(known) => HOST_NETWORK_WORDS[known]}
      value={mode}
      onChange={onChange}
    >
      How the network plugin sees them. Most see only the node.
    </ChoiceField>
  );
}
