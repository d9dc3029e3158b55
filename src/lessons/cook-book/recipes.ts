// An example for every recipe of ahmetb/kubernetes-network-policy-recipes, grouped as they are there: the facts are theirs, the manifests ours.
import { ADVANCED } from './advanced.ts';
import { BASICS } from './basics.ts';
import { TO_THE_OUTSIDE } from './egress.ts';
import { NAMESPACES } from './namespaces.ts';
import { FROM_OUTSIDE } from './outside.ts';
import type { Recipe } from './recipe.ts';

export const RECIPES = {
  ...BASICS,
  ...NAMESPACES,
  ...FROM_OUTSIDE,
  ...ADVANCED,
  ...TO_THE_OUTSIDE,
} as const;

export type RecipeId = keyof typeof RECIPES;

/** In the order of their numbers; as keys, those without a leading zero would come first. */
export const RECIPE_IDS = (Object.keys(RECIPES) as RecipeId[]).toSorted();

export interface RecipeTexts {
  readonly title: string;
  /** A sentence or two. */
  readonly about: string;
}

export type CookBookTexts = Readonly<Record<RecipeId, RecipeTexts>>;

export function recipeOf(id: RecipeId): Recipe {
  return RECIPES[id];
}
