// Of lesson 7: solutions that are nearly right.
import type { Mistake } from './mistake.ts';

export const mistakes: readonly Mistake[] = [
  {
    step: 'outside',
    is: 'names one address of the block',
    edits: [['198.51.100.0/24', '198.51.100.25/32']],
  },
  {
    step: 'outside',
    is: 'names too large a block',
    edits: [['198.51.100.0/24', '198.51.0.0/16']],
  },
  {
    step: 'outside',
    is: 'opens all ports of the provider',
    edits: [['      ports:\n        - port: 587\n', '']],
  },
  {
    step: 'outside',
    is: 'has a dash before the ports: two rules',
    edits: [['      ports:\n        - port: 587', '    - ports:\n        - port: 587']],
  },
  {
    step: 'except',
    is: 'takes the second private range for smaller than it is',
    edits: [['172.16.0.0/12', '172.16.0.0/16']],
  },
  {
    step: 'except',
    is: 'forgets the link-local range',
    edits: [['              - 169.254.0.0/16\n', '']],
  },
  {
    step: 'except',
    is: 'leaves the whole block beside the one with holes',
    edits: [
      [
        '        - ipBlock:\n            cidr: 0.0.0.0/0\n',
        '        - ipBlock:\n            cidr: 0.0.0.0/0\n        - ipBlock:\n            cidr: 0.0.0.0/0\n',
      ],
    ],
  },
];
