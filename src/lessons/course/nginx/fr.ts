// Lesson 3 in French.
import type { TextsOf } from '../../lesson.ts';
import type { lesson } from './lesson.ts';

export const fr: TextsOf<typeof lesson> = {
  title: 'L’exercice nginx',
  steps: {
    deploy: {
      title: 'Deux serveurs web',
      text: `
Cet exercice se tape au clavier. Ouvrez le **Terminal** : il offre un \`kubectl\` pour le cluster de
l’éditeur, encore vide. Commencez par deux exemplaires de nginx :

\`\`\`commands
kubectl run nginx --image=nginx --replicas=2
\`\`\`

On l’a écrit ainsi pendant des années, et le terminal le prend comme on l’entendait alors : un Deployment
dont les pods portent le label \`run: nginx\`. Aujourd’hui, \`kubectl run\` ne crée qu’un seul pod, et l’on
dirait \`kubectl create deployment\`.
`,
      goals: { runs: 'nginx tourne, et il est ouvert à tous sur le port 80' },
      hints: [
        'Le terminal s’ouvre en bas de la page. Cliquez dedans et tapez, ou laissez le bouton sous la commande taper pour vous.',
        'Ce que la commande a créé se trouve dans un nouveau fichier de l’éditeur, `terminal.yaml`. Si le nom `nginx` est déjà pris par autre chose, recommencez la leçon.',
      ],
    },
    expose: {
      title: 'Un nom pour les deux',
      text: `
Les pods vont et viennent, et leurs adresses avec eux. Un Service leur donne un seul nom et une seule
adresse :

\`\`\`commands
kubectl expose deployment nginx --port=80
kubectl get svc,pod | grep nginx
\`\`\`

La liste montre le Service et les deux pods qui sont derrière.
`,
      goals: { service: 'le Service `nginx` mène aux pods, sur le port 80' },
      hints: [
        'Le Service doit s’appeler `nginx` et se trouver dans le namespace `default` ; c’est le cas si vous tapez la commande telle quelle.',
      ],
    },
    test: {
      title: 'De l’intérieur',
      text: `
Rendez-lui maintenant visite depuis un autre pod. Cette commande en démarre un avec un shell dedans, et le
supprime quand vous en sortez :

\`\`\`commands
kubectl run -i --tty interactivetest --image=alpine --restart=Never --rm -- sh
\`\`\`

Dans ce shell :

\`\`\`commands
wget -qO- nginx
\`\`\`

Vous voyez la page par laquelle nginx accueille tout le monde. Restez dans le shell jusqu’à ce que
l’objectif soit coché, puis quittez-le :

\`\`\`commands
exit
\`\`\`
`,
      goals: { inside: 'depuis le pod `interactivetest`, le nom `nginx` mène à une réponse' },
      hints: [
        'L’objectif parle d’un pod qui existe : il se coche tant que le shell est ouvert, et reste coché ensuite.',
        'Si le terminal dit que `interactivetest` existe déjà, c’est qu’il est resté là : `kubectl delete pod interactivetest`.',
      ],
    },
    apply: {
      title: 'Fermer la porte',
      text: `
L’éditeur contient un fichier qui n’est pas encore appliqué : \`access-nginx.yaml\`. Lisez-le avant de continuer.
`,
      predict: {
        question: 'Une fois qu’il sera appliqué, qui joindra encore nginx ?',
        choices: {
          labelled: 'Les pods du même namespace qui portent le label `iamnice: yeah`.',
          nobody: 'Absolument personne.',
          namespace: 'Tous les pods du namespace `default`.',
        },
        because: `
Il sélectionne les pods qui portent \`run: nginx\` et laisse entrer ceux qui portent \`iamnice: yeah\`. Aucun
namespace n’est nommé : ce doivent donc être des pods du namespace de la politique. Tous les autres,
dedans comme dehors, restent à la porte.

\`\`\`commands
kubectl apply -f access-nginx.yaml
\`\`\`
`,
      },
      goals: { closed: 'nginx n’est plus ouvert à tous' },
      hints: [
        'Répondez à la question : la commande est dans la réponse.',
        'On peut aussi appliquer le fichier dans l’éditeur, avec le bouton au-dessus de son texte.',
        'Il est appliqué, et nginx est toujours ouvert ? C’est que ses pods ont un autre label que `run: nginx`, comme ceux que crée `kubectl create deployment` : supprimez le Deployment et le Service, et revenez à la première étape.',
      ],
    },
    blocked: {
      title: 'Constater le blocage',
      text: `
Démarrez le même shell que tout à l’heure :

\`\`\`commands
kubectl run -i --tty interactivetest --image=alpine --restart=Never --rm -- sh
\`\`\`
`,
      predict: {
        question: 'Qu’y affichera `wget -qO- --timeout=2 nginx` ?',
        choices: {
          refused: '« Connection refused », aussitôt.',
          silence: 'Rien pendant deux secondes, puis « timed out ».',
          unknown: '« Bad address » : le nom n’est plus connu.',
        },
        because: `
Le nom est toujours connu, car la politique parle de nginx et non du serveur de noms. Mais les paquets
vers nginx sont abandonnés sans un mot, et \`wget\` attend jusqu’au bout de sa patience. Voilà à quoi ressemble
une politique vue de l’intérieur : non pas un refus, mais le silence.

\`\`\`commands
wget -qO- --timeout=2 nginx
exit
\`\`\`

La petite ligne \`why?\` après la commande mène à la politique qui en est la cause.
`,
      },
      goals: { stopped: 'le pod `interactivetest` est là, et ne joint pas nginx' },
      hints: [
        'Comme tout à l’heure, l’objectif se coche tant que le shell est ouvert.',
        'Il passe encore ? C’est que le pod a déjà le label, ou que la politique n’est pas appliquée.',
      ],
    },
    nice: {
      title: 'Revenir, et être gentil',
      text: `
Encore une fois, mais avec le label que demande la politique :

\`\`\`commands
kubectl run -i --tty interactivetest --image=alpine --labels="iamnice=yeah" --restart=Never --rm -- sh
\`\`\`

Et dans le shell :

\`\`\`commands
wget -qO- --timeout=2 nginx
exit
\`\`\`

Quiconque peut créer des pods peut aussi leur donner ce label. Une politique fondée sur des labels vaut
ce que vaut le contrôle exercé sur ceux qui les posent.
`,
      goals: {
        welcome: 'depuis `interactivetest` et son label, `nginx` répond',
        others: 'tous les autres restent dehors, y compris les pods sans ce label',
      },
      hints: [
        'Le label fait partie de la commande : `--labels="iamnice=yeah"`, avec des guillemets droits.',
        'Regardez le pod sur l’image tant que le shell est ouvert : une flèche verte va de lui à nginx.',
      ],
    },
    reset: {
      title: 'Ranger',
      text: `
Ce que vous avez créé peut disparaître à son tour :

\`\`\`commands
kubectl delete deployment,svc nginx
kubectl delete networkpolicy access-nginx
\`\`\`
`,
      goals: { gone: 'nginx n’est plus là', out: 'le pod de test non plus' },
      hints: [
        'Le shell est-il encore ouvert ? Tapez d’abord `exit` : vous retrouvez alors votre propre invite, là où se trouve `kubectl`.',
      ],
    },
  },
};
