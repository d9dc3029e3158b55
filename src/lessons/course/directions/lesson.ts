// Lesson 4: a flow needs the leave of both ends.
import { lessonOf } from '../../lesson.ts';
import { deployment, documents, namespace } from '../../manifests.ts';

const API = `# Who may come in to the api.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: api-from-web
  namespace: app
spec:
  podSelector:
    matchLabels:
      app: api
  policyTypes:
    - Ingress
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: web
      ports:
        - port: 8080
`;

const web = (more: string) => `# Where web may go.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web-to-cache
  namespace: app
spec:
  podSelector:
    matchLabels:
      app: web
  policyTypes:
    - Egress
  egress:
    - to:
        - podSelector:
            matchLabels:
              app: cache
      ports:
        - port: 6379
${more}`;

const TO_API = `    - to:
        - podSelector:
            matchLabels:
              app: api
      ports:
        - port: 8080
`;

const DB = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: db-starts-nothing
  namespace: app
spec:
  podSelector:
    matchLabels:
      app: db
  policyTypes:
    - Egress
`;

export const lesson = lessonOf({
  start: {
    files: [
      { name: 'policies.yaml', text: documents(API, web('')) },
      {
        name: 'app.yaml',
        text: documents(
          namespace('app'),
          deployment({ namespace: 'app', name: 'web', ports: [8080] }),
          deployment({ namespace: 'app', name: 'api', ports: [8080] }),
          deployment({ namespace: 'app', name: 'cache', ports: [6379] }),
          deployment({ namespace: 'app', name: 'db', ports: [5432] }),
        ),
      },
    ],
  },
  // Names would have to be looked up; lesson 8 is about that.
  findings: ['dns-blocked'],
  steps: {
    doors: {
      predict: {
        choices: ['in', 'stopped'],
        answer: 'stopped',
        shows: { source: 'app/web', destination: 'app/api' },
      },
    },
    agree: {
      goals: {
        api: { from: 'app/web', to: 'app/api', ports: [8080], expect: 'allow' },
        others: [
          { from: 'app/web', to: ['app/db', '203.0.113.7'], expect: 'deny' },
          { from: 'app/web', to: 'app/cache', ports: [8080], expect: 'deny' },
          { from: 'app/web', to: 'app/cache', ports: [6379], expect: 'allow' },
        ],
      },
      hints: 3,
      solution: { files: [{ name: 'policies.yaml', text: documents(API, web(TO_API)) }] },
    },
    answers: { predict: { choices: ['none', 'web', 'both'], answer: 'none' } },
    silent: {
      goals: {
        out: { from: 'app/db', to: ['app/*', '203.0.113.7'], expect: 'deny' },
        in: { from: 'app/api', to: 'app/db', ports: [5432], expect: 'allow' },
      },
      hints: 3,
      solution: { files: [{ name: 'policies.yaml', text: documents(API, web(TO_API), DB) }] },
    },
    default: { predict: { choices: ['same', 'shut'], answer: 'shut' } },
  },
});
