// Manifests in, the cluster they describe out, for the tests of the cluster room.
import { analyze, type Finding, type Workload } from '../../../src/core/index.ts';
import type { Cluster } from '../../../src/core/model/cluster.ts';

export interface Described {
  readonly cluster: Cluster;
  readonly findings: readonly Finding[];
  readonly rules: readonly string[];
  /** `id ×replicas`, in the cluster's order. */
  readonly workloads: readonly string[];
  workload(id: string): Workload;
  /** The known labels of a workload's pods. */
  labels(id: string): Readonly<Record<string, string>>;
}

/** Each document in a file of its own, called `0.yaml`, `1.yaml`… */
export function describeCluster(...documents: readonly string[]): Described {
  const files = documents.map((text, at) => ({ name: `${at}.yaml`, text }));
  const { cluster, findings } = analyze(files);
  const workload = (id: string) => {
    const found = cluster.workloads.find((one) => one.id === id);
    if (found === undefined) {
      throw new Error(`no ${id} among ${cluster.workloads.map((one) => one.id).join(', ')}`);
    }
    return found;
  };
  return {
    cluster,
    findings,
    rules: findings.map(({ rule }) => rule),
    workloads: cluster.workloads.map(({ id, replicas }) => `${id} ×${replicas}`),
    workload,
    labels: (id) => Object.fromEntries(workload(id).labels.known),
  };
}

interface Metadata {
  readonly name?: string;
  readonly generateName?: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** `Kind/name` of the controller. */
  readonly owner?: string;
}

function metadataOf({ owner, ...metadata }: Metadata) {
  const [kind, name] = (owner ?? '').split('/');
  const ownerReferences =
    owner === undefined ? {} : { ownerReferences: [{ kind, name, uid: 'u', controller: true }] };
  return { namespace: 'x', ...metadata, ...ownerReferences };
}

export function pod(
  metadata: Metadata,
  more: { readonly spec?: object; readonly status?: object } = {},
): string {
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: metadataOf(metadata),
    spec: { containers: [{ name: 'main' }], ...more.spec },
    status: more.status ?? { phase: 'Running' },
  });
}

const GROUPS: Readonly<Record<string, string>> = {
  ReplicationController: 'v1',
  Job: 'batch/v1',
  CronJob: 'batch/v1',
  Rollout: 'argoproj.io/v1alpha1',
  DeploymentConfig: 'apps.openshift.io/v1',
  VirtualMachine: 'kubevirt.io/v1',
};

/** @param podLabels the labels in the template; null for no template at all */
export function controller(
  kind: string,
  metadata: Metadata,
  podLabels: Readonly<Record<string, string>> | null,
  spec: object = {},
  status?: object,
): string {
  const template =
    podLabels === null
      ? {}
      : { template: { metadata: { labels: podLabels }, spec: { containers: [{ name: 'main' }] } } };
  return JSON.stringify({
    apiVersion: GROUPS[kind] ?? 'apps/v1',
    kind,
    metadata: metadataOf(metadata),
    spec:
      kind === 'CronJob'
        ? { jobTemplate: { spec: { ...template, ...spec } } }
        : { ...template, ...spec },
    status,
  });
}

/** A deny-all for the pods of namespace x that have the labels. */
export function denying(labels: Readonly<Record<string, string>>): string {
  return JSON.stringify({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'deny', namespace: 'x' },
    spec: { podSelector: { matchLabels: labels }, policyTypes: ['Ingress'] },
  });
}
