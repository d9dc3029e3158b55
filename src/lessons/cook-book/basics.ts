// Recipes 01 to 02a: one application, shut, open to some, open to all.
import { deployment, service } from '../manifests.ts';
import { files, INGRESS, OTHER, OUTSIDE, policy, selecting, test, web } from './parts.ts';
import { type Recipe, SECTION } from './recipe.ts';

const WEB = selecting({ app: 'web' });

const BOOKSTORE_API = { app: 'bookstore', role: 'api' };

export const BASICS = {
  '01': {
    page: '01-deny-all-traffic-to-an-application',
    section: SECTION.denyIngress,
    files: files(
      [policy('default', 'web-deny-all', selecting({ app: 'web', env: 'prod' }) + INGRESS)],
      [web('default', { app: 'web', env: 'prod' }), test('default'), OTHER],
    ),
    flows: [
      { from: ['default/test', 'other/test', OUTSIDE], to: 'default/web', expect: 'deny' },
      { from: 'other/test', to: 'default/test', expect: 'allow' },
    ],
  },
  '02': {
    page: '02-limit-traffic-to-an-application',
    section: SECTION.selectors,
    files: files(
      [
        policy(
          'default',
          'api-allow',
          `${selecting(BOOKSTORE_API)}${INGRESS}  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: bookstore
`,
        ),
      ],
      [
        deployment({
          namespace: 'default',
          name: 'apiserver',
          labels: BOOKSTORE_API,
          image: 'nginx:1.27',
          ports: [80],
        }),
        service('default', 'apiserver', 80, 80, 'bookstore').replace(
          'app: bookstore\n',
          'app: bookstore\n    role: api\n',
        ),
        deployment({
          namespace: 'default',
          name: 'frontend',
          labels: { app: 'bookstore', role: 'frontend' },
        }),
        test('default'),
      ],
    ),
    flows: [
      { from: 'default/frontend', to: 'default/apiserver', expect: 'allow' },
      { from: ['default/test', OUTSIDE], to: 'default/apiserver', expect: 'deny' },
    ],
  },
  '02a': {
    page: '02a-allow-all-traffic-to-an-application',
    section: SECTION.allowIngress,
    files: files(
      [
        policy('default', 'default-deny-all', selecting() + INGRESS),
        policy('default', 'web-allow-all', `${WEB}${INGRESS}  ingress:\n    - {}\n`),
      ],
      [web('default'), test('default'), OTHER],
    ),
    flows: [
      { from: ['default/test', 'other/test', OUTSIDE], to: 'default/web', expect: 'allow' },
      { from: ['default/web', 'other/test'], to: 'default/test', expect: 'deny' },
    ],
  },
} as const satisfies Readonly<Record<string, Recipe>>;
