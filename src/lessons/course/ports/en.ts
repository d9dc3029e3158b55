// Lesson 6 in English.
import type { TextsOf } from '../../lesson.ts';
import type { lesson } from './lesson.ts';

export const en: TextsOf<typeof lesson> = {
  title: 'Ports and their names',
  steps: {
    service: {
      title: 'Which port is it?',
      text: `
The Service \`web\` listens on port 80 and passes connections on to port 8080 of its pods: that is its
\`targetPort\`. The policy \`web\` lets the client in on port 80.
`,
      predict: {
        question: 'The client asks for `http://web`, on port 80. Does it get through?',
        choices: { yes: 'Yes: port 80 is allowed.', no: 'No: the pods listen on another one.' },
        because: `
A policy never sees the Service. By the time it is asked, the packet has the address and the port of a
**pod**: 8080. Port 80 is open, and nobody listens there. The problems under the editor point at the very
line.
`,
      },
    },
    number: {
      title: 'The port of the pod',
      text: `
Let the rule name the port on which the pods really listen, and open no other.
`,
      goals: {
        web: 'through the Service `web`, port 80, the client gets an answer',
        only: 'every other port of `web` stays shut, and nobody else gets in',
      },
      hints: [
        'Look at `containerPort` in `shop.yaml`, or at `targetPort` of the Service.',
        'The last line of the policy `web` becomes `- port: 8080`.',
      ],
    },
    name: {
      title: 'One name, many numbers',
      text: `
The policy selects \`web-old\` as well, which listens on port 3000. Both pods call their port \`http\`. A rule
may use that name, and then each pod is asked which number it has given to it.

Let one line open both, and nothing else.
`,
      goals: {
        web: '`client` reaches `web` on port 8080',
        old: '`client` reaches `web-old` on port 3000',
        metrics: 'all other ports stay shut, the metrics of `web` too, and nobody else gets in',
      },
      hints: [
        'The value of `port` may be a number or a name.',
        'Write `- port: http`, without quotation marks. A number in quotation marks would be refused.',
      ],
    },
    protocol: {
      title: 'TCP, unless you say otherwise',
      text: `
\`voice\` takes calls on UDP, from port 10000 on. Its policy says \`port: 10000\` and no more.
`,
      predict: {
        question: 'What does that open?',
        choices: {
          any: 'Port 10000, whatever the protocol.',
          tcp: 'Port 10000 of TCP only.',
          declared: 'Port 10000 of UDP, as the pod declares it.',
        },
        because: `
Where \`protocol\` is missing it is TCP. The pod’s declaration doesn’t matter here: it only gives names to
numbers. A port that no pod declares can be reached just as well.
`,
      },
    },
    range: {
      title: 'From here to there',
      text: `
With \`endPort\` an entry opens a whole range, both ends included. The first port must be a number then.

Open UDP 10000 to 10100 on \`voice\`, and nothing of TCP. Anybody may call.
`,
      goals: {
        voice: 'UDP 10000 to 10100 are open, to the client and to the internet',
        beyond: 'UDP 10101 is not, nor is anything of TCP',
      },
      hints: [
        'The one entry below `ports` gets three lines: `protocol`, `port` and `endPort`.',
        `
\`\`\`yaml
        - protocol: UDP
          port: 10000
          endPort: 10100
\`\`\`
`,
      ],
    },
  },
};
