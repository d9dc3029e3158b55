// Recipes 03 to 07: whole namespaces, shut or let in.
import { deployment, namespace } from '../manifests.ts';
import { files, INGRESS, OTHER, OUTSIDE, policy, selecting, test, web } from './parts.ts';
import { type Recipe, SECTION } from './recipe.ts';

const WEB = selecting({ app: 'web' });

const SECONDARY = [namespace('secondary'), web('secondary'), test('secondary'), test('default')];

export const NAMESPACES = {
  '03': {
    page: '03-deny-all-non-whitelisted-traffic-in-the-namespace',
    section: SECTION.denyIngress,
    files: files(
      [policy('default', 'default-deny-all', selecting() + INGRESS)],
      [web('default'), test('default'), OTHER],
    ),
    flows: [
      { from: ['default/*', 'other/test', OUTSIDE], to: 'default/*', expect: 'deny' },
      { from: 'default/test', to: ['other/test', OUTSIDE], expect: 'allow' },
    ],
  },
  '04': {
    page: '04-deny-traffic-from-other-namespaces',
    section: SECTION.selectors,
    files: files(
      [
        policy(
          'secondary',
          'deny-from-other-namespaces',
          `${selecting()}${INGRESS}  ingress:\n    - from:\n        - podSelector: {}\n`,
        ),
      ],
      SECONDARY,
    ),
    flows: [
      { from: 'secondary/test', to: 'secondary/web', expect: 'allow' },
      { from: ['default/test', OUTSIDE], to: 'secondary/*', expect: 'deny' },
    ],
  },
  '05': {
    page: '05-allow-traffic-from-all-namespaces',
    section: SECTION.selectors,
    files: files(
      [
        policy('secondary', 'default-deny-all', selecting() + INGRESS),
        policy(
          'secondary',
          'web-allow-all-namespaces',
          `${WEB}${INGRESS}  ingress:\n    - from:\n        - namespaceSelector: {}\n`,
        ),
      ],
      SECONDARY,
    ),
    flows: [
      { from: ['secondary/test', 'default/test'], to: 'secondary/web', expect: 'allow' },
      { from: OUTSIDE, to: 'secondary/web', expect: 'deny' },
      { from: 'default/test', to: 'secondary/test', expect: 'deny' },
    ],
  },
  '06': {
    page: '06-allow-traffic-from-a-namespace',
    section: SECTION.selectors,
    files: files(
      [
        policy(
          'default',
          'web-allow-prod',
          `${WEB}${INGRESS}  ingress:
    - from:
        - namespaceSelector:
            matchLabels:
              purpose: production
`,
        ),
      ],
      [
        namespace('default'),
        web('default'),
        test('default'),
        namespace('prod', { purpose: 'production' }),
        test('prod'),
        namespace('dev', { purpose: 'testing' }),
        test('dev'),
      ],
    ),
    flows: [
      { from: 'prod/test', to: 'default/web', expect: 'allow' },
      { from: ['dev/test', 'default/test', OUTSIDE], to: 'default/web', expect: 'deny' },
    ],
  },
  '07': {
    page: '07-allow-traffic-from-some-pods-in-another-namespace',
    section: SECTION.selectors,
    files: files(
      [
        policy(
          'default',
          'web-allow-all-ns-monitoring',
          `${WEB}${INGRESS}  ingress:
    - from:
        - namespaceSelector:
            matchLabels:
              team: operations
          podSelector:
            matchLabels:
              type: monitoring
`,
        ),
      ],
      [
        namespace('default'),
        web('default'),
        deployment({ namespace: 'default', name: 'probe', labels: { type: 'monitoring' } }),
        namespace('other', { team: 'operations' }),
        deployment({ namespace: 'other', name: 'probe', labels: { type: 'monitoring' } }),
        test('other'),
      ],
    ),
    flows: [
      { from: 'other/probe', to: 'default/web', expect: 'allow' },
      { from: ['other/test', 'default/probe', OUTSIDE], to: 'default/web', expect: 'deny' },
    ],
  },
} as const satisfies Readonly<Record<string, Recipe>>;
