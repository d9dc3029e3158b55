// Lesson 7 in French.
import type { TextsOf } from '../../lesson.ts';
import type { lesson } from './lesson.ts';

export const fr: TextsOf<typeof lesson> = {
  title: 'Adresses et blocs',
  steps: {
    outside: {
      title: 'Au-delà du cluster',
      text: `
Ce qui est hors du cluster n’a pas de labels, seulement des adresses. Un \`ipBlock\` en désigne un bloc, par
exemple \`198.51.100.0/24\` : toutes les adresses qui ont en commun les 24 premiers bits, ici de 198.51.100.0
à 198.51.100.255.

\`mailer\` est enfermé pour l’instant. Laissez-le sortir vers le fournisseur de messagerie, dont les serveurs
sont dans \`198.51.100.0/24\`, sur le port 587.
`,
      goals: {
        provider: '`mailer` joint tous les serveurs du fournisseur sur le port 587',
        ports: 'mais sur aucun autre port, par exemple 25',
        others: 'et personne d’autre au-dehors',
      },
      hints: [
        'La politique `mailer` a des `policyTypes` et pas encore d’`egress`. `egress` se place avec la même indentation que `policyTypes`.',
        'Une règle avec `to` et `ports`. L’entrée sous `to` est un `ipBlock` avec un `cidr`.',
        `
\`\`\`yaml
  egress:
    - to:
        - ipBlock:
            cidr: 198.51.100.0/24
      ports:
        - port: 587
\`\`\`
`,
      ],
    },
    metadata: {
      title: 'Ce que veut dire 0.0.0.0/0',
      text: `
\`web\` peut aller vers \`0.0.0.0/0\`. La personne qui l’a écrit pensait : « internet ».
`,
      predict: {
        question: 'Que contient `0.0.0.0/0` ?',
        choices: {
          internet: 'Seulement l’internet public.',
          pods: 'Internet et les pods du cluster, mais rien entre les deux.',
          everything:
            'Toutes les adresses IPv4 : internet, le réseau de l’entreprise, les nœuds, le service de métadonnées du cloud.',
        },
        because: `
Tout IPv4. Cela comprend les plages privées, où vivent bureaux, bases de données et nœuds, ainsi que
\`169.254.169.254\`, où la plupart des clouds donnent des identifiants à qui les demande de l’intérieur.

Mais rien d’IPv6 : pour cela, il y a \`::/0\`.
`,
      },
    },
    except: {
      title: 'Un bloc troué',
      text: `
\`except\` perce des trous dans un bloc. Laissez \`web\` joindre internet, mais ni les plages privées ni la
plage lien-local (link-local) :

- \`10.0.0.0/8\`, \`172.16.0.0/12\`, \`192.168.0.0/16\`
- \`169.254.0.0/16\`
`,
      goals: {
        internet: '`web` joint internet',
        private: 'il ne joint pas les plages privées',
        metadata: 'ni la plage lien-local, où se trouve le service de métadonnées',
      },
      hints: [
        '`except` est un champ de `ipBlock`, à côté de `cidr`, et contient une liste.',
        'Chaque trou doit être à l’intérieur du bloc et plus petit que lui ; sinon le serveur d’API refuse la politique.',
        `
\`\`\`yaml
        - ipBlock:
            cidr: 0.0.0.0/0
            except:
              - 10.0.0.0/8
              - 172.16.0.0/12
              - 192.168.0.0/16
              - 169.254.0.0/16
\`\`\`
`,
      ],
    },
    union: {
      title: 'Un trou n’est pas une interdiction',
      text: `
Quelqu’un ajoute pour \`web\` une autre politique, qui le laisse sortir vers \`10.1.2.0/24\`, où se trouve le
système des stocks.
`,
      predict: {
        question: 'La première politique exclut `10.0.0.0/8`. `web` joint-il 10.1.2.3 ?',
        choices: {
          deny: 'Non : l’exception l’interdit.',
          allow: 'Oui : l’autre politique l’autorise.',
        },
        because: `
Les politiques ne font que s’additionner. \`except\` dit ce que **cette entrée** n’autorise pas ; une autre
entrée ou une autre politique le peut. Avec les NetworkPolicies, rien ne s’interdit pour de bon ; la leçon 11
montre ce qui le permet.
`,
      },
    },
    pods: {
      title: 'Les blocs et les pods',
      text: `
Les pods ont eux aussi des adresses. On pourrait laisser entrer un voisin par la sienne, avec
\`cidr: 10.244.1.17/32\`.
`,
      predict: {
        question: 'Est-ce une bonne idée ?',
        choices: {
          fine: 'Oui, c’est plus précis qu’un label.',
          refused: 'Non, le serveur d’API le refuse.',
          changes: 'Non : la prochaine adresse du pod sera une autre.',
        },
        because: `
Les pods sont sans cesse remplacés, et chaque nouveau a une nouvelle adresse ; l’ancienne peut échoir à un
inconnu. De plus, les plugins réseau ne s’accordent pas sur la question de savoir si un \`ipBlock\` désigne
des pods : chez Cilium, par défaut, ce n’est pas le cas. Les blocs sont pour le dehors, les sélecteurs pour
les pods. Quand une réponse dépend d’adresses que les manifestes ne disent pas, l’image le montre en ambre.
`,
      },
    },
  },
};
