// Lesson 9 in French.
import type { TextsOf } from '../../lesson.ts';
import type { lesson } from './lesson.ts';

export const fr: TextsOf<typeof lesson> = {
  title: 'ET ou OU',
  steps: {
    dash: {
      title: 'Un tiret de trop',
      text: `
L’équipe voulait laisser entrer « le Grafana des namespaces de \`ops\` ». Voici ce qu’elle a écrit :

\`\`\`yaml
    - from:
        - namespaceSelector:
            matchLabels:
              team: ops
        - podSelector:
            matchLabels:
              app: grafana
\`\`\`
`,
      predict: {
        question: '`console`, un autre pod de `ops`, entre-t-il aussi ?',
        choices: { yes: 'Oui.', no: 'Non : il n’a pas le label `app: grafana`.' },
        because: `
Chaque tiret commence une **entrée** à part, et quiconque correspond à l’une des entrées passe. La première
désigne tous les pods des namespaces de \`ops\`. La seconde désigne les pods au label \`app: grafana\` du namespace
de la politique, auxquels personne n’avait pensé.
`,
      },
    },
    and: {
      title: 'ET',
      text: `
Dans une même entrée, \`namespaceSelector\` et \`podSelector\` doivent correspondre **tous les deux**. Faites des
deux une seule entrée.
`,
      goals: {
        grafana: 'le Grafana de `ops` entre',
        others: '`console` n’entre pas, ni aucun autre Grafana, ni personne d’autre',
      },
      hints: [
        'Il suffit d’enlever un seul caractère.',
        'C’est le tiret devant `podSelector`. Ce qui reste doit être aligné sur `namespaceSelector`.',
        `
\`\`\`yaml
    - from:
        - namespaceSelector:
            matchLabels:
              team: ops
          podSelector:
            matchLabels:
              app: grafana
\`\`\`
`,
      ],
    },
    or: {
      title: 'OU, mais exprès',
      text: `
Un nouveau souhait : tous les pods de \`ops\`, **ou** le Grafana de \`guest\`.
`,
      goals: {
        ops: 'tous les pods de `ops` entrent',
        guest: 'le Grafana de `guest` aussi',
        others:
          'le visiteur de `guest` n’entre pas, ni le Grafana de `shop`, ni personne du dehors',
      },
      hints: [
        'Deux souhaits reliés par « ou » font deux entrées, chacune avec son tiret.',
        'La première entrée n’a qu’un `namespaceSelector`. La seconde a les deux sélecteurs ; le namespace peut être désigné par `kubernetes.io/metadata.name`.',
        `
\`\`\`yaml
    - from:
        - namespaceSelector:
            matchLabels:
              team: ops
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: guest
          podSelector:
            matchLabels:
              app: grafana
\`\`\`
`,
      ],
    },
    rules: {
      title: 'De même pour les règles',
      text: `
Ce qui vaut pour les entrées vaut pour les règles. Dans une règle, \`from\` ET \`ports\` doivent correspondre. Parmi
plusieurs règles, une seule suffit. Regardez celles-ci :

\`\`\`yaml
  ingress:
    - from:
        - namespaceSelector:
            matchLabels:
              team: ops
    - ports:
        - port: 8080
\`\`\`
`,
      predict: {
        question: 'Qui joint le port 8080 ?',
        choices: {
          ops: 'Seulement les pods de `ops`.',
          both: 'Personne : les deux règles se contredisent.',
          everybody: 'Tout le monde.',
        },
        because: `
Il y a deux tirets, donc deux règles. La première laisse entrer \`ops\` sur **tous** les ports. La seconde nomme
un port et personne en particulier, c’est-à-dire tout le monde. Sans son tiret, \`ports\` appartiendrait à la
première règle : \`ops\` sur le port 8080, comme on le voulait.
`,
      },
    },
  },
};
