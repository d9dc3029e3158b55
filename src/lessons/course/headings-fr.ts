// What the list of lessons says, in French.
import type { Headings } from '../course.ts';

export const headings: Headings = {
  namespaces: {
    title: 'Les namespaces n’isolent pas',
    about: 'Qui joint qui tant que personne n’a écrit de politique',
  },
};
