// Lesson 3: the exercise with nginx, typed in the terminal.
import { lessonOf } from '../../lesson.ts';
import { documents, service } from '../../manifests.ts';

const ACCESS_NGINX = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: access-nginx
spec:
  podSelector:
    matchLabels:
      run: nginx
  ingress:
    - from:
        - podSelector:
            matchLabels:
              iamnice: yeah
`;

const DEPLOYMENT = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: nginx
  labels:
    run: nginx
spec:
  replicas: 2
  selector:
    matchLabels:
      run: nginx
  template:
    metadata:
      labels:
        run: nginx
    spec:
      containers:
        - name: nginx
          image: nginx
`;

const SERVICE = service('default', 'nginx', 80).replace('app: nginx', 'run: nginx');

const testPod = (label: string) => `apiVersion: v1
kind: Pod
metadata:
  name: interactivetest
  labels:
    ${label}
spec:
  restartPolicy: Never
  containers:
    - name: interactivetest
      image: alpine
`;

const terminal = (...texts: readonly string[]) => ({
  name: 'terminal.yaml',
  text: documents(...texts),
});

/** A peer that is none of the cluster's. */
const OUTSIDE = '203.0.113.7';

export const lesson = lessonOf({
  start: { files: [{ name: 'access-nginx.yaml', text: ACCESS_NGINX, applied: false }] },
  steps: {
    deploy: {
      goals: { runs: { from: OUTSIDE, to: 'default/nginx', ports: [80], expect: 'allow' } },
      hints: 2,
      solution: { files: [terminal(DEPLOYMENT)] },
    },
    expose: {
      goals: { service: { from: 'default/nginx', to: 'svc/nginx', ports: [80], expect: 'allow' } },
      hints: 1,
      solution: { files: [terminal(DEPLOYMENT, SERVICE)] },
    },
    test: {
      goals: {
        inside: { from: 'default/interactivetest', to: 'svc/nginx', ports: [80], expect: 'allow' },
      },
      hints: 2,
      solution: { files: [terminal(DEPLOYMENT, SERVICE, testPod('run: interactivetest'))] },
    },
    apply: {
      predict: { choices: ['labelled', 'nobody', 'namespace'], answer: 'labelled' },
      goals: { closed: { from: OUTSIDE, to: 'default/nginx', ports: [80], expect: 'deny' } },
      hints: 3,
      solution: {
        files: [terminal(DEPLOYMENT, SERVICE), { name: 'access-nginx.yaml', text: ACCESS_NGINX }],
      },
    },
    blocked: {
      predict: { choices: ['refused', 'silence', 'unknown'], answer: 'silence' },
      goals: {
        stopped: [
          { from: 'default/interactivetest', to: 'default/nginx', ports: [80], expect: 'deny' },
        ],
      },
      hints: 2,
      solution: { files: [terminal(DEPLOYMENT, SERVICE, testPod('run: interactivetest'))] },
    },
    nice: {
      goals: {
        welcome: { from: 'default/interactivetest', to: 'svc/nginx', ports: [80], expect: 'allow' },
        // The copies of nginx are pods of the namespace without the label.
        others: {
          from: [OUTSIDE, 'default/nginx'],
          to: 'default/nginx',
          ports: [80],
          expect: 'deny',
        },
      },
      hints: 2,
      solution: { files: [terminal(DEPLOYMENT, SERVICE, testPod('iamnice: yeah'))] },
    },
    reset: {
      goals: { gone: { gone: 'default/nginx' }, out: { gone: 'default/interactivetest' } },
      hints: 1,
      solution: {
        files: [
          { name: 'terminal.yaml', text: '' },
          { name: 'access-nginx.yaml', text: ACCESS_NGINX, applied: false },
        ],
      },
    },
  },
});
