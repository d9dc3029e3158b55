// Of lesson 1: solutions that are nearly right.
import type { Mistake } from './mistake.ts';

export const mistakes: readonly Mistake[] = [
  {
    step: 'wall',
    is: 'selects one of the pods only',
    edits: [
      ['  podSelector: {}\n  ingress', '  podSelector: {matchLabels: {app: web}}\n  ingress'],
    ],
  },
  {
    step: 'wall',
    is: 'has no rules, so that neighbours are shut out, too',
    edits: [['  ingress:\n    - from:\n        - podSelector: {}\n', '']],
  },
  {
    step: 'wall',
    is: 'lets in all namespaces',
    edits: [['- podSelector: {}', '- namespaceSelector: {}']],
  },
  {
    step: 'wall',
    is: 'is put into the namespace of those that are to stay outside',
    edits: [['namespace: blue\nspec:\n  podSelector', 'namespace: green\nspec:\n  podSelector']],
  },
];
