// Lesson 4 in English.
import type { TextsOf } from '../../lesson.ts';
import type { lesson } from './lesson.ts';

export const en: TextsOf<typeof lesson> = {
  title: 'Out of one, into the other',
  steps: {
    doors: {
      title: 'Two doors',
      text: `
A connection leaves one pod and enters another. Each of them has a door of its own: **egress** on the
way out, **ingress** on the way in. In the picture the first half of an edge belongs to the source, the
second half to the destination.

Here \`api-from-web\` opens the door of \`api\` for \`web\`. Another policy says where \`web\` may go: to the cache.
`,
      predict: {
        question: '`api` lets `web` in on port 8080. Is the connection made?',
        choices: {
          in: 'Yes: the destination has agreed.',
          stopped: 'No: `web` is not let out.',
        },
        because: `
Both doors must be open. The policy \`web-to-cache\` selects \`web\` for egress, and its rules name only the
cache, so the packet never leaves. That \`api\` would have let it in changes nothing.
`,
      },
    },
    agree: {
      title: 'Let both agree',
      text: `
Let \`web\` out to \`api\` as well, on port 8080, and to nobody else.

The problems under the editor also say that \`web\` can’t ask the name server. They are right; lesson 8 is
about it.
`,
      goals: {
        api: '`web` reaches `api` on port 8080',
        others: '`web` gets out to nobody else, and to `cache` only on port 6379, as before',
      },
      hints: [
        'Which of the two doors is still shut? The policy in question is the second one in the file.',
        'Add a rule below `egress`. A rule begins with `- to:`, at the same indentation as the one that is there.',
        `
At the end of \`web-to-cache\`:

\`\`\`yaml
    - to:
        - podSelector:
            matchLabels:
              app: api
      ports:
        - port: 8080
\`\`\`
`,
      ],
    },
    answers: {
      title: 'And the answers?',
      text: `
\`web\` asks, \`api\` answers. The answer travels from \`api\` to \`web\`.
`,
      predict: {
        question: 'Which rule is needed so that the answer may come back?',
        choices: {
          none: 'None.',
          web: 'One that lets `api` in to `web`.',
          both: 'One at each end.',
        },
        because: `
Policies decide who may **open** a connection. What belongs to a connection that is open, the answers
included, goes back and forth without being asked. You never need a rule for replies, and a rule
written for them opens more than you mean.
`,
      },
    },
    silent: {
      title: 'A database that starts nothing',
      text: `
A database has no reason to open connections. Write a policy that lets nothing **out** of \`db\`, and does
not change who comes in.

A policy that lists a direction and has no rules for it closes that direction.
`,
      goals: {
        out: '`db` reaches nobody, inside or outside',
        in: '`api` still reaches `db` on port 5432',
      },
      hints: [
        'Three dashes on a line of their own, `---`, begin a new object in the same file.',
        'It selects `app: db`, and its `policyTypes` lists `Egress` alone. Rules it has none.',
        `
\`\`\`yaml
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: db-starts-nothing
  namespace: app
spec:
  podSelector:
    matchLabels:
      app: db
  policyTypes:
    - Egress
\`\`\`
`,
      ],
    },
    default: {
      title: 'When policyTypes is missing',
      text: `
\`policyTypes\` may be left out. Then the policy counts for \`Ingress\`, always, and for \`Egress\` if it has
egress rules.
`,
      predict: {
        question:
          'Somebody takes `policyTypes` out of `web-to-cache`, “because there are only egress rules anyway”. What changes?',
        choices: {
          same: 'Nothing.',
          shut: 'Nobody gets in to `web` any more.',
        },
        because: `
The policy now counts for ingress as well, where it has no rules: \`web\` is shut. Try it, and put the two
lines back. It is a good habit always to write \`policyTypes\`.
`,
      },
    },
  },
};
