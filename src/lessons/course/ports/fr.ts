// Lesson 6 in French.
import type { TextsOf } from '../../lesson.ts';
import type { lesson } from './lesson.ts';

export const fr: TextsOf<typeof lesson> = {
  title: 'Les ports et leurs noms',
  steps: {
    service: {
      title: 'De quel port s’agit-il ?',
      text: `
Le Service \`web\` écoute sur le port 80 et transmet les connexions au port 8080 de ses pods : c’est son
\`targetPort\`. La politique \`web\` laisse entrer le client sur le port 80.
`,
      predict: {
        question: 'Le client demande `http://web`, sur le port 80. Passe-t-il ?',
        choices: {
          yes: 'Oui : le port 80 est autorisé.',
          no: 'Non : les pods écoutent sur un autre port.',
        },
        because: `
Une politique ne voit jamais le Service. Quand on l’interroge, le paquet porte déjà l’adresse et le port
d’un **pod** : 8080. Le port 80 est ouvert, et personne n’y écoute. Les problèmes sous l’éditeur montrent
la ligne en cause.
`,
      },
    },
    number: {
      title: 'Le port du pod',
      text: `
Corrigez la règle : qu’elle nomme le port sur lequel les pods écoutent vraiment, et n’en ouvre aucun autre.
`,
      goals: {
        web: 'par le Service `web`, port 80, le client obtient une réponse',
        only: 'les autres ports de `web` restent fermés, et personne d’autre n’entre',
      },
      hints: [
        'Regardez `containerPort` dans `shop.yaml`, ou `targetPort` dans le Service.',
        'La dernière ligne de la politique `web` devient `- port: 8080`.',
      ],
    },
    name: {
      title: 'Un nom, plusieurs numéros',
      text: `
La politique sélectionne aussi \`web-old\`, qui écoute sur le port 3000. Les deux pods appellent leur port
\`http\`. Une règle peut employer ce nom ; on demande alors à chaque pod quel numéro il lui a donné.

Faites qu’une seule ligne ouvre les deux, et rien d’autre.
`,
      goals: {
        web: '`client` joint `web` sur le port 8080',
        old: '`client` joint `web-old` sur le port 3000',
        metrics:
          'tous les autres ports restent fermés, les métriques de `web` aussi, et personne d’autre n’entre',
      },
      hints: [
        'La valeur de `port` peut être un numéro ou un nom.',
        'Écrivez `- port: http`, sans guillemets. Un numéro entre guillemets serait refusé.',
      ],
    },
    protocol: {
      title: 'TCP, sauf mention contraire',
      text: `
\`voice\` reçoit des appels en UDP, à partir du port 10000. Sa politique dit \`port: 10000\`, sans plus.
`,
      predict: {
        question: 'Qu’ouvre-t-elle ainsi ?',
        choices: {
          any: 'Le port 10000, quel que soit le protocole.',
          tcp: 'Le port 10000 en TCP seulement.',
          declared: 'Le port 10000 en UDP, comme le pod le déclare.',
        },
        because: `
Quand \`protocol\` manque, c’est TCP. Ce que déclare le pod n’y fait rien : la déclaration ne sert qu’à
donner des noms aux numéros. Un port qu’aucun pod ne déclare se joint tout aussi bien.
`,
      },
    },
    range: {
      title: 'D’ici jusque-là',
      text: `
Avec \`endPort\`, une entrée ouvre toute une plage, les deux bouts compris. Le premier port doit alors être
un numéro.

Ouvrez sur \`voice\` les ports UDP 10000 à 10100, et rien en TCP. Tout le monde peut appeler.
`,
      goals: {
        voice: 'les ports UDP 10000 à 10100 sont ouverts, au client comme à internet',
        beyond: 'UDP 10101 ne l’est pas, et rien ne l’est en TCP',
      },
      hints: [
        'La seule entrée sous `ports` prend trois lignes : `protocol`, `port` et `endPort`.',
        `
\`\`\`yaml
        - protocol: UDP
          port: 10000
          endPort: 10100
\`\`\`
`,
      ],
    },
  },
};
