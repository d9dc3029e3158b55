// Without a network: once opened, the page works from what it has kept, and tells of a newer version.
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { TWO_PODS, TWO_PODS_FLOWS } from './manifests.ts';
import {
  clickAt,
  details,
  editor,
  expect,
  expectFlows,
  graph,
  linkOf,
  pasteOver,
  spotOf,
  tabs,
  test,
} from './page.ts';
import { serveFolder } from './site.ts';

test.use({ serviceWorkers: 'allow' });

async function whenKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

async function keptFiles(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => url);
  });
}

test('once opened, everything works without a server', async ({ page, context }) => {
  const site = await serveFolder('dist', '/a/b%20c/');
  await page.goto(site.address);
  await expect(graph(page)).toHaveAttribute('data-settled', /./);
  await whenKept(page);
  const kept = await keptFiles(page);
  expect(kept).toContain(site.address);
  expect(kept.filter((url) => !url.startsWith(site.address))).toEqual([]);

  await site.close();
  await context.setOffline(true);
  await page.reload();
  await expect(graph(page)).toHaveAttribute('data-settled', /./);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(tabs(page)).toHaveText(['manifests.yaml']);
  await editor(page);
  await pasteOver(page, TWO_PODS);
  await expectFlows(page, TWO_PODS_FLOWS);
  await clickAt(page, await spotOf(page, linkOf('x/a[Pod]', 'x/b[Pod]')));
  await expect(details(page).getByText('only-a-reaches-b').first()).toBeVisible();
  await expect(page.locator('.editor-note').first()).toBeVisible();
  await page.getByRole('button', { name: 'Assumptions' }).click();
  await expect(page.getByLabel('Pods on their host’s network')).toBeVisible();
});

test('the address with a search, and that of the file, open without a server, too', async ({
  page,
}) => {
  const site = await serveFolder('dist');
  await page.goto(site.address);
  await whenKept(page);
  await site.close();
  for (const address of ['index.html', '?x=1', 'index.html?x=1#section']) {
    await page.goto(site.address + address);
    await expect(graph(page)).toHaveAttribute('data-settled', /./);
  }
});

test('the picture stands before anything is kept', async ({ page }) => {
  const site = await serveFolder('dist');
  await page.addInitScript(() => {
    const { serviceWorker } = navigator;
    const register = serviceWorker.register.bind(serviceWorker);
    serviceWorker.register = (...given) => {
      const stands = document.querySelector('[data-testid=graph][data-settled]') !== null;
      (window as { stoodBefore?: boolean }).stoodBefore = stands;
      return register(...given);
    };
  });
  await page.goto(site.address);
  await whenKept(page);
  expect(await page.evaluate(() => (window as { stoodBefore?: boolean }).stoodBefore)).toBe(true);
  await site.close();
});

/** A build that differs in the name of the page, as the next release would. */
async function nextRelease(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'netpolis-next-'));
  await cp('dist', folder, { recursive: true });
  const hashOf = (text: string) => createHash('sha256').update(text).digest('base64');
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const next = page.replace('<title>Netpolis: see every flow', '<title>Netpolis, the next');
  expect(next).not.toBe(page);
  await writeFile(join(folder, 'index.html'), next);
  const worker = await readFile(join(folder, 'sw.js'), 'utf8');
  expect(worker).toContain(hashOf(page));
  const version = /"([\w+/]{16})"/.exec(worker)?.[1] ?? '';
  expect(version).not.toBe('');
  await writeFile(
    join(folder, 'sw.js'),
    worker.replace(hashOf(page), hashOf(next)).replace(version, 'thenextversion16'),
  );
  return folder;
}

test('a newer version is told of, and comes when it is asked for', async ({ page }) => {
  const site = await serveFolder('dist');
  const next = await nextRelease();
  await page.goto(site.address);
  await whenKept(page);
  await expect(page.getByText('A new version')).toHaveCount(0);

  site.publish(next);
  await page.reload();
  await expect(page).toHaveTitle('Netpolis: see every flow');
  await expect(page.getByText('A new version of Netpolis is ready.')).toBeVisible();
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(page).toHaveTitle('Netpolis, the next');
  await expect(graph(page)).toHaveAttribute('data-settled', /./);
  await site.close();
  await page.reload();
  await expect(page).toHaveTitle('Netpolis, the next');
  await rm(next, { recursive: true });
});

test('files of two builds are never kept together', async ({ page }) => {
  const site = await serveFolder('dist');
  const half = await mkdtemp(join(tmpdir(), 'netpolis-half-'));
  await cp('dist', half, { recursive: true });
  await writeFile(join(half, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  site.publish(half);
  await page.goto(site.address);
  await editor(page);
  await page.waitForFunction(async () => (await caches.keys()).length > 0);
  // The worker is given up as soon as one file is not as it was built.
  await page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return (registration?.installing ?? null) === null;
  });
  const state = await page.evaluate(
    async () => (await navigator.serviceWorker.getRegistration())?.active ?? null,
  );
  expect(state).toBeNull();
  // What the page still loads is no longer of interest.
  await page.close();
  await site.close();
  await rm(half, { recursive: true });
});
