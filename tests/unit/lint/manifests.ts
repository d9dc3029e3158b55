// Manifests in few words, for the examples of the lint rules.

export function namespace(name: string, labels = ''): string {
  return `apiVersion: v1
kind: Namespace
metadata:
  name: ${name}
  labels: {${labels}}`;
}

/**
 * @param place `namespace/name`
 * @param ports of its container, as a flow sequence's content
 * @param spec more fields of the pod's spec, one a line
 */
export function deployment(place: string, labels: string, ports = '', spec = ''): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${nameOf(place)}
  namespace: ${namespaceOf(place)}
spec:
  template:
    metadata:
      labels: {${labels}}
    spec:
      containers: [{name: main, image: main, ports: [${ports}]}]
${indent(spec, 6)}`;
}

/** A live pod with an address, which makes no other difference. */
export function livePod(place: string, labels: string, ...addresses: readonly string[]): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: ${nameOf(place)}
  namespace: ${namespaceOf(place)}
  labels: {${labels}}
spec:
  containers: [{name: main, image: main}]
status:
  phase: Running
  podIPs: [${addresses.map((ip) => `{ip: "${ip}"}`).join(', ')}]`;
}

/** @param ports as a flow sequence's content */
export function service(place: string, selector: string, ports: string): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: ${nameOf(place)}
  namespace: ${namespaceOf(place)}
spec:
  selector: {${selector}}
  ports: [${ports}]`;
}

export function policy(place: string, spec: string, metadata = ''): string {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${nameOf(place)}
  namespace: ${namespaceOf(place)}
${indent(metadata, 2)}
spec:
${indent(spec, 2)}`;
}

/** A policy of the administrators in v1alpha2. */
export function clusterPolicy(name: string, spec: string): string {
  return adminObject('v1alpha2', 'ClusterNetworkPolicy', name, spec);
}

/** Of v1alpha1. */
export function adminPolicy(name: string, spec: string): string {
  return adminObject('v1alpha1', 'AdminNetworkPolicy', name, spec);
}

export function baseline(spec: string, name = 'default'): string {
  return adminObject('v1alpha1', 'BaselineAdminNetworkPolicy', name, spec);
}

function adminObject(version: string, kind: string, name: string, spec: string): string {
  return `apiVersion: policy.networking.k8s.io/${version}
kind: ${kind}
metadata:
  name: ${name}
spec:
${indent(spec, 2)}`;
}

function namespaceOf(place: string): string {
  return place.split('/')[0] as string;
}

function nameOf(place: string): string {
  return place.split('/')[1] as string;
}

function indent(text: string, by: number): string {
  return text
    .trim()
    .split('\n')
    .map((line) => `${' '.repeat(by)}${line}`)
    .join('\n');
}
