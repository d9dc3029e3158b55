// Of lesson 8: solutions that are nearly right.
import type { Mistake } from './mistake.ts';

export const mistakes: readonly Mistake[] = [
  { step: 'shut', is: 'shuts the way in only', edits: [['    - Egress\n', '']] },
  { step: 'shut', is: 'shuts the way out only', edits: [['    - Ingress\n', '']] },
  {
    step: 'shut',
    is: 'leaves the neighbours open to each other',
    edits: [
      [
        '    - Egress\n',
        '    - Egress\n  ingress:\n    - from: [{podSelector: {}}]\n  egress:\n    - to: [{podSelector: {}}]\n',
      ],
    ],
  },
  {
    step: 'open',
    is: 'lets out to every port of the application, and in to every port',
    edits: [['      ports:\n        - port: 8080\n', '']],
  },
  {
    step: 'open',
    is: 'opens one door only',
    edits: [
      [
        '  name: api-from-web\n  namespace: prod\nspec:\n  podSelector:\n    matchLabels:\n      app: api',
        '  name: api-from-web\n  namespace: prod\nspec:\n  podSelector:\n    matchLabels:\n      app: db',
      ],
    ],
  },
  {
    step: 'open',
    is: 'takes the default deny away',
    edits: [
      [
        '  name: default-deny\n  namespace: prod\nspec:\n  podSelector: {}',
        '  name: default-deny\n  namespace: prod\nspec:\n  podSelector: {matchLabels: {app: web}}',
      ],
    ],
  },
  {
    step: 'dns',
    is: 'has a dash before each selector: OR',
    edits: [
      [
        '          podSelector:\n            matchLabels:\n              k8s-app',
        '        - podSelector:\n            matchLabels:\n              k8s-app',
      ],
    ],
  },
  {
    step: 'dns',
    is: 'names the pods and not their namespace',
    edits: [
      [
        '        - namespaceSelector:\n            matchLabels:\n              kubernetes.io/metadata.name: kube-system\n          podSelector',
        '        - podSelector',
      ],
    ],
  },
  {
    step: 'dns',
    is: 'names the namespace and not the pods',
    edits: [
      ['          podSelector:\n            matchLabels:\n              k8s-app: kube-dns\n', ''],
    ],
  },
  {
    step: 'dns',
    is: 'opens port 53 of everybody',
    edits: [
      [
        '    - to:\n        - namespaceSelector:\n            matchLabels:\n              kubernetes.io/metadata.name: kube-system\n          podSelector:\n            matchLabels:\n              k8s-app: kube-dns\n      ports:',
        '    - ports:',
      ],
    ],
  },
  {
    step: 'dns',
    is: 'forgets UDP',
    edits: [['        - protocol: UDP\n          port: 53\n', '']],
  },
  {
    step: 'dns',
    is: 'forgets TCP',
    edits: [['        - protocol: TCP\n          port: 53\n', '']],
  },
  {
    step: 'dns',
    is: 'lets only one application ask',
    edits: [
      [
        '  name: allow-dns\n  namespace: prod\nspec:\n  podSelector: {}',
        '  name: allow-dns\n  namespace: prod\nspec:\n  podSelector: {matchLabels: {app: web}}',
      ],
    ],
  },
  {
    step: 'dns',
    is: 'opens every port of the name server',
    edits: [
      [
        '      ports:\n        - protocol: UDP\n          port: 53\n        - protocol: TCP\n          port: 53\n',
        '',
      ],
    ],
  },
];
