// What is seen before the components have come.
import { expect, graph, open, shapeOf, spotOf, test } from './page.ts';

const NAMES = ['Everywhere', 'prometheus', 'frontend', 'postgres', 'orders'];

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test(`the picture stands before its library is there, ${viewport.width} wide`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/\/(mount|picture)-[^/]*\.js/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('./');
    const still = page.locator('.graph-still');
    for (const name of NAMES) await expect(still.getByText(name, { exact: true })).toBeVisible();
    // One green line at least with its port, one red one with its bar.
    await expect(still.getByText('TCP 5432')).toBeVisible();
    const place = await still.getByText('postgres', { exact: true }).boundingBox();
    if (place === null) throw new Error('postgres is not drawn');
    release();
    await expect(graph(page)).toHaveAttribute('data-settled', /./);
    await expect(still).toHaveCount(0);
    // The canvas goes on where the still picture stood; the name is a little above the middle.
    const after = await spotOf(page, shapeOf('shop/postgres[StatefulSet]'));
    expect(Math.abs(after.x - (place.x + place.width / 2))).toBeLessThan(6);
    expect(Math.abs(after.y - (place.y + place.height / 2))).toBeLessThan(16);
  });
}

test('a page whose picture library can not be loaded says so and goes on', async ({ browser }) => {
  const page = await browser.newPage();
  await page.route(/\/picture-[^/]*\.js/, (route) => route.abort());
  await page.goto('./');
  await expect(page.getByText('The picture could not be loaded.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Every flow, decided' })).toBeVisible();
  await page.close();
});

test('an input without workloads goes straight to the page', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await page.reload();
  await expect(page.getByText('Nothing to draw yet')).toBeVisible();
});
