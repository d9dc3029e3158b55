// The whole page in a link: shared, opened elsewhere, pasted into an open tab, left by Back, and refused.
import { deflateRawSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { NO_ASSUMPTIONS } from '../../src/core/index.ts';
import { encodeDocument } from '../../src/share/codec.ts';
import { NO_FILTERS } from '../../src/share/document.ts';
import { pod, SAMPLE_FLOWS, TWO_PODS, TWO_PODS_FLOWS } from './manifests.ts';
import {
  clickAt,
  details,
  editor,
  expect,
  expectAmongFlows,
  expectFlows,
  LONGEST_HANG,
  linkOf,
  longestHang,
  open,
  spotOf,
  startWith,
  tabs,
  test,
  watch,
  watchForHangs,
} from './page.ts';

const linkTo = (text: string): string =>
  `#${encodeDocument({
    files: [{ name: 'linked.yaml', text }],
    activeFile: 'linked.yaml',
    filters: NO_FILTERS,
    selection: null,
    moved: {},
    assumptions: NO_ASSUMPTIONS,
  })}`;

const OTHER = pod('other', 'elsewhere');
const OTHER_FLOWS = [
  'Everywhere → elsewhere/other: allowed',
  'elsewhere/other → Everywhere: allowed',
];

/** What typing or pasting an address into the bar of an open tab does. */
async function follow(page: Page, fragment: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, fragment);
}

test('a shared link gives the same page to someone else', async ({ page, browser }) => {
  await startWith(page, TWO_PODS);
  await expectFlows(page, TWO_PODS_FLOWS);
  await clickAt(page, await spotOf(page, linkOf('x/a[Pod]', 'x/b[Pod]')));
  await page.getByRole('search').getByText('Allowed', { exact: true }).click();
  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page.getByLabel('Link to this page').inputValue();
  await expect(page.getByText('Link copied.')).toBeVisible();
  expect(new URL(link).hash).toMatch(/^#v1\./);

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  const quiet = watch(other);
  await open(other, new URL(link).hash);
  await expectFlows(
    other,
    TWO_PODS_FLOWS.filter((flow) => flow.includes('allowed')),
  );
  await expect(tabs(other)).toHaveText(['manifests.yaml']);
  await expect(details(other).getByRole('heading', { level: 2 })).toHaveText(/a\s*→\s*b/);
  quiet();
  await elsewhere.close();
});

test('a link pasted into an open tab is followed, and Back gives the own text back', async ({
  page,
}) => {
  await startWith(page, TWO_PODS);
  await expectFlows(page, TWO_PODS_FLOWS);
  await follow(page, linkTo(OTHER));
  await expectFlows(page, OTHER_FLOWS);
  await expect(
    page.getByText('You opened a shared link. Your own manifests are kept.'),
  ).toBeVisible();
  await page.goBack();
  await expectFlows(page, TWO_PODS_FLOWS);
  await page.goForward();
  await expectFlows(page, OTHER_FLOWS);
});

test('typing does not flood Back', async ({ page }) => {
  await startWith(page, TWO_PODS);
  await expectFlows(page, TWO_PODS_FLOWS);
  const before = await page.evaluate(() => window.history.length);
  await page.keyboard.type('80');
  await expectAmongFlows(page, ['x/a → x/b: allowed TCP 8080']);
  await clickAt(page, await spotOf(page, linkOf('x/a[Pod]', 'x/b[Pod]')));
  await page.getByRole('search').getByText('Allowed', { exact: true }).click();
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByLabel('Link to this page')).toBeVisible();
  expect(await page.evaluate(() => window.history.length)).toBe(before);
});

test('a damaged link says so, and the own text stays', async ({ page }) => {
  await open(page);
  const whole = linkTo(OTHER);
  const middle = Math.floor(whole.length / 2);
  const turned = whole[middle] === 'A' ? 'B' : 'A';
  for (const damaged of [
    `${whole.slice(0, middle)}${turned}${whole.slice(middle + 1)}`,
    whole.slice(0, -20),
    '#v1.',
    '#v1.%00<script>alert(1)</script>',
  ]) {
    await follow(page, damaged);
    await expect(page.getByText('This link is damaged').first()).toBeVisible();
    await page.getByRole('button', { name: 'Dismiss' }).first().click();
    await expectAmongFlows(page, SAMPLE_FLOWS);
  }
});

test('a link that would unpack to far too much is refused at once', async ({ page }) => {
  await open(page);
  await editor(page);
  await watchForHangs(page);
  const bomb = deflateRawSync(Buffer.alloc(64 * 1024 * 1024, 'a'));
  await follow(page, `#v1.${Buffer.concat([Buffer.alloc(4), bomb]).toString('base64url')}`);
  await expect(page.getByText('This link holds more than the page opens.')).toBeVisible();
  await expectAmongFlows(page, SAMPLE_FLOWS);
  expect(await longestHang(page)).toBeLessThan(LONGEST_HANG);
});

test('a fragment that is not ours is left alone', async ({ page }) => {
  await open(page, '#section-2');
  await expectAmongFlows(page, SAMPLE_FLOWS);
  await expect(page.getByText('damaged')).toHaveCount(0);
});
