// Pictures for a person to look at, in test-results/look: a wide screen and a phone, light and dark.
import { clickAt, details, editor, expect, open, shapeOf, spotOf, test } from './page.ts';

const SCREENS = [
  { name: 'desktop', width: 1440, height: 900 },
  { name: 'phone', width: 390, height: 844 },
] as const;

for (const { name, width, height } of SCREENS) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${name}, ${colorScheme}`, async ({ page }) => {
      const shoot = (what: string) =>
        page.screenshot({ path: `test-results/look/${name}-${colorScheme}-${what}.png` });
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await open(page);
      if (name === 'desktop') await editor(page);
      await shoot('sample');
      await clickAt(page, await spotOf(page, shapeOf('shop/postgres[StatefulSet]')));
      await shoot('workload');
      if (name === 'desktop') {
        await details(page).getByRole('button', { name: 'frontend to postgres' }).click();
        await expect(details(page).getByText('Ingress of postgres').first()).toBeVisible();
        await shoot('edge');
      } else {
        const panes = page.getByRole('navigation', { name: 'Panes' });
        await panes.getByText('Details').click();
        await expect(details(page).getByRole('heading', { level: 2 })).toHaveText('postgres');
        await shoot('details');
        await panes.getByText('Manifests').click();
        await editor(page);
        await shoot('manifests');
      }
    });
  }
}
