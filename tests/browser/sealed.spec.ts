// Nothing leaves the page and nothing foreign runs in it: its own policy is kept in every view.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { TWO_PODS } from './manifests.ts';
import {
  clickAt,
  details,
  editor,
  expect,
  expectAmongFlows,
  linkOf,
  shapeOf,
  spotOf,
  startWith,
  test,
} from './page.ts';

interface Watched {
  /** What the policy has refused, as `directive: address`. */
  refused(): Promise<readonly string[]>;
  /** Addresses asked for, but those of the page's own host. */
  readonly elsewhere: readonly string[];
}

/** Call it before the page is opened. */
async function watchPolicy(page: Page, own: string): Promise<Watched> {
  await page.addInitScript(() => {
    const kept = window as { refused?: string[] };
    kept.refused = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      kept.refused?.push(`${event.effectiveDirective}: ${event.blockedURI}`);
    });
  });
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(own) && !/^(data|blob):/.test(url)) elsewhere.push(url);
  });
  return {
    refused: () => page.evaluate(() => (window as { refused?: string[] }).refused ?? []),
    elsewhere,
  };
}

test('a walk through all views breaks no policy and asks nobody else', async ({
  page,
  baseURL,
}) => {
  const watched = await watchPolicy(page, baseURL ?? '');
  await startWith(page, TWO_PODS);
  await editor(page);
  await page.keyboard.press('Control+Space');
  await page.keyboard.press('Escape');
  await page.getByRole('tabpanel').hover();
  const bar = page.getByRole('banner').getByRole('button');
  for (const name of await bar.evaluateAll((all) => all.map((one) => one.textContent))) {
    if (name === 'Clear all' || name === '') continue;
    await bar.filter({ hasText: name }).click();
    await page.keyboard.press('Escape');
  }
  await clickAt(page, await spotOf(page, shapeOf('x/a[Pod]')));
  await expect(details(page).getByRole('heading', { level: 2 })).toBeVisible();
  await clickAt(page, await spotOf(page, linkOf('x/a[Pod]', 'x/b[Pod]')));
  await expect(details(page).getByText('only-a-reaches-b').first()).toBeVisible();
  await page.locator('.editor-note').first().click();
  await page.getByRole('button', { name: 'Samples' }).click();
  await page.getByRole('list').getByText('A small shop').click();
  await expectAmongFlows(page, ['shop/frontend → shop/orders: allowed TCP 9090']);
  expect(await watched.refused()).toEqual([]);
  expect(watched.elsewhere).toEqual([]);
});

test('the page asks no other host, not even of those that ?src= may name', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const watched = await watchPolicy(page, 'http://127.0.0.1');
  await page.goto('./');
  const asked = (address: string) =>
    page.evaluate(
      (url) =>
        fetch(url).then(
          () => 'answered',
          () => 'refused',
        ),
      address,
    );
  expect(await asked('https://example.com/')).toBe('refused');
  expect(await asked('http://localhost:9/')).toBe('refused');
  expect(watched.elsewhere).toEqual([]);
  expect(await watched.refused()).toEqual([
    'connect-src: https://example.com/',
    'connect-src: http://localhost:9/',
  ]);
  await context.close();
});

test('text is never run', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const watched = await watchPolicy(page, 'http://127.0.0.1');
  await page.goto('./');
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = 1';
    document.body.append(script);
    const image = document.createElement('img');
    image.setAttribute('onerror', 'window.ran = 2');
    image.src = 'data:,';
    document.body.append(image);
    const link = document.createElement('a');
    link.href = 'javascript:window.ran = 3';
    document.body.append(link);
    link.click();
  });
  // Each was tried: nothing else will come.
  await expect
    .poll(async () => (await watched.refused()).map((one) => one.split(':')[0]))
    .toEqual(['script-src-elem', 'script-src-attr', 'script-src-elem']);
  expect(await page.evaluate(() => (window as { ran?: number }).ran ?? 'nothing')).toBe('nothing');
  await context.close();
});

for (const file of ['dist/index.html', 'dist-single/netpolis.html']) {
  test(`${file} carries a policy without eval`, async () => {
    const html = await readFile(file, 'utf8');
    const [, policy = ''] =
      /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    const directives = new Map(
      policy
        .replaceAll('&#39;', "'")
        .split('; ')
        .map((one) => [one.split(' ')[0], one.split(' ').slice(1).join(' ')]),
    );
    expect(directives.get('default-src')).toBe("'none'");
    expect(directives.get('script-src')).toMatch(/^('self'|'sha256-[\w+/=]+')$/);
    expect(policy).not.toContain('unsafe-eval');
    expect(html).not.toMatch(/\son[a-z]+\s*=\s*"/);
    if (file.startsWith('dist/')) expect(html).not.toMatch(/<script(?![^>]* src=)[^>]*>/);
  });
}
