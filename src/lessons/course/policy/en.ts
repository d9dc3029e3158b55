// Lesson 2 in English.
import type { TextsOf } from '../../lesson.ts';
import type { lesson } from './lesson.ts';

export const en: TextsOf<typeof lesson> = {
  title: 'What a policy is',
  steps: {
    anatomy: {
      title: 'Three questions',
      text: `
A NetworkPolicy is a list of permissions for a group of pods. Read it by asking three questions:

- **Whom does it select?** \`podSelector\` names the pods it protects, by their labels, in the policy’s own
  namespace.
- **Which direction?** \`policyTypes\` says \`Ingress\` for connections that come in, \`Egress\` for those that
  go out, or both.
- **Who is let through?** The rules below \`ingress\` or \`egress\`.

A pod that is selected is closed in that direction. The rules then open it again, here and there. There
is no rule that forbids: whatever no rule allows is denied.
`,
      predict: {
        question:
          'Both `client` and `visitor` want to reach `server`, which the policy selects. Who gets in?',
        choices: {
          client: 'Only `client`.',
          both: 'Both of them.',
          neither: 'Neither of them.',
        },
        because: `
The policy selects \`server\`, so nobody gets in but those that a rule lets in. The one rule asks for the
label \`app: client\`. The visitor does not have it.
`,
      },
    },
    open: {
      title: 'Who is not selected stays open',
      text: `
There is a store, too. The policy does not mention it.
`,
      predict: {
        question: 'Does `visitor` reach `store`?',
        choices: { yes: 'Yes, on every port.', no: 'No: the namespace has a policy now.' },
        because: `
A policy concerns the pods it selects and nobody else. \`store\` is selected by none, so everybody
reaches it, just as before. A namespace with one policy in it may be wide open all the same.
`,
      },
    },
    select: {
      title: 'Select everybody',
      text: `
Change \`podSelector\` so that the policy selects \`store\` as well. An empty selector, \`{}\`, asks for nothing
and so selects every pod in the namespace.
`,
      goals: {
        visitor: '`visitor` reaches neither `store` nor `server`',
        client: '`client` still reaches `store` and `server`',
      },
      hints: [
        'The selector asks for `app: server`. What would it have to ask for, to select every pod?',
        'Write `podSelector: {}` on one line, and take away the two lines below it that name the label.',
        `
The beginning of \`spec\` then reads:

\`\`\`yaml
spec:
  podSelector: {}
  policyTypes:
    - Ingress
\`\`\`
`,
      ],
    },
    enforce: {
      title: 'Somebody must enforce it',
      text: `
A NetworkPolicy is an object in the API server, no more. It is the cluster’s **network plugin** that
reads it and stops packets. Calico, Cilium, OVN-Kubernetes and others do. Flannel by itself does not.
`,
      predict: {
        question:
          'What happens when you apply a policy in a cluster whose plugin does not enforce any?',
        choices: {
          error: '`kubectl apply` answers with an error.',
          nothing: 'It is accepted, and nothing happens.',
          later: 'The traffic is stopped, but more slowly.',
        },
        because: `
It is accepted and shown by \`kubectl get\` like any other, and every packet still goes through. Nothing
tells you. So in a cluster you don’t know, test a policy before you trust it.

See for yourself: open **Assumptions** at the top and choose the plugin that enforces no policies
(plain Flannel).
`,
      },
      goals: {
        plugin: 'the plugin is one that enforces no policies',
        flannel: 'so `visitor` reaches `server` and `store`, whatever the policy says',
      },
      hints: [
        'Answer the question first: the answer says where to look.',
        'Under **Assumptions**, the field **Network plugin**, choose the one called **None that enforces policies (plain Flannel)**.',
      ],
    },
    back: {
      title: 'And back',
      text: `
In the same field, choose the first entry again: the specification, which says what policies mean wherever they are
enforced. All lessons that follow go by it.
`,
      goals: { closed: '`visitor` reaches neither of them' },
      hints: [
        'It is the same field, under **Assumptions**. The line above the picture that speaks of the plugin must be gone.',
      ],
    },
  },
};
