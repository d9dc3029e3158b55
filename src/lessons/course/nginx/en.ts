// Lesson 3 in English.
import type { TextsOf } from '../../lesson.ts';
import type { lesson } from './lesson.ts';

export const en: TextsOf<typeof lesson> = {
  title: 'The nginx exercise',
  steps: {
    deploy: {
      title: 'Two web servers',
      text: `
This exercise is typed. Open the **Terminal**: it has a \`kubectl\` for the cluster in the editor, which is
still empty. Begin with two copies of nginx:

\`\`\`commands
kubectl run nginx --image=nginx --replicas=2
\`\`\`

That is how it was written for years, and the terminal takes it as it was meant then: as a Deployment
whose pods have the label \`run: nginx\`. Today’s \`kubectl run\` makes a single pod, and one would say
\`kubectl create deployment\`.
`,
      goals: { runs: 'nginx runs, and is open to everybody on port 80' },
      hints: [
        'The terminal opens at the bottom of the page. Click into it and type, or let the button under the command type for you.',
        'What the command has made stands in a new file of the editor, `terminal.yaml`. If the name `nginx` is taken by something else, start over.',
      ],
    },
    expose: {
      title: 'A name for both',
      text: `
Pods come and go, and their addresses with them. A Service gives them one name and one address:

\`\`\`commands
kubectl expose deployment nginx --port=80
kubectl get svc,pod | grep nginx
\`\`\`

The list shows the Service and the two pods behind it.
`,
      goals: { service: 'the Service `nginx` leads to the pods, on port 80' },
      hints: [
        'The Service has to be called `nginx` and stand in the namespace `default`, which it does if you type the command as it is.',
      ],
    },
    test: {
      title: 'From inside',
      text: `
Now visit it from another pod. This starts one with a shell in it, and removes it when you leave:

\`\`\`commands
kubectl run -i --tty interactivetest --image=alpine --restart=Never --rm -- sh
\`\`\`

In that shell:

\`\`\`commands
wget -qO- nginx
\`\`\`

You see the page that nginx greets everybody with. Stay in the shell until the goal is ticked, then leave
it:

\`\`\`commands
exit
\`\`\`
`,
      goals: { inside: 'from the pod `interactivetest` the name `nginx` leads to an answer' },
      hints: [
        'The goal is about a pod that is there: it is ticked while the shell is open, and stays ticked afterwards.',
        'If the terminal says that `interactivetest` exists already, it was left behind: `kubectl delete pod interactivetest`.',
      ],
    },
    apply: {
      title: 'Close the door',
      text: `
The editor has a file that is not applied yet: \`access-nginx.yaml\`. Read it before you go on.
`,
      predict: {
        question: 'Once it is applied, who will still reach nginx?',
        choices: {
          labelled: 'Pods of the same namespace that have the label `iamnice: yeah`.',
          nobody: 'Nobody at all.',
          namespace: 'Every pod of the namespace `default`.',
        },
        because: `
It selects the pods with \`run: nginx\` and lets in the pods with \`iamnice: yeah\`. No namespace is named, so
they have to be pods of the policy’s own namespace. Everybody else, inside and outside, is shut out.

\`\`\`commands
kubectl apply -f access-nginx.yaml
\`\`\`
`,
      },
      goals: { closed: 'nginx is no longer open to everybody' },
      hints: [
        'Answer the question: the command is in the answer.',
        'The file can also be applied in the editor, with the button above its text.',
        'Is it applied, and nginx still open? Then its pods have another label than `run: nginx`, as those that `kubectl create deployment` makes: delete the deployment and the Service, and go back to the first step.',
      ],
    },
    blocked: {
      title: 'See it blocked',
      text: `
Start the same shell as before:

\`\`\`commands
kubectl run -i --tty interactivetest --image=alpine --restart=Never --rm -- sh
\`\`\`
`,
      predict: {
        question: 'What will `wget -qO- --timeout=2 nginx` show in it?',
        choices: {
          refused: '“Connection refused”, at once.',
          silence: 'Nothing for two seconds, then “timed out”.',
          unknown: '“Bad address”: the name is not known any more.',
        },
        because: `
The name is still known, for the policy is about nginx and not about the name server. But the packets
to nginx are dropped without a word, so \`wget\` waits until its patience ends. That is what a policy looks
like from inside: not a refusal, silence.

\`\`\`commands
wget -qO- --timeout=2 nginx
exit
\`\`\`

The small line \`why?\` after the command leads to the policy that did it.
`,
      },
      goals: { stopped: 'the pod `interactivetest` is there, and does not reach nginx' },
      hints: [
        'As before, the goal is ticked while the shell is open.',
        'Does it still get through? Then the pod has the label already, or the policy is not applied.',
      ],
    },
    nice: {
      title: 'Come back and be nice',
      text: `
Once more, this time with the label that the policy asks for:

\`\`\`commands
kubectl run -i --tty interactivetest --image=alpine --labels="iamnice=yeah" --restart=Never --rm -- sh
\`\`\`

And in the shell:

\`\`\`commands
wget -qO- --timeout=2 nginx
exit
\`\`\`

Anybody who may create pods may also give them this label. A policy by labels is as strong as the
control over who sets labels.
`,
      goals: {
        welcome: 'from `interactivetest` with its label, `nginx` answers',
        others: 'everybody else stays outside, pods without the label among them',
      },
      hints: [
        'The label is part of the command: `--labels="iamnice=yeah"`, with straight quotation marks.',
        'Look at the pod in the picture while the shell is open: a green edge leads from it to nginx.',
      ],
    },
    reset: {
      title: 'Tidy up',
      text: `
What you have made can be taken away again:

\`\`\`commands
kubectl delete deployment,svc nginx
kubectl delete networkpolicy access-nginx
\`\`\`
`,
      goals: { gone: 'nginx is gone', out: 'and so is the test pod' },
      hints: [
        'Is the shell still open? Type `exit` first: then you are back at your own prompt, where `kubectl` is.',
      ],
    },
  },
};
