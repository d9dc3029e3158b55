// Lesson 12 in French.
import type { TextsOf } from '../../lesson.ts';
import type { lesson } from './lesson.ts';

export const fr: TextsOf<typeof lesson> = {
  title: 'Trouvez la faille',
  steps: {
    read: {
      title: 'Billets à vendre',
      text: `
Vous reprenez une application qui vend des billets. Voici ce qu’elle doit faire :

- tout le monde peut visiter \`site\`, sur le port 8080 ;
- \`site\` réserve auprès de \`booking\`, par le Service de ce nom, sur le port 443 ;
- \`booking\`, et lui seul, garde ses données dans \`db\` ;
- le Prometheus de \`monitoring\` lit les métriques de \`booking\` sur le port 9090, et personne d’autre là-bas ;
- \`mailer\` envoie du courrier vers internet, et ne joint ni le réseau de l’entreprise, \`10.0.0.0/8\`, ni les services
  internes du cloud ;
- chacun peut interroger le serveur de noms, et rien d’autre n’est ouvert.

Ses politiques passent tous les contrôles du serveur d’API. Elles contiennent cinq erreurs.

Les adresses de ses pods sont dans \`10.244.0.0/16\` ; c’est déjà indiqué sous **Assumptions**.
`,
      predict: {
        question: 'Que produisent les erreurs dans les politiques ?',
        choices: {
          open: 'Elles laissent quelque chose ouvert.',
          shut: 'Elles coupent quelque chose.',
          both: 'Les unes ouvrent, les autres ferment.',
        },
        because: `
Les deux, et la différence compte. Ce qui est fermé par erreur se remarque dans l’heure : quelqu’un appelle. Ce
qui est ouvert par erreur, personne ne le remarque, pendant des années. Ici, deux ferment, et trois laissent une
faille.
`,
      },
    },
    shut: {
      title: 'Ce qui est fermé par erreur',
      text: `
Trouvez les deux erreurs qui ferment quelque chose, et réparez-les. Regardez l’image, sélectionnez les flux qui vous
manquent, et lisez quelle règle les arrête. N’ouvrez rien de plus que nécessaire.
`,
      goals: {
        names:
          'tous les pods de `tickets` peuvent interroger le serveur de noms sur le port 53, en UDP et en TCP',
        booking: '`site` joint le Service `booking` sur le port 443',
        only: 'rien d’autre n’a été ouvert au passage',
      },
      hints: [
        'Les noms : sur quel port écoute le serveur de noms ? La politique est `names`.',
        'La réservation : un Service écoute sur un port et transmet à un autre. Lequel des deux une politique voit-elle ? La leçon 6 en parle.',
      ],
    },
    open: {
      title: 'Ce qui est ouvert par erreur',
      text: `
Passons aux trois failles. Sélectionnez les flux qui vous étonnent, et lisez quelle règle les laisse passer. À chaque
objectif correspond une erreur.
`,
      goals: {
        grafana: 'Prometheus lit les métriques de `booking`, et Grafana n’entre pas',
        db: '`booking` joint `db`, et personne d’autre n’y arrive',
        metadata: '`mailer` joint internet, mais pas les métadonnées du cloud à 169.254.169.254',
      },
      hints: [
        'Grafana : lisez à voix haute les tirets de la seconde règle de `booking`. La leçon 9 en parle.',
        'La base de données : la leçon 10 montre une règle semblable à celle de `db`. Qui désigne un `from` vide ?',
        'Le courrier : une plage est exclue. La leçon 7 en nomme une autre qu’aucun pod ne devrait joindre, `169.254.0.0/16`.',
      ],
    },
    after: {
      title: 'Pour qu’elles ne reviennent pas',
      text: `
Toutes les cinq étaient valides. Aucun contrôle de la forme ne les aurait toutes trouvées, et chacune se voyait
d’un seul regard sur ce que les politiques autorisent vraiment.
`,
      predict: {
        question: 'Qu’est-ce qui écarte de telles erreurs pour de bon ?',
        choices: {
          tests: 'Essayer une fois dans le cluster.',
          lint: 'Un linter.',
          flows:
            'Écrire quels flux doivent être possibles et lesquels ne le doivent pas, et le vérifier à chaque changement.',
        },
        because: `
Un essai ne renseigne que sur aujourd’hui, et un linter que sur ce qui a l’air étrange. Ce qui **doit** être possible, et ce
qui ne le doit pas, vous seul pouvez le dire. Une fois écrit, cela se vérifie chaque fois que quelqu’un touche à
une politique, tout comme les objectifs de ces leçons.

C’était le cours. Le livre de recettes, sous la liste des leçons, contient des politiques pour les besoins
courants.
`,
      },
    },
  },
};
