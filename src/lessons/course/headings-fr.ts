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
    about: 'Un flux franchit deux portes, et toutes deux doivent être ouvertes',
  },
  selectors: {
    title: 'Les autres namespaces, et le serveur d’API',
    about: 'Laisser entrer une équipe, et tenir les pods loin du serveur d’API',
  },
  ports: {
    title: 'Les ports et leurs noms',
    about: 'Numéros, plages, protocoles, et noms que chaque pod résout',
  },
  blocks: {
    title: 'Adresses et blocs',
    about: 'Le monde hors du cluster, et des trous dedans',
  },
  'default-deny': {
    title: 'Tout refuser, et le piège du DNS',
    about: 'Tout fermer, ouvrir ce qu’il faut, sans oublier les noms',
  },
  'and-or': {
    title: 'ET ou OU',
    about: 'Un tiret décide qui entre',
  },
  empty: {
    title: 'Vide, absent, null',
    about: 'Les façons de ne rien écrire, et ce que chacune veut dire',
  },
  tiers: {
    title: 'Les administrateurs, et la chaîne Pass',
    about: 'Ce que les administrateurs règlent avant et après l’équipe',
  },
  holes: {
    title: 'Trouvez la faille',
    about: 'Toute une application, et cinq erreurs dans ses politiques',
  },
};
