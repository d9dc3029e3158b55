// The author's desk in French.
import type { AuthorWords } from './words.ts';

export const fr: AuthorWords = {
  heading: 'Écrire une leçon',
  about:
    'Préparez des manifestes dans l’éditeur, cliquez sur des flux dans l’image pour en faire des objectifs, puis distribuez un lien. Le lien contient toute la leçon ; rien n’est envoyé à un serveur. Ce que vous écrivez est conservé dans ce navigateur.',
  title: 'Titre',
  minutes: 'Minutes',
  language: 'Langue de la leçon',
  start: 'Point de départ',
  aboutStart: 'Ce que l’on trouve dans l’éditeur en ouvrant la leçon.',
  takeStart: 'Partir de ce que contient l’éditeur',
  put: 'Le mettre dans l’éditeur',
  holds: (files) => (files === 1 ? '1 fichier' : `${files} fichiers`),
  steps: 'Étapes',
  step: (number) => `Étape ${number}`,
  addStep: 'Ajouter une étape',
  removeStep: 'Supprimer cette étape',
  earlier: 'Avancer',
  later: 'Reculer',
  stepTitle: 'Titre de l’étape',
  text: 'Texte',
  aboutText:
    'Une ligne vide commence un paragraphe, un tiret une liste. **gras**, `code`, [texte](https://…) ; trois accents graves suivis de « commands » ou « yaml » encadrent un bloc.',
  goals: 'Objectifs',
  pickFlow: 'Cliquez sur un flux dans l’image pour en faire un objectif.',
  picked: 'Sélectionné dans l’image :',
  allow: 'doit être possible',
  deny: 'ne doit pas être possible',
  ports: 'Ports',
  aboutPorts: 'Par exemple 80, 53/UDP. Vide : tous les ports.',
  goalWords: 'Ce que lit l’élève',
  addGoal: 'Ajouter cet objectif',
  remove: (what) => `Supprimer : ${what}`,
  goalSays: (from, to, ports, expect) => {
    const on = ports === '' ? '' : ` sur ${ports}`;
    return expect === 'allow' ? `${from} atteint ${to}${on}.` : `${from} n’atteint pas ${to}${on}.`;
  },
  hints: 'Indices',
  hint: (number) => `Indice ${number}`,
  addHint: 'Ajouter un indice',
  question: 'Question préalable',
  addQuestion: 'Ajouter une question de prédiction',
  removeQuestion: 'Supprimer la question',
  asks: 'Question',
  choice: (number) => `Choix ${number}`,
  isRight: 'juste',
  addChoice: 'Ajouter un choix',
  because: 'Pourquoi',
  showsFlow: (from, to) => `La réponse montre ${from} → ${to}.`,
  showSelected: 'Montrer le flux sélectionné avec la réponse',
  solution: 'Solution',
  aboutSolution: 'Résolvez l’étape dans l’éditeur, puis prenez le résultat comme solution.',
  takeSolution: 'Résolue par ce que contient l’éditeur',
  removeSolution: 'Supprimer la solution',
  proof: 'Est-ce que cela fonctionne ?',
  proven: 'Oui : chaque objectif est d’abord hors d’atteinte, et sa solution l’atteint.',
  checking: 'Vérification…',
  complaint: (complaint) => {
    switch (complaint.kind) {
      case 'no-title':
        return 'La leçon n’a pas de titre.';
      case 'no-goals':
        return 'Aucune étape n’a d’objectif.';
      case 'no-text':
        return `L’étape ${complaint.step + 1} n’a pas de texte.`;
      case 'no-solution':
        return `L’étape ${complaint.step + 1} a des objectifs mais pas de solution : nul ne sait s’ils sont atteignables.`;
      case 'nothing-to-solve':
        return `L’étape ${complaint.step + 1} a une solution mais pas d’objectif.`;
      case 'reached-before':
        return `Les objectifs de l’étape ${complaint.step + 1} sont atteints avant toute action.`;
      case 'not-reached':
        return `La solution de l’étape ${complaint.step + 1} n’atteint pas : ${complaint.goal}`;
    }
  },
  handOut: 'Distribuer',
  noSolutions: 'Sans les solutions',
  inOrder: 'Chaque étape s’ouvre quand la précédente est réussie',
  readOnly: 'En lecture seule : les manifestes ne sont pas modifiables',
  isEmpty: 'Donnez-lui un titre et écrivez une étape avant de la distribuer.',
  copyLink: 'Créer un lien',
  copied: (characters) => `Lien copié : ${characters} caractères.`,
  copyThis: 'Copiez ce lien :',
  frame: 'Pour des diapositives, un cadre :',
  qr: {
    code: 'Code QR',
    close: 'Fermer',
    loading: 'Chargement…',
    picture: 'Code QR du lien',
    tooLong: (characters, most) =>
      `Ce lien est trop long pour un code QR : ${characters} caractères, et un code en contient ${most}.`,
    fine: 'Les carrés de ce code sont petits : il faut s’en approcher, et une fenêtre plus grande aide.',
    shorter:
      'Pour un lien plus court, enregistrez la leçon dans un fichier, mettez-le sur le web et donnez cette page avec ?src= et l’adresse du fichier.',
  },
  onlyHere:
    'Cette page est un fichier sur votre ordinateur, et son lien ne s’ouvre nulle part ailleurs. Distribuez la leçon comme fichier, ou créez le lien dans Netpolis sur le web.',
  tooLong: 'C’est plus que ce qu’une adresse peut contenir. Enregistrez un fichier.',
  saveFile: 'Enregistrer un fichier',
  openFile: 'Ouvrir un fichier de leçon',
  notALesson: 'Ce fichier ne contient pas de leçon.',
  newerFile: 'Ce fichier vient d’un Netpolis plus récent que cette page. Rechargez la page.',
  opened: (title) => `« ${title} » est ouverte à la place de ce que vous écriviez.`,
  takeBack: 'Y revenir',
  tryIt: 'Essayer',
  begin: 'Commencer une nouvelle leçon',
  askBegin:
    'Ce que vous avez écrit ici sera supprimé. Enregistrez-le dans un fichier si vous voulez le garder.',
  notKept:
    'Le navigateur n’a pas la place de conserver cette leçon. Enregistrez-la dans un fichier.',
  replacedBy: 'Remplacé par les manifestes de votre leçon',
};
