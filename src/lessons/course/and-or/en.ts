// Lesson 9 in English.
import type { TextsOf } from '../../lesson.ts';
import type { lesson } from './lesson.ts';

export const en: TextsOf<typeof lesson> = {
  title: 'AND against OR',
  steps: {
    dash: {
      title: 'One dash too many',
      text: `
The team wanted to let in “Grafana from the namespaces of \`ops\`”. This is what they wrote:

\`\`\`yaml
    - from:
        - namespaceSelector:
            matchLabels:
              team: ops
        - podSelector:
            matchLabels:
              app: grafana
\`\`\`
`,
      predict: {
        question: 'Does `console`, another pod in `ops`, get in as well?',
        choices: { yes: 'Yes.', no: 'No: it does not have the label `app: grafana`.' },
        because: `
Each dash begins an **entry** of its own, and whoever fits one of the entries gets in. The first entry means
all pods in namespaces of \`ops\`. The second means pods labelled \`app: grafana\` in the policy’s own namespace,
which nobody had thought of.
`,
      },
    },
    and: {
      title: 'AND',
      text: `
Within one entry, a \`namespaceSelector\` and a \`podSelector\` must **both** fit. Make one entry of the two.
`,
      goals: {
        grafana: 'Grafana in `ops` gets in',
        others: '`console` does not, nor does any other Grafana, nor anybody else',
      },
      hints: [
        'Only one character has to go.',
        'It is the dash before `podSelector`. What stays must be aligned with `namespaceSelector`.',
        `
\`\`\`yaml
    - from:
        - namespaceSelector:
            matchLabels:
              team: ops
          podSelector:
            matchLabels:
              app: grafana
\`\`\`
`,
      ],
    },
    or: {
      title: 'OR, on purpose',
      text: `
A new wish: all pods of \`ops\`, **or** Grafana in \`guest\`.
`,
      goals: {
        ops: 'all pods of `ops` get in',
        guest: 'so does Grafana in `guest`',
        others: 'the visitor in `guest` does not, nor does Grafana in `shop`, nor anybody outside',
      },
      hints: [
        'Two wishes joined by “or” are two entries, each with its dash.',
        'The first entry has a `namespaceSelector` only. The second has both selectors; the namespace can be named by `kubernetes.io/metadata.name`.',
        `
\`\`\`yaml
    - from:
        - namespaceSelector:
            matchLabels:
              team: ops
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: guest
          podSelector:
            matchLabels:
              app: grafana
\`\`\`
`,
      ],
    },
    rules: {
      title: 'The same with rules',
      text: `
What holds for entries holds for rules. Within a rule, \`from\` AND \`ports\` must fit. Of several rules, any one
will do. Look at this one:

\`\`\`yaml
  ingress:
    - from:
        - namespaceSelector:
            matchLabels:
              team: ops
    - ports:
        - port: 8080
\`\`\`
`,
      predict: {
        question: 'Who reaches port 8080?',
        choices: {
          ops: 'Pods of `ops` only.',
          both: 'Nobody: the two rules contradict each other.',
          everybody: 'Everybody.',
        },
        because: `
There are two dashes, so there are two rules. The first lets in \`ops\` on **every** port. The second names a
port and nobody in particular, which means everybody. Without its dash, \`ports\` would belong to the first rule:
\`ops\` on port 8080, as it was meant.
`,
      },
    },
  },
};
