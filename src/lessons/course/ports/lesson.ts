// Lesson 6: which port a policy sees, by number, name and range.
import { lessonOf } from '../../lesson.ts';
import { deployment, documents, namespace, service } from '../../manifests.ts';

const web = (port: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
  namespace: shop
spec:
  podSelector:
    matchLabels:
      tier: web
  policyTypes:
    - Ingress
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: client
      ports:
        - port: ${port}
`;

const voice = (ports: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: voice
  namespace: shop
spec:
  podSelector:
    matchLabels:
      app: voice
  policyTypes:
    - Ingress
  ingress:
    - ports:
${ports}`;

const FIRST_PORT = `        - port: 10000
`;

const RANGE = `        - protocol: UDP
          port: 10000
          endPort: 10100
`;

const OUTSIDE = '203.0.113.7';

const policies = (...texts: readonly string[]) => ({
  name: 'policies.yaml',
  text: documents(...texts),
});

export const lesson = lessonOf({
  start: {
    files: [
      policies(web('80'), voice(FIRST_PORT)),
      {
        name: 'shop.yaml',
        text: documents(
          namespace('shop'),
          deployment({
            namespace: 'shop',
            name: 'web',
            labels: { app: 'web', tier: 'web' },
            ports: ['http:8080', 'metrics:9090'],
          }),
          deployment({
            namespace: 'shop',
            name: 'web-old',
            labels: { app: 'web-old', tier: 'web' },
            ports: ['http:3000'],
          }),
          deployment({ namespace: 'shop', name: 'voice', ports: ['media:10000/UDP'] }),
          deployment({ namespace: 'shop', name: 'client' }),
          service('shop', 'web', 80, 8080),
        ),
      },
    ],
  },
  findings: ['service-port'],
  steps: {
    service: {
      predict: {
        choices: ['yes', 'no'],
        answer: 'no',
        shows: { source: 'shop/client', destination: 'shop/web' },
      },
    },
    number: {
      goals: {
        web: { from: 'shop/client', to: 'svc/web', ports: [80], expect: 'allow' },
        only: [
          { from: 'shop/client', to: 'shop/web', ports: [80, 9090], expect: 'deny' },
          { from: OUTSIDE, to: 'shop/web', expect: 'deny' },
        ],
      },
      hints: 2,
      solution: { files: [policies(web('8080'), voice(FIRST_PORT))] },
    },
    name: {
      goals: {
        web: { from: 'shop/client', to: 'shop/web', ports: [8080], expect: 'allow' },
        old: { from: 'shop/client', to: 'shop/web-old', ports: [3000], expect: 'allow' },
        metrics: [
          { from: 'shop/client', to: 'shop/web', ports: [9090, 3000], expect: 'deny' },
          { from: 'shop/client', to: 'shop/web-old', ports: [8080], expect: 'deny' },
          { from: OUTSIDE, to: ['shop/web', 'shop/web-old'], expect: 'deny' },
        ],
      },
      hints: 2,
      solution: { files: [policies(web('http'), voice(FIRST_PORT))] },
    },
    protocol: {
      predict: {
        choices: ['any', 'tcp', 'declared'],
        answer: 'tcp',
        shows: { source: 'shop/client', destination: 'shop/voice' },
      },
    },
    range: {
      goals: {
        voice: {
          from: ['shop/client', OUTSIDE],
          to: 'shop/voice',
          ports: ['10000-10100/UDP'],
          expect: 'allow',
        },
        beyond: {
          from: 'shop/client',
          to: 'shop/voice',
          ports: ['9999/UDP', '10101/UDP', 'TCP'],
          expect: 'deny',
        },
      },
      hints: 2,
      solution: { files: [policies(web('http'), voice(RANGE))] },
    },
  },
});
