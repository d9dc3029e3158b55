// Lesson 2 in French.
import type { TextsOf } from '../../lesson.ts';
import type { lesson } from './lesson.ts';

export const fr: TextsOf<typeof lesson> = {
  title: 'Ce qu’est une politique',
  steps: {
    anatomy: {
      title: 'Trois questions',
      text: `
Une NetworkPolicy est une liste d’autorisations pour un groupe de pods. Lisez-la en posant trois
questions :

- **Qui sélectionne-t-elle ?** \`podSelector\` désigne les pods qu’elle protège, par leurs labels, dans le
  namespace de la politique.
- **Dans quel sens ?** \`policyTypes\` dit \`Ingress\` pour les connexions qui entrent, \`Egress\` pour celles
  qui sortent, ou les deux.
- **Qui laisse-t-elle passer ?** Ce sont les règles sous \`ingress\` ou \`egress\`.

Un pod sélectionné est fermé dans ce sens. Les règles l’ouvrent ensuite, ici et là. Aucune règle
n’interdit : ce qu’aucune règle n’autorise est refusé.
`,
      predict: {
        question:
          '`client` et `visitor` veulent tous deux joindre `server`, que la politique sélectionne. Qui entre ?',
        choices: {
          client: 'Seulement `client`.',
          both: 'Tous les deux.',
          neither: 'Aucun des deux.',
        },
        because: `
La politique sélectionne \`server\` : n’entrent donc que ceux qu’une règle laisse entrer. La seule règle
demande le label \`app: client\`. Le visiteur ne l’a pas.
`,
      },
    },
    open: {
      title: 'Qui n’est pas sélectionné reste ouvert',
      text: `
Il y a aussi un \`store\`. La politique n’en parle pas.
`,
      predict: {
        question: '`visitor` joint-il `store` ?',
        choices: {
          yes: 'Oui, sur tous les ports.',
          no: 'Non : le namespace a maintenant une politique.',
        },
        because: `
Une politique concerne les pods qu’elle sélectionne, et personne d’autre. Aucune ne sélectionne \`store\` :
tout le monde le joint, comme avant. Un namespace qui contient une politique peut rester grand ouvert.
`,
      },
    },
    select: {
      title: 'Sélectionner tout le monde',
      text: `
Changez \`podSelector\` pour que la politique sélectionne aussi \`store\`. Un sélecteur vide, \`{}\`, ne demande
rien et sélectionne donc tous les pods du namespace.
`,
      goals: {
        visitor: '`visitor` ne joint ni `store` ni `server`',
        client: '`client` joint toujours `store` et `server`',
      },
      hints: [
        'Le sélecteur demande `app: server`. Que devrait-il demander pour sélectionner tous les pods ?',
        'Écrivez `podSelector: {}` sur une seule ligne, et ôtez en dessous les deux lignes qui nomment le label.',
        `
Le début de \`spec\` devient alors :

\`\`\`yaml
spec:
  podSelector: {}
  policyTypes:
    - Ingress
\`\`\`
`,
      ],
    },
    enforce: {
      title: 'Il faut quelqu’un pour l’appliquer',
      text: `
Une NetworkPolicy n’est qu’un objet dans le serveur d’API. C’est le **plugin réseau** du cluster qui la
lit et arrête les paquets. Calico, Cilium, OVN-Kubernetes et d’autres le font. Flannel, seul, ne le fait
pas.
`,
      predict: {
        question:
          'Que se passe-t-il quand on applique une politique dans un cluster dont le plugin n’en fait respecter aucune ?',
        choices: {
          error: '`kubectl apply` répond par une erreur.',
          nothing: 'Elle est acceptée, et rien ne se passe.',
          later: 'Le trafic est arrêté, mais plus lentement.',
        },
        because: `
Elle est acceptée, \`kubectl get\` la montre comme n’importe quelle autre, et tous les paquets passent
encore. Rien ne vous avertit. Dans un cluster que vous ne connaissez pas, testez donc une politique
avant de vous y fier.

Voyez par vous-même : ouvrez **Assumptions** en haut et choisissez le plugin qui n’applique aucune
politique (Flannel seul).
`,
      },
      goals: {
        plugin: 'le plugin est de ceux qui n’appliquent aucune politique',
        flannel: '`visitor` joint donc `server` et `store`, quoi que dise la politique',
      },
      hints: [
        'Répondez d’abord à la question : la réponse dit où regarder.',
        'Sous **Assumptions**, dans le champ **Network plugin**, choisissez **None that enforces policies (plain Flannel)**.',
      ],
    },
    back: {
      title: 'Et retour',
      text: `
Dans le même champ, choisissez de nouveau la première entrée : la spécification, qui dit ce que signifient les politiques
partout où elles sont appliquées. C’est elle que suivent toutes les leçons suivantes.
`,
      goals: { closed: '`visitor` ne joint ni l’un ni l’autre' },
      hints: [
        'C’est le même champ, sous **Assumptions**. La ligne au-dessus de l’image qui parle du plugin doit avoir disparu.',
      ],
    },
  },
};
