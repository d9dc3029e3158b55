// Of lesson 6: solutions that are nearly right.
import type { Mistake } from './mistake.ts';

export const mistakes: readonly Mistake[] = [
  {
    step: 'number',
    is: 'opens all ports',
    edits: [['      ports:\n        - port: 8080\n', '']],
  },
  {
    step: 'number',
    is: 'lets in everybody on the port',
    edits: [
      [
        '    - from:\n        - podSelector:\n            matchLabels:\n              app: client\n      ports:',
        '    - ports:',
      ],
    ],
  },
  {
    step: 'number',
    is: 'leaves the port of the Service open beside it',
    edits: [['        - port: 8080\n', '        - port: 80\n        - port: 8080\n']],
  },
  {
    step: 'name',
    is: 'opens both numbers on both pods',
    edits: [['        - port: http\n', '        - port: 8080\n        - port: 3000\n']],
  },
  {
    step: 'name',
    is: 'opens a range that holds both',
    edits: [['        - port: http\n', '        - port: 3000\n          endPort: 8080\n']],
  },
  {
    step: 'range',
    is: 'forgets the protocol',
    edits: [['        - protocol: UDP\n          port: 10000', '        - port: 10000']],
  },
  {
    step: 'range',
    is: 'forgets where it ends',
    edits: [['          endPort: 10100\n', '']],
  },
  {
    step: 'range',
    is: 'opens all of UDP',
    edits: [['          port: 10000\n          endPort: 10100\n', '']],
  },
  {
    step: 'range',
    is: 'lets only pods call',
    edits: [
      [
        '    - ports:\n        - protocol',
        '    - from:\n        - podSelector: {}\n      ports:\n        - protocol',
      ],
    ],
  },
];
