// Lesson 1 in English.
import type { TextsOf } from '../../lesson.ts';
import type { lesson } from './lesson.ts';

export const en: TextsOf<typeof lesson> = {
  title: 'Namespaces do not isolate',
  steps: {
    open: {
      title: 'Two neighbours',
      text: `
The editor holds a small cluster. There is a web server in the namespace \`green\`, and another one in
\`blue\`, where a cache works beside it. In \`default\` somebody has left a shell running, and
\`kube-system\` holds the cluster’s name server. The picture shows all of them.

There is no NetworkPolicy. The file \`policies.yaml\` is still empty.
`,
      predict: {
        question: 'Can the web server in `green` open a connection to the one in `blue`?',
        choices: {
          yes: 'Yes, on every port.',
          no: 'No, they are in different namespaces.',
          permission: 'Only if an administrator has given permission.',
        },
        because: `
A namespace keeps **names** apart: both may have a \`web\`. It also carries quotas and permissions. It
does nothing to the network. Kubernetes asks of every network plugin that each pod can reach each
other pod, and unless a policy says otherwise it stays like that.
`,
      },
    },
    system: {
      title: 'The system is no exception',
      text: `
\`kube-system\` is where the cluster keeps its own pods. It sounds special.
`,
      predict: {
        question: 'What can the shell in `default` reach in `kube-system`?',
        choices: {
          yes: 'Everything there, on every port.',
          dns: 'Only the name server, on port 53.',
          no: 'Nothing.',
        },
        because: `
To the network \`kube-system\` is a namespace like any other. Port 53 of the name server is the one that
people mean to use, but whatever else listens in there can be reached, too: metrics, health pages,
dashboards.

A pod that somebody has broken into is therefore a good place to look around from.
`,
      },
    },
    names: {
      title: 'Names do differ',
      text: `
Both namespaces have a Service called \`web\`. What a namespace does change is what a short name means:

- \`web\` is the Service of that name in the pod’s **own** namespace;
- \`web.blue\` is the one in \`blue\`, from wherever you ask;
- \`web.blue.svc.cluster.local\` is its full name.

To try it, choose a workload in the picture. In the details beside it there is a field, **Any
name:port**, that tells where a name leads from there.
`,
      predict: {
        question: 'A pod in `green` asks for `http://web`. Who answers?',
        choices: {
          green: 'The web server in `green`.',
          blue: 'The web server in `blue`.',
          both: 'Either of them, in turn.',
        },
        because: `
Its own. The name \`web.blue\` would have brought it to \`blue\` just as well: the other name is longer,
and no wall stands in between. Ask in the terminal:

\`\`\`commands
kubectl exec -n green deploy/web -- wget -qO- http://web.blue
\`\`\`
`,
      },
    },
    api: {
      title: 'Everybody’s neighbour: the API server',
      text: `
Each cluster has an API server; \`kubectl\` talks to it, and so does everything else that wants to
change the cluster. Inside the cluster its name is \`kubernetes.default.svc\`, and every container is
told its address in the variable \`KUBERNETES_SERVICE_HOST\`.
`,
      predict: {
        question: 'The shell has no business with the API server. Can it connect all the same?',
        choices: {
          reached: 'Yes, any pod can.',
          account: 'Only pods with a special service account.',
          not: 'No, pods cannot reach it.',
        },
        because: `
Any pod can open a connection to it. What happens next is another matter: the API server asks who you
are, and what you may do. But the connection stands, and most pods even carry a token of their service
account. A policy can take the connection away; lesson 5 does.

\`\`\`commands
kubectl exec deploy/shell -- curl -k https://kubernetes.default.svc.cluster.local:443/
\`\`\`
`,
      },
    },
    wall: {
      title: 'A first wall',
      text: `
Walls are built by policies. This one says: the pods of \`blue\` take connections from pods of \`blue\`,
and from nobody else.

\`\`\`yaml
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: only-from-blue
  namespace: blue
spec:
  podSelector: {}
  ingress:
    - from:
        - podSelector: {}
\`\`\`

Put it into \`policies.yaml\` and watch the picture. The next lesson takes it apart.
`,
      goals: {
        shut: '`green/web` reaches no pod of `blue` any more',
        shell: 'nor does anybody else: not the shell, not the name server, not the internet',
        inside: 'the pods of `blue` still reach each other',
      },
      hints: [
        'Copy the text above, click into the editor below the tab `policies.yaml`, and paste.',
        'The problems under the editor tell if something is not right. Mind the indentation: two spaces a level, and no tabs.',
        'A policy belongs to one namespace, and acts on the pods there. Here it has to be `namespace: blue`.',
      ],
    },
  },
};
