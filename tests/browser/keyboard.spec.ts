// The keyboard alone reaches everything, and who hears the page is told what the picture shows.
import type { Page } from '@playwright/test';
import { details, editor, expect, graph, linesShown, open, test } from './page.ts';

/** Marks what the Tab key should reach, and gives back what it is called. */
async function markStops(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const stops: string[] = [];
    const found = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]',
    );
    for (const element of found) {
      const isRadioBeside =
        element instanceof HTMLInputElement && element.type === 'radio' && !element.checked;
      const isOff =
        element.tabIndex < 0 || element.matches(':disabled') || !element.checkVisibility();
      // The editor is one stop, whatever it is made of.
      if (isOff || isRadioBeside || element.closest('.editor-text') !== null) continue;
      const name = `${stops.length} ${element.getAttribute('aria-label') ?? element.textContent?.trim() ?? ''}`;
      element.dataset.stop = name;
      stops.push(name);
    }
    return stops;
  });
}

async function walk(page: Page, presses: number): Promise<ReadonlySet<string>> {
  const reached = new Set<string>();
  for (let at = 0; at < presses; at += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const focused = document.activeElement;
      if (focused?.closest('.editor-text') != null) return 'the editor';
      return focused instanceof HTMLElement ? (focused.dataset.stop ?? '') : '';
    });
    reached.add(stop);
  }
  return reached;
}

test('the Tab key reaches every control, and leaves the editor when told to', async ({ page }) => {
  await open(page);
  await editor(page);
  await expect(page.locator('.editor-note').first()).toBeVisible();
  const stops = await markStops(page);
  expect(stops.length).toBeGreaterThan(25);
  // In the editor Tab indents; its label tells how to leave.
  await expect(page.getByRole('textbox', { name: /Control M/ })).toHaveCount(1);
  await page.getByRole('tab', { selected: true }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+M');
  const before = await linesShown(page);
  const reached = await walk(page, stops.length + 12);
  expect(reached).toContain('the editor');
  expect(stops.filter((stop) => !reached.has(stop))).toEqual([]);
  expect(await linesShown(page)).toBe(before);
});

test('a flow is found and explained without a pointer', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Skip to workloads' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(details(page).getByRole('heading', { level: 2 })).toBeFocused();
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  for (let at = 0; at < 20 && !(await focused()).startsWith('postgres'); at += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(details(page).getByRole('heading', { level: 2 })).toHaveText('postgres');
  for (let at = 0; at < 20 && !/^orders to postgres/.test(await focused()); at += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await expect(details(page).getByText('Ingress of postgres').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(details(page).getByRole('heading', { level: 2 })).toHaveText('Every flow, decided');
});

test('menus open, are left and close by keyboard', async ({ page }) => {
  await open(page);
  for (const name of ['Samples', 'Open', 'Share', 'Colours and size', 'Assumptions']) {
    const button = page.getByRole('banner').getByRole('button', { name, exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(button).toHaveAttribute('aria-expanded', 'true');
    // Some are loaded when they are opened.
    const first = page.locator('.popover-panel').locator('button, input, select').first();
    await expect(first).toBeVisible();
    await page.keyboard.press('Tab');
    const isInside = await page.evaluate(
      () => document.activeElement?.closest('.popover-panel') !== null,
    );
    expect(isInside, name).toBe(true);
    await page.keyboard.press('Escape');
    await expect(button).toBeFocused();
    await expect(button).toHaveAttribute('aria-expanded', 'false');
  }
});

test('who hears the page is given tables and a list in place of the picture', async ({ page }) => {
  await open(page);
  await expect(graph(page)).toHaveAttribute('aria-hidden', 'true');
  const picture = page.getByRole('region', { name: 'Picture of the cluster' });
  const told = picture.getByRole('list', { name: 'Flows drawn' }).getByRole('listitem');
  await expect(
    told.filter({ hasText: 'shop/frontend → shop/orders: allowed TCP 9090' }),
  ).toHaveCount(1);
  await details(page)
    .getByRole('button', { name: /^postgres/ })
    .click();
  const table = details(page).getByRole('table').first();
  await expect(table.getByRole('columnheader')).toHaveText(['Peer', 'Verdict and ports']);
  await expect(table.getByRole('row', { name: /postgres to frontend.*Denied/ })).toHaveCount(1);
  for (const level of [1, 2, 3]) {
    expect(await page.getByRole('heading', { level }).count()).toBeGreaterThan(0);
  }
  await expect(page.getByRole('main')).toHaveCount(1);
  await expect(page.getByRole('banner')).toHaveCount(1);
});
