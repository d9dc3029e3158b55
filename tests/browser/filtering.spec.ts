// The filters: by namespace, text, protocol and port, verdict and direction.
import { TWO_PODS, TWO_PODS_FLOWS } from './manifests.ts';
import { expect, expectFlows, flowsDrawn, open, startWith, test } from './page.ts';

test('each filter leaves what fits it, and clearing brings back the rest', async ({ page }) => {
  await startWith(page, TWO_PODS);
  await expectFlows(page, TWO_PODS_FLOWS);
  const filters = page.getByRole('search', { name: 'Filters' });

  await filters.getByText('Denied', { exact: true }).click();
  await expectFlows(page, ['Everywhere → x/b: denied (stopped at the destination)']);
  await expect(filters.getByText('Showing 1 of 6 flows')).toBeVisible();

  await filters.getByText('Allowed', { exact: true }).click();
  await expectFlows(
    page,
    TWO_PODS_FLOWS.filter((flow) => flow.includes('allowed')),
  );

  await filters.getByRole('button', { name: 'Clear filters' }).click();
  await filters.getByLabel('Find a workload or address').fill('b');
  await filters.getByLabel('Direction').selectOption('In only');
  await expectFlows(page, [
    'Everywhere → x/b: denied (stopped at the destination)',
    'x/a → x/b: allowed TCP 80',
  ]);
  await filters.getByLabel('Direction').selectOption('Out only');
  await expectFlows(page, ['x/b → Everywhere: allowed', 'x/b → x/a: allowed']);

  await filters.getByRole('button', { name: 'Clear filters' }).click();
  await expectFlows(page, TWO_PODS_FLOWS);
});

test('a port asks about that port alone', async ({ page }) => {
  await startWith(page, TWO_PODS);
  await expectFlows(page, TWO_PODS_FLOWS);
  const flow = async () =>
    (await flowsDrawn(page)).find((words) => words.startsWith('x/a → x/b')) ?? '';
  await page.getByLabel('Port', { exact: true }).fill('81');
  await expect.poll(flow).toContain('denied');
  await page.getByLabel('Port', { exact: true }).fill('80');
  await expect.poll(flow).toContain('allowed');
  await page.getByLabel('Protocol').selectOption('UDP');
  await expect.poll(flow).toContain('denied');
});

test('a namespace leaves the flows that touch it', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'All namespaces' }).click();
  await page.getByRole('checkbox', { name: 'monitoring' }).check();
  await expect
    .poll(async () => (await flowsDrawn(page)).every((flow) => flow.includes('prometheus')))
    .toBe(true);
  await expect
    .poll(() => flowsDrawn(page))
    .toContain('monitoring/prometheus → shop/orders: allowed TCP 2112');
});
