// What the page's address can ask for: manifests from elsewhere, a link only to be read, a frame for slides.
import type { Page } from '@playwright/test';
import { NO_ASSUMPTIONS } from '../../src/core/index.ts';
import { encodeDocument, type LinkView } from '../../src/share/codec.ts';
import { NO_FILTERS } from '../../src/share/document.ts';
import { SAMPLE_FLOWS, TWO_PODS, TWO_PODS_FLOWS } from './manifests.ts';
import {
  clickAt,
  details,
  expect,
  expectAmongFlows,
  expectFlows,
  graph,
  intoText,
  linkOf,
  open,
  spotOf,
  startWith,
  tabs,
  test,
  watch,
} from './page.ts';
import { serveFolder } from './site.ts';

const RAW = 'https://raw.githubusercontent.com/o/r/main/two%20pods.yaml';

const linkTo = (text: string, view: LinkView = 'edit'): string =>
  `#${encodeDocument(
    {
      files: [{ name: 'linked.yaml', text }],
      activeFile: 'linked.yaml',
      filters: NO_FILTERS,
      selection: null,
      moved: {},
      assumptions: NO_ASSUMPTIONS,
    },
    view,
  )}`;

/** Answers in place of the network; gives back what was asked of it. */
async function answer(
  page: Page,
  address: string,
  reply: { status?: number; contentType?: string; body: string | Buffer; open?: boolean },
): Promise<string[]> {
  const asked: string[] = [];
  await page.route(address, (route) => {
    asked.push(route.request().url());
    return route.fulfill({
      status: reply.status ?? 200,
      contentType: reply.contentType ?? 'text/plain; charset=utf-8',
      body: reply.body,
      headers: reply.open === false ? {} : { 'access-control-allow-origin': '*' },
    });
  });
  return asked;
}

const openSource = (page: Page, source: string) => open(page, `?src=${encodeURIComponent(source)}`);

test('?src= opens manifests from a raw address, and says from where', async ({ page, baseURL }) => {
  await startWith(page, TWO_PODS.replace('port: 80', 'port: 90'));
  await expectAmongFlows(page, ['x/a → x/b: allowed TCP 90']);
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '')) elsewhere.push(request.url());
  });
  const asked = await answer(page, RAW, { body: TWO_PODS });
  await openSource(page, 'https://github.com/o/r/blob/main/two%20pods.yaml');
  await expectFlows(page, TWO_PODS_FLOWS);
  await expect(tabs(page)).toHaveText(['two pods.yaml']);
  expect(asked).toEqual([RAW]);
  expect(elsewhere.filter((url) => !/^(data|blob):/.test(url))).toEqual([RAW]);
  await expect(page.getByRole('link', { name: 'raw.githubusercontent.com' })).toHaveAttribute(
    'href',
    RAW,
  );
  // The person's own text is kept, as beside a link.
  await page.getByRole('button', { name: 'Restore mine' }).click();
  await expectAmongFlows(page, ['x/a → x/b: allowed TCP 90']);
});

test('what came from an address can be edited, and is then the person’s own', async ({ page }) => {
  await answer(page, RAW, { body: TWO_PODS });
  await openSource(page, RAW);
  await expectFlows(page, TWO_PODS_FLOWS);
  await intoText(page);
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('80');
  await expectAmongFlows(page, ['x/a → x/b: allowed TCP 8080']);
  await expect(page.getByText('From raw.githubusercontent.com')).toHaveCount(0);
  expect(new URL(page.url()).search).toBe('');
  await page.unroute(RAW);
  await page.reload();
  await expectAmongFlows(page, ['x/a → x/b: allowed TCP 8080']);
});

for (const [what, reply, words] of [
  ['a missing file', { status: 404, body: '' }, 'has nothing at this address (404)'],
  ['a private file', { status: 403, body: '' }, 'doesn’t give this to everybody (403)'],
  ['a web page sent as text', { body: ' <!DOCTYPE html><p>kind: Pod' }, 'There is a web page'],
  ['a web page', { contentType: 'text/html', body: '<p>kind: Pod' }, 'There is a web page'],
  ['more than is opened', { body: 'a: b\n'.repeat(2_000_000) }, 'more than 8 MB'],
  ['no text', { body: Buffer.from([0x89, 0x50, 0xff, 0xfe, 0]) }, 'This is not text'],
] as const) {
  test(`?src= says so when it finds ${what}`, async ({ browser }) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await answer(page, RAW, reply);
    await openSource(page, RAW);
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByText('Your own text is untouched.')).toBeVisible();
    await expectAmongFlows(page, SAMPLE_FLOWS);
    await context.close();
  });
}

test('?src= says so when a server does not let other pages read it', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  // Another port is another origin, and this server allows none.
  const site = await serveFolder('tests/browser');
  await openSource(page, `${site.address}manifests.ts`);
  await expect(page.getByText('doesn’t let other pages read it (CORS)')).toBeVisible();
  await openSource(page, 'http://example.com/a.yaml');
  await expect(page.getByText('Only https addresses are opened')).toBeVisible();
  await site.close();
  await context.close();
});

test('while an address is asked, nobody is told to paste', async ({ page }) => {
  const answers: (() => void)[] = [];
  await page.route(RAW, async (route) => {
    await new Promise<void>((resolve) => answers.push(resolve));
    await route.fulfill({
      body: TWO_PODS,
      contentType: 'text/plain',
      headers: { 'access-control-allow-origin': '*' },
    });
  });
  await openSource(page, RAW);
  await expect(page.getByText('for manifests…')).toBeVisible();
  await expect(page.getByText('Nothing to draw yet')).toHaveCount(0);
  for (const answer of answers) answer();
  await expectFlows(page, TWO_PODS_FLOWS);
});

test('with ?src= the page asks that one host and no other', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await answer(page, RAW, { body: TWO_PODS });
  const other = await answer(page, 'https://other.example/*', { body: '' });
  await openSource(page, RAW);
  await expectFlows(page, TWO_PODS_FLOWS);
  const ask = (url: string) =>
    page.evaluate(
      (address) =>
        fetch(address).then(
          () => 'answered',
          () => 'refused',
        ),
      url,
    );
  expect(await ask('https://other.example/')).toBe('refused');
  expect(await ask(RAW)).toBe('answered');
  expect(other).toEqual([]);
  await context.close();
});

test('a read-only link can be looked at, and edited as a copy', async ({ page }) => {
  await open(page, linkTo(TWO_PODS, 'read-only'));
  await expectFlows(page, TWO_PODS_FLOWS);
  await intoText(page);
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('80');
  await expectFlows(page, TWO_PODS_FLOWS);
  await page.reload();
  await expect(page.getByText('Read-only link.')).toBeVisible();
  // Looking is all there is to do: select, explain, filter.
  await clickAt(page, await spotOf(page, linkOf('x/a[Pod]', 'x/b[Pod]')));
  await expect(details(page).getByText('only-a-reaches-b').first()).toBeVisible();
  await page.getByRole('button', { name: 'Make a copy to edit' }).click();
  await expect(page.getByText('Read-only link.')).toHaveCount(0);
  expect(new URL(page.url()).hash).toBe('');
  await intoText(page);
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('80');
  await expectAmongFlows(page, ['x/a → x/b: allowed TCP 8080']);
  await page.reload();
  await expectAmongFlows(page, ['x/a → x/b: allowed TCP 8080']);
});

test('Share makes links that open read-only, frames for slides, and a QR code', async ({
  page,
  browser,
}) => {
  await startWith(page, TWO_PODS);
  await expectFlows(page, TWO_PODS_FLOWS);
  await page.getByRole('button', { name: 'Share' }).click();
  const field = page.getByLabel('Link to this page');
  const plain = await field.inputValue();
  await page.getByLabel('Read-only').check();
  await expect(field).not.toHaveValue(plain);
  const readOnly = await field.inputValue();
  await page.getByRole('button', { name: 'QR code' }).click();
  await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('img', { name: 'QR code of the link' })).toHaveCount(0);
  await expect(field).toBeVisible();
  await page.getByLabel('In slides').check();
  const frame = await page.getByLabel('Frame of this page').inputValue();
  const [, source = ''] = /^<iframe src="([^"]+)"/.exec(frame) ?? [];
  // The own page is not read-only, whatever was shared last.
  await page.reload();
  await expect(page.getByText('Read-only link.')).toHaveCount(0);

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  const quiet = watch(other);
  await other.goto(readOnly);
  await expectFlows(other, TWO_PODS_FLOWS);
  await expect(other.getByText('Read-only link.')).toBeVisible();
  await other.goto(source);
  await expectFlows(other, TWO_PODS_FLOWS);
  await expect(other.getByRole('link', { name: 'Open in Netpolis' })).toBeVisible();
  quiet();
  await elsewhere.close();
});

test('?embed shows the picture and what is touched in it, and leaves nothing behind', async ({
  page,
}) => {
  await page.goto(`./?embed${linkTo(TWO_PODS)}`);
  await expectFlows(page, TWO_PODS_FLOWS);
  await expect(page.getByRole('banner')).toHaveCount(0);
  await expect(tabs(page)).toHaveCount(0);
  await expect(details(page)).toHaveCount(0);
  await clickAt(page, await spotOf(page, linkOf('x/a[Pod]', 'x/b[Pod]')));
  const panel = page.getByRole('complementary', { name: 'Details' });
  await expect(panel.getByText('only-a-reaches-b').first()).toBeVisible();
  await page.getByRole('button', { name: 'Close details' }).click();
  await expect(panel).toHaveCount(0);
  const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length]);
  expect(kept).toEqual([0, 0]);
  const link = page.getByRole('link', { name: 'Open in Netpolis' });
  await expect(link).toHaveAttribute('href', page.url().replace('?embed', ''));
});

test('a link too long for a QR code says so', async ({ page }) => {
  // Letters without a pattern, which nothing can shorten.
  let seed = 7;
  const letters = Array.from({ length: 4_000 }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return (seed % 36).toString(36);
  }).join('');
  await open(page, linkTo(`${TWO_PODS}\n# ${letters}`));
  await expect(graph(page)).toHaveAttribute('data-settled', /./);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'QR code' }).click();
  await expect(page.getByText('This link is too long for a QR code')).toBeVisible();
});
