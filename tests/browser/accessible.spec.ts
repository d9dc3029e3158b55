// Everybody can use it: WCAG 2.2 AA in every view, the keyboard alone, and those who hear the page.
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import {
  clickAt,
  details,
  editor,
  expect,
  expectAmongFlows,
  linkOf,
  open,
  shapeOf,
  spotOf,
  test,
} from './page.ts';
import { terminal } from './terminal.ts';

const SCREENS = [
  { name: 'a desktop', width: 1440, height: 900 },
  { name: 'a phone', width: 390, height: 844 },
] as const;

/** Shows a pane where only one fits. */
async function goTo(
  page: Page,
  pane: 'Manifests' | 'Picture' | 'Details' | 'Learn' | 'Terminal',
): Promise<void> {
  const panes = page.getByRole('navigation', { name: 'Panes' });
  if (await panes.isVisible()) await panes.getByText(pane).click();
}

/** What is seen of it once its parts have been loaded, which some bring only then. */
function firstOf(page: Page, part: 'menu' | 'Learn' | 'Terminal'): Locator {
  if (part === 'Learn') return page.getByRole('list', { name: 'Lessons', exact: true });
  if (part === 'Terminal') return terminal(page).locator('.xterm-rows').getByText('$').first();
  return page.locator('.popover-panel').locator('button, input, select').first();
}

for (const { name, width, height } of SCREENS) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`every view is accessible on ${name}, ${colorScheme}`, async ({ page }) => {
      test.setTimeout(180_000);
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await open(page);
      await expectAccessible(page, 'the opening sample');
      await goTo(page, 'Manifests');
      await editor(page);
      await expect(page.locator('.editor-note').first()).toBeVisible();
      await expectAccessible(page, 'the editor');
      for (const [button, words] of await barButtons(page)) {
        await page.getByRole('banner').getByRole('button', { name: button, exact: true }).click();
        const isPane = button === 'Learn' || button === 'Terminal';
        await expect(firstOf(page, isPane ? button : 'menu')).toBeVisible();
        await expectAccessible(page, words, isPane ? undefined : '.top-bar');
        await page.keyboard.press('Escape');
      }
      for (const pane of ['Learn', 'Terminal'] as const) {
        await goTo(page, pane);
        await expect(firstOf(page, pane)).toBeVisible();
        await expectAccessible(page, pane);
      }
      await goTo(page, 'Picture');
      await clickAt(page, await spotOf(page, shapeOf('shop/postgres[StatefulSet]')));
      await goTo(page, 'Details');
      await expect(details(page).getByRole('heading', { level: 2 })).toHaveText('postgres');
      await expectAccessible(page, 'a workload');
      await details(page).getByRole('button', { name: 'frontend to postgres' }).click();
      await expect(details(page).getByText('Ingress of postgres').first()).toBeVisible();
      await expectAccessible(page, 'a flow');
    });
  }
}

/** What stands in the bar, but for what leaves the page as it is. */
async function barButtons(page: Page): Promise<readonly (readonly [string, string])[]> {
  const names = await page
    .getByRole('banner')
    .getByRole('button')
    .evaluateAll((all) =>
      all.map((one) => one.getAttribute('aria-label') ?? one.textContent?.trim() ?? ''),
    );
  return names.filter((name) => name !== 'Clear all').map((name) => [name, `“${name}” opened`]);
}

test('problems, an empty page and a projector are accessible, too', async ({ page }) => {
  await open(page, '');
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expectAccessible(page, 'an empty page');
  await page.getByRole('tabpanel').click();
  await page.keyboard.type('kind: Pod\nmetadata: [');
  await expect(
    page.getByRole('region', { name: 'Problems' }).getByRole('listitem').first(),
  ).toBeVisible();
  await expectAccessible(page, 'problems');
  await page.getByRole('button', { name: 'Colours and size' }).click();
  await page.getByLabel('Projector: large and strong').check();
  await expectAccessible(page, 'for a projector');
  await page.getByLabel('Dark', { exact: true }).check();
  await expectAccessible(page, 'for a projector in a dark room');
});

test('a frame for slides is accessible', async ({ page }) => {
  await page.goto('./?embed');
  await expectAmongFlows(page, ['shop/frontend → shop/orders: allowed TCP 9090']);
  await expectAccessible(page, 'a frame');
  await clickAt(
    page,
    await spotOf(page, linkOf('shop/frontend[Deployment]', 'shop/orders[Deployment]')),
  );
  await expect(page.getByRole('complementary', { name: 'Details' })).toBeVisible();
  await expectAccessible(page, 'a frame with details');
});
