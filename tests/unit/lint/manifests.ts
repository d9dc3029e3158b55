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
