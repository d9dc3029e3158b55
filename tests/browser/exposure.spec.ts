// Pods that are not written yet: what the details of a workload and of a namespace say of them.
import { clickAt, details, expect, linesShown, spotOf, startWith, test } from './page.ts';

const INPUT = `apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {team: shop}}
---
apiVersion: v1
kind: Pod
metadata: {name: api, namespace: shop, labels: {app: api}}
---
apiVersion: v1
kind: Pod
metadata: {name: front, namespace: shop, labels: {app: front}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: api-callers, namespace: shop}
spec:
  podSelector: {matchLabels: {app: api}}
  policyTypes: [Ingress]
  ingress:
  - from:
    - namespaceSelector: {matchLabels: {team: ops}}
      podSelector: {matchLabels: {app: prometheus}}
    ports: [{port: 9090}]
  - from: [{podSelector: {}}]
    ports: [{port: 80}]
`;

const workload = (name: string) => ({ name: new RegExp(`^${name}`) });

test('a workload tells which labels a pod would need, and leads to the rule', async ({ page }) => {
  await startWith(page, INPUT);
  await details(page).getByRole('button', workload('api')).first().click();
  const section = details(page).getByRole('region', { name: 'Pods not written yet' });
  const lines = section.getByRole('listitem');
  await expect(lines.nth(0)).toContainText('Any pod in namespace shop');
  await expect(lines.nth(0)).toContainText('TCP 80');
  await expect(lines.nth(1)).toContainText(
    'A pod labelled app=prometheus in a namespace labelled team=ops',
  );
  await expect(lines.nth(1)).toContainText('TCP 9090');
  await expect(lines.nth(2)).toContainText('Any pod in any namespace');
  await expect(lines.nth(2)).toContainText('no policy holds back what goes out of it');
  await lines.nth(1).getByRole('button', { name: 'shop/api-callers, rule 1' }).click();
  await expect.poll(() => linesShown(page)).toContain('app: prometheus');
});

test('a namespace tells what a new pod without labels would meet', async ({ page }) => {
  await startWith(page, INPUT);
  await details(page).getByRole('button', { name: 'shop', exact: true }).click();
  const panel = details(page);
  await expect(panel.getByRole('heading', { name: 'Namespace shop' })).toBeVisible();
  await expect(panel.getByRole('button', workload('api')).first()).toContainText('TCP 80');
  await expect(panel.getByRole('button', workload('front')).first()).toContainText('all ports');
  await panel.getByRole('button', { name: /Overview/ }).click();
  // The box's title in the picture leads there as well.
  await clickAt(page, await spotOf(page, 'title namespace:shop'));
  await expect(panel.getByRole('heading', { name: 'Namespace shop' })).toBeVisible();
});

test('long details scroll in their panel, and do not make the page longer', async ({ page }) => {
  const pods = Array.from(
    { length: 60 },
    (_, at) => `apiVersion: v1\nkind: Pod\nmetadata: {name: more-${at}, namespace: shop}\n`,
  );
  await startWith(page, [INPUT, ...pods].join('---\n'));
  await details(page).getByRole('button', workload('api')).first().click();
  await expect(details(page).getByRole('region', { name: 'Pods not written yet' })).toHaveCount(1);
  const [whole, seen] = await page.evaluate(() => {
    const { scrollHeight, clientHeight } = document.documentElement;
    return [scrollHeight, clientHeight];
  });
  expect(whole).toBe(seen);
});
