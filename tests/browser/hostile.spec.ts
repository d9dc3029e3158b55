// Hostile input: the page stays responsive, runs nothing of it, and draws what is good beside it.
import { pod, TWO_PODS, TWO_PODS_FLOWS } from './manifests.ts';
import {
  details,
  editor,
  expect,
  expectAmongFlows,
  expectFlows,
  LONGEST_HANG,
  longestHang,
  pasteOver,
  problems,
  startWith,
  test,
  watchForHangs,
} from './page.ts';

const ALIAS_BOMB = [
  'a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]',
  ...'bcdefghijklmnop'.split('').map((name, at) => {
    const before = 'abcdefghijklmnop'[at];
    return `${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`;
  }),
  '',
].join('\n');

const DEEP = `${'['.repeat(100_000)}${']'.repeat(100_000)}\n`;

const BUSY_LINE = `kind: "${'x: ['.repeat(50_000)}"\n`;

for (const [name, text] of [
  ['an alias bomb', ALIAS_BOMB],
  ['nesting a hundred thousand deep', DEEP],
  ['a line of two hundred thousand letters', BUSY_LINE],
] as const) {
  test(`${name} stops neither the page nor its neighbours`, async ({ page }) => {
    await startWith(page, '');
    await editor(page);
    await watchForHangs(page);
    await pasteOver(page, [text, TWO_PODS].join('---\n'));
    await expectFlows(page, TWO_PODS_FLOWS);
    await page.keyboard.type('80');
    await expectAmongFlows(page, ['x/a → x/b: allowed TCP 8080']);
    expect(await longestHang(page)).toBeLessThan(LONGEST_HANG);
  });
}

test('keys like __proto__ are keys, and nothing more', async ({ page }) => {
  await startWith(
    page,
    [
      pod('a').replace(
        '    app: a',
        '    app: a\n    __proto__: { polluted: yes }\n    constructor: x',
      ),
      '__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }\n',
      pod('__proto__').replaceAll('__proto__', 'proto'),
      pod('b'),
    ].join('---\n'),
  );
  await expectAmongFlows(page, ['x/proto → x/b: allowed', 'x/b → x/proto: allowed']);
  expect(await page.evaluate(() => ({}) as { polluted?: unknown }).then((it) => it.polluted)).toBe(
    undefined,
  );
});

const SCRIPT = `<img src=x onerror='window.ran=1'><script>window.ran=1</script>`;

test('markup in names, labels and messages is text', async ({ page }) => {
  await startWith(
    page,
    [
      pod('a').replace('app: a', `app: "${SCRIPT}"\n    "${SCRIPT}": a`),
      pod(`"${SCRIPT}"`),
      pod('b', `"${SCRIPT}"`),
      `kind: "${SCRIPT}"\napiVersion: "${SCRIPT}"\n`,
      `"${SCRIPT}": [\n`,
    ].join('---\n'),
  );
  await expect(problems(page).first()).toBeVisible();
  await editor(page);
  await page.locator('.editor-error-glyph').first().hover();
  await expect(page.locator('.monaco-hover:visible').first()).toContainText(/./);
  for (const row of await details(page).getByRole('button').all()) await row.hover();
  await details(page).getByRole('listitem').getByRole('button').first().click();
  await expect(details(page).getByRole('heading', { level: 2 })).toBeVisible();
  for (const button of await problems(page).locator('.problem-main').all()) await button.click();
  expect(await page.evaluate(() => (window as { ran?: number }).ran)).toBe(undefined);
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
});

test('a thousand workloads are drawn, and typing goes on', async ({ page }) => {
  await startWith(page, '');
  const many = Array.from(
    { length: 1_000 },
    (_, at) => `{kind: Pod, apiVersion: v1, metadata: {name: p${at}, namespace: n${at % 20}}}\n`,
  );
  await pasteOver(page, many.join('---\n'));
  await expect(page.getByText('1,001,000 flows').first()).toBeVisible();
  await page.keyboard.type('---');
  await page.keyboard.press('Enter');
  await page.keyboard.type('{kind: Pod, apiVersion: v1, metadata: {name: one-more}}');
  await expect(page.getByText('1,003,002 flows').first()).toBeVisible();
});
