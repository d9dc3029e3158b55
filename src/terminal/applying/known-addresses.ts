// Manifests that slides fetch from well-known addresses: nothing leaves the page, so what stands there is
// written here, as the Kubernetes documentation tells it.

const policy = (name: string, lines: readonly string[]): string =>
  [
    'apiVersion: networking.k8s.io/v1',
    'kind: NetworkPolicy',
    'metadata:',
    `  name: ${name}`,
    'spec:',
    ...lines.map((line) => `  ${line}`),
    '',
  ].join('\n');

const EVERYBODY = 'podSelector: {}';
const INGRESS = ['policyTypes:', '- Ingress'];
const EGRESS = ['policyTypes:', '- Egress'];
const BOTH = [...INGRESS, '- Egress'];

/** By the end of the address. */
const KNOWN: ReadonlyMap<string, string> = new Map([
  [
    'service/networking/nginx-policy.yaml',
    policy('access-nginx', [
      'podSelector:',
      '  matchLabels:',
      '    app: nginx',
      'ingress:',
      '- from:',
      '  - podSelector:',
      '      matchLabels:',
      '        access: "true"',
    ]),
  ],
  [
    'service/networking/network-policy-default-deny-ingress.yaml',
    policy('default-deny-ingress', [EVERYBODY, ...INGRESS]),
  ],
  [
    'service/networking/network-policy-allow-all-ingress.yaml',
    policy('allow-all-ingress', [EVERYBODY, 'ingress:', '- {}', ...INGRESS]),
  ],
  [
    'service/networking/network-policy-default-deny-egress.yaml',
    policy('default-deny-egress', [EVERYBODY, ...EGRESS]),
  ],
  [
    'service/networking/network-policy-allow-all-egress.yaml',
    policy('allow-all-egress', [EVERYBODY, 'egress:', '- {}', ...EGRESS]),
  ],
  [
    'service/networking/network-policy-default-deny-all.yaml',
    policy('default-deny-all', [EVERYBODY, ...BOTH]),
  ],
  [
    'service/networking/networkpolicy.yaml',
    policy('test-network-policy', [
      'podSelector:',
      '  matchLabels:',
      '    role: db',
      ...BOTH,
      'ingress:',
      '- from:',
      '  - ipBlock:',
      '      cidr: 172.17.0.0/16',
      '      except:',
      '      - 172.17.1.0/24',
      '  - namespaceSelector:',
      '      matchLabels:',
      '        project: myproject',
      '  - podSelector:',
      '      matchLabels:',
      '        role: frontend',
      '  ports:',
      '  - protocol: TCP',
      '    port: 6379',
      'egress:',
      '- to:',
      '  - ipBlock:',
      '      cidr: 10.0.0.0/24',
      '  ports:',
      '  - protocol: TCP',
      '    port: 5978',
    ]),
  ],
  [
    'service/networking/networkpolicy-multiport-egress.yaml',
    policy('multi-port-egress', [
      'podSelector:',
      '  matchLabels:',
      '    role: db',
      ...EGRESS,
      'egress:',
      '- to:',
      '  - ipBlock:',
      '      cidr: 10.0.0.0/24',
      '  ports:',
      '  - protocol: TCP',
      '    port: 32000',
      '    endPort: 32768',
    ]),
  ],
]);

const HOSTS =
  /^https:\/\/(?:k8s\.io\/examples|kubernetes\.io\/examples|raw\.githubusercontent\.com\/kubernetes\/website\/[\w.-]+\/content\/en\/examples)\/(.+)$/;

/** null for an address that nobody here knows. */
export function knownManifest(address: string): string | null {
  const path = HOSTS.exec(address)?.[1];
  return path === undefined ? null : (KNOWN.get(path) ?? null);
}
