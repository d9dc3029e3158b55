// Lesson 7 in English.
import type { TextsOf } from '../../lesson.ts';
import type { lesson } from './lesson.ts';

export const en: TextsOf<typeof lesson> = {
  title: 'Addresses and blocks',
  steps: {
    outside: {
      title: 'Beyond the cluster',
      text: `
What is outside the cluster has no labels, only addresses. An \`ipBlock\` names a block of them, such as
\`198.51.100.0/24\`: all addresses that share the first 24 bits, here those from 198.51.100.0 to
198.51.100.255.

\`mailer\` is shut in at the moment. Let it out to the mail provider, whose servers are in \`198.51.100.0/24\`, on
port 587.
`,
      goals: {
        provider: '`mailer` reaches every server of the provider on port 587',
        ports: 'but on no other port, such as 25',
        others: 'and nobody else outside',
      },
      hints: [
        'The policy `mailer` has `policyTypes` and no `egress` yet. `egress` belongs at the same indentation as `policyTypes`.',
        'A rule with `to` and `ports`. The entry below `to` is an `ipBlock` with a `cidr`.',
        `
\`\`\`yaml
  egress:
    - to:
        - ipBlock:
            cidr: 198.51.100.0/24
      ports:
        - port: 587
\`\`\`
`,
      ],
    },
    metadata: {
      title: 'What 0.0.0.0/0 means',
      text: `
\`web\` may go to \`0.0.0.0/0\`. Whoever wrote that thought: “the internet”.
`,
      predict: {
        question: 'What does `0.0.0.0/0` hold?',
        choices: {
          internet: 'The public internet only.',
          pods: 'The internet and the cluster’s pods, but nothing in between.',
          everything:
            'Every IPv4 address: the internet, the company’s own network, the nodes, the cloud’s metadata service.',
        },
        because: `
All of IPv4. That includes the private ranges, where offices, databases and nodes live, and
\`169.254.169.254\`, where most clouds give out credentials to whoever asks from inside.

Of IPv6 it holds nothing: that is \`::/0\`.
`,
      },
    },
    except: {
      title: 'A block with holes',
      text: `
\`except\` cuts holes in a block. Let \`web\` reach the internet, but neither the private ranges nor the
link-local one:

- \`10.0.0.0/8\`, \`172.16.0.0/12\`, \`192.168.0.0/16\`
- \`169.254.0.0/16\`
`,
      goals: {
        internet: '`web` reaches the internet',
        private: 'the private ranges it does not reach',
        metadata: 'nor the link-local range, where the metadata service is',
      },
      hints: [
        '`except` is a field of `ipBlock`, beside `cidr`, and takes a list.',
        'Each hole has to lie inside the block and be smaller than it; otherwise the API server refuses the policy.',
        `
\`\`\`yaml
        - ipBlock:
            cidr: 0.0.0.0/0
            except:
              - 10.0.0.0/8
              - 172.16.0.0/12
              - 192.168.0.0/16
              - 169.254.0.0/16
\`\`\`
`,
      ],
    },
    union: {
      title: 'A hole is not a ban',
      text: `
Somebody adds another policy for \`web\` that lets it out to \`10.1.2.0/24\`, where the stock system is.
`,
      predict: {
        question: 'The first policy excepts `10.0.0.0/8`. Does `web` reach 10.1.2.3?',
        choices: {
          deny: 'No: the exception forbids it.',
          allow: 'Yes: the other policy allows it.',
        },
        because: `
Policies only ever add up. \`except\` says what **this entry** does not allow; another entry or another policy
may. In NetworkPolicies nothing can be forbidden for good; lesson 11 shows what can.
`,
      },
    },
    pods: {
      title: 'Blocks and pods',
      text: `
Pods have addresses, too. One might let in a neighbour by its address, with \`cidr: 10.244.1.17/32\`.
`,
      predict: {
        question: 'Is that a good idea?',
        choices: {
          fine: 'Yes, it is more precise than a label.',
          refused: 'No, the API server refuses it.',
          changes: 'No: the pod’s next address will be another one.',
        },
        because: `
Pods are replaced all the time, and each new one has a new address; the old one may go to a stranger. What
is more, network plugins don’t agree on whether an \`ipBlock\` means pods at all: by default Cilium’s does not.
Blocks are for what is outside, selectors for pods. Where an answer depends on addresses that manifests don’t
tell, the picture says so in amber.
`,
      },
    },
  },
};
