// What must and must not be possible, beside the picture: ticks, reasons, and a check from a flow.
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { details, editor, expect, linesShown, pasteOver, startWith, tabs, test } from './page.ts';

const pod = (name: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: shop, labels: {app: ${name}}}\n`;

const policy = (from: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: db, namespace: shop}
spec:
  podSelector: {matchLabels: {app: db}}
  ingress: [{from: [{podSelector: {matchLabels: {app: ${from}}}}], ports: [{port: 5432}]}]
`;

const INTENT = `apiVersion: netpolis.dev/v1
kind: Intent
flows:
- from: shop/api
  to: shop/db
  ports: [5432]
  expect: allow
- from: shop/web
  to: shop/db
  expect: deny
  reason: The web tier never talks to the database.
`;

const input = (from: string, intent = INTENT) =>
  [pod('web'), pod('api'), pod('db'), policy(from), intent].join('---\n');

const checks = (page: Page) => page.getByRole('region', { name: 'Checks' });

test('each check has a tick and a word, on every edit anew', async ({ page }) => {
  await startWith(page, input('api'));
  const panel = checks(page);
  await expect(panel.getByRole('status')).toHaveText('2 of 2 checks passed');
  await expect(panel.getByRole('listitem')).toHaveText([
    /shop\/api → shop\/db 5432\s*Passed, must be possible/,
    /shop\/web → shop\/db\s*Passed, must not be possible/,
  ]);

  await expectAccessible(page, 'checks that pass', '.checks');

  await pasteOver(page, input('web'));
  await expect(panel.getByRole('status')).toHaveText('0 of 2 checks passed');
  await expect(panel.getByRole('listitem')).toHaveText([
    /Failed.*shop\/api does not reach shop\/db on TCP 5432: policy shop\/db has no rule that lets it in/,
    /Failed.*The web tier never talks.*shop\/web reaches shop\/db on TCP 5432: rule 1 of policy shop\/db lets it in/,
  ]);

  await expectAccessible(page, 'checks that fail', '.checks');

  await pasteOver(page, [pod('web'), pod('db')].join('---\n'));
  await expect(panel).toHaveCount(0);
});

test('a check leads to its flow and to its line', async ({ page }) => {
  await startWith(page, input('web'));
  await editor(page);
  await checks(page)
    .getByRole('button', { name: /shop\/web → shop\/db/ })
    .click();
  await expect(details(page).getByRole('heading', { level: 2 })).toHaveText(/web\s*→\s*db/);
  await expect(page.locator('.editor-revealed').first()).toBeVisible();
  await expect.poll(() => linesShown(page)).toContain('- from: shop/web');
});

test('one that can not be read says so, and a name that means nobody fails', async ({ page }) => {
  const wrong = `${INTENT}- from: shop/web\n  to: shop/bd\n  expect: deny\n- from: shop/web\n  to: shop/db\n  port: [1]\n  expect: deny\n`;
  await startWith(page, input('api', wrong));
  const panel = checks(page);
  await expect(panel.getByRole('status')).toHaveText('2 of 3 checks passed');
  await expect(panel).toContainText('There is no workload "shop/bd". Did you mean shop/db?');
  await expect(panel).toContainText('1 check can’t be read: see Problems');
});

test('a flow becomes a check in a file of its own, then another behind it', async ({ page }) => {
  await startWith(page, [pod('web'), pod('api'), pod('db'), policy('api')].join('---\n'));
  await details(page).getByRole('button', { name: /^web/ }).click();
  const out = details(page)
    .getByRole('heading', { name: /^Out to/ })
    .locator('xpath=..');
  await out.getByRole('button', { name: /db/ }).first().click();
  const add = details(page).getByRole('button', { name: 'Add a check from this flow' });
  await add.click();
  await expect(tabs(page)).toHaveText(['manifests.yaml', 'intent.yaml']);
  await expect(checks(page).getByRole('listitem')).toHaveText([
    /shop\/web → shop\/db\s*Passed, must not be possible/,
  ]);
  await details(page).getByRole('button', { name: 'Swap direction' }).click();
  await add.click();
  await expect(checks(page).getByRole('status')).toHaveText('2 of 2 checks passed');
  await expect(checks(page).getByRole('listitem').last()).toContainText('shop/db → shop/web');
  await expect.poll(() => linesShown(page)).toContain('- from: shop/db');
});

test('a check from the flow of a pod not written yet holds', async ({ page }) => {
  await startWith(page, [pod('web'), pod('api'), pod('db'), policy('api')].join('---\n'));
  await page.getByRole('button', { name: 'Around the pods' }).click();
  await page.getByRole('checkbox', { name: /new pod/i }).click();
  await page.keyboard.press('Escape');
  await details(page)
    .getByRole('button', { name: /^Any new pod/ })
    .first()
    .click();
  const out = details(page)
    .getByRole('heading', { name: /^From here to/ })
    .locator('xpath=..');
  await out.getByRole('button', { name: /db/ }).first().click();
  await details(page).getByRole('button', { name: 'Add a check from this flow' }).click();
  await expect(checks(page).getByRole('listitem')).toHaveText([
    /\{new-pod\} → shop\/db\s*Passed, must not be possible/,
  ]);
});

test('those that are not passed come first', async ({ page }) => {
  await startWith(page, input('api').replace('expect: allow', 'expect: deny'));
  await pasteOver(page, input('api').replace(/expect: deny/, 'expect: allow'));
  await expect(checks(page).getByRole('listitem')).toHaveText([
    /shop\/web → shop\/db\s*Failed/,
    /shop\/api → shop\/db 5432\s*Passed/,
  ]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('the tab counts what is not passed, and the checks stand under the details', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1000, height: 844 });
    await startWith(page, input('web'));
    await expect(checks(page).getByRole('status')).toHaveText('0 of 2 checks passed');
    await page.setViewportSize({ width: 390, height: 844 });
    const tab = page
      .getByRole('navigation', { name: 'Panes' })
      .getByRole('button', { name: /^Details/ });
    await expect(tab).toContainText('2 checks not passed');
    await tab.click();
    await checks(page)
      .getByRole('button', { name: /shop\/web → shop\/db/ })
      .click();
    await expect(details(page).getByRole('heading', { level: 2 })).toHaveText(/web\s*→\s*db/);
    await checks(page)
      .getByRole('button', { name: /^manifests.yaml:/ })
      .first()
      .click();
    await expect(checks(page)).toBeHidden();
  });
});
