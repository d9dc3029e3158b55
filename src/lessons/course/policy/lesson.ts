// Lesson 2: whom a policy selects, who stays open, and who has to enforce it.
import { lessonOf } from '../../lesson.ts';
import { deployment, documents, namespace } from '../../manifests.ts';
import { NGINX } from '../parts.ts';

const policy = (podSelector: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: only-the-client
  namespace: lab
spec:
  # Whom it protects.
${podSelector}  # Which direction it is about.
  policyTypes:
    - Ingress
  # Who is let in.
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: client
`;

const SERVER_ONLY = `  podSelector:
    matchLabels:
      app: server
`;

export const lesson = lessonOf({
  start: {
    files: [
      { name: 'policies.yaml', text: policy(SERVER_ONLY) },
      {
        name: 'lab.yaml',
        text: documents(
          namespace('lab'),
          deployment({ namespace: 'lab', name: 'server', image: NGINX, ports: [80] }),
          deployment({ namespace: 'lab', name: 'store', image: 'redis:7', ports: [6379] }),
          deployment({ namespace: 'lab', name: 'client' }),
          deployment({ namespace: 'lab', name: 'visitor' }),
        ),
      },
    ],
  },
  steps: {
    anatomy: {
      predict: {
        choices: ['client', 'both', 'neither'],
        answer: 'client',
        shows: { source: 'lab/visitor', destination: 'lab/server' },
      },
    },
    open: {
      predict: {
        choices: ['yes', 'no'],
        answer: 'yes',
        shows: { source: 'lab/visitor', destination: 'lab/store' },
      },
    },
    select: {
      goals: {
        visitor: { from: 'lab/visitor', to: ['lab/store', 'lab/server'], expect: 'deny' },
        client: { from: 'lab/client', to: ['lab/store', 'lab/server'], expect: 'allow' },
      },
      hints: 3,
      solution: { files: [{ name: 'policies.yaml', text: policy('  podSelector: {}\n') }] },
    },
    enforce: {
      predict: { choices: ['error', 'nothing', 'later'], answer: 'nothing' },
      goals: {
        plugin: { plugin: 'none' },
        flannel: { from: 'lab/visitor', to: ['lab/server', 'lab/store'], expect: 'allow' },
      },
      hints: 2,
      solution: { files: [], assumptions: { cni: 'none' } },
    },
    back: {
      goals: {
        closed: { from: 'lab/visitor', to: ['lab/server', 'lab/store'], expect: 'deny' },
      },
      hints: 1,
      solution: { files: [], assumptions: { cni: 'specification' } },
    },
  },
});
