// The page wherever it may lie: under any path of a static host, and as one file without a server.
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { TWO_PODS, TWO_PODS_FLOWS } from './manifests.ts';
import {
  clickAt,
  details,
  editor,
  expect,
  expectAmongFlows,
  expectFlows,
  graph,
  linesShown,
  linkOf,
  pasteOver,
  spotOf,
  tabs,
  test,
} from './page.ts';
import { serveFolder } from './site.ts';

/** Paste, picture, explanation, editor with its help, a reload: all that has parts loaded later. */
async function useEverything(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(tabs(page)).toHaveText(['manifests.yaml']);
  await pasteOver(page, TWO_PODS);
  await expectFlows(page, TWO_PODS_FLOWS);
  await clickAt(page, await spotOf(page, linkOf('x/b[Pod]', 'x/a[Pod]')));
  await expect(details(page).getByRole('heading', { level: 2 })).toHaveText(/b\s*→\s*a/);
  await clickAt(page, await spotOf(page, linkOf('x/a[Pod]', 'x/b[Pod]')));
  await expect(details(page).getByText('only-a-reaches-b').first()).toBeVisible();
  // Notes behind the rules come from the part of the engine that is loaded when it is asked.
  await expect(page.locator('.editor-note').first()).toBeVisible();
  await page.getByRole('button', { name: 'Assumptions' }).click();
  await expect(page.getByLabel('Network plugin').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByLabel('Link to this page')).toHaveValue(/#v1\./);
  await page.keyboard.press('Escape');
  await page.reload();
  await expectFlows(page, TWO_PODS_FLOWS);
  await editor(page);
  await expect.poll(() => linesShown(page)).toContain('kind: Pod');
}

test('the built page works under any path', async ({ page }) => {
  const site = await serveFolder('dist', '/a/b%20c/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(site.address);
  await expect(graph(page)).toHaveAttribute('data-settled', /./);
  await useEverything(page);
  const elsewhere = asked.filter(
    (url) => !url.startsWith(site.address) && !/^(data|blob):/.test(url),
  );
  expect(elsewhere).toEqual([]);
  await site.close();
});

test('one file works by double click, without a network', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.context().setOffline(true);
  const file = pathToFileURL('dist-single/netpolis.html').href;
  await page.goto(file);
  await expectAmongFlows(page, ['shop/frontend → shop/orders: allowed TCP 9090']);
  await useEverything(page);
  const others = asked.filter((url) => url.split('#')[0] !== file && !/^(data|blob):/.test(url));
  expect(others).toEqual([]);
});
