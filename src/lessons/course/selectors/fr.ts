// Lesson 5 in French.
import type { TextsOf } from '../../lesson.ts';
import type { lesson } from './lesson.ts';

export const fr: TextsOf<typeof lesson> = {
  title: 'Les autres namespaces, et le serveur d’API',
  steps: {
    own: {
      title: 'Mon namespace et les autres',
      text: `
Les pods de \`orders\` exposent leurs métriques sur le port 9090. La politique \`metrics\` doit permettre à
Prometheus de les lire : elle demande des pods qui portent le label \`app: prometheus\`. Il y en a deux :
l’un dans \`monitoring\`, à sa place, l’autre dans \`lab\`, où quelqu’un fait des essais.
`,
      predict: {
        question: 'Lequel des deux entre ?',
        choices: {
          both: 'Les deux.',
          one: 'Celui de `monitoring`.',
          none: 'Aucun des deux.',
        },
        because: `
Un \`podSelector\` seul désigne des pods du namespace de la politique **elle-même**. Dans \`shop\`, il n’y a pas
de Prometheus : la règle ne laisse entrer personne. Les problèmes sous l’éditeur le disent aussi.
`,
      },
    },
    scrape: {
      title: 'Nommer le namespace',
      text: `
Un \`namespaceSelector\` choisit des namespaces par leurs labels. À côté d’un \`podSelector\`, dans la même
entrée, il signifie : ces pods-ci, dans ces namespaces-là.

Chaque namespace porte le label \`kubernetes.io/metadata.name\`, avec son propre nom pour valeur. Kubernetes
le pose, et personne ne peut le changer.

Laissez entrer le Prometheus de \`monitoring\` et personne d’autre, toujours sur le seul port 9090.
`,
      goals: {
        scrape:
          'le Prometheus de `monitoring` lit les métriques sur le port 9090, et ne joint aucun autre port',
        grafana: 'Grafana, son voisin, n’entre pas',
        lab: 'le Prometheus de `lab` non plus',
      },
      hints: [
        'L’entrée sous `from` a besoin d’un second sélecteur.',
        'Pas de second tiret : `namespaceSelector` et `podSelector` font partie d’une seule entrée. Un tiret en ferait deux, et la leçon 9 montre ce qui en résulte.',
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
      title: 'À qui sont les labels ?',
      text: `
On pourrait aussi choisir des namespaces par un label comme \`team: monitoring\`.
`,
      predict: {
        question: 'Qui décide alors quels namespaces la règle désigne ?',
        choices: {
          anyone: 'Quiconque peut créer des pods.',
          admins: 'Quiconque peut poser des labels sur les namespaces.',
          nobody: 'Personne : les labels des namespaces sont immuables.',
        },
        because: `
Les labels des pods sont posés par ceux qui créent des pods. Ceux des namespaces sont le plus souvent
réservés aux administrateurs, et celui qui porte le nom ne peut pas être contrefait. Un namespace est donc
un sol plus ferme pour une règle.
`,
      },
    },
    api: {
      title: 'Rester loin du serveur d’API',
      text: `
Voyons maintenant la sortie. Les pods de \`shop\` ont besoin d’autres pods, et de rien d’autre : ni
d’internet, ni du serveur d’API.

Le serveur d’API n’est pas un pod comme les autres. Il tourne sur le réseau de son nœud, hors de tous les
namespaces du point de vue des politiques, et aucun sélecteur ne le désigne.
`,
      predict: {
        question:
          'Quelle règle de sortie ouvre la voie à tous les pods de tous les namespaces, et à rien qui ne soit un pod ?',
        choices: {
          all: 'Une règle sans `to`.',
          empty: '`to` avec l’entrée `namespaceSelector: {}`.',
          default: '`to` avec l’entrée `podSelector: {}`.',
        },
        because: `
Un \`namespaceSelector\` vide choisit tous les namespaces, et avec eux tous leurs pods ; il ne choisit jamais
une adresse qui n’appartient à aucun pod. Une règle sans \`to\` laisserait sortir vers tout le monde, et
\`podSelector: {}\` seulement vers les pods de \`shop\`.

Écrivez, pour tous les pods de \`shop\`, une politique qui a cette seule règle de sortie. Pour voir ce qu’elle
fait, interrogez le serveur d’API avant et après :

\`\`\`commands
kubectl exec -n shop deploy/orders -- curl -k -m 2 https://kubernetes.default:443/
\`\`\`
`,
      },
      goals: {
        outside: '`orders` ne joint plus internet',
        server: 'ni le serveur d’API',
        pods: 'il joint comme avant les pods de tous les namespaces, dont le serveur de noms',
        metrics: 'et ses métriques restent réservées au Prometheus de `monitoring`',
      },
      hints: [
        'Une nouvelle politique dans le namespace `shop`, sous la première et trois tirets : elle sélectionne tout le monde par `podSelector: {}` et nomme `Egress`.',
        'Sa seule règle a une seule entrée sous `to` : la réponse à la question ci-dessus.',
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
