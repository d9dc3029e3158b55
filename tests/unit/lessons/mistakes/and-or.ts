// Of lesson 9: solutions that are nearly right.
import type { Mistake } from './mistake.ts';

export const mistakes: readonly Mistake[] = [
  {
    step: 'and',
    is: 'means Grafana of any namespace',
    edits: [
      [
        'namespaceSelector:\n            matchLabels:\n              team: ops',
        'namespaceSelector: {}',
      ],
    ],
  },
  {
    step: 'and',
    is: 'keeps the namespace only',
    edits: [['          podSelector:\n            matchLabels:\n              app: grafana\n', '']],
  },
  {
    step: 'and',
    is: 'keeps the pod only',
    edits: [
      [
        'namespaceSelector:\n            matchLabels:\n              team: ops\n          podSelector',
        'podSelector',
      ],
    ],
  },
  {
    step: 'or',
    is: 'makes three entries of it',
    edits: [
      [
        '          podSelector:\n            matchLabels:\n              app: grafana',
        '        - podSelector:\n            matchLabels:\n              app: grafana',
      ],
    ],
  },
  {
    step: 'or',
    is: 'asks for Grafana in both namespaces',
    edits: [
      [
        '              team: ops\n',
        '              team: ops\n          podSelector:\n            matchLabels:\n              app: grafana\n',
      ],
    ],
  },
  {
    step: 'or',
    is: 'lets in all of the other namespace',
    edits: [['          podSelector:\n            matchLabels:\n              app: grafana\n', '']],
  },
];
