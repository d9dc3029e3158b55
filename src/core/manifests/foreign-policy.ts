// Recognises policies of other makers by group and kind, and reads only which pods they may concern:
// what they say is never taken for something else (SEMANTICS 0.6, 7, D16).
import type { ForeignPolicyResource, ForeignSelectors } from '../model/resource.ts';
import { entryOf, valueAt } from './fields.ts';
import {
  antreaSubjects,
  bySelector,
  calicoSubjects,
  ciliumSubjects,
  istioSubjects,
  type ReadSubjects,
  wholeNamespace,
} from './foreign-subjects.ts';
import type { MapTree, Tree } from './tree.ts';

interface Maker {
  readonly name: string;
  readonly subjects: ReadSubjects;
  /** Kinds of the group that say what may flow. */
  readonly kinds: RegExp;
}

const maker = (name: string, kinds: RegExp, subjects: ReadSubjects): Maker => ({
  name,
  kinds,
  subjects,
});

const CALICO = maker('Calico', /^(?:Global)?NetworkPolicy$/, calicoSubjects);
const ANTREA = maker('Antrea', /^(?:Cluster)?NetworkPolicy$/, antreaSubjects);
const OVN = maker('OVN-Kubernetes', /^EgressFirewall$/, wholeNamespace);

const MAKERS: ReadonlyMap<string, Maker> = new Map([
  ['cilium.io', maker('Cilium', /^Cilium(?:Clusterwide)?NetworkPolicy$/, ciliumSubjects)],
  ['projectcalico.org', CALICO],
  ['crd.projectcalico.org', CALICO],
  ['crd.antrea.io', ANTREA],
  ['security.antrea.io', ANTREA],
  [
    'security.istio.io',
    maker(
      'Istio',
      /^(?:Authorization|Mesh)Policy$|^(?:Peer|Request)Authentication$|^Policy$/,
      istioSubjects,
    ),
  ],
  ['policy.linkerd.io', maker('Linkerd', /Policy$|^Server$/, bySelector('podSelector'))],
  ['k8s.cni.cncf.io', maker('Multi-network', /^MultiNetworkPolicy$/, bySelector('podSelector'))],
  ['k8s.ovn.org', OVN],
  ['network.openshift.io', maker('OpenShift', /^EgressNetworkPolicy$/, wholeNamespace)],
]);

/** Kinds that are no policy although their name says so: they only show what one would do. */
const WITHOUT_EFFECT = /^Staged/;

/** Null for a kind that is no policy, as far as can be told. */
export function readForeignPolicy(
  object: MapTree,
  apiVersion: string,
  kind: string,
): ForeignPolicyResource | null {
  const [group = ''] = apiVersion.split('/');
  const known = MAKERS.get(group);
  const isOne = known?.kinds.test(kind) ?? false;
  // A NetworkPolicy of whatever maker is one.
  if (WITHOUT_EFFECT.test(kind) || !(isOne || /NetworkPolicy$/.test(kind))) return null;
  const metadata = mapAt(object, 'metadata');
  const namespace = textAt(metadata, 'namespace');
  const isOfCluster =
    /^(?:Global|Cluster|CiliumClusterwide|Admin|BaselineAdmin)/.test(kind) ||
    (known === undefined && namespace === null) ||
    (known?.name === 'Istio' && namespace === ISTIO_ROOT);
  return {
    type: 'foreign-policy',
    maker: known?.name ?? group,
    apiVersion,
    kind,
    // The cluster names it, so no two of them are the same object.
    name: textAt(metadata, 'name') ?? `${textAt(metadata, 'generateName') ?? ''}*`,
    namespace: isOfCluster ? '' : (namespace ?? 'default'),
    isNamespaceAssumed: !isOfCluster && namespace === null,
    range: object.range,
    kindRange: entryOf(object, 'kind')?.value.range ?? object.range,
    nameRange: (metadata === null ? null : valueAt(metadata, 'name'))?.range ?? object.range,
    subjects: subjectsOf(object, known?.subjects ?? wholeNamespace),
  };
}

/** Its policies count in all namespaces (SEMANTICS 7.3). */
const ISTIO_ROOT = 'istio-system';

/** Cilium's may hold several specs. */
function subjectsOf(object: MapTree, read: ReadSubjects): readonly ForeignSelectors[] {
  const specs = valueAt(object, 'specs');
  const listed: readonly Tree[] = specs?.type === 'list' ? specs.items : [];
  const all = [...listed, valueAt(object, 'spec')].flatMap((spec) =>
    spec?.type === 'map' ? read(spec) : [],
  );
  return all.length === 0 ? wholeNamespace(object) : all;
}

function mapAt(map: MapTree, key: string): MapTree | null {
  const value = valueAt(map, key);
  return value?.type === 'map' ? value : null;
}

function textAt(map: MapTree | null, key: string): string | null {
  const value = map === null ? null : valueAt(map, key);
  return value?.type === 'scalar' && value.text !== '' ? value.text : null;
}
