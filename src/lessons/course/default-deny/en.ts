// Lesson 8 in English.
import type { TextsOf } from '../../lesson.ts';
import type { lesson } from './lesson.ts';

export const en: TextsOf<typeof lesson> = {
  title: 'Default deny, and the DNS trap',
  steps: {
    shut: {
      title: 'Shut everything',
      text: `
Policies only allow. So the way to a safe namespace is to begin with a policy that selects everybody and
allows nothing, in both directions. Whatever is needed is opened afterwards, by further policies.

Shut the namespace \`prod\`.
`,
      goals: {
        inside: 'no pod of `prod` reaches another one',
        out: 'none gets out, to other namespaces or to the internet',
        in: 'and nobody from there gets in',
      },
      hints: [
        'Which selector selects every pod? And which two directions are to be listed?',
        'No `ingress`, no `egress`: a direction that is listed and has no rules is shut.',
        `
\`\`\`yaml
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: default-deny
  namespace: prod
spec:
  podSelector: {}
  policyTypes:
    - Ingress
    - Egress
\`\`\`
`,
      ],
    },
    open: {
      title: 'Open what is needed',
      text: `
\`web\` needs \`api\`, on port 8080. Everything is shut on both sides, so both sides have to be opened: egress
of \`web\`, ingress of \`api\`. Leave the first policy as it is and add to it.
`,
      goals: {
        api: '`web` reaches `api` on port 8080, and on no other',
        back: '`api` does not reach `web`',
        others: 'nothing else has been opened: `db` reaches nobody, and nobody reaches it',
      },
      hints: [
        'Two policies: one selects `app: web` and lists `Egress`, the other selects `app: api` and lists `Ingress`.',
        'Each has one rule: `to` or `from` with the other’s label, and `ports` with 8080.',
        `
The first of the two:

\`\`\`yaml
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web-to-api
  namespace: prod
spec:
  podSelector:
    matchLabels:
      app: web
  policyTypes:
    - Egress
  egress:
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
    trap: {
      title: 'It does not work',
      text: `
The edge from \`web\` to \`api\` is green. You try it in the cluster:

\`\`\`commands
kubectl exec -it -n prod deploy/web -- wget -qO- http://api:8080
\`\`\`
`,
      predict: {
        question: 'What happens?',
        choices: {
          works: 'It works.',
          name: '“Bad address”: the name `api` can’t be looked up.',
          timeout: 'The connection to `api` times out.',
        },
        because: `
Before \`web\` can talk to \`api\` it has to ask the name server for the address, and to that it is not let out.
This is the trap of every default deny for egress. The application says “unknown host”, and people look for a
mistake in their Services for hours.
`,
      },
    },
    dns: {
      title: 'Let everybody ask for names',
      text: `
Write a policy for all pods of \`prod\` that lets them out to the name server: the pods labelled
\`k8s-app: kube-dns\` in \`kube-system\`, port 53. Mind both protocols: most questions are asked by UDP, and long
answers are fetched by TCP.
`,
      goals: {
        name: '`web` reaches `api` by its name',
        both: 'all pods of `prod` can ask the name server, by UDP and by TCP',
        only: 'and reach no other port of it',
        others: 'nor anybody else: no other pod of `kube-system`, nobody outside',
      },
      hints: [
        'Again `podSelector: {}`, this time with `Egress` and one rule.',
        'The entry below `to` has two selectors, a `namespaceSelector` and a `podSelector`, as in lesson 5.',
        'Two entries below `ports`, one for each protocol.',
        `
\`\`\`yaml
  egress:
    - to:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: kube-system
          podSelector:
            matchLabels:
              k8s-app: kube-dns
      ports:
        - protocol: UDP
          port: 53
        - protocol: TCP
          port: 53
\`\`\`
`,
      ],
    },
  },
};
