// Lesson 11 in French.
import type { TextsOf } from '../../lesson.ts';
import type { lesson } from './lesson.ts';

export const fr: TextsOf<typeof lesson> = {
  title: 'Les administrateurs, et la chaîne Pass',
  steps: {
    first: {
      title: 'Avant que l’équipe ait la parole',
      text: `
Une NetworkPolicy appartient à un namespace, donc à une équipe. Une **ClusterNetworkPolicy** appartient aux
administrateurs et concerne beaucoup de namespaces. Elle se place à l’un des deux niveaux suivants : \`Admin\` est
interrogé avant toutes les NetworkPolicies, \`Baseline\` après elles.

Contrairement à celles des NetworkPolicies, ses règles ont un ordre et une \`action\` : \`Accept\`, \`Deny\` ou \`Pass\`.
La première règle qui correspond décide. Dans \`guard\`, les administrateurs refusent les connexions de \`lab\` vers
tout le monde. La politique de l’équipe, \`web-is-open\`, laisse entrer tout le monde chez \`web\`.
`,
      predict: {
        question: 'Le testeur (`tester`) de `lab` joint-il `web` ?',
        choices: {
          team: 'Oui : la politique de l’équipe l’autorise.',
          admin: 'Non : les administrateurs sont interrogés d’abord.',
          newer: 'Cela dépend de la politique la plus récente.',
        },
        because: `
Le niveau Admin vient en premier, et \`Deny\` y est le dernier mot. Aucune équipe ne peut ouvrir ce que les
administrateurs ont fermé.
`,
      },
    },
    accept: {
      title: 'Accept : quoi que dise l’équipe',
      text: `
\`Accept\` est lui aussi le dernier mot. Le Prometheus de \`monitoring\` doit lire les métriques de tous les pods
sur le port TCP 9090, même là où une équipe a fermé les siens. Ajoutez une règle à \`guard\`.

Une règle a un nom (\`name\`), une \`action\`, des interlocuteurs sous \`from\` et, s’il s’agit de certains ports, des
\`protocols\`.
`,
      goals: {
        scrape: 'Prometheus lit les métriques de `web` et de `db` sur le port 9090',
        only: 'il ne joint pas la base de données elle-même, et personne d’autre ne lit ses métriques',
        lab: 'le laboratoire reste dehors',
      },
      hints: [
        'La règle pour `lab` montre comment s’écrivent les interlocuteurs. Ici, c’est le namespace `monitoring`.',
        'Les ports se trouvent sous `protocols` : une entrée `tcp` qui contient `destinationPort` et `number`.',
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
      title: 'Pass : que l’équipe décide',
      text: `
Un pod du laboratoire a mérité une exception : \`grader\`. C’est à chaque équipe de décider s’il peut entrer.
\`Pass\` sert à cela : il met fin au niveau Admin sans donner de réponse.
`,
      predict: {
        question:
          'Supposons qu’une règle applique `Pass` aux paquets de `grader`. Que deviennent ceux destinés à `db` ?',
        choices: {
          allowed: 'Ils passent : c’était une exception.',
          denied: 'La règle suivante de `guard` les refuse.',
          team: 'Les politiques de l’équipe décident, et celles-ci les refusent.',
        },
        because: `
\`Pass\` saute tout le reste du niveau, y compris la règle contre \`lab\`, et remet le paquet aux NetworkPolicies.
\`db-from-web\` ne laisse entrer que \`web\`. Vers \`web\` lui-même, \`grader\` passe.

Écrivez la règle, et faites attention à sa place.
`,
      },
      goals: {
        web: '`grader` joint `web`, comme l’équipe l’autorise',
        db: 'mais pas `db`, comme l’équipe le refuse',
        tester: 'pour `tester`, tout reste fermé',
      },
      hints: [
        'Un seul pod se désigne sous `from` par `pods`, qui contient un `namespaceSelector` et un `podSelector`.',
        'La première règle qui correspond décide. La vôtre est-elle placée avant celle qui refuse ?',
        `
Avant \`keep-the-lab-out\` :

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
      title: 'Et si elle était en dessous ?',
      text: `
Les règles se lisent de haut en bas. Parmi les politiques d’un niveau, celle dont le numéro de \`priority\` est le
plus **petit** se lit en premier.
`,
      predict: {
        question: 'Que ferait `Pass` en dessous de `keep-the-lab-out` ?',
        choices: { same: 'La même chose.', never: 'Rien : on ne l’interroge jamais.' },
        because: `
La règle contre \`lab\` s’applique à tous ses pods, dont \`grader\`, et met fin à l’affaire. Une règle placée plus bas
pour les mêmes paquets n’est jamais interrogée. Déplacez-la et regardez les problèmes sous l’éditeur : ils le disent.
`,
      },
    },
    baseline: {
      title: 'Baseline : là où personne n’a rien dit',
      text: `
L’équipe de \`wiki\` a écrit une politique pour \`search\`, qui laisse entrer la boutique (\`shop\`). De \`pages\`, elle n’a
rien dit : ces pods sont ouverts à tous. Une politique du niveau \`Baseline\` vaut tant qu’aucune NetworkPolicy ne
concerne un pod.

Écrivez-en une pour le namespace \`wiki\` : les pods de \`wiki\` sont acceptés, ceux de tous les autres namespaces
sont refusés. Ce que l’équipe a autorisé doit le rester.
`,
      goals: {
        shut: 'les pods des autres namespaces ne joignent plus les pages du wiki',
        inside: 'sa propre recherche (`search`) les joint toujours',
        team: '`web`, de la boutique, joint `search` sur le port 9200, comme l’équipe du wiki l’autorise',
        others: 'hors de `wiki`, rien n’a changé',
      },
      hints: [
        'Une nouvelle ClusterNetworkPolicy avec `tier: Baseline`. Son `subject` est le namespace `wiki`.',
        'Deux règles, dans cet ordre : accepter depuis `wiki`, refuser depuis `namespaces: {}`, qui les désigne tous.',
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
      title: 'La chaîne entière',
      text: `
Chaque direction d’un flux est donc jugée en trois endroits au plus :

- le niveau Admin, jusqu’à ce qu’une règle dise \`Accept\` ou \`Deny\` ;
- les NetworkPolicies, si l’une d’elles sélectionne le pod : leur réponse est définitive ;
- le niveau Baseline, si aucune ne l’a fait ; et si rien ne correspond, le paquet passe.

Tous les plugins réseau ne connaissent pas encore ces politiques. Ce type d’objet est jeune : \`v1alpha2\`.
`,
      predict: {
        question:
          'Une politique Baseline refuse tout à `web`. La politique de son équipe, `web-is-open`, demeure. `web` est-il fermé ?',
        choices: {
          baseline: 'Oui : les administrateurs ont le dernier mot.',
          policy: 'Non : le niveau Baseline n’est même pas interrogé.',
        },
        because: `
Une NetworkPolicy sélectionne \`web\` : c’est elle qui décide, et le niveau Baseline n’est pas interrogé. Baseline
est un réglage par défaut que les équipes peuvent remplacer ; Admin est une loi qu’elles ne peuvent enfreindre.
Sélectionnez un flux : les détails montrent quel endroit de la chaîne en a décidé.
`,
      },
    },
  },
};
