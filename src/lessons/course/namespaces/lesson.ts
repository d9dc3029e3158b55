// Lesson 1: namespaces are names, not walls.
import { lessonOf } from '../../lesson.ts';
import { deployment, documents } from '../../manifests.ts';
import { CLUSTER_DNS, EMPTY_POLICIES, webServer } from '../parts.ts';

const POLICY = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: only-from-blue
  namespace: blue
spec:
  podSelector: {}
  ingress:
    - from:
        - podSelector: {}
`;

export const lesson = lessonOf({
  start: {
    files: [
      EMPTY_POLICIES,
      { name: 'green.yaml', text: webServer('green', 'web') },
      {
        name: 'blue.yaml',
        text: documents(webServer('blue', 'web'), deployment({ namespace: 'blue', name: 'cache' })),
      },
      { name: 'default.yaml', text: deployment({ namespace: 'default', name: 'shell' }) },
      { name: 'kube-system.yaml', text: CLUSTER_DNS },
    ],
  },
  steps: {
    open: {
      predict: {
        choices: ['yes', 'no', 'permission'],
        answer: 'yes',
        shows: { source: 'green/web', destination: 'blue/web' },
      },
    },
    system: {
      predict: {
        choices: ['yes', 'no', 'dns'],
        answer: 'yes',
        shows: { source: 'default/shell', destination: 'kube-system/coredns' },
      },
    },
    names: { predict: { choices: ['green', 'blue', 'both'], answer: 'green' } },
    api: { predict: { choices: ['reached', 'not', 'account'], answer: 'reached' } },
    wall: {
      goals: {
        shut: { from: 'green/web', to: 'blue/*', expect: 'deny' },
        shell: {
          from: ['default/shell', 'kube-system/coredns', '203.0.113.7'],
          to: 'blue/*',
          expect: 'deny',
        },
        inside: { from: 'blue/*', to: 'blue/*', expect: 'allow' },
      },
      hints: 3,
      solution: { files: [{ name: 'policies.yaml', text: POLICY }] },
    },
  },
});
