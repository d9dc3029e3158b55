// Lesson 8 in French.
import type { TextsOf } from '../../lesson.ts';
import type { lesson } from './lesson.ts';

export const fr: TextsOf<typeof lesson> = {
  title: 'Tout refuser, et le piège du DNS',
  steps: {
    shut: {
      title: 'Tout fermer',
      text: `
Les politiques ne font qu’autoriser. Pour mettre un namespace à l’abri, on commence donc par une politique
qui sélectionne tout le monde et n’autorise rien, dans les deux sens. On ouvre ensuite ce qu’il faut, par
d’autres politiques.

Fermez le namespace \`prod\`.
`,
      goals: {
        inside: 'aucun pod de `prod` n’en joint un autre',
        out: 'aucun ne sort, ni vers d’autres namespaces ni vers internet',
        in: 'et personne n’entre de là-bas',
      },
      hints: [
        'Quel sélecteur sélectionne tous les pods ? Et quelles sont les deux directions à nommer ?',
        'Ni `ingress` ni `egress` : une direction nommée et sans règle est fermée.',
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
      title: 'Ouvrir ce qu’il faut',
      text: `
\`web\` a besoin de \`api\`, sur le port 8080. Tout est fermé des deux côtés : il faut donc ouvrir des deux
côtés, la sortie de \`web\` et l’entrée de \`api\`. Laissez la première politique telle quelle et ajoutez-en d’autres.
`,
      goals: {
        api: '`web` joint `api` sur le port 8080, et sur aucun autre',
        back: '`api` ne joint pas `web`',
        others: 'rien d’autre n’est ouvert : `db` ne joint personne, et personne ne le joint',
      },
      hints: [
        'Deux politiques : l’une sélectionne `app: web` et nomme `Egress`, l’autre sélectionne `app: api` et nomme `Ingress`.',
        'Chacune a une règle : `to` ou `from` avec le label de l’autre, et `ports` avec 8080.',
        `
La première des deux :

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
      title: 'Cela ne marche pas',
      text: `
La flèche de \`web\` à \`api\` est verte. Vous essayez dans le cluster :

\`\`\`commands
kubectl exec -it -n prod deploy/web -- wget -qO- http://api:8080
\`\`\`
`,
      predict: {
        question: 'Que se passe-t-il ?',
        choices: {
          works: 'Cela marche.',
          name: '« Bad address » : le nom `api` ne peut pas être résolu.',
          timeout: 'La connexion vers `api` expire.',
        },
        because: `
Avant de pouvoir parler à \`api\`, \`web\` doit en demander l’adresse au serveur de noms, et on ne le laisse pas
sortir jusqu’à lui. C’est le piège de tout refus par défaut à la sortie. L’application dit « hôte inconnu », et
l’on cherche pendant des heures une erreur dans ses Services.
`,
      },
    },
    dns: {
      title: 'Laisser chacun demander des noms',
      text: `
Écrivez, pour tous les pods de \`prod\`, une politique qui les laisse sortir vers le serveur de noms : les pods
au label \`k8s-app: kube-dns\` dans \`kube-system\`, port 53. Pensez aux deux protocoles : la plupart des questions
se posent en UDP, et les réponses longues arrivent en TCP.
`,
      goals: {
        name: '`web` joint `api` par son nom',
        both: 'tous les pods de `prod` peuvent interroger le serveur de noms, en UDP et en TCP',
        only: 'et n’en joignent aucun autre port',
        others: 'ni personne d’autre : aucun autre pod de `kube-system`, personne au-dehors',
      },
      hints: [
        'De nouveau `podSelector: {}`, cette fois avec `Egress` et une règle.',
        'L’entrée sous `to` a deux sélecteurs, un `namespaceSelector` et un `podSelector`, comme dans la leçon 5.',
        'Deux entrées sous `ports`, une par protocole.',
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
