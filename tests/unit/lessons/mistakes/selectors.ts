// Of lesson 5: solutions that are nearly right.
import type { Mistake } from './mistake.ts';

export const mistakes: readonly Mistake[] = [
  {
    step: 'scrape',
    is: 'has a dash before each selector: OR',
    edits: [
      [
        '          podSelector:\n            matchLabels:\n              app: prom',
        '        - podSelector:\n            matchLabels:\n              app: prom',
      ],
    ],
  },
  {
    step: 'scrape',
    is: 'names the namespace and no pod',
    edits: [
      ['          podSelector:\n            matchLabels:\n              app: prometheus\n', ''],
    ],
  },
  {
    step: 'scrape',
    is: 'selects the namespace by a label that it does not have',
    edits: [['kubernetes.io/metadata.name: monitoring', 'name: monitoring']],
  },
  {
    step: 'scrape',
    is: 'means every namespace',
    edits: [
      [
        'namespaceSelector:\n            matchLabels:\n              kubernetes.io/metadata.name: monitoring\n',
        'namespaceSelector: {}\n',
      ],
    ],
  },
  {
    step: 'scrape',
    is: 'opens every port',
    edits: [['      ports:\n        - port: 9090\n', '']],
  },
  {
    step: 'api',
    is: 'means the pods of its own namespace',
    edits: [['- namespaceSelector: {}', '- podSelector: {}']],
  },
  {
    step: 'api',
    is: 'has a rule without peers',
    edits: [['    - to:\n        - namespaceSelector: {}\n', '    - {}\n']],
  },
  {
    step: 'api',
    is: 'means a block of addresses',
    edits: [['- namespaceSelector: {}', '- ipBlock: {cidr: 0.0.0.0/0}']],
  },
];
