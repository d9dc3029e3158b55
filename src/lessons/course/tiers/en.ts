// Lesson 11 in English.
import type { TextsOf } from '../../lesson.ts';
import type { lesson } from './lesson.ts';

export const en: TextsOf<typeof lesson> = {
  title: 'Administrators, and the Pass chain',
  steps: {
    first: {
      title: 'Before the team is asked',
      text: `
A NetworkPolicy belongs to a namespace, and so to a team. A **ClusterNetworkPolicy** belongs to the
administrators and concerns many namespaces. It stands in one of two tiers: \`Admin\` is asked before all
NetworkPolicies, \`Baseline\` after them.

Unlike NetworkPolicies, its rules have an order and an \`action\`: \`Accept\`, \`Deny\` or \`Pass\`. The first rule that
fits decides. In \`guard\` the administrators deny connections from \`lab\` to everybody. The team’s own policy
\`web-is-open\` lets everybody in to \`web\`.
`,
      predict: {
        question: 'Does the tester in `lab` reach `web`?',
        choices: {
          team: 'Yes: the team’s policy allows it.',
          admin: 'No: the administrators are asked first.',
          newer: 'It depends on which policy is newer.',
        },
        because: `
The Admin tier comes first, and \`Deny\` there is the last word. No team can open what administrators have shut.
`,
      },
    },
    accept: {
      title: 'Accept: whatever the team says',
      text: `
\`Accept\` is the last word as well. Prometheus in \`monitoring\` is to read metrics on TCP port 9090 of every pod,
even where a team has shut its pods. Add a rule to \`guard\`.

A rule has a \`name\`, an \`action\`, peers below \`from\` and, if it is about certain ports, \`protocols\`.
`,
      goals: {
        scrape: 'Prometheus reads the metrics of `web` and `db` on port 9090',
        only: 'it does not reach the database itself, and nobody else reads its metrics',
        lab: 'the lab stays out',
      },
      hints: [
        'The rule for the lab shows how peers are written. This one’s peer is the namespace `monitoring`.',
        'Ports stand below `protocols`: an entry `tcp` with `destinationPort` and `number` in it.',
        `
\`\`\`yaml
    - name: scrape
      action: Accept
      from:
        - namespaces:
            matchLabels:
              kubernetes.io/metadata.name: monitoring
      protocols:
        - tcp:
            destinationPort:
              number: 9090
\`\`\`
`,
      ],
    },
    pass: {
      title: 'Pass: let the team decide',
      text: `
One pod of the lab has earned an exception: \`grader\`. Whether it may come in is to be decided by each team.
That is what \`Pass\` is for: it ends the Admin tier without an answer.
`,
      predict: {
        question: 'Suppose a rule passes the packets of `grader`. What happens to those for `db`?',
        choices: {
          allowed: 'They are let through: it was an exception.',
          denied: 'They are denied by the next rule of `guard`.',
          team: 'The team’s policies decide, and these deny them.',
        },
        because: `
\`Pass\` skips all the rest of the tier, the rule against the lab included, and hands the packet to the
NetworkPolicies. \`db-from-web\` lets in nobody but \`web\`. To \`web\` itself the grader gets through.

Write the rule, and mind its place.
`,
      },
      goals: {
        web: '`grader` reaches `web`, as the team allows',
        db: 'and not `db`, as the team denies',
        tester: 'for the tester everything stays shut',
      },
      hints: [
        'A single pod is named below `from` by `pods`, with a `namespaceSelector` and a `podSelector` in it.',
        'The first rule that fits decides. Does yours stand before the one that denies?',
        `
Before \`keep-the-lab-out\`:

\`\`\`yaml
    - name: the-team-decides
      action: Pass
      from:
        - pods:
            namespaceSelector:
              matchLabels:
                kubernetes.io/metadata.name: lab
            podSelector:
              matchLabels:
                app: grader
\`\`\`
`,
      ],
    },
    order: {
      title: 'What if it stood below?',
      text: `
Rules are read from the top. Among policies of a tier, the one with the **lower** \`priority\` number is read
first.
`,
      predict: {
        question: 'What would `Pass` do below `keep-the-lab-out`?',
        choices: { same: 'The same.', never: 'Nothing: it is never asked.' },
        because: `
The rule against the lab fits all of its pods, the grader among them, and ends it. A rule further down for
the same packets is never asked. Move it there and look at the problems under the editor: they say so.
`,
      },
    },
    baseline: {
      title: 'Baseline: where nobody has said anything',
      text: `
The team of \`wiki\` has written a policy for \`search\`, which lets in the shop. About \`pages\` it has said nothing, so
they are open to all. A policy in the \`Baseline\` tier is what holds as long as no NetworkPolicy concerns a pod.

Write one for the namespace \`wiki\`: pods of \`wiki\` are accepted, those of all other namespaces are denied. What the
team has allowed must stay allowed.
`,
      goals: {
        shut: 'pods of other namespaces no longer reach the pages of the wiki',
        inside: 'its own search still does',
        team: '`web` of the shop reaches `search` on port 9200, as the team of the wiki allows',
        others: 'outside of `wiki` nothing has changed',
      },
      hints: [
        'A new ClusterNetworkPolicy with `tier: Baseline`. Its `subject` is the namespace `wiki`.',
        'Two rules, in this order: accept from `wiki`, deny from `namespaces: {}`, which means all.',
        `
\`\`\`yaml
apiVersion: policy.networking.k8s.io/v1alpha2
kind: ClusterNetworkPolicy
metadata:
  name: wiki-by-default
spec:
  tier: Baseline
  priority: 10
  subject:
    namespaces:
      matchLabels:
        kubernetes.io/metadata.name: wiki
  ingress:
    - name: neighbours
      action: Accept
      from:
        - namespaces:
            matchLabels:
              kubernetes.io/metadata.name: wiki
    - name: nobody-else
      action: Deny
      from:
        - namespaces: {}
\`\`\`
`,
      ],
    },
    chain: {
      title: 'The whole chain',
      text: `
So each direction of a flow is judged in up to three places:

- the Admin tier, until a rule says \`Accept\` or \`Deny\`;
- the NetworkPolicies, if one selects the pod: their answer is final;
- the Baseline tier, if none did; and where nothing fits, the packet goes through.

Not every network plugin knows these policies yet. The kind is still young: \`v1alpha2\`.
`,
      predict: {
        question:
          'A Baseline policy denies everything to `web`. Its team’s policy `web-is-open` stays. Is `web` shut?',
        choices: {
          baseline: 'Yes: administrators have the last word.',
          policy: 'No: the Baseline tier is not even asked.',
        },
        because: `
A NetworkPolicy selects \`web\`, so it decides and the Baseline tier is not asked. Baseline is a default that
teams may replace; Admin is a law that they may not break. Select a flow, and the details show which place
of the chain has decided it.
`,
      },
    },
  },
};
