// An example for every recipe of ahmetb/kubernetes-network-policy-recipes: what it shows is theirs, the manifests are ours.
import type { IntendedFlow, SourceFile } from '../../core/index.ts';
import { deployment, documents, namespace, service } from '../manifests.ts';

export interface Recipe {
  /** The page of the recipe, without its ending. */
  readonly page: string;
  /** The part of the Kubernetes documentation that it rests on. */
  readonly section: string;
  readonly files: readonly SourceFile[];
  /** What it is for: which flows there are, and which are not. */
  readonly flows: readonly IntendedFlow[];
}

const OUTSIDE = '203.0.113.7';

/** @param spec indented by two, as it stands below `spec:` */
function policy(inNamespace: string, name: string, spec: string): string {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${name}
  namespace: ${inNamespace}
spec:
${spec}`;
}

const WEB = `  podSelector:
    matchLabels:
      app: web
`;
const EVERYBODY = `  podSelector: {}
`;
const INGRESS = `  policyTypes:
    - Ingress
`;
const EGRESS = `  policyTypes:
    - Egress
`;

const DENY_INGRESS = policy('shop', 'deny-ingress', EVERYBODY + INGRESS);

const SHOP = [
  namespace('shop'),
  deployment({ namespace: 'shop', name: 'web', ports: [8080] }),
  service('shop', 'web', 80, 8080),
  deployment({ namespace: 'shop', name: 'cart', ports: [8080] }),
];
const ELSEWHERE = [
  namespace('lab', { purpose: 'testing' }),
  deployment({ namespace: 'lab', name: 'tester' }),
];

const NAME_SERVER = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: coredns
  namespace: kube-system
spec:
  selector:
    matchLabels:
      k8s-app: kube-dns
  template:
    metadata:
      labels:
        k8s-app: kube-dns
    spec:
      containers:
        - name: coredns
          image: registry.k8s.io/coredns/coredns:v1.12.0
`;

function files(policies: readonly string[], workloads: readonly string[]): readonly SourceFile[] {
  return [
    { name: 'policies.yaml', text: documents(...policies) },
    { name: 'workloads.yaml', text: documents(...workloads) },
  ];
}

const ANCHOR = {
  selectors: 'behavior-of-to-and-from-selectors',
  denyIngress: 'default-deny-all-ingress-traffic',
  allowIngress: 'allow-all-ingress-traffic',
  denyEgress: 'default-deny-all-egress-traffic',
  resource: 'networkpolicy-resource',
} as const;

export const RECIPES = {
  '01': {
    page: '01-deny-all-traffic-to-an-application',
    section: ANCHOR.denyIngress,
    files: files([policy('shop', 'web-deny-all', WEB + INGRESS)], [...SHOP, ...ELSEWHERE]),
    flows: [
      { from: ['shop/cart', 'lab/tester', OUTSIDE], to: 'shop/web', expect: 'deny' },
      { from: 'lab/tester', to: 'shop/cart', expect: 'allow' },
    ],
  },
  '02': {
    page: '02-limit-traffic-to-an-application',
    section: ANCHOR.selectors,
    files: files(
      [
        policy(
          'shop',
          'web-from-cart',
          `${WEB}${INGRESS}  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: cart
`,
        ),
      ],
      [...SHOP, deployment({ namespace: 'shop', name: 'mailer' })],
    ),
    flows: [
      { from: 'shop/cart', to: 'shop/web', expect: 'allow' },
      { from: ['shop/mailer', OUTSIDE], to: 'shop/web', expect: 'deny' },
    ],
  },
  '02a': {
    page: '02a-allow-all-traffic-to-an-application',
    section: ANCHOR.allowIngress,
    files: files(
      [DENY_INGRESS, policy('shop', 'web-allow-all', `${WEB}${INGRESS}  ingress:\n    - {}\n`)],
      [...SHOP, ...ELSEWHERE],
    ),
    flows: [
      { from: ['shop/cart', 'lab/tester', OUTSIDE], to: 'shop/web', expect: 'allow' },
      { from: ['shop/web', 'lab/tester'], to: 'shop/cart', expect: 'deny' },
    ],
  },
  '03': {
    page: '03-deny-all-non-whitelisted-traffic-in-the-namespace',
    section: ANCHOR.denyIngress,
    files: files([DENY_INGRESS], [...SHOP, ...ELSEWHERE]),
    flows: [
      { from: ['shop/web', 'lab/tester', OUTSIDE], to: 'shop/cart', expect: 'deny' },
      { from: 'shop/cart', to: ['lab/tester', OUTSIDE], expect: 'allow' },
    ],
  },
  '04': {
    page: '04-deny-traffic-from-other-namespaces',
    section: ANCHOR.selectors,
    files: files(
      [
        policy(
          'shop',
          'only-own-namespace',
          `${EVERYBODY}${INGRESS}  ingress:\n    - from:\n        - podSelector: {}\n`,
        ),
      ],
      [...SHOP, ...ELSEWHERE],
    ),
    flows: [
      { from: 'shop/cart', to: 'shop/web', expect: 'allow' },
      { from: ['lab/tester', OUTSIDE], to: ['shop/web', 'shop/cart'], expect: 'deny' },
    ],
  },
  '05': {
    page: '05-allow-traffic-from-all-namespaces',
    section: ANCHOR.selectors,
    files: files(
      [
        DENY_INGRESS,
        policy(
          'shop',
          'web-all-namespaces',
          `${WEB}${INGRESS}  ingress:\n    - from:\n        - namespaceSelector: {}\n`,
        ),
      ],
      [...SHOP, ...ELSEWHERE],
    ),
    flows: [
      { from: ['shop/cart', 'lab/tester'], to: 'shop/web', expect: 'allow' },
      { from: OUTSIDE, to: 'shop/web', expect: 'deny' },
      { from: 'lab/tester', to: 'shop/cart', expect: 'deny' },
    ],
  },
  '06': {
    page: '06-allow-traffic-from-a-namespace',
    section: ANCHOR.selectors,
    files: files(
      [
        policy(
          'shop',
          'web-from-production',
          `${WEB}${INGRESS}  ingress:
    - from:
        - namespaceSelector:
            matchLabels:
              purpose: production
`,
        ),
      ],
      [
        ...SHOP,
        ...ELSEWHERE,
        namespace('billing', { purpose: 'production' }),
        deployment({ namespace: 'billing', name: 'invoices' }),
      ],
    ),
    flows: [
      { from: 'billing/invoices', to: 'shop/web', expect: 'allow' },
      { from: ['lab/tester', 'shop/cart', OUTSIDE], to: 'shop/web', expect: 'deny' },
    ],
  },
  '07': {
    page: '07-allow-traffic-from-some-pods-in-another-namespace',
    section: ANCHOR.selectors,
    files: files(
      [
        policy(
          'shop',
          'web-from-monitoring',
          `${WEB}${INGRESS}  ingress:
    - from:
        - namespaceSelector:
            matchLabels:
              team: operations
          podSelector:
            matchLabels:
              type: monitoring
`,
        ),
      ],
      [
        ...SHOP,
        namespace('ops', { team: 'operations' }),
        deployment({ namespace: 'ops', name: 'probe', labels: { type: 'monitoring' } }),
        deployment({ namespace: 'ops', name: 'console' }),
        namespace('lab'),
        deployment({ namespace: 'lab', name: 'probe', labels: { type: 'monitoring' } }),
      ],
    ),
    flows: [
      { from: 'ops/probe', to: 'shop/web', expect: 'allow' },
      { from: ['ops/console', 'lab/probe', 'shop/cart'], to: 'shop/web', expect: 'deny' },
    ],
  },
  '08': {
    page: '08-allow-external-traffic',
    section: ANCHOR.allowIngress,
    files: files(
      [
        DENY_INGRESS,
        policy(
          'shop',
          'web-from-everywhere',
          `${WEB}${INGRESS}  ingress:\n    - ports:\n        - port: 8080\n`,
        ),
      ],
      [
        ...SHOP.filter((text) => !text.includes('kind: Service')),
        service('shop', 'web', 80, 8080).replace('spec:\n', 'spec:\n  type: LoadBalancer\n'),
      ],
    ),
    flows: [
      { from: [OUTSIDE, 'shop/cart'], to: 'shop/web', ports: [8080], expect: 'allow' },
      { from: OUTSIDE, to: 'shop/web', ports: [9090], expect: 'deny' },
      { from: OUTSIDE, to: 'shop/cart', expect: 'deny' },
    ],
  },
  '09': {
    page: '09-allow-traffic-only-to-a-port',
    section: ANCHOR.resource,
    files: files(
      [
        policy(
          'shop',
          'metrics-from-monitoring',
          `${WEB}${INGRESS}  ingress:
    - from:
        - podSelector:
            matchLabels:
              role: monitoring
      ports:
        - port: 5000
`,
        ),
      ],
      [
        namespace('shop'),
        deployment({ namespace: 'shop', name: 'web', ports: ['http:8000', 'metrics:5000'] }),
        deployment({
          namespace: 'shop',
          name: 'scraper',
          labels: { app: 'scraper', role: 'monitoring' },
        }),
        deployment({ namespace: 'shop', name: 'cart', ports: [8080] }),
      ],
    ),
    flows: [
      { from: 'shop/scraper', to: 'shop/web', ports: [5000], expect: 'allow' },
      { from: 'shop/scraper', to: 'shop/web', ports: [8000], expect: 'deny' },
      { from: 'shop/cart', to: 'shop/web', expect: 'deny' },
    ],
  },
  '10': {
    page: '10-allowing-traffic-with-multiple-selectors',
    section: ANCHOR.selectors,
    files: files(
      [
        policy(
          'books',
          'redis-from-services',
          `  podSelector:
    matchLabels:
      app: bookstore
      role: db
${INGRESS}  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: bookstore
              role: search
        - podSelector:
            matchLabels:
              app: bookstore
              role: api
        - podSelector:
            matchLabels:
              app: inventory
              role: web
`,
        ),
      ],
      [
        namespace('books'),
        ...(
          [
            ['redis', 'bookstore', 'db'],
            ['search', 'bookstore', 'search'],
            ['api', 'bookstore', 'api'],
            ['catalog', 'inventory', 'web'],
            ['reports', 'inventory', 'batch'],
          ] as const
        ).map(([name, app, role]) =>
          deployment({
            namespace: 'books',
            name,
            labels: { app, role },
            ports: name === 'redis' ? [6379] : [],
          }),
        ),
      ],
    ),
    flows: [
      { from: ['books/search', 'books/api', 'books/catalog'], to: 'books/redis', expect: 'allow' },
      { from: 'books/reports', to: 'books/redis', expect: 'deny' },
    ],
  },
  '11': {
    page: '11-deny-egress-traffic-from-an-application',
    section: ANCHOR.denyEgress,
    files: files(
      [
        policy(
          'shop',
          'web-deny-egress',
          `${WEB}${EGRESS}  egress:
    # Names may still be asked for.
    - ports:
        - protocol: UDP
          port: 53
        - protocol: TCP
          port: 53
`,
        ),
      ],
      [...SHOP, namespace('kube-system'), NAME_SERVER],
    ),
    flows: [
      { from: 'shop/web', to: 'kube-system/coredns', ports: ['53/UDP', '53/TCP'], expect: 'allow' },
      { from: 'shop/web', to: ['shop/cart', OUTSIDE], ports: [80, 443, 8080], expect: 'deny' },
      { from: 'shop/cart', to: 'shop/web', expect: 'allow' },
    ],
  },
  '12': {
    page: '12-deny-all-non-whitelisted-traffic-from-the-namespace',
    section: ANCHOR.denyEgress,
    files: files(
      [policy('shop', 'deny-egress', EVERYBODY + EGRESS)],
      [...SHOP, ...ELSEWHERE, namespace('kube-system'), NAME_SERVER],
    ),
    flows: [
      { from: 'shop/*', to: ['shop/*', 'lab/tester', OUTSIDE], expect: 'deny' },
      { from: 'shop/web', to: 'kube-system/coredns', expect: 'deny' },
      { from: 'lab/tester', to: 'shop/web', expect: 'allow' },
    ],
  },
  '14': {
    page: '14-deny-external-egress-traffic',
    section: ANCHOR.selectors,
    files: files(
      [
        policy(
          'shop',
          'web-only-to-pods',
          `${WEB}${EGRESS}  egress:
    - ports:
        - protocol: UDP
          port: 53
        - protocol: TCP
          port: 53
    - to:
        - namespaceSelector: {}
`,
        ),
      ],
      [...SHOP, ...ELSEWHERE],
    ),
    flows: [
      { from: 'shop/web', to: ['shop/cart', 'lab/tester'], expect: 'allow' },
      { from: 'shop/web', to: OUTSIDE, ports: [80, 443], expect: 'deny' },
      { from: 'shop/cart', to: OUTSIDE, expect: 'allow' },
    ],
  },
} as const satisfies Readonly<Record<string, Recipe>>;

export type RecipeId = keyof typeof RECIPES;

/** In the order of their numbers; as keys, those without a leading zero would come first. */
export const RECIPE_IDS = (Object.keys(RECIPES) as RecipeId[]).toSorted();

export interface RecipeTexts {
  readonly title: string;
  /** A sentence or two. */
  readonly about: string;
}

export type CookBookTexts = Readonly<Record<RecipeId, RecipeTexts>>;

export function recipeOf(id: RecipeId): Recipe {
  return RECIPES[id];
}

export function addressOf({ page }: Recipe): string {
  return `https://github.com/ahmetb/kubernetes-network-policy-recipes/blob/master/${page}.md`;
}

export function documentationOf({ section }: Recipe): string {
  return `https://kubernetes.io/docs/concepts/services-networking/network-policies/#${section}`;
}
