// What several recipes share; names, labels and ports are those of the pages they are about.
import type { SourceFile } from '../../core/index.ts';
import { deployment, documents, namespace, service } from '../manifests.ts';

/** A peer that is none of the cluster's. */
export const OUTSIDE = '203.0.113.7';

/** @param spec indented by two, as it stands below `spec:` */
export function policy(inNamespace: string, name: string, spec: string): string {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${name}
  namespace: ${inNamespace}
spec:
${spec}`;
}

/** The beginning of a `spec`: whom it selects, by labels; everybody where there are none. */
export function selecting(labels: Readonly<Record<string, string>> = {}): string {
  const written = Object.entries(labels).map(([key, value]) => `      ${key}: ${value}\n`);
  if (written.length === 0) return '  podSelector: {}\n';
  return `  podSelector:\n    matchLabels:\n${written.join('')}`;
}

export const INGRESS = `  policyTypes:
    - Ingress
`;

export const EGRESS = `  policyTypes:
    - Egress
`;

/** Rules that let out to port 53 of anybody, so that names can be asked for. */
export const TO_PORT_53 = `    # Names may still be asked for.
    - ports:
        - protocol: UDP
          port: 53
        - protocol: TCP
          port: 53
`;

/** A web server with a Service in front of it. */
export function web(inNamespace: string, labels?: Readonly<Record<string, string>>): string {
  return documents(
    deployment({
      namespace: inNamespace,
      name: 'web',
      image: 'nginx:1.27',
      ports: [80],
      ...(labels && { labels }),
    }),
    service(inNamespace, 'web', 80),
  );
}

/** A pod to try it from. */
export function test(inNamespace: string): string {
  return deployment({ namespace: inNamespace, name: 'test', image: 'alpine:3.22' });
}

/** A namespace that has nothing to do with it, and a pod to try it from. */
export const OTHER = documents(namespace('other'), test('other'));

export const NAME_SERVER = documents(
  namespace('kube-system'),
  deployment({
    namespace: 'kube-system',
    name: 'coredns',
    labels: { 'k8s-app': 'kube-dns' },
    image: 'registry.k8s.io/coredns/coredns:v1.12.0',
  }),
);

export function files(
  policies: readonly string[],
  workloads: readonly string[],
): readonly SourceFile[] {
  return [
    { name: 'policies.yaml', text: documents(...policies) },
    { name: 'workloads.yaml', text: documents(...workloads) },
  ];
}
