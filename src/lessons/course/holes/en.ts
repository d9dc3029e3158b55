// Lesson 12 in English.
import type { TextsOf } from '../../lesson.ts';
import type { lesson } from './lesson.ts';

export const en: TextsOf<typeof lesson> = {
  title: 'Find the hole',
  steps: {
    read: {
      title: 'Tickets for sale',
      text: `
You take over an application that sells tickets. What it is meant to do:

- anybody may visit \`site\`, on port 8080;
- \`site\` books with \`booking\`, through the Service of that name on port 443;
- \`booking\` keeps its data in \`db\`, and only it does;
- Prometheus in \`monitoring\` reads the metrics of \`booking\` on port 9090, and nobody else there does;
- \`mailer\` sends mail to the internet, and reaches neither the company’s network, \`10.0.0.0/8\`, nor the cloud’s own
  services;
- everybody may ask the name server, and nothing else is open.

Its policies pass every check of the API server. They hold five mistakes.

Its pods have addresses in \`10.244.0.0/16\`; under **Assumptions** that is set already.
`,
      predict: {
        question: 'What do mistakes in policies do?',
        choices: {
          open: 'They leave something open.',
          shut: 'They shut something off.',
          both: 'Some open, some shut.',
        },
        because: `
Both, and it matters which. What is shut by mistake is noticed within the hour: somebody calls. What is open by
mistake is noticed by nobody, for years. Here two of them shut, and three leave a hole.
`,
      },
    },
    shut: {
      title: 'What is shut by mistake',
      text: `
Find the two mistakes that shut something, and mend them. Look at the picture, select the flows that you miss, and
read which rule stops them. Open no more than is needed.
`,
      goals: {
        names: 'all pods of `tickets` can ask the name server on port 53, by UDP and by TCP',
        booking: '`site` reaches the Service `booking` on port 443',
        only: 'nothing else has been opened on the way',
      },
      hints: [
        'Names: on which port does the name server listen? The policy is `names`.',
        'Booking: a Service listens on one port and passes on to another one. Which of the two does a policy see? Lesson 6 is about it.',
      ],
    },
    open: {
      title: 'What is open by mistake',
      text: `
Now the three holes. Select the flows that surprise you, and read which rule lets them through. Each goal is one
mistake.
`,
      goals: {
        grafana: 'Prometheus reads the metrics of `booking`, and Grafana does not get in',
        db: '`booking` reaches `db`, and nobody else does',
        metadata: '`mailer` reaches the internet, and not the cloud’s metadata at 169.254.169.254',
      },
      hints: [
        'Grafana: read the dashes in the second rule of `booking` aloud. Lesson 9 is about them.',
        'Database: lesson 10 has a rule like the one in `db`. Whom does an empty `from` mean?',
        'Mailer: one range is excepted. Lesson 7 names another one that no pod should reach, `169.254.0.0/16`.',
      ],
    },
    after: {
      title: 'So that they don’t come back',
      text: `
All five were valid. No check of their form would have found them all, and each of them could have been seen
in one look at what the policies really allow.
`,
      predict: {
        question: 'What keeps such mistakes out for good?',
        choices: {
          tests: 'Trying it out in the cluster once.',
          lint: 'A linter.',
          flows:
            'Writing down which flows must and must not be possible, and checking that at each change.',
        },
        because: `
A trial tells about today, and a linter about what looks odd. What **must** be possible, and what must not, only
you can say. Written down, it can be checked each time anybody touches a policy, just as the goals of these
lessons are.

That was the course. The cook book below the list of lessons has policies for common wishes.
`,
      },
    },
  },
};
