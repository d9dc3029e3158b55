// What the list of lessons says, in French.
import type { Headings } from '../course.ts';

export const headings: Headings = {
  namespaces: {
    title: 'Les namespaces n’isolent pas',
    about: 'Qui joint qui tant que personne n’a écrit de politique',
  },
  policy: {
    title: 'Ce qu’est une politique',
    about: 'Qui elle sélectionne, qui reste ouvert, et qui doit l’appliquer',
  },
  nginx: {
    title: 'L’exercice nginx',
    about: 'Déployer, tester, bloquer, laisser entrer de nouveau, au terminal',
  },
  directions: {
    title: 'Sortir de l’un, entrer chez l’autre',
    about: 'Un flux passe deux portes, et toutes deux doivent être ouvertes',
  },
  selectors: {
    title: 'Les autres namespaces, et le serveur d’API',
    about: 'Laisser entrer une équipe, et tenir les pods loin du serveur d’API',
  },
  ports: {
    title: 'Les ports et leurs noms',
    about: 'Numéros, plages, protocoles, et noms que chaque pod résout',
  },
};
