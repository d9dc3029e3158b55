// What the list of lessons says, in English.
import type { Headings } from '../course.ts';

export const headings: Headings = {
  namespaces: {
    title: 'Namespaces do not isolate',
    about: 'Who reaches whom before anybody has written a policy',
  },
  policy: {
    title: 'What a policy is',
    about: 'Whom it selects, who stays open, and who must enforce it',
  },
  nginx: {
    title: 'The nginx exercise',
    about: 'Deploy, test, block and let in again, in the terminal',
  },
  directions: {
    title: 'Out of one, into the other',
    about: 'A flow passes two doors, and both must be open',
  },
  selectors: {
    title: 'Other namespaces, and the API server',
    about: 'Let in a team, and keep pods away from the API server',
  },
  ports: {
    title: 'Ports and their names',
    about: 'Numbers, ranges, protocols, and names that each pod resolves',
  },
  blocks: {
    title: 'Addresses and blocks',
    about: 'The world outside the cluster, with holes in it',
  },
  'default-deny': {
    title: 'Default deny, and the DNS trap',
    about: 'Shut everything, open what is needed, and don’t forget the names',
  },
  'and-or': {
    title: 'AND against OR',
    about: 'One dash decides who gets in',
  },
  empty: {
    title: 'Empty, missing, null',
    about: 'The many ways to write nothing, and what each of them means',
  },
  tiers: {
    title: 'Administrators, and the Pass chain',
    about: 'What administrators settle before and after the team',
  },
  holes: {
    title: 'Find the hole',
    about: 'A whole application with five mistakes in its policies',
  },
};
