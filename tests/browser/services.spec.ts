// Services in the details of a workload: what stands in front of it, which it can reach and why not.
import { details, expect, startWith, test } from './page.ts';

const deployment = (name: string, replicas: number, port: number) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: shop}
spec:
  replicas: ${replicas}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, image: web, ports: [{name: http, containerPort: ${port}}]}]}
`;

const INPUT = [
  'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n',
  deployment('web', 2, 8080),
  deployment('canary', 1, 8081),
  `apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {selector: {app: web}, ports: [{name: http, port: 80, targetPort: http}]}
`,
  'apiVersion: v1\nkind: Pod\nmetadata: {name: client, namespace: other, labels: {app: client}}\n',
  `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web, namespace: shop}
spec:
  podSelector: {matchLabels: {app: web}}
  ingress: [{from: [{namespaceSelector: {}}], ports: [{port: 8080}]}]
`,
  `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: shop, namespace: shop}
spec: {rules: [{host: shop.example, http: {paths: [{path: /, backend: {service: {name: web, port: {name: http}}}}]}}]}
`,
].join('---\n');

test('2 of 3 endpoints of a Service are reached, and the chain says why', async ({ page }) => {
  await startWith(page, INPUT);
  const panel = details(page);
  await panel
    .getByRole('button', { name: /^client/ })
    .first()
    .click();
  await panel
    .locator('.details-fold', { hasText: /Services it can reach \d/ })
    .locator('summary')
    .first()
    .click();
  const row = panel.getByRole('button', { name: /web\.shop:80/ });
  await expect(row).toContainText('2 of 3 endpoints reachable');
  await expect(row).toContainText('Partly');
  await row.click();

  const chain = panel.locator('.name-chain');
  await expect(chain).toContainText('web.shop is Service shop/web');
  await expect(chain).toContainText('k8s-app: kube-dns');
  await expect(chain).toContainText('becomes the pods’ 8081, 8080');
  const shut = chain.locator('.endpoints li', { hasText: 'shop/canary' });
  await expect(shut).toContainText('Denied');
  await shut.locator('summary').click();
  await expect(shut).toContainText('Ingress of shop/canary');
  await expect(shut.getByRole('button', { name: 'web', exact: true })).toBeVisible();
  await expect(chain.locator('.endpoints li', { hasText: 'shop/web × 2' })).toContainText(
    'Allowed',
  );
});

test('any name can be asked for, as a program in the pod would write it', async ({ page }) => {
  await startWith(page, INPUT);
  const panel = details(page);
  await panel
    .getByRole('button', { name: /^client/ })
    .first()
    .click();
  await panel
    .locator('.details-fold', { hasText: /Services it can reach \d/ })
    .locator('summary')
    .first()
    .click();
  const field = panel.getByLabel('Name and port to ask for');
  await field.fill('web:80');
  await field.press('Enter');
  await expect(panel.locator('.name-chain')).toContainText('web does not resolve here');
  await field.fill('http://web.shop.svc.cluster.local:81/');
  await field.press('Enter');
  await expect(panel.locator('.name-chain')).toContainText('has no port 81. It has 80 (http).');
});

test('a workload shows the Services in front of it and the ways in', async ({ page }) => {
  await startWith(page, INPUT);
  const panel = details(page);
  await panel
    .getByRole('button', { name: /^canary/ })
    .first()
    .click();
  // The Ingress and the Service in front, before the flows.
  const fold = panel.locator('.details-fold', { hasText: 'Services and ways in' });
  await expect(fold.locator('.count')).toHaveText('2');
  await fold.locator('summary').first().click();
  const front = panel.locator('.services', { hasText: 'Behind Services' });
  await expect(front).toContainText('80 → 8081');
  const ways = panel.locator('.services', { hasText: 'Ways in' });
  await expect(ways).toContainText('Ingress shop');
  await expect(ways).toContainText('Denied');
  await expect(ways).toContainText('shop.example/');
});

test('ways in are drawn when asked for, from a controller that is not in the manifests', async ({
  page,
}) => {
  await startWith(page, INPUT);
  const drawn = page.getByRole('list', { name: 'Flows drawn' });
  const way = drawn.locator('li', { hasText: 'Way in by Ingress shop' });
  await page.getByRole('button', { name: 'Around the pods' }).click();
  const box = page.getByRole('checkbox', { name: 'Ways in' });
  await expect(box).not.toBeChecked();
  await expect(way).toHaveCount(0);
  await box.click();
  await expect(way).toHaveText([
    'Way in by Ingress shop: Ingress controller → shop/canary: denied',
    'Way in by Ingress shop: Ingress controller → shop/web: allowed',
  ]);
  await box.click();
  await expect(way).toHaveCount(0);
});

test('a fold that is opened before its content is there keeps the finger, the keyboard and its state', async ({
  page,
}) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/\/Neighbourhood-[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await startWith(page, INPUT);
  const panel = details(page);
  await panel
    .getByRole('button', { name: /^client/ })
    .first()
    .click();
  const fold = panel.locator('.details-fold', { hasText: 'Which Services it can reach' });
  const summary = fold.locator('summary').first();
  // Pressed before the content comes, let go after it.
  await summary.hover();
  await page.mouse.down();
  await summary.focus();
  release();
  await expect(fold).toContainText('web.shop:80');
  await expect(summary).toBeFocused();
  await page.mouse.up();
  await expect(fold).toHaveAttribute('open');
  await expect(panel.getByRole('button', { name: /web\.shop:80/ })).toBeVisible();
});
