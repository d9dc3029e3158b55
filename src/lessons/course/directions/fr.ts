// Lesson 4 in French.
import type { TextsOf } from '../../lesson.ts';
import type { lesson } from './lesson.ts';

export const fr: TextsOf<typeof lesson> = {
  title: 'Sortir de l’un, entrer chez l’autre',
  steps: {
    doors: {
      title: 'Deux portes',
      text: `
Une connexion quitte un pod et entre dans un autre. Chacun a sa porte : **egress** à la sortie, **ingress**
à l’entrée. Sur l’image, la première moitié d’une flèche appartient à la source, la seconde à la
destination.

Ici, \`api-from-web\` ouvre la porte de \`api\` à \`web\`. Une autre politique dit où \`web\` peut aller : vers le
cache.
`,
      predict: {
        question: '`api` laisse entrer `web` sur le port 8080. La connexion s’établit-elle ?',
        choices: {
          in: 'Oui : la destination est d’accord.',
          stopped: 'Non : `web` ne peut pas sortir.',
        },
        because: `
Les deux portes doivent être ouvertes. La politique \`web-to-cache\` sélectionne \`web\` pour la sortie, et
ses règles ne nomment que le cache : le paquet ne part jamais. Que \`api\` l’ait laissé entrer n’y change
rien.
`,
      },
    },
    agree: {
      title: 'Mettre les deux d’accord',
      text: `
Laissez \`web\` sortir aussi vers \`api\`, sur le port 8080, et vers personne d’autre.

Les problèmes sous l’éditeur signalent aussi que \`web\` ne peut pas interroger le serveur de noms. Ils ont
raison ; c’est le sujet de la leçon 8.
`,
      goals: {
        api: '`web` joint `api` sur le port 8080',
        others:
          '`web` ne sort vers personne d’autre, et vers `cache` seulement sur le port 6379, comme avant',
      },
      hints: [
        'Laquelle des deux portes est encore fermée ? La politique en question est la seconde du fichier.',
        'Ajoutez une règle sous `egress`. Une règle commence par `- to:`, avec la même indentation que celle qui s’y trouve.',
        `
À la fin de \`web-to-cache\` :

\`\`\`yaml
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
    answers: {
      title: 'Et les réponses ?',
      text: `
\`web\` demande, \`api\` répond. La réponse va de \`api\` à \`web\`.
`,
      predict: {
        question: 'Quelle règle faut-il pour que la réponse puisse revenir ?',
        choices: {
          none: 'Aucune.',
          web: 'Une règle qui laisse entrer `api` chez `web`.',
          both: 'Une à chaque bout.',
        },
        because: `
Les politiques décident qui peut **ouvrir** une connexion. Ce qui appartient à une connexion ouverte, les
réponses comprises, va et vient sans qu’on demande rien. Il ne faut jamais de règle pour les réponses, et
celle qu’on écrirait pour elles ouvrirait plus qu’on ne veut.
`,
      },
    },
    silent: {
      title: 'Une base de données qui n’appelle personne',
      text: `
Une base de données n’a aucune raison d’ouvrir des connexions. Écrivez une politique qui ne laisse rien
**sortir** de \`db\`, et qui ne change rien à ceux qui entrent.

Une politique qui nomme une direction sans avoir de règle pour elle ferme cette direction.
`,
      goals: {
        out: '`db` ne joint personne, ni dedans ni dehors',
        in: '`api` joint toujours `db` sur le port 5432',
      },
      hints: [
        'Trois tirets seuls sur une ligne, `---`, commencent un nouvel objet dans le même fichier.',
        'Elle sélectionne `app: db`, et ses `policyTypes` ne contiennent que `Egress`. Elle n’a aucune règle.',
        `
\`\`\`yaml
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: db-starts-nothing
  namespace: app
spec:
  podSelector:
    matchLabels:
      app: db
  policyTypes:
    - Egress
\`\`\`
`,
      ],
    },
    default: {
      title: 'Quand policyTypes manque',
      text: `
On peut omettre \`policyTypes\`. La politique vaut alors toujours pour \`Ingress\`, et pour \`Egress\` si elle
a des règles de sortie.
`,
      predict: {
        question:
          'Quelqu’un enlève `policyTypes` de `web-to-cache`, « puisqu’il n’y a que des règles de sortie ». Qu’est-ce qui change ?',
        choices: {
          same: 'Rien.',
          shut: 'Plus personne n’entre chez `web`.',
        },
        because: `
La politique vaut maintenant aussi pour l’entrée, où elle n’a aucune règle : \`web\` est fermé. Essayez,
puis remettez les deux lignes. C’est une bonne habitude de toujours écrire \`policyTypes\`.
`,
      },
    },
  },
};
