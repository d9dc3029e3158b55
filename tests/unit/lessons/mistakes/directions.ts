// Of lesson 4: solutions that are nearly right.
import type { Mistake } from './mistake.ts';

export const mistakes: readonly Mistake[] = [
  {
    step: 'agree',
    is: 'opens the port to everybody',
    edits: [
      [
        '    - to:\n        - podSelector:\n            matchLabels:\n              app: api\n',
        '    -\n',
      ],
      ['    -\n      ports:', '    - ports:'],
    ],
  },
  {
    step: 'agree',
    is: 'puts both applications and both ports into one rule',
    edits: [
      [
        '              app: cache\n      ports:\n        - port: 6379\n    - to:\n        - podSelector',
        '              app: cache\n        - podSelector',
      ],
      [
        '              app: api\n      ports:\n        - port: 8080\n',
        '              app: api\n      ports:\n        - port: 6379\n        - port: 8080\n',
      ],
    ],
  },
  {
    step: 'agree',
    is: 'lets out to all pods of the namespace',
    edits: [
      ['- podSelector:\n            matchLabels:\n              app: api\n', '- podSelector: {}\n'],
    ],
  },
  {
    step: 'silent',
    is: 'closes both directions',
    edits: [
      [
        '  podSelector:\n    matchLabels:\n      app: db\n  policyTypes:\n',
        '  podSelector:\n    matchLabels:\n      app: db\n  policyTypes:\n    - Ingress\n',
      ],
    ],
  },
  {
    step: 'silent',
    is: 'selects everybody',
    edits: [['  podSelector:\n    matchLabels:\n      app: db\n', '  podSelector: {}\n']],
  },
  {
    step: 'silent',
    is: 'has a rule that says nothing',
    edits: [
      [
        'app: db\n  policyTypes:\n    - Egress\n',
        'app: db\n  policyTypes:\n    - Egress\n  egress: [{}]\n',
      ],
    ],
  },
];
