// Recipes 11, 12 and 14: what may go out.
import { deployment } from '../manifests.ts';
import {
  EGRESS,
  files,
  NAME_SERVER,
  OTHER,
  OUTSIDE,
  policy,
  selecting,
  TO_PORT_53,
  test,
  web,
} from './parts.ts';
import { type Recipe, SECTION } from './recipe.ts';

const FOO = selecting({ app: 'foo' });

const FOO_AND_WEB = [deployment({ namespace: 'default', name: 'foo' }), web('default')];

export const TO_THE_OUTSIDE = {
  '11': {
    page: '11-deny-egress-traffic-from-an-application',
    section: SECTION.denyEgress,
    files: files(
      [policy('default', 'foo-deny-egress', `${FOO}${EGRESS}  egress:\n${TO_PORT_53}`)],
      [...FOO_AND_WEB, NAME_SERVER],
    ),
    flows: [
      {
        from: 'default/foo',
        to: 'kube-system/coredns',
        ports: ['53/UDP', '53/TCP'],
        expect: 'allow',
      },
      { from: 'default/foo', to: ['default/web', OUTSIDE], ports: [80, 443], expect: 'deny' },
      { from: 'default/web', to: 'default/foo', expect: 'allow' },
    ],
  },
  '12': {
    page: '12-deny-all-non-whitelisted-traffic-from-the-namespace',
    section: SECTION.denyEgress,
    files: files(
      [policy('default', 'default-deny-all-egress', selecting() + EGRESS)],
      [web('default'), test('default'), OTHER, NAME_SERVER],
    ),
    flows: [
      { from: 'default/*', to: ['default/*', 'other/test', OUTSIDE], expect: 'deny' },
      { from: 'default/test', to: 'kube-system/coredns', expect: 'deny' },
      { from: 'other/test', to: 'default/web', expect: 'allow' },
    ],
  },
  '14': {
    page: '14-deny-external-egress-traffic',
    section: SECTION.selectors,
    files: files(
      [
        policy(
          'default',
          'foo-deny-external-egress',
          `${FOO}${EGRESS}  egress:
${TO_PORT_53}    - to:
        - namespaceSelector: {}
`,
        ),
      ],
      [...FOO_AND_WEB, OTHER],
    ),
    flows: [
      { from: 'default/foo', to: ['default/web', 'other/test'], expect: 'allow' },
      { from: 'default/foo', to: OUTSIDE, ports: [80, 443], expect: 'deny' },
      { from: 'default/web', to: OUTSIDE, expect: 'allow' },
    ],
  },
} as const satisfies Readonly<Record<string, Recipe>>;
