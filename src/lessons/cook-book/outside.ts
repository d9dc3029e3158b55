// Recipe 08: open to clients outside of the cluster.
import { files, INGRESS, OUTSIDE, policy, selecting, test, web } from './parts.ts';
import { type Recipe, SECTION } from './recipe.ts';

export const FROM_OUTSIDE = {
  '08': {
    page: '08-allow-external-traffic',
    section: SECTION.allowIngress,
    files: files(
      [
        policy('default', 'default-deny-all', selecting() + INGRESS),
        policy(
          'default',
          'web-allow-external',
          `${selecting({ app: 'web' })}${INGRESS}  ingress:
    - {}
`,
        ),
      ],
      [
        web('default').replace(
          '  selector:\n    app: web\n',
          '  type: LoadBalancer\n  selector:\n    app: web\n',
        ),
        test('default'),
      ],
    ),
    flows: [
      { from: [OUTSIDE, 'default/test'], to: 'default/web', expect: 'allow' },
      { from: [OUTSIDE, 'default/web'], to: 'default/test', expect: 'deny' },
    ],
  },
} as const satisfies Readonly<Record<string, Recipe>>;
