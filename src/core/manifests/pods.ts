// Reads pods and the controllers that make them: where each keeps its template and its number of
// pods, and which labels it adds (SEMANTICS 5.1–5.4).
import type { Address } from '../model/cidr.ts';
import { readAddress } from '../model/read-cidr.ts';
import type { Owner, PodsResource } from '../model/resource.ts';
import {
  booleanAt,
  countAt,
  entryOf,
  listAt,
  mapAt,
  stringAt,
  stringMapAt,
  valueAt,
} from './fields.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import type { Notes } from './notes.ts';
import { NO_POD_SPEC, type PodSpec, readPodSpec } from './pod-spec.ts';
import type { MapTree } from './tree.ts';

/** What differs between the kinds. */
interface Form {
  /** From `spec` to the map that holds the template's metadata and spec. */
  readonly template: readonly string[];
  readonly replicas: (notes: Notes, spec: MapTree, object: MapTree) => number | 'per-node';
  /** Labels that the controller adds with a value that follows from the manifest. */
  readonly adds?: (metadata: Metadata) => readonly (readonly [string, string])[];
  /** Labels that it adds with a value that only the cluster knows. */
  readonly addsUnknown?: readonly string[];
  /** From `spec` to the spec of a Job, which may number its pods. */
  readonly job?: readonly string[];
  readonly firstOrdinal?: (notes: Notes, spec: MapTree) => number;
  readonly templateOf?: (notes: Notes, spec: MapTree) => Owner | null;
}

const TEMPLATE = ['template'] as const;
const JOB_LABELS = ['controller-uid', 'batch.kubernetes.io/controller-uid'] as const;

const FORMS: Readonly<Record<PodKind, Form>> = {
  Deployment: { template: TEMPLATE, replicas: replicas, addsUnknown: ['pod-template-hash'] },
  ReplicaSet: { template: TEMPLATE, replicas: replicas },
  ReplicationController: { template: TEMPLATE, replicas: replicas },
  StatefulSet: {
    template: TEMPLATE,
    replicas: replicas,
    addsUnknown: ['controller-revision-hash'],
    firstOrdinal: (notes, spec) => {
      const ordinals = mapAt(notes, spec, 'ordinals', 'spec');
      return ordinals === null ? 0 : (countAt(notes, ordinals, 'start', 'spec.ordinals') ?? 0);
    },
  },
  DaemonSet: {
    template: TEMPLATE,
    replicas: () => 'per-node',
    addsUnknown: ['controller-revision-hash', 'pod-template-generation'],
  },
  Job: {
    template: TEMPLATE,
    replicas: (notes, spec, object) => (isJobDone(notes, object) ? 0 : parallelism(notes, spec)),
    adds: (metadata) => [
      ['job-name', metadata.name],
      ['batch.kubernetes.io/job-name', metadata.name],
    ],
    addsUnknown: JOB_LABELS,
    job: [],
  },
  CronJob: {
    template: ['jobTemplate', 'spec', 'template'],
    replicas: (notes, spec) => {
      const job = mapAt(notes, spec, 'jobTemplate', 'spec');
      const jobSpec = job === null ? null : mapAt(notes, job, 'spec', 'spec.jobTemplate');
      return jobSpec === null ? 1 : parallelism(notes, jobSpec);
    },
    addsUnknown: ['job-name', 'batch.kubernetes.io/job-name', ...JOB_LABELS],
    job: ['jobTemplate', 'spec'],
  },
  DeploymentConfig: {
    template: TEMPLATE,
    replicas: replicas,
    adds: (metadata) => [['deploymentconfig', metadata.name]],
    addsUnknown: ['deployment'],
  },
  Rollout: {
    template: TEMPLATE,
    replicas: replicas,
    addsUnknown: ['rollouts-pod-template-hash'],
    templateOf: (notes, spec) => {
      const reference = mapAt(notes, spec, 'workloadRef', 'spec');
      const kind = reference && stringAt(notes, reference, 'kind', 'spec.workloadRef');
      const name = reference && stringAt(notes, reference, 'name', 'spec.workloadRef');
      return kind === null || name === null ? null : { kind, name };
    },
  },
  VirtualMachine: {
    template: TEMPLATE,
    replicas: (notes, spec) => {
      const isHalted = stringAt(notes, spec, 'runStrategy', 'spec') === 'Halted';
      return isHalted || booleanAt(notes, spec, 'running', 'spec') === false ? 0 : 1;
    },
    adds: (metadata) => [
      ['kubevirt.io', 'virt-launcher'],
      ['vm.kubevirt.io/name', metadata.name],
    ],
    addsUnknown: ['kubevirt.io/created-by', 'kubevirt.io/nodeName'],
  },
};

export type PodKind =
  | 'Deployment'
  | 'ReplicaSet'
  | 'ReplicationController'
  | 'StatefulSet'
  | 'DaemonSet'
  | 'Job'
  | 'CronJob'
  | 'DeploymentConfig'
  | 'Rollout'
  | 'VirtualMachine';

export function readController(notes: Notes, object: MapTree, kind: PodKind): PodsResource | null {
  const metadata = readMetadata(notes, object);
  if (metadata === null) return null;
  const form = FORMS[kind];
  const spec = mapAt(notes, object, 'spec', kind) ?? emptyAt(object);
  const templateOf = form.templateOf?.(notes, spec) ?? null;
  const template = templateAt(notes, spec, form.template);
  if (template === null && templateOf === null) {
    notes.error(
      'missing-template',
      entryOf(object, 'spec')?.keyRange ?? entryOf(object, 'kind')?.keyRange ?? object.range,
      `The ${kind} has no spec.${form.template.join('.')}, so its pods have no labels and no ports.`,
    );
  }
  const pod = template ?? emptyAt(object);
  const podMetadata = mapAt(notes, pod, 'metadata', 'template');
  const podSpec = mapAt(notes, pod, 'spec', 'template');
  const labels = new Map(
    podMetadata === null ? [] : stringMapAt(notes, podMetadata, 'labels', 'template.metadata'),
  );
  for (const [key, value] of form.adds?.(metadata) ?? []) labels.set(key, value);
  return {
    ...resource(metadata, object, kind),
    replicas: form.replicas(notes, spec, object),
    labels,
    valueUnknown: [
      ...(form.addsUnknown ?? []),
      ...(isIndexed(notes, spec, form) ? [COMPLETION_INDEX] : []),
    ].filter((key) => !labels.has(key)),
    firstOrdinal: form.firstOrdinal?.(notes, spec) ?? null,
    subdomain: kind === 'StatefulSet' ? stringAt(notes, spec, 'serviceName', 'spec') : null,
    ...(podSpec === null ? NO_POD_SPEC : readTemplateSpec(notes, podSpec, kind)),
    templateOf,
  };
}

export function readPod(notes: Notes, object: MapTree): PodsResource | null {
  const metadata = readMetadata(notes, object);
  if (metadata === null) return null;
  const spec = mapAt(notes, object, 'spec', 'Pod');
  const status = mapAt(notes, object, 'status', 'Pod');
  const phase = status === null ? null : stringAt(notes, status, 'phase', 'status');
  return {
    ...resource(metadata, object, 'Pod'),
    labels: metadata.labels,
    subdomain: spec === null ? null : stringAt(notes, spec, 'subdomain', 'spec'),
    ...(spec === null ? NO_POD_SPEC : readPodSpec(notes, spec, 'spec')),
    addresses: status === null ? null : readAddresses(notes, status),
    isFinished: phase === 'Succeeded' || phase === 'Failed',
  };
}

function resource(metadata: Metadata, object: MapTree, kind: string): PodsResource {
  return {
    type: 'pods',
    kind,
    namespace: metadata.namespace,
    isNamespaceAssumed: metadata.isNamespaceAssumed,
    name: metadata.name,
    range: object.range,
    nameRange: metadata.nameRange,
    replicas: 1,
    labels: metadata.labels,
    valueUnknown: [],
    firstOrdinal: null,
    subdomain: null,
    ...NO_POD_SPEC,
    addresses: null,
    isFinished: false,
    owner: metadata.owner,
    templateOf: null,
    ignores: metadata.ignores,
  };
}

const COMPLETION_INDEX = 'batch.kubernetes.io/job-completion-index';

/** Each pod of an indexed Job carries its number (SEMANTICS 5.3). */
function isIndexed(notes: Notes, spec: MapTree, { job: path }: Form): boolean {
  const job = path === undefined ? null : templateAt(notes, spec, path);
  return job !== null && stringAt(notes, job, 'completionMode', 'spec') === 'Indexed';
}

/** A virtual machine's template describes a guest, not containers. */
function readTemplateSpec(notes: Notes, spec: MapTree, kind: PodKind): PodSpec {
  return kind === 'VirtualMachine' ? NO_POD_SPEC : readPodSpec(notes, spec, 'template.spec');
}

function templateAt(notes: Notes, spec: MapTree, steps: readonly string[]): MapTree | null {
  let at: MapTree | null = spec;
  let path = 'spec';
  for (const step of steps) {
    if (at === null) return null;
    at = mapAt(notes, at, step, path);
    path = `${path}.${step}`;
  }
  return at;
}

/** SEMANTICS 5.4 */
function replicas(notes: Notes, spec: MapTree): number {
  return countAt(notes, spec, 'replicas', 'spec') ?? 1;
}

function parallelism(notes: Notes, spec: MapTree): number {
  return countAt(notes, spec, 'parallelism', 'spec') ?? 1;
}

function isJobDone(notes: Notes, object: MapTree): boolean {
  const status = mapAt(notes, object, 'status', 'Job');
  const conditions = status === null ? null : listAt(notes, status, 'conditions', 'status');
  return (conditions?.items ?? []).some((condition) => {
    if (condition.type !== 'map') return false;
    const type = valueAt(condition, 'type');
    const state = valueAt(condition, 'status');
    return (
      type?.type === 'scalar' &&
      (type.value === 'Complete' || type.value === 'Failed') &&
      state?.type === 'scalar' &&
      state.value === 'True'
    );
  });
}

function readAddresses(notes: Notes, status: MapTree): readonly Address[] | null {
  const texts = new Set<string>();
  const single = stringAt(notes, status, 'podIP', 'status');
  if (single !== null) texts.add(single);
  for (const item of listAt(notes, status, 'podIPs', 'status')?.items ?? []) {
    const ip = item.type === 'map' ? valueAt(item, 'ip') : null;
    if (ip?.type === 'scalar' && typeof ip.value === 'string') texts.add(ip.value);
  }
  const addresses = [...texts].flatMap((text) => readAddress(text) ?? []);
  return addresses.length === 0 ? null : addresses;
}

function emptyAt(object: MapTree): MapTree {
  return { type: 'map', range: object.range, entries: [] };
}
