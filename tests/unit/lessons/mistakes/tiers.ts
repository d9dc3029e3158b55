// Of lesson 11: solutions that are nearly right.
import type { Mistake } from './mistake.ts';

export const mistakes: readonly Mistake[] = [
  {
    step: 'accept',
    is: 'forgets the port',
    edits: [
      [
        '      protocols:\n        - tcp:\n            destinationPort:\n              number: 9090\n',
        '',
      ],
    ],
  },
  {
    step: 'accept',
    is: 'lets everybody read the metrics',
    edits: [
      [
        'namespaces:\n            matchLabels:\n              kubernetes.io/metadata.name: monitoring\n',
        'namespaces: {}\n',
      ],
    ],
  },
  {
    step: 'accept',
    is: 'uses the word of the older kind',
    edits: [['action: Accept', 'action: Allow']],
  },
  {
    step: 'pass',
    is: 'accepts, so that the team is not asked',
    edits: [['action: Pass', 'action: Accept']],
  },
  {
    step: 'pass',
    is: 'passes the whole lab',
    edits: [
      [
        '            podSelector:\n              matchLabels:\n                app: grader\n',
        '            podSelector: {}\n',
      ],
    ],
  },
  {
    step: 'pass',
    is: 'takes the rule against the lab away',
    edits: [
      [
        '      action: Deny\n      from:\n        - namespaces:\n            matchLabels:\n              kubernetes.io/metadata.name: lab\n',
        '      action: Pass\n      from:\n        - namespaces:\n            matchLabels:\n              kubernetes.io/metadata.name: lab\n',
      ],
    ],
  },
  {
    step: 'baseline',
    is: 'stands in the Admin tier, above the team',
    edits: [['  tier: Baseline\n  priority: 10', '  tier: Admin\n  priority: 20']],
  },
  {
    step: 'baseline',
    is: 'is about all namespaces',
    edits: [
      [
        '  subject:\n    namespaces:\n      matchLabels:\n        kubernetes.io/metadata.name: wiki\n',
        '  subject:\n    namespaces: {}\n',
      ],
    ],
  },
  {
    step: 'baseline',
    is: 'denies before it accepts',
    edits: [
      [
        '    - name: neighbours\n      action: Accept',
        '    - name: neighbours\n      action: Deny',
      ],
    ],
  },
  {
    step: 'baseline',
    is: 'is written as a NetworkPolicy, which shuts out more than was asked',
    edits: [['  tier: Baseline\n', '']],
  },
];
