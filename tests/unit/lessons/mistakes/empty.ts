// Of lesson 10: solutions that are nearly right.
import type { Mistake } from './mistake.ts';

export const mistakes: readonly Mistake[] = [
  {
    step: 'rule',
    is: 'lets in all pods, and nobody from outside',
    edits: [['ingress: [{}]', 'ingress: [{from: [{namespaceSelector: {}}]}]']],
  },
  {
    step: 'rule',
    is: 'lets in its own namespace',
    edits: [['ingress: [{}]', 'ingress: [{from: [{podSelector: {}}]}]']],
  },
  {
    step: 'rule',
    is: 'opens all of TCP',
    edits: [['ingress: [{}]', 'ingress: [{ports: [{}]}]']],
  },
  {
    step: 'null',
    is: 'takes the selector of the pods away, too',
    edits: [
      [
        '- namespaceSelector: {}\n          podSelector:\n            matchLabels:\n              app: robot\n',
        '- namespaceSelector: {}\n',
      ],
    ],
  },
  {
    step: 'null',
    is: 'makes two entries of it',
    edits: [
      [
        '          podSelector:\n            matchLabels:\n              app: robot',
        '        - podSelector:\n            matchLabels:\n              app: robot',
      ],
    ],
  },
  {
    step: 'null',
    is: 'leaves the selector of the namespaces out',
    edits: [['- namespaceSelector: {}\n          podSelector', '- podSelector']],
  },
];
