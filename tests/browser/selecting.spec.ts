// Select a workload or an edge: its flows, its reasons, and the lines behind them.
import { TWO_PODS, TWO_PODS_FLOWS } from './manifests.ts';
import {
  clickAt,
  details,
  editor,
  expect,
  expectAmongFlows,
  expectFlows,
  linesShown,
  linkOf,
  open,
  shapeOf,
  spotOf,
  startWith,
  test,
} from './page.ts';

test('a workload clicked in the picture tells its flows both ways', async ({ page }) => {
  await open(page);
  await clickAt(page, await spotOf(page, shapeOf('shop/postgres[StatefulSet]')));
  await expect(details(page).getByRole('heading', { name: 'postgres', exact: true })).toBeVisible();
  const table = (name: RegExp) =>
    details(page).getByRole('heading', { name }).locator('xpath=..').getByRole('row');
  const incoming = table(/^In from/);
  await expect(incoming.filter({ hasText: 'orders' })).toContainText('5432');
  await expect(incoming.filter({ hasText: 'frontend' })).toContainText(/denied/i);
  await expect(table(/^Out to/).filter({ hasText: 'frontend' })).toContainText(/denied/i);
});

test('an edge clicked in the picture says which side decides, by which policy, in which lines', async ({
  page,
}) => {
  await open(page);
  await clickAt(
    page,
    await spotOf(page, linkOf('shop/frontend[Deployment]', 'shop/postgres[StatefulSet]')),
  );
  const panel = details(page);
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(/frontend\s*→\s*postgres/);
  const egress = panel.getByText('Egress of frontend').locator('xpath=../..');
  const ingress = panel.getByText('Ingress of postgres').locator('xpath=../..');
  await expect(egress.first()).toContainText('No policy selects it for egress');
  await expect(ingress.first()).toContainText('default-deny');
  await expect(ingress.first()).toContainText('postgres-from-orders');

  await editor(page);
  await panel.getByRole('button', { name: 'postgres-from-orders' }).first().click();
  await expect(page.locator('.editor-revealed').first()).toBeVisible();
  await expect.poll(() => linesShown(page)).toContain('name: postgres-from-orders');
});

test('an allowed flow names its ports and its rule, and the rest of the ports apart', async ({
  page,
}) => {
  await startWith(page, TWO_PODS);
  await expectFlows(page, TWO_PODS_FLOWS);
  await clickAt(page, await spotOf(page, linkOf('x/a[Pod]', 'x/b[Pod]')));
  const parts = details(page).locator('section.segment');
  await expect(parts.filter({ hasText: /allowed/i }).first()).toContainText('TCP 80');
  await expect(parts.filter({ hasText: /allowed/i }).first()).toContainText('ingress rule 1');
  await expect(parts.filter({ hasText: 'has no rule for this' }).first()).toContainText(/denied/i);
});

test('Escape goes back the way one came, the keyboard on the headings', async ({ page }) => {
  await open(page);
  const heading = details(page).getByRole('heading', { level: 2 });
  await details(page)
    .getByRole('button', { name: /^postgres/ })
    .press('Enter');
  await expect(heading).toBeFocused();
  await details(page).getByRole('button', { name: 'frontend to postgres' }).press('Enter');
  await expect(heading).toHaveText(/frontend.*postgres/);
  await expect(details(page).getByRole('button', { name: 'Back to postgres' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(heading).toHaveText('postgres');
  await page.keyboard.press('Escape');
  await expect(heading).toHaveText('Every flow, decided');
});

test('a policy in another tab is shown in that tab', async ({ page }) => {
  await open(page);
  await editor(page);
  await page.getByRole('tab', { name: 'workloads.yaml' }).click();
  await details(page)
    .getByRole('button', { name: /^postgres/ })
    .click();
  await details(page).getByRole('button', { name: 'frontend to postgres' }).click();
  await details(page).getByRole('button', { name: 'postgres-from-orders' }).first().click();
  await expect(page.getByRole('tab', { name: 'policies.yaml' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(page.locator('.editor-revealed').first()).toBeVisible();
  await expect.poll(() => linesShown(page)).toContain('name: postgres-from-orders');
});

test('a selection outlives an edit', async ({ page }) => {
  await startWith(page, TWO_PODS);
  await expectFlows(page, TWO_PODS_FLOWS);
  await clickAt(page, await spotOf(page, linkOf('x/a[Pod]', 'x/b[Pod]')));
  await page.getByRole('tabpanel').click({ position: { x: 120, y: 50 } });
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('80');
  await expect(details(page)).toContainText('TCP 8080');
  await expectAmongFlows(page, ['x/a → x/b: allowed TCP 8080']);
});

test('on a phone a policy leads to its lines, though the editor was not loaded before', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await clickAt(page, await spotOf(page, shapeOf('shop/postgres[StatefulSet]')));
  await page.getByRole('navigation', { name: 'Panes' }).getByText('Details').click();
  await details(page).getByRole('button', { name: 'frontend to postgres' }).click();
  await expect(page.locator('.monaco-editor')).toHaveCount(0);
  await details(page).getByRole('button', { name: 'postgres-from-orders' }).first().click();
  await editor(page);
  await expect.poll(() => linesShown(page)).toContain('name: postgres-from-orders');
});
