// Of lesson 3: solutions that are nearly right.
import type { Mistake } from './mistake.ts';

export const mistakes: readonly Mistake[] = [
  {
    step: 'deploy',
    is: 'makes a deployment of another name',
    edits: [['  name: nginx\n', '  name: web\n']],
  },
  {
    step: 'expose',
    is: 'gives the Service another name',
    edits: [['kind: Service\nmetadata:\n  name: nginx', 'kind: Service\nmetadata:\n  name: web']],
  },
  {
    step: 'expose',
    is: 'exposes another port',
    edits: [['    - port: 80\n', '    - port: 8080\n']],
  },
  {
    step: 'blocked',
    is: 'gives the test pod the label at once',
    edits: [['    run: interactivetest\n', '    iamnice: yeah\n']],
  },
  {
    step: 'nice',
    is: 'forgets the label',
    edits: [['    iamnice: yeah\nspec:', '    run: interactivetest\nspec:']],
  },
  {
    step: 'nice',
    is: 'opens the policy to every pod of the namespace instead',
    edits: [
      [
        '- podSelector:\n            matchLabels:\n              iamnice: yeah',
        '- podSelector: {}',
      ],
    ],
  },
];
