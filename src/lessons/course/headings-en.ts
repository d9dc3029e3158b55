// What the list of lessons says, in English.
import type { Headings } from '../course.ts';

export const headings: Headings = {
  namespaces: {
    title: 'Namespaces do not isolate',
    about: 'Who reaches whom before anybody has written a policy',
  },
};
