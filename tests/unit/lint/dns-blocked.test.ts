// Good and bad examples of dns-blocked (SEMANTICS 1.31, T71).
import { judge } from './judge.ts';
import { clusterPolicy, deployment, namespace, policy, service } from './manifests.ts';

const WEB = deployment('shop/web', 'app: web');
const API = deployment('shop/api', 'app: api');
const DENY = policy('shop/deny', 'podSelector: {}\npolicyTypes: [Ingress, Egress]');
const KUBE_DNS =
  '{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}, podSelector: {matchLabels: {k8s-app: kube-dns}}}';
const TO_API = '- to: [{podSelector: {matchLabels: {app: api}}}]';
const ALLOW_DNS = policy(
  'shop/allow-dns',
  `podSelector: {}
policyTypes: [Egress]
egress:
  - to: [${KUBE_DNS}]
    ports: [{port: 53, protocol: UDP}, {port: 53}]`,
);
/** As on OpenShift: the Service's port 53 leads to 5353 of the pods. */
const OPENSHIFT = [
  namespace('openshift-dns'),
  deployment(
    'openshift-dns/dns',
    'dns.operator.openshift.io/daemonset-dns: default',
    '{name: dns, containerPort: 5353, protocol: UDP}, {name: dns-tcp, containerPort: 5353}',
  ),
  service(
    'openshift-dns/dns-default',
    'dns.operator.openshift.io/daemonset-dns: default',
    '{name: dns, port: 53, targetPort: dns, protocol: UDP}, {name: dns-tcp, port: 53, targetPort: dns-tcp}',
  ),
];

function web(place: string, egress: string): string {
  return policy(
    place,
    `podSelector: {matchLabels: {app: web}}
policyTypes: [Egress]
egress:
${egress
  .trim()
  .split('\n')
  .map((line) => `  ${line}`)
  .join('\n')}`,
  );
}

judge('dns-blocked', {
  good: {
    'an administrator accepts it before all NetworkPolicies': [
      WEB,
      API,
      web('shop/out', TO_API),
      clusterPolicy(
        'dns',
        `tier: Admin
priority: 1
subject:
  namespaces: {}
egress:
- action: Accept
  to:
  - pods:
      namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}
      podSelector: {matchLabels: {k8s-app: kube-dns}}
  protocols:
  - udp: {destinationPort: {number: 53}}
  - tcp: {destinationPort: {number: 53}}`,
      ),
    ],
    'both protocols to kube-dns': [
      WEB,
      web('shop/p', `- to: [${KUBE_DNS}]\n  ports: [{port: 53, protocol: UDP}, {port: 53}]`),
    ],
    'another policy allows it': [WEB, API, DENY, ALLOW_DNS, web('shop/p', TO_API)],
    'one protocol from each of two policies': [
      WEB,
      web('shop/a', `- ports: [{port: 53, protocol: UDP}]`),
      web('shop/b', `- ports: [{port: 53, protocol: TCP}]`),
    ],
    'all of kube-system': [
      WEB,
      web(
        'shop/p',
        '- to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}}]',
      ),
    ],
    'a cache on the node, by its address': [
      WEB,
      web(
        'shop/p',
        '- to: [{ipBlock: {cidr: 169.254.20.10/32}}]\n  ports: [{port: 53, protocol: UDP}, {port: 53}]',
      ),
    ],
    'no policy isolates egress': [WEB, policy('shop/p', 'podSelector: {}')],
    "the DNS pods' own port": [
      ...OPENSHIFT,
      WEB,
      web(
        'shop/p',
        '- to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: openshift-dns}}}]\n  ports: [{port: 5353, protocol: UDP}, {port: 5353}]',
      ),
    ],
    "pods outside the input, to the DNS pods' own port": [
      ...OPENSHIFT,
      web(
        'shop/p',
        '- to: [{namespaceSelector: {}}]\n  ports: [{port: 5353, protocol: UDP}, {port: 5353}]',
      ),
    ],
    'pods outside the input, and a neighbour that allows it': [ALLOW_DNS, web('shop/p', TO_API)],
  },
  bad: {
    'no port 53 at all': {
      documents: [WEB, API, web('shop/▸p', TO_API)],
      level: 'warning',
      says: /DNS is blocked for shop\/web\[Deployment\]: no policy allows UDP 53 and TCP 53/,
    },
    'only UDP': {
      documents: [WEB, web('shop/p', `- to: [${KUBE_DNS}]\n  ports: [▸{port: 53, protocol: UDP}]`)],
      level: 'warning',
      says: /^TCP 53 missing: shop\/web\[Deployment\]/,
    },
    'only TCP, since that is the default': {
      documents: [WEB, web('shop/p', `- to: [${KUBE_DNS}]\n  ports: [▸{port: 53}]`)],
      level: 'warning',
      says: /^UDP 53 missing/,
    },
    "the Service's port, where the DNS pods listen on another": {
      documents: [
        ...OPENSHIFT,
        WEB,
        web(
          'shop/p',
          '- to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: openshift-dns}}}]\n  ports: [▸{port: 53, protocol: UDP}, {port: 53}]',
        ),
      ],
      level: 'warning',
      says: /no policy allows UDP 5353 \(the DNS pods' own port\) and TCP 5353/,
    },
    'pods that the input does not show': {
      documents: [web('shop/▸p', TO_API)],
      level: 'warning',
      says: /DNS is blocked for the selected pods/,
    },
    'a policy of another kind may allow it': {
      documents: [
        WEB,
        API,
        `apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata:
  name: dns
  namespace: shop`,
        web('shop/▸p', TO_API),
      ],
      level: 'info',
      says: /DNS is blocked/,
    },
    'pods outside the input, beside DNS pods that are in it': {
      documents: [...OPENSHIFT, web('shop/▸p', TO_API)],
      level: 'warning',
      says: /DNS is blocked for the selected pods: no policy allows UDP 5353/,
    },
    'pods that nothing lets out may need no names': {
      documents: [WEB, policy('shop/▸deny', 'podSelector: {}\npolicyTypes: [Ingress, Egress]')],
      level: 'info',
      says: /Nothing lets shop\/web\[Deployment\] out, DNS included/,
    },
    'programs that are given addresses may need no names': {
      documents: [
        WEB,
        web('shop/▸p', '- to: [{ipBlock: {cidr: 192.0.2.7/32}}]\n  ports: [{port: 5432}]'),
      ],
      level: 'info',
      says: /DNS is blocked/,
    },
    'an administrator accepts other things, or for others': {
      documents: [
        WEB,
        API,
        web('shop/▸out', TO_API),
        clusterPolicy(
          'other',
          `tier: Admin
priority: 1
subject:
  pods: {podSelector: {matchLabels: {app: api}}}
egress:
- action: Accept
  to:
  - networks: [0.0.0.0/0]`,
        ),
        clusterPolicy(
          'web',
          `tier: Admin
priority: 2
subject:
  namespaces: {}
egress:
- action: Accept
  to:
  - namespaces: {}
  protocols:
  - tcp: {destinationPort: {number: 443}}`,
        ),
      ],
      level: 'warning',
      says: /DNS is blocked for shop\/web\[Deployment\]/,
    },
  },
});
