// The cook book in French.
import type { CookBookTexts } from './recipes.ts';

export const texts: CookBookTexts = {
  '01': {
    title: 'Personne ne joint une application',
    about:
      'Une politique qui sélectionne les pods d’une application et n’a pas de règles : personne n’entre. Le reste du namespace demeure aussi ouvert qu’avant.',
  },
  '02': {
    title: 'Certains pods joignent une application',
    about:
      'Seuls les pods du même namespace qui portent un certain label entrent. Tous les autres sont refusés.',
  },
  '02a': {
    title: 'Tout le monde joint une application',
    about:
      'Une seule règle sans conditions, `{}`, ouvre une application dans un namespace par ailleurs fermé. Les politiques s’additionnent : celle qui ferme tout, à côté, n’enlève rien.',
  },
  '03': {
    title: 'Fermer tout un namespace',
    about:
      'Un `podSelector` vide sélectionne tous les pods. Sans règles, personne n’entre chez aucun d’eux, tant qu’aucune autre politique ne l’autorise.',
  },
  '04': {
    title: 'Tenir les autres namespaces dehors',
    about:
      'Les pods du namespace se joignent entre eux ; tous les autres restent dehors. Un `podSelector` seul désigne des pods du namespace de la politique.',
  },
  '05': {
    title: 'Ouvert à tous les namespaces',
    about:
      'Un `namespaceSelector` vide désigne les pods de tous les namespaces. Les adresses hors du cluster n’en font pas partie.',
  },
  '06': {
    title: 'Laisser entrer un type de namespaces',
    about:
      'On choisit des namespaces par un label, par exemple `purpose: production`. Tous leurs pods entrent, quels que soient leurs propres labels.',
  },
  '07': {
    title: 'Laisser entrer quelques pods d’un autre namespace',
    about:
      'Les deux sélecteurs dans une même entrée : le namespace doit correspondre, et le pod aussi. Écrits en deux entrées, l’un ou l’autre suffirait.',
  },
  '08': {
    title: 'Ouvert sur l’extérieur',
    about:
      'Une règle sans condition laisse entrer tout le monde, y compris depuis internet et par un répartiteur de charge. Avec `ports: [{port: 80}]`, elle n’ouvrirait que ce port.',
  },
  '09': {
    title: 'Ouvrir un seul port',
    about:
      'La supervision lit les métriques sur un port, et rien d’autre de l’application. Le numéro est celui du pod, non celui d’un Service placé devant.',
  },
  '10': {
    title: 'Plusieurs applications à la fois',
    about:
      'Une liste d’entrées sous `from` : quiconque correspond à l’une d’elles entre. Deux labels dans une même entrée doivent être présents tous les deux.',
  },
  '11': {
    title: 'Une application qui ne joint personne',
    about:
      'Aucune connexion ne sort, sauf vers le port 53, pour que les noms puissent encore être résolus. Attention : c’est le port 53 de n’importe qui, pas seulement du serveur de noms.',
  },
  '12': {
    title: 'Rien ne sort du namespace',
    about:
      'Le pendant de la recette 03 pour la sortie. Le DNS est bloqué lui aussi : rien ne marche par son nom tant qu’une politique ne laisse pas les pods interroger le serveur de noms.',
  },
  '14': {
    title: 'Rester dans le cluster',
    about:
      'Les pods de tous les namespaces sont joignables, l’extérieur ne l’est pas. Le port 53 est ouvert vers tous, car le serveur de noms peut aussi se trouver dehors.',
  },
};
