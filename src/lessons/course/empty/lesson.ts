// Lesson 10: what it means to write nothing, in four ways.
import { lessonOf } from '../../lesson.ts';
import { deployment, documents, namespace } from '../../manifests.ts';

const front = (ingress: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: front
  namespace: lab
spec:
  podSelector:
    matchLabels:
      app: front
  policyTypes:
    - Ingress
  ingress: ${ingress}
`;

const back = (namespaceSelector: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: back
  namespace: lab
spec:
  podSelector:
    matchLabels:
      app: back
  policyTypes:
    - Ingress
  ingress:
    - from:
        - namespaceSelector:${namespaceSelector}
          podSelector:
            matchLabels:
              app: robot
`;

const policies = (ingress: string, namespaceSelector: string) => ({
  name: 'policies.yaml',
  text: documents(front(ingress), back(namespaceSelector)),
});

export const lesson = lessonOf({
  start: {
    files: [
      policies('[]', ''),
      {
        name: 'apps.yaml',
        text: documents(
          namespace('lab'),
          deployment({ namespace: 'lab', name: 'front', ports: [8080] }),
          deployment({ namespace: 'lab', name: 'back', ports: [8080] }),
          namespace('garden'),
          deployment({ namespace: 'garden', name: 'robot' }),
          deployment({ namespace: 'garden', name: 'gnome' }),
        ),
      },
    ],
  },
  findings: ['peer-matches-nothing'],
  steps: {
    list: {
      predict: {
        choices: ['nobody', 'everybody'],
        answer: 'nobody',
        shows: { source: 'garden/gnome', destination: 'lab/front' },
      },
    },
    rule: {
      goals: {
        everybody: { from: ['*', '203.0.113.7', '2001:db8::7'], to: 'lab/front', expect: 'allow' },
        back: { from: 'garden/gnome', to: 'lab/back', expect: 'deny' },
      },
      hints: 2,
      solution: { files: [policies('[{}]', '')] },
    },
    from: { predict: { choices: ['nobody', 'everybody', 'refused'], answer: 'everybody' } },
    null: {
      predict: {
        choices: ['all', 'own'],
        answer: 'own',
        shows: { source: 'garden/robot', destination: 'lab/back' },
      },
      goals: {
        robot: { from: 'garden/robot', to: 'lab/back', expect: 'allow' },
        gnome: {
          from: ['garden/gnome', 'lab/front', '203.0.113.7'],
          to: 'lab/back',
          expect: 'deny',
        },
      },
      hints: 2,
      solution: { files: [policies('[{}]', ' {}')] },
    },
    egress: { predict: { choices: ['shut', 'open'], answer: 'open' } },
  },
});
