// The exercise of a workshop, typed into the terminal word by word; the page's verdict is read at each step.
import { NO_ASSUMPTIONS } from '../../src/core/index.ts';
import { encodeDocument } from '../../src/share/codec.ts';
import { NO_FILTERS } from '../../src/share/document.ts';
import {
  details,
  expect,
  expectAmongFlows,
  flowsDrawn,
  graph,
  open,
  shapeOf,
  spotOf,
  tabs,
  test,
} from './page.ts';
import { openTerminal, ran, screen, type } from './terminal.ts';

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
              iamnice: "yeah"
`;

const LINK = `#${encodeDocument({
  files: [
    { name: 'cluster.yaml', text: '' },
    { name: 'access-nginx.yaml', text: ACCESS_NGINX, applied: false },
  ],
  activeFile: 'cluster.yaml',
  filters: NO_FILTERS,
  selection: null,
  moved: {},
  assumptions: NO_ASSUMPTIONS,
})}`;

const TEST_POD =
  'kubectl run -i --tty interactivetest --image=alpine --labels="iamnice=yeah" --restart=Never --rm -- sh';
const STRANGER = 'kubectl run -i --tty interactivetest --image=alpine --restart=Never --rm -- sh';

test.setTimeout(240_000);

test('nginx: deploy, expose, test, lock, come back with the label, reset', async ({
  page,
}, info) => {
  await open(page, LINK);
  await openTerminal(page);

  const made = await ran(page, 'kubectl run nginx --image=nginx --replicas=2');
  expect(made).toContain('deployment.apps/nginx created');
  await expectAmongFlows(page, ['Everywhere → default/nginx: allowed']);
  expect(await ran(page, 'kubectl expose deployment nginx --port=80')).toBe(
    'service/nginx exposed',
  );
  const listed = await ran(page, 'kubectl get svc,pod | grep nginx');
  expect(listed.match(/^service\/nginx +ClusterIP +[\d.]+ +<none> +80\/TCP/gm)).toHaveLength(1);
  expect(listed.match(/^pod\/nginx-\w+-\w+ +1\/1 +Running/gm)).toHaveLength(2);

  // Nothing selects nginx: everybody reaches it (SEMANTICS 0.3).
  await ran(page, TEST_POD);
  await expectAmongFlows(page, ['default/interactivetest → default/nginx: allowed']);
  expect(await ran(page, 'wget -qO- -T 2 nginx')).toContain('<h1>Welcome to nginx!</h1>');
  expect(await ran(page, 'exit')).toMatch(/^pod "interactivetest" deleted/);
  await expect.poll(async () => (await flowsDrawn(page)).join()).not.toContain('interactivetest');

  // From now on only pods with the label (SEMANTICS 1.8, 1.9).
  await expect(tabs(page).nth(1)).toHaveAccessibleName('access-nginx.yaml not applied');
  expect(await ran(page, 'kubectl apply -f access-nginx.yaml')).toContain('access-nginx created');
  await expect(tabs(page).nth(1)).toHaveAccessibleName('access-nginx.yaml');
  await ran(page, STRANGER);
  await expectAmongFlows(page, [
    'default/interactivetest → default/nginx: denied (stopped at the destination)',
  ]);
  const blocked = await ran(page, 'wget -qO- -T 2 nginx');
  expect(blocked).toMatch(/^wget: download timed out\n/);
  expect(blocked).toContain('why? default/interactivetest[Pod] → default/nginx[Deployment] TCP 80');
  // Whatever made room for something new is still in sight.
  const picture = await graph(page).boundingBox();
  for (const id of ['default/interactivetest[Pod]', 'default/nginx[Deployment]']) {
    const within = (picture?.x ?? 0) + (picture?.width ?? 0) - 40;
    await expect.poll(async () => (await spotOf(page, shapeOf(id))).x).toBeLessThan(within);
  }
  await page.screenshot({ path: info.outputPath('blocked.png') });
  await page.keyboard.press('Alt+W');
  await expect(details(page)).toContainText('access-nginx');
  await expect(details(page)).toContainText('selects it and has no rule for this');
  await page.screenshot({ path: info.outputPath('why.png') });
  await ran(page, 'exit');

  await ran(page, TEST_POD);
  await expectAmongFlows(page, ['default/interactivetest → default/nginx: allowed']);
  expect(await ran(page, 'wget -qO- -T 2 nginx')).toContain('<h1>Welcome to nginx!</h1>');
  await ran(page, 'exit');

  expect(await ran(page, 'kubectl delete -f access-nginx.yaml')).toContain(
    '"access-nginx" deleted',
  );
  await expectAmongFlows(page, ['Everywhere → default/nginx: allowed']);
  await ran(page, STRANGER);
  await expectAmongFlows(page, ['default/interactivetest → default/nginx: allowed']);
  expect(await ran(page, 'wget -qO- -T 2 nginx')).toContain('<h1>Welcome to nginx!</h1>');
  await expect(graph(page)).toBeVisible();
});

test('a connection that hangs is called off, and why is a word, a link and a button', async ({
  page,
}) => {
  await open(page, LINK);
  await openTerminal(page);
  await ran(page, 'kubectl run nginx --image=nginx --replicas=2');
  await ran(page, 'kubectl expose deployment nginx --port=80');
  await ran(page, 'kubectl apply -f access-nginx.yaml');
  await ran(page, STRANGER);
  await type(page, 'wget -qO- nginx');
  await page.keyboard.press('Control+C');
  await expect.poll(() => screen(page)).toMatch(/\^C\n(?:[^\n]*\n)*\/ #$/);
  expect(await screen(page)).not.toContain('timed out');

  expect(await ran(page, 'wget -qO- nginx')).toMatch(
    /Operation timed out\n\(2 minutes 7 seconds in a real cluster\)/,
  );
  await type(page, 'why');
  await expect(details(page)).toContainText('access-nginx');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Why?' }).click();
  await expect(details(page)).toContainText('access-nginx');
});
