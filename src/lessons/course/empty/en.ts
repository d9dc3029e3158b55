// Lesson 10 in English.
import type { TextsOf } from '../../lesson.ts';
import type { lesson } from './lesson.ts';

export const en: TextsOf<typeof lesson> = {
  title: 'Empty, missing, null',
  steps: {
    list: {
      title: 'An empty list of rules',
      text: `
In YAML there are many ways to write nothing: leave a field out, write it without a value, write \`[]\` or \`{}\`.
In a policy they don’t mean the same.

The policy \`front\` says \`ingress: []\`, a list of rules that is empty.
`,
      predict: {
        question: 'Who gets in to `front`?',
        choices: { nobody: 'Nobody.', everybody: 'Everybody: nothing is restricted.' },
        because: `
No rule, no permission. \`ingress: []\`, \`ingress:\` without a value, and no \`ingress\` at all mean the same: nobody
gets in, as long as \`policyTypes\` lists \`Ingress\`.
`,
      },
    },
    rule: {
      title: 'One rule that says nothing',
      text: `
A rule is a list of conditions: from whom, to which ports. A rule without any condition fits everything.

Open \`front\` to everybody, in and out of the cluster, by adding two characters.
`,
      goals: {
        everybody: 'everybody reaches `front`, on every port',
        back: '`back` is as shut as before',
      },
      hints: [
        'The list must have one rule. An object without fields is written `{}`.',
        'The line becomes `ingress: [{}]`.',
      ],
    },
    from: {
      title: 'A rule with an empty from',
      text: `
Somebody means to shut a pod by a rule that names no one:

\`\`\`yaml
  ingress:
    - from: []
\`\`\`
`,
      predict: {
        question: 'Who gets in?',
        choices: {
          nobody: 'Nobody.',
          everybody: 'Everybody.',
          refused: 'The API server refuses the policy.',
        },
        because: `
Of all ways to write nothing, this is the most dangerous. A \`from\` that is missing, null or empty is **no
condition**, and so anybody fits. The same is true of \`to\` and \`ports\`. Shut a pod by a list without rules,
never by a rule that names nobody.
`,
      },
    },
    null: {
      title: 'null is not {}',
      text: `
The policy \`back\` is to let in the robots of all namespaces. After \`namespaceSelector:\` there is nothing on the
line, which is YAML’s null.
`,
      predict: {
        question: 'Which namespaces does that mean?',
        choices: { all: 'All of them.', own: 'The policy’s own.' },
        because: `
A selector that is **null** is taken as if it were not there, and without a \`namespaceSelector\` a \`podSelector\`
means pods of the policy’s own namespace. A selector that is **empty**, \`{}\`, asks for nothing and picks every
namespace.

Write what was meant.
`,
      },
      goals: {
        robot: 'the robot in `garden` reaches `back`',
        gnome: 'the gnome does not, nor does `front`, nor anybody outside',
      },
      hints: [
        'Two characters after `namespaceSelector:`, with a space before them.',
        'The line becomes `- namespaceSelector: {}`.',
      ],
    },
    egress: {
      title: 'And once more, for egress',
      text: `
A policy without \`policyTypes\` that has \`egress: []\`:

\`\`\`yaml
spec:
  podSelector: {}
  egress: []
\`\`\`
`,
      predict: {
        question: 'Can its pods still open connections?',
        choices: { shut: 'No: egress is listed and has no rules.', open: 'Yes, to everybody.' },
        because: `
Where \`policyTypes\` is missing, \`Egress\` counts only if there **are** egress rules. An empty list has none, so
the policy says nothing about egress. It counts for ingress instead, and shuts it: the opposite of what was
meant. Write \`policyTypes\`, always.
`,
      },
    },
  },
};
