// The engine in its worker: what a person sees when it cannot be had, and that typing overtakes it.
import { pod, SAMPLE_FLOWS } from './manifests.ts';
import { expect, expectAmongFlows, pasteOver, startWith, test } from './page.ts';

test('an engine that cannot be loaded is told in words, and tried again on demand', async ({
  browser,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  let blocked = true;
  await page.route(/assets\/worker-[^/]*\.js$/, (route) =>
    blocked ? route.abort() : route.continue(),
  );
  await page.goto('./');
  await expect(page.getByText('The engine stopped:')).toBeVisible();
  blocked = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expectAmongFlows(page, SAMPLE_FLOWS);
  await expect(page.getByText('The engine stopped:')).toHaveCount(0);
  await context.close();
});

test('work on a large input shows its progress, and is overtaken by a newer one', async ({
  page,
}) => {
  await startWith(page, '');
  const large = Array.from({ length: 20_000 }, (_, at) => pod(`p${at}`)).join('---\n');
  await pasteOver(page, large);
  await expect(page.getByText(/Reading manifests/)).toBeVisible();
  await pasteOver(page, pod('only'));
  await expectAmongFlows(page, ['x/only → Everywhere: allowed']);
  await expect(page.getByText(/Reading manifests/)).toHaveCount(0);
});
