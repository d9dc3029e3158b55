// What several lessons of the course share.
import { deployment, documents, namespace, service } from '../manifests.ts';

/** The file that policies are written into: empty at first, and the one that is open. */
export const EMPTY_POLICIES = { name: 'policies.yaml', text: '# Policies go here.\n' } as const;

/** The name server of most clusters, with the labels it has there. */
export const CLUSTER_DNS = documents(
  namespace('kube-system'),
  deployment({
    namespace: 'kube-system',
    name: 'coredns',
    labels: { 'k8s-app': 'kube-dns' },
    image: 'registry.k8s.io/coredns/coredns:v1.12.0',
    ports: ['dns:53/UDP', 'dns-tcp:53/TCP'],
  }),
  `apiVersion: v1
kind: Service
metadata:
  name: kube-dns
  namespace: kube-system
spec:
  clusterIP: 10.96.0.10
  selector:
    k8s-app: kube-dns
  ports:
    - name: dns
      port: 53
      protocol: UDP
    - name: dns-tcp
      port: 53
      protocol: TCP
`,
);

export const NGINX = 'nginx:1.27';

/** A web server with a Service of the same name in front of it, in a namespace of its own. */
export function webServer(inNamespace: string, name: string): string {
  return documents(
    namespace(inNamespace),
    deployment({ namespace: inNamespace, name, image: NGINX, ports: [80] }),
    service(inNamespace, name, 80),
  );
}
