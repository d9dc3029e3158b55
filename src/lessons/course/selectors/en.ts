// Lesson 5 in English.
import type { TextsOf } from '../../lesson.ts';
import type { lesson } from './lesson.ts';

export const en: TextsOf<typeof lesson> = {
  title: 'Other namespaces, and the API server',
  steps: {
    own: {
      title: 'My namespace and the others',
      text: `
The pods of \`orders\` expose their metrics on port 9090. The policy \`metrics\` is to let Prometheus read them:
it asks for pods with the label \`app: prometheus\`. There are two: one in \`monitoring\`, where it belongs, and
one in \`lab\`, where somebody plays with it.
`,
      predict: {
        question: 'Which of the two gets in?',
        choices: {
          both: 'Both.',
          one: 'The one in `monitoring`.',
          none: 'Neither of them.',
        },
        because: `
A \`podSelector\` by itself means pods in the policy’s **own** namespace. In \`shop\` there is no Prometheus, so
the rule lets in nobody. The problems under the editor say so, too.
`,
      },
    },
    scrape: {
      title: 'Name the namespace',
      text: `
A \`namespaceSelector\` picks namespaces by their labels. Beside a \`podSelector\`, in the same entry, it means:
these pods, in those namespaces.

Every namespace has the label \`kubernetes.io/metadata.name\` with its own name as the value. Kubernetes sets
it, and nobody can change it.

Let in the Prometheus of \`monitoring\` and nobody else, still on port 9090 alone.
`,
      goals: {
        scrape:
          'Prometheus in `monitoring` reads the metrics on port 9090, and reaches no other port',
        grafana: 'Grafana, its neighbour, does not get in',
        lab: 'neither does the Prometheus in `lab`',
      },
      hints: [
        'The entry below `from` needs a second selector.',
        'No second dash: `namespaceSelector` and `podSelector` belong to one entry. A dash would make two entries of them, and lesson 9 shows what comes of that.',
        `
\`\`\`yaml
    - from:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: monitoring
          podSelector:
            matchLabels:
              app: prometheus
\`\`\`
`,
      ],
    },
    labels: {
      title: 'Whose labels are they?',
      text: `
One could also select namespaces by a label such as \`team: monitoring\`.
`,
      predict: {
        question: 'Who decides which namespaces such a rule means?',
        choices: {
          anyone: 'Anyone who may create pods.',
          admins: 'Whoever may label namespaces.',
          nobody: 'Nobody: labels of namespaces are fixed.',
        },
        because: `
Labels of pods are set by whoever creates pods. Labels of namespaces are mostly left to administrators,
and the one with the name can’t be forged at all. That makes a namespace the firmer ground for a rule.
`,
      },
    },
    api: {
      title: 'Keep away from the API server',
      text: `
Now the way out. The pods of \`shop\` need other pods, and nothing else: not the internet, and not the API
server.

The API server is no pod like others. It runs on the network of its node, outside of all namespaces as
far as policies are concerned, and no selector means it.
`,
      predict: {
        question:
          'Which egress rule opens the way to all pods of all namespaces, and to nothing that is not a pod?',
        choices: {
          all: 'A rule without `to`.',
          empty: '`to` with the entry `namespaceSelector: {}`.',
          default: '`to` with the entry `podSelector: {}`.',
        },
        because: `
An empty \`namespaceSelector\` picks every namespace, and with it all pods there; addresses that belong to no
pod it never picks. A rule without \`to\` would let out to everybody, and \`podSelector: {}\` only to pods of
\`shop\`.

Write a policy for all pods of \`shop\` that has this one egress rule. To see what it does, ask the API server before
and after:

\`\`\`commands
kubectl exec -n shop deploy/orders -- curl -k -m 2 https://kubernetes.default:443/
\`\`\`
`,
      },
      goals: {
        outside: '`orders` no longer reaches the internet',
        server: 'nor the API server',
        pods: 'it reaches pods of all namespaces as before, the name server among them',
        metrics: 'and its metrics are still for Prometheus in `monitoring` alone',
      },
      hints: [
        'A new policy in the namespace `shop`, below the first one and three dashes: it selects everybody with `podSelector: {}` and lists `Egress`.',
        'Its one rule has one entry below `to`: the answer to the question above.',
        `
\`\`\`yaml
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: pods-only
  namespace: shop
spec:
  podSelector: {}
  policyTypes:
    - Egress
  egress:
    - to:
        - namespaceSelector: {}
\`\`\`
`,
      ],
    },
  },
};
