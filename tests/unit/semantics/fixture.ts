// Manifests in, verdicts out: both evaluators are asked, and must agree.
import ipaddr from 'ipaddr.js';
import { decide } from '../../../src/core/explain/decide.ts';
import type { Decision } from '../../../src/core/explain/decision.ts';
import {
  type Assumptions,
  analyze,
  type Finding,
  lineCounter,
  NO_ASSUMPTIONS,
  type Outcome,
  readFlows,
} from '../../../src/core/index.ts';
import type { AdminPolicy } from '../../../src/core/model/admin-policy.ts';
import type { ClusterNode } from '../../../src/core/model/node.ts';
import type { Peer } from '../../../src/core/model/peer.ts';
import { hasPort, type Protocol } from '../../../src/core/model/port.ts';
import type { Verdict } from '../../../src/core/model/verdict.ts';
import { outcomeWith } from '../explain/outcome-with.ts';

export interface Situation {
  readonly findings: readonly Finding[];
  /** Ids of the workloads, sorted as the cluster sorts them. */
  readonly workloads: readonly string[];
  readonly policies: readonly string[];
  readonly externals: readonly (readonly string[])[];
  /** An end is `x/a`, a full id, or an address outside. Throws where the evaluators differ. */
  verdict(source: string, destination: string, protocol?: Protocol, port?: number): Verdict;
  decision(source: string, destination: string, protocol?: Protocol, port?: number): Decision;
  exists(source: string, destination: string): boolean;
  replicas(end: string): number | 'per-node';
  /** The trimmed lines at which findings of a level begin. */
  linesOf(level: Finding['level']): readonly string[];
}

/** Reads exactly these documents. */
export function situation(...documents: readonly string[]): Situation {
  return situationAssuming({}, ...documents);
}

/** The same, with some things taken for granted. */
export function situationAssuming(
  assumed: Partial<Assumptions>,
  ...documents: readonly string[]
): Situation {
  const text = documents.map((document) => document.trim()).join('\n---\n');
  const assumptions = { ...NO_ASSUMPTIONS, ...assumed };
  return situationOf(analyze([{ name: 'input.yaml', text }], undefined, assumptions), text);
}

/** The same with policies of administrators and nodes beside the documents. */
export function tieredSituation(
  documents: readonly string[],
  adminPolicies: readonly AdminPolicy[],
  nodes: readonly ClusterNode[] = [],
  assumptions?: Assumptions,
): Situation {
  const text = documents.map((document) => document.trim()).join('\n---\n');
  return situationOf(outcomeWith(text, adminPolicies, nodes, assumptions), text);
}

function situationOf({ cluster, analysis, findings }: Outcome, text: string): Situation {
  const flows = readFlows(analysis);
  const position = lineCounter(text);
  const lines = text.split('\n');

  const indexOf = (end: string): number => {
    const found = analysis.peers.flatMap((peer, index) => (means(end, peer) ? [index] : []));
    const [index] = found;
    if (index === undefined || found.length > 1) {
      const known = analysis.peers.map(({ id }) => id).join('\n  ');
      throw new Error(`${found.length} peers are ${end}; there are\n  ${known}`);
    }
    return index;
  };
  const peerOf = (end: string): Peer => analysis.peers[indexOf(end)] as Peer;

  const decision: Situation['decision'] = (source, destination, protocol = 'TCP', port = 80) =>
    decide(cluster, peerOf(source), peerOf(destination), protocol, port);

  return {
    findings,
    workloads: cluster.workloads.map(({ id }) => id),
    policies: cluster.policies.map(({ namespace, name }) => `${namespace}/${name}`),
    externals: analysis.peers.flatMap((peer) => (peer.type === 'external' ? [peer.cidrs] : [])),
    decision,
    verdict(source, destination, protocol = 'TCP', port = 80) {
      const from = indexOf(source);
      const to = indexOf(destination);
      if (!flows.exists(from, to)) throw new Error(`${source} → ${destination} is not a flow`);
      const { allowed, depends } = flows.flow(from, to);
      const fast: Verdict = hasPort(allowed, protocol, port)
        ? 'allow'
        : hasPort(depends, protocol, port)
          ? 'depends'
          : 'deny';
      const slow = decision(source, destination, protocol, port).verdict;
      if (fast !== slow) {
        throw new Error(
          `${source} → ${destination} ${protocol} ${port}: the table says ${fast}, the packet ${slow}\n${text}`,
        );
      }
      return slow;
    },
    exists: (source, destination) => flows.exists(indexOf(source), indexOf(destination)),
    replicas(end) {
      const peer = peerOf(end);
      if (peer.type === 'external') throw new Error(`${end} is no workload`);
      return peer.workload.replicas;
    },
    linesOf: (level) =>
      findings
        .filter((finding) => finding.level === level)
        .map(({ span }) => (lines[position(span.start).line - 1] ?? '').trim()),
  };
}

function means(end: string, peer: Peer): boolean {
  if (peer.type === 'workload') {
    return end === peer.id || end === `${peer.workload.namespace}/${peer.workload.name}`;
  }
  if (!ipaddr.isValid(end)) return false;
  const address = ipaddr.parse(end);
  return peer.cidrs.some((text) => {
    const [base, bits] = ipaddr.parseCIDR(text);
    return base.kind() === address.kind() && address.match(base, bits);
  });
}

/** Namespaces x and y, labelled `ns`; pods x/a, x/b and y/c, labelled `pod`; and what is given. */
export function inFixture(...documents: readonly string[]): Situation {
  return inFixtureAssuming({}, ...documents);
}

export function inFixtureAssuming(
  assumed: Partial<Assumptions>,
  ...documents: readonly string[]
): Situation {
  return situationAssuming(
    assumed,
    namespace('x', 'ns: "x"'),
    // Quoted: a bare y is a boolean to kubectl (SEMANTICS 10.1).
    namespace('y', 'ns: "y"'),
    pod('x/a', 'pod: a'),
    pod('x/b', 'pod: b'),
    pod('y/c', 'pod: c'),
    ...documents,
  );
}

export function namespace(name: string, labels = ''): string {
  return `apiVersion: v1
kind: Namespace
metadata:
  name: "${name}"
  labels: {${labels}}`;
}

/** @param place `namespace/name`; @param spec more fields of the pod's spec, as a block */
export function pod(place: string, labels = '', spec = ''): string {
  const [inNamespace, name] = place.split('/');
  return `apiVersion: v1
kind: Pod
metadata:
  name: "${name}"
  namespace: "${inNamespace}"
  labels: {${labels}}
spec:
${indent(spec === '' ? container('') : spec, 2)}`;
}

/** A container with the ports given as a flow sequence's content. */
export function container(ports: string): string {
  return `containers:
  - name: main
    image: main
    ports: [${ports}]`;
}

/** @param place a namespace, or `namespace/name` */
export function policy(place: string, spec: string): string {
  const [inNamespace, name = 'p'] = place.split('/');
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: "${name}"
  namespace: "${inNamespace}"
spec:
${indent(spec, 2)}`;
}

/** A workload with a pod template: Deployment, StatefulSet, DaemonSet… */
export function controller(kind: string, place: string, labels: string, spec = ''): string {
  const [inNamespace, name] = place.split('/');
  const replicas = spec === '' ? '' : `\n${indent(spec, 2)}`;
  return `apiVersion: apps/v1
kind: ${kind}
metadata:
  name: "${name}"
  namespace: "${inNamespace}"
spec:
  selector:
    matchLabels: {${labels}}
  template:
    metadata:
      labels: {${labels}}
    spec:
      containers: [{name: main, image: main}]${replicas}`;
}

function indent(text: string, by: number): string {
  const margin = ' '.repeat(by);
  return text
    .trim()
    .split('\n')
    .map((line) => `${margin}${line}`)
    .join('\n');
}
