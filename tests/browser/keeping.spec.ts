// Nothing typed is lost: not by a reload, not by "Clear all", not by a sample laid over it.
import { SAMPLE_FLOWS, TWO_PODS, TWO_PODS_FLOWS } from './manifests.ts';
import {
  expect,
  expectAmongFlows,
  expectFlows,
  graph,
  intoText,
  open,
  startWith,
  tabs,
  test,
} from './page.ts';

test('a reload keeps the text, to the last letter typed', async ({ page }) => {
  await startWith(page, TWO_PODS);
  await expectFlows(page, TWO_PODS_FLOWS);
  await page.keyboard.type('80');
  await page.reload();
  await expect(graph(page)).toHaveAttribute('data-settled', /./);
  await expectAmongFlows(page, ['x/a → x/b: allowed TCP 8080']);
  await expect(tabs(page)).toHaveText(['manifests.yaml']);
});

test('"Clear all" can be undone', async ({ page }) => {
  await startWith(page, TWO_PODS);
  await expectFlows(page, TWO_PODS_FLOWS);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expectFlows(page, []);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expectFlows(page, TWO_PODS_FLOWS);
});

test('what was cleared can be brought back after a reload', async ({ page }) => {
  await startWith(page, TWO_PODS);
  await expectFlows(page, TWO_PODS_FLOWS);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expectFlows(page, []);
  await page.reload();
  await page.getByRole('button', { name: 'Open' }).click();
  await page.getByRole('button', { name: /^Cleared/ }).click();
  await expectFlows(page, TWO_PODS_FLOWS);
});

test('a sample in place of own text gives it back by Undo', async ({ page }) => {
  await startWith(page, TWO_PODS);
  await expectFlows(page, TWO_PODS_FLOWS);
  await page.getByRole('button', { name: 'Samples' }).click();
  await page.getByRole('button', { name: /^A small shop/ }).click();
  await expectAmongFlows(page, SAMPLE_FLOWS);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expectFlows(page, TWO_PODS_FLOWS);
});

test('an edit of the sample is own text, and stays', async ({ page }) => {
  await open(page);
  await tabs(page).nth(1).click();
  await intoText(page);
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('# mine');
  await page.keyboard.press('Enter');
  await expectAmongFlows(page, SAMPLE_FLOWS);
  await page.reload();
  await expect(tabs(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.editor').getByText('# mine')).toBeVisible();
});
