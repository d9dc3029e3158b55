// The author's desk in English.
import { QR_WORDS } from '../../../qr/words.ts';
import type { AuthorWords } from './words.ts';

export const en: AuthorWords = {
  heading: 'Write a lesson',
  about:
    'Set up manifests in the editor, click flows in the picture to make them goals, and hand out a link. The link holds the whole lesson; nothing is uploaded. What you write is kept in this browser.',
  title: 'Title',
  minutes: 'Minutes',
  language: 'Language of the lesson',
  start: 'Where it starts',
  aboutStart: 'What learners find in the editor.',
  takeStart: 'Start with what the editor holds now',
  put: 'Put it into the editor',
  holds: (files) => (files === 1 ? '1 file' : `${files} files`),
  steps: 'Steps',
  step: (number) => `Step ${number}`,
  addStep: 'Add a step',
  removeStep: 'Remove this step',
  earlier: 'Move earlier',
  later: 'Move later',
  stepTitle: 'Title of the step',
  text: 'Text',
  aboutText:
    'An empty line begins a paragraph, a dash a list. **bold**, `code`, [words](https://…); three backquotes and “commands” or “yaml” fence a block.',
  goals: 'Goals',
  pickFlow: 'Click a flow in the picture to make it a goal.',
  picked: 'Selected in the picture:',
  allow: 'must be possible',
  deny: 'must not be possible',
  ports: 'Ports',
  aboutPorts: 'Such as 80, 53/UDP. Empty: every port.',
  goalWords: 'What the learner reads',
  addGoal: 'Add this goal',
  remove: (what) => `Remove: ${what}`,
  goalSays: (from, to, ports, expect) => {
    const on = ports === '' ? '' : ` on ${ports}`;
    return expect === 'allow' ? `${from} reaches ${to}${on}.` : `${from} doesn’t reach ${to}${on}.`;
  },
  hints: 'Hints',
  hint: (number) => `Hint ${number}`,
  addHint: 'Add a hint',
  question: 'Question before it',
  addQuestion: 'Add a question to predict',
  removeQuestion: 'Remove the question',
  asks: 'Question',
  choice: (number) => `Choice ${number}`,
  isRight: 'right',
  addChoice: 'Add a choice',
  because: 'Why',
  showsFlow: (from, to) => `The answer shows ${from} → ${to}.`,
  showSelected: 'Show the selected flow with the answer',
  solution: 'Solution',
  aboutSolution: 'Solve it in the editor, then take that as the solution.',
  takeSolution: 'Solved by what the editor holds now',
  removeSolution: 'Remove the solution',
  proof: 'Does it work?',
  proven: 'Yes: every goal is out of reach at first, and its solution reaches it.',
  checking: 'Checking …',
  complaint: (complaint) => {
    switch (complaint.kind) {
      case 'no-title':
        return 'The lesson has no title.';
      case 'no-goals':
        return 'No step has a goal.';
      case 'no-text':
        return `Step ${complaint.step + 1} has no text.`;
      case 'no-solution':
        return `Step ${complaint.step + 1} has goals and no solution: nobody knows whether they can be reached.`;
      case 'nothing-to-solve':
        return `Step ${complaint.step + 1} has a solution and no goal.`;
      case 'reached-before':
        return `The goals of step ${complaint.step + 1} hold before anything is done.`;
      case 'not-reached':
        return `The solution of step ${complaint.step + 1} does not reach: ${complaint.goal}`;
    }
  },
  handOut: 'Hand it out',
  noSolutions: 'Without the solutions',
  inOrder: 'Each step opens when the one before is reached',
  readOnly: 'To look at: the manifests can’t be edited',
  isEmpty: 'Give it a title and write a step before you hand it out.',
  copyLink: 'Make a link',
  copied: (characters) => `Link copied: ${characters} characters.`,
  copyThis: 'Copy this link:',
  frame: 'For slides, as a frame:',
  qr: {
    ...QR_WORDS,
    shorter:
      'For a shorter link, save the lesson as a file, put it on the web, and share this page with ?src= and the address of the file.',
  },
  onlyHere:
    'This page is a file on your computer, and its link opens nowhere else. Hand out the lesson as a file, or make the link in Netpolis on the web.',
  tooLong: 'This is more than an address can hold. Save it as a file.',
  saveFile: 'Save as a file',
  openFile: 'Open a lesson file',
  notALesson: 'This file holds no lesson.',
  newerFile: 'This file was made by a newer Netpolis than this page. Reload the page.',
  opened: (title) => `Opened “${title}” in place of what you were writing.`,
  takeBack: 'Go back to that',
  tryIt: 'Try it',
  begin: 'Begin a new lesson',
  askBegin: 'What you have written here is removed. Save it as a file if you want to keep it.',
  notKept: 'The browser has no room to keep this lesson. Save it as a file.',
  replacedBy: 'Replaced by manifests of your lesson',
};
