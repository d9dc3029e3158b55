// Of lesson 2: solutions that are nearly right.
import type { Mistake } from './mistake.ts';

export const mistakes: readonly Mistake[] = [
  {
    step: 'select',
    is: 'selects the store in place of the server',
    edits: [['podSelector: {}', 'podSelector: {matchLabels: {app: store}}']],
  },
  {
    step: 'select',
    is: 'lets in all pods of the namespace',
    edits: [
      [
        '- podSelector:\n            matchLabels:\n              app: client\n',
        '- podSelector: {}\n',
      ],
    ],
  },
  {
    step: 'select',
    is: 'takes the rule away',
    edits: [
      [
        '  ingress:\n    - from:\n        - podSelector:\n            matchLabels:\n              app: client\n',
        '',
      ],
    ],
  },
];
