// Lesson 1 in French.
import type { TextsOf } from '../../lesson.ts';
import type { lesson } from './lesson.ts';

export const fr: TextsOf<typeof lesson> = {
  title: 'Les namespaces n’isolent pas',
  steps: {
    open: {
      title: 'Deux voisins',
      text: `
L’éditeur contient un petit cluster. Il y a un serveur web dans le namespace \`green\`, et un autre dans
\`blue\`, où un cache travaille à côté de lui. Dans \`default\`, quelqu’un a laissé tourner un shell, et
\`kube-system\` abrite le serveur de noms du cluster. L’image les montre tous.

Il n’y a aucune NetworkPolicy. Le fichier \`policies.yaml\` est encore vide.
`,
      predict: {
        question: 'Le serveur web de `green` peut-il ouvrir une connexion vers celui de `blue` ?',
        choices: {
          yes: 'Oui, sur tous les ports.',
          no: 'Non, ils sont dans des namespaces différents.',
          permission: 'Seulement si un administrateur l’a permis.',
        },
        because: `
Un namespace sépare les **noms** : chacun peut avoir son \`web\`. Il porte aussi des quotas et des
permissions. Pour le réseau, il ne change rien. Kubernetes demande à tout plugin réseau que chaque pod
puisse joindre tous les autres, et il en est ainsi tant qu’aucune politique ne dit le contraire.
`,
      },
    },
    system: {
      title: 'Le système ne fait pas exception',
      text: `
\`kube-system\` est l’endroit où le cluster range ses propres pods. Le nom a l’air particulier.
`,
      predict: {
        question: 'Que peut joindre le shell de `default` dans `kube-system` ?',
        choices: {
          yes: 'Tout ce qui s’y trouve, sur tous les ports.',
          dns: 'Seulement le serveur de noms, sur le port 53.',
          no: 'Rien.',
        },
        because: `
Pour le réseau, \`kube-system\` est un namespace comme les autres. Le port 53 du serveur de noms est
celui dont on veut se servir, mais tout ce qui écoute là-dedans est joignable aussi : métriques, pages
d’état, tableaux de bord.

Un pod dans lequel quelqu’un s’est introduit est donc un bon endroit pour regarder alentour.
`,
      },
    },
    names: {
      title: 'Les noms, eux, diffèrent',
      text: `
Les deux namespaces ont un Service appelé \`web\`. Ce qu’un namespace change, c’est le sens d’un nom
court :

- \`web\` est le Service de ce nom dans le namespace du pod **lui-même** ;
- \`web.blue\` est celui de \`blue\`, d’où que vous le demandiez ;
- \`web.blue.svc.cluster.local\` est son nom complet.

Pour essayer, choisissez un workload sur l’image. Dans les détails à côté, un champ, **Any name:port**,
dit où mène un nom depuis cet endroit.
`,
      predict: {
        question: 'Un pod de `green` demande `http://web`. Qui répond ?',
        choices: {
          green: 'Le serveur web de `green`.',
          blue: 'Le serveur web de `blue`.',
          both: 'L’un ou l’autre, à tour de rôle.',
        },
        because: `
Le sien. Le nom \`web.blue\` l’aurait conduit tout aussi bien dans \`blue\` : ce nom est plus long, et
aucun mur ne se dresse entre les deux. Essayez dans le terminal :

\`\`\`commands
kubectl exec -n green deploy/web -- wget -qO- http://web.blue
\`\`\`
`,
      },
    },
    api: {
      title: 'Le voisin de tous : le serveur d’API',
      text: `
Chaque cluster a un serveur d’API ; \`kubectl\` lui parle, comme tout ce qui veut changer le cluster. Dans
le cluster, son nom est \`kubernetes.default.svc\`, et chaque conteneur en trouve l’adresse dans la
variable \`KUBERNETES_SERVICE_HOST\`.
`,
      predict: {
        question:
          'Le shell n’a rien à faire avec le serveur d’API. Peut-il tout de même s’y connecter ?',
        choices: {
          reached: 'Oui, n’importe quel pod le peut.',
          account: 'Seulement les pods qui ont un compte de service particulier.',
          not: 'Non, les pods ne peuvent pas le joindre.',
        },
        because: `
N’importe quel pod peut ouvrir une connexion vers lui. La suite est une autre affaire : le serveur d’API
demande qui vous êtes et ce que vous avez le droit de faire. Mais la connexion est établie, et la
plupart des pods portent même un jeton de leur compte de service. Une politique peut retirer cette
connexion ; c’est ce que fait la leçon 5.

\`\`\`commands
kubectl exec deploy/shell -- curl -k https://kubernetes.default.svc.cluster.local:443/
\`\`\`
`,
      },
    },
    wall: {
      title: 'Un premier mur',
      text: `
Ce sont les politiques qui bâtissent des murs. Celle-ci dit : les pods de \`blue\` acceptent les
connexions des pods de \`blue\`, et de personne d’autre.

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

Mettez-la dans \`policies.yaml\` et regardez l’image. La leçon suivante la démonte pièce par pièce.
`,
      goals: {
        shut: '`green/web` ne joint plus aucun pod de `blue`',
        shell: 'personne d’autre non plus : ni le shell, ni le serveur de noms, ni internet',
        inside: 'les pods de `blue` se joignent toujours entre eux',
      },
      hints: [
        'Copiez le texte ci-dessus, cliquez dans l’éditeur sous l’onglet `policies.yaml`, et collez.',
        'Les problèmes sous l’éditeur disent si quelque chose ne va pas. Attention à l’indentation : deux espaces par niveau, et pas de tabulations.',
        'Une politique appartient à un namespace et agit sur les pods qui s’y trouvent. Ici, ce doit être `namespace: blue`.',
      ],
    },
  },
};
