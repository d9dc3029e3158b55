// Recipes 09 and 10: one port only, and several applications at once.
import { deployment, documents, service } from '../manifests.ts';
import { files, INGRESS, OUTSIDE, policy, selecting, test } from './parts.ts';
import { type Recipe, SECTION } from './recipe.ts';

const API_SERVICE = `apiVersion: v1
kind: Service
metadata:
  name: apiserver
  namespace: default
spec:
  selector:
    app: apiserver
  ports:
    - name: http
      port: 8001
      targetPort: 8000
    - name: metrics
      port: 5001
      targetPort: 5000
`;

const BOOKSTORE_DB = { app: 'bookstore', role: 'db' };

const MICROSERVICES = [
  ['search', 'bookstore', 'search'],
  ['api', 'bookstore', 'api'],
  ['catalog', 'inventory', 'web'],
] as const;

export const ADVANCED = {
  '09': {
    page: '09-allow-traffic-only-to-a-port',
    section: SECTION.resource,
    files: files(
      [
        policy(
          'default',
          'api-allow-5000',
          `${selecting({ app: 'apiserver' })}${INGRESS}  ingress:
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
        deployment({
          namespace: 'default',
          name: 'apiserver',
          ports: ['http:8000', 'metrics:5000'],
        }),
        API_SERVICE,
        deployment({ namespace: 'default', name: 'monitoring', labels: { role: 'monitoring' } }),
        test('default'),
      ],
    ),
    flows: [
      { from: 'default/monitoring', to: 'svc/apiserver', ports: [5001], expect: 'allow' },
      { from: 'default/monitoring', to: 'svc/apiserver', ports: [8001], expect: 'deny' },
      { from: ['default/test', OUTSIDE], to: 'default/apiserver', expect: 'deny' },
    ],
  },
  '10': {
    page: '10-allowing-traffic-with-multiple-selectors',
    section: SECTION.selectors,
    files: files(
      [
        policy(
          'default',
          'redis-allow-services',
          `${selecting(BOOKSTORE_DB)}${INGRESS}  ingress:
    - from:
${MICROSERVICES.map(
  ([, app, role]) => `        - podSelector:
            matchLabels:
              app: ${app}
              role: ${role}
`,
).join('')}`,
        ),
      ],
      [
        documents(
          deployment({
            namespace: 'default',
            name: 'db',
            labels: BOOKSTORE_DB,
            image: 'redis:7',
            ports: [6379],
          }),
          service('default', 'db', 6379, 6379, 'bookstore').replace(
            'app: bookstore\n',
            'app: bookstore\n    role: db\n',
          ),
        ),
        ...MICROSERVICES.map(([name, app, role]) =>
          deployment({ namespace: 'default', name, labels: { app, role } }),
        ),
        deployment({ namespace: 'default', name: 'other' }),
      ],
    ),
    flows: [
      {
        from: ['default/search', 'default/api', 'default/catalog'],
        to: 'svc/db',
        ports: [6379],
        expect: 'allow',
      },
      { from: ['default/other', OUTSIDE], to: 'default/db', expect: 'deny' },
    ],
  },
} as const satisfies Readonly<Record<string, Recipe>>;
