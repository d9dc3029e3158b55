// By finger, on a phone and on a tablet: read, select, explain, paste, share; nothing cut, nothing under anything.
import type { Page } from '@playwright/test';
import { TWO_PODS } from './manifests.ts';
import {
  details,
  expect,
  expectAmongFlows,
  linkOf,
  open,
  pasteOver,
  shapeOf,
  spotOf,
  test,
} from './page.ts';

test.use({ hasTouch: true, isMobile: true });

async function tapAt(page: Page, id: string): Promise<void> {
  const { x, y } = await spotOf(page, id);
  await page.touchscreen.tap(x, y);
}

const pane = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Panes' }).getByText(name);

for (const [name, width, height] of [
  ['a phone', 390, 844],
  ['a small phone', 360, 640],
  ['a tablet', 768, 1024],
  ['a tablet on its side', 1024, 768],
] as const) {
  test(`the picture is read by touch on ${name}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    const hasPanes = await page.getByRole('navigation', { name: 'Panes' }).isVisible();
    await tapAt(page, shapeOf('shop/postgres[StatefulSet]'));
    if (hasPanes) await pane(page, 'Details').tap();
    await expect(details(page).getByRole('heading', { level: 2 })).toHaveText('postgres');
    // However much stands in a panel, it is the panel that scrolls.
    await expect(details(page).getByText('Pods not written yet')).toBeAttached();
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
    await details(page).getByRole('button', { name: 'frontend to postgres' }).tap();
    await expect(details(page).getByText('Ingress of postgres').first()).toBeVisible();
    if (hasPanes) await pane(page, 'Picture').tap();
    await tapAt(page, linkOf('shop/orders[Deployment]', 'shop/postgres[StatefulSet]'));
    if (hasPanes) await pane(page, 'Details').tap();
    await expect(details(page).getByRole('heading', { level: 2 })).toHaveText(
      /orders\s*→\s*postgres/,
    );
  });

  test(`everything in the bar is in reach on ${name}, with assumptions too`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    await page.getByRole('button', { name: 'Assumptions' }).tap();
    await page.getByLabel('Pods on their host’s network').selectOption('pod');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: '1 assumption' })).toBeVisible();
    const boxes = await page
      .getByRole('banner')
      .getByRole('button')
      .filter({ visible: true })
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
    for (const box of boxes) {
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(width);
      expect(box.height).toBeGreaterThanOrEqual(40);
    }
    // No button lies on its neighbour, and the page can't be pushed aside.
    const sorted = boxes.toSorted((one, other) => one.left - other.left);
    for (const [at, box] of sorted.entries()) {
      expect(box.left).toBeGreaterThanOrEqual((sorted[at - 1]?.right ?? 0) - 1);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.getByRole('button', { name: 'Share' }).tap();
    await expect(page.getByLabel('Link to this page')).toBeInViewport({ ratio: 1 });
  });
}

test('text is pasted and a sample is opened by touch', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await page.getByRole('button', { name: 'Clear all' }).tap();
  await pasteOver(page, TWO_PODS);
  await pane(page, 'Picture').tap();
  await expectAmongFlows(page, ['x/a → x/b: allowed TCP 80']);
  await page.getByRole('button', { name: 'Samples' }).tap();
  await page.getByRole('list').getByText('A small shop').tap();
  await expectAmongFlows(page, ['shop/frontend → shop/orders: allowed TCP 9090']);
});
