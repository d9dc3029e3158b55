// Lesson 10 in French.
import type { TextsOf } from '../../lesson.ts';
import type { lesson } from './lesson.ts';

export const fr: TextsOf<typeof lesson> = {
  title: 'Vide, absent, null',
  steps: {
    list: {
      title: 'Une liste de règles vide',
      text: `
En YAML, il y a bien des façons de ne rien écrire : omettre un champ, l’écrire sans valeur, écrire \`[]\` ou \`{}\`.
Dans une politique, elles n’ont pas le même sens.

La politique \`front\` dit \`ingress: []\`, une liste de règles qui est vide.
`,
      predict: {
        question: 'Qui entre chez `front` ?',
        choices: { nobody: 'Personne.', everybody: 'Tout le monde : rien n’est restreint.' },
        because: `
Pas de règle, pas d’autorisation. \`ingress: []\`, \`ingress:\` sans valeur et l’absence de \`ingress\` veulent dire
la même chose : personne n’entre, dès lors que \`policyTypes\` contient \`Ingress\`.
`,
      },
    },
    rule: {
      title: 'Une règle qui ne dit rien',
      text: `
Une règle est une liste de conditions : de la part de qui, vers quels ports. Une règle sans aucune condition
correspond à tout.

Ouvrez \`front\` à tout le monde, dans le cluster et au-dehors, en ajoutant deux caractères.
`,
      goals: {
        everybody: 'tout le monde joint `front`, sur tous les ports',
        back: '`back` est aussi fermé qu’avant',
      },
      hints: [
        'La liste doit contenir une règle. Un objet sans champs s’écrit `{}`.',
        'La ligne devient `ingress: [{}]`.',
      ],
    },
    from: {
      title: 'Une règle au from vide',
      text: `
Quelqu’un croit fermer un pod par une règle qui ne nomme personne :

\`\`\`yaml
  ingress:
    - from: []
\`\`\`
`,
      predict: {
        question: 'Qui entre ?',
        choices: {
          nobody: 'Personne.',
          everybody: 'Tout le monde.',
          refused: 'Le serveur d’API refuse la politique.',
        },
        because: `
De toutes les façons de ne rien écrire, c’est la plus dangereuse. Un \`from\` absent, null ou vide ne pose **aucune
condition** : n’importe qui passe. Il en va de même de \`to\` et de \`ports\`. Fermez un pod par une liste sans
règles, jamais par une règle qui ne nomme personne.
`,
      },
    },
    null: {
      title: 'null n’est pas {}',
      text: `
La politique \`back\` doit laisser entrer les robots de tous les namespaces. Après \`namespaceSelector:\`, il n’y a
rien sur la ligne : c’est le null de YAML.
`,
      predict: {
        question: 'Quels namespaces cela désigne-t-il ?',
        choices: { all: 'Tous.', own: 'Celui de la politique.' },
        because: `
Un sélecteur **null** est pris comme s’il n’était pas là, et sans \`namespaceSelector\`, un \`podSelector\` désigne
des pods du namespace de la politique. Un sélecteur **vide**, \`{}\`, ne demande rien et choisit tous les
namespaces.

Écrivez ce qu’on voulait dire.
`,
      },
      goals: {
        robot: 'le robot de `garden` joint `back`',
        gnome: 'le nain de jardin (`gnome`) ne le joint pas, ni `front`, ni personne du dehors',
      },
      hints: [
        'Deux caractères après `namespaceSelector:`, précédés d’une espace.',
        'La ligne devient `- namespaceSelector: {}`.',
      ],
    },
    egress: {
      title: 'Encore une fois, pour la sortie',
      text: `
Une politique sans \`policyTypes\` qui contient \`egress: []\` :

\`\`\`yaml
spec:
  podSelector: {}
  egress: []
\`\`\`
`,
      predict: {
        question: 'Ses pods peuvent-ils encore ouvrir des connexions ?',
        choices: {
          shut: 'Non : la sortie est nommée et n’a pas de règles.',
          open: 'Oui, vers tout le monde.',
        },
        because: `
Quand \`policyTypes\` manque, \`Egress\` ne compte que s’il y **a** des règles de sortie. Une liste vide n’en
contient pas : la politique ne dit rien de la sortie. Elle vaut en revanche pour l’entrée, et la ferme : le
contraire de ce qu’on voulait. Écrivez \`policyTypes\`, toujours.
`,
      },
    },
  },
};
