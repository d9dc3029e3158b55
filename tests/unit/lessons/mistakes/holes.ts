// Of lesson 12: solutions that are nearly right.
import type { Mistake } from './mistake.ts';

export const mistakes: readonly Mistake[] = [
  {
    step: 'shut',
    is: 'opens port 53 beside the wrong one',
    edits: [
      [
        '        - protocol: UDP\n          port: 53\n',
        '        - protocol: UDP\n          port: 5353\n        - protocol: UDP\n          port: 53\n',
      ],
    ],
  },
  {
    step: 'shut',
    is: 'opens port 53 of everybody',
    edits: [
      [
        '    - to:\n        - namespaceSelector:\n            matchLabels:\n              kubernetes.io/metadata.name: kube-system\n          podSelector:\n            matchLabels:\n              k8s-app: kube-dns\n      ports:',
        '    - ports:',
      ],
    ],
  },
  {
    step: 'shut',
    is: 'opens every port of booking, at both doors',
    edits: [['      ports:\n        - port: 8443\n', '']],
  },
  {
    step: 'open',
    is: 'takes the rule for the metrics away',
    edits: [
      [
        '              kubernetes.io/metadata.name: monitoring\n',
        '              kubernetes.io/metadata.name: nowhere\n',
      ],
    ],
  },
  {
    step: 'open',
    is: 'opens every port of booking to Prometheus',
    edits: [['      ports:\n        - port: 9090\n', '']],
  },
  {
    step: 'open',
    is: 'lets the pods of all namespaces in to the database',
    edits: [
      [
        'from:\n        - podSelector:\n            matchLabels:\n              app: booking\n      ports:\n        - port: 5432',
        'from:\n        - namespaceSelector: {}\n      ports:\n        - port: 5432',
      ],
    ],
  },
  {
    step: 'open',
    is: 'puts the new range in place of the one that was there',
    edits: [['              - 10.0.0.0/8\n', '']],
  },
  {
    step: 'open',
    is: 'shuts the mailer in',
    edits: [['cidr: 0.0.0.0/0\n', 'cidr: 10.0.0.0/8\n']],
  },
];
