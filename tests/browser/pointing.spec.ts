// The cursor in the manifests shows in the picture what it selects and alone opens; notes lead there, too.
import type { Locator, Page } from '@playwright/test';
import { pod } from './manifests.ts';
import {
  clickAt,
  details,
  editor,
  expect,
  expectAmongFlows,
  graph,
  linkOf,
  open,
  shapeOf,
  spotOf,
  startWith,
  test,
} from './page.ts';

const POLICY = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: who-reaches-b
  namespace: x
spec:
  podSelector:
    matchLabels:
      app: b
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: a
        - podSelector:
            matchLabels:
              app: c
      ports:
        - port: 80
`;

const INPUT = [POLICY, pod('a'), pod('b'), pod('c')].join('---\n');

interface Held extends HTMLElement {
  readonly _cyreg?: {
    readonly cy: { elements(selector: string): { map<T>(each: (one: Named) => T): T[] } };
  };
}

interface Named {
  id(): string;
}

/** The ids of what the canvas shows with such a class. */
async function shownAs(page: Page, selector: string): Promise<readonly string[]> {
  const ids = await graph(page).evaluate(
    (host: Held, wanted) => host._cyreg?.cy.elements(wanted).map((one) => one.id()) ?? [],
    selector,
  );
  return ids.sort();
}

const line = (page: Page): Locator => page.locator('.graph-pointed');

const textLine = (page: Page, words: string): Locator =>
  page.locator('.monaco-editor .view-line').filter({ hasText: words });

const b = shapeOf('x/b[Pod]');
const a = shapeOf('x/a[Pod]');
const c = shapeOf('x/c[Pod]');
const aToB = linkOf('x/a[Pod]', 'x/b[Pod]');
const cToB = linkOf('x/c[Pod]', 'x/b[Pod]');

async function start(page: Page): Promise<void> {
  await startWith(page, INPUT);
  await expectAmongFlows(page, ['x/a → x/b: allowed TCP 80']);
  await page.keyboard.press('ControlOrMeta+Home');
}

test('the cursor in a rule, an entry, a selector and a manifest', async ({ page }) => {
  await start(page);
  await textLine(page, 'from:').click({ position: { x: 60, y: 8 } });
  await expect(line(page)).toContainText(
    'ingress rule 1 of x/who-reaches-b selects 2 workloads, alone opens 2 flows',
  );
  await expect.poll(() => shownAs(page, '.pointed')).toEqual([a, c]);
  await expect.poll(() => shownAs(page, '.subject')).toEqual([b]);
  await expect.poll(() => shownAs(page, 'edge.focus')).toEqual([aToB, cToB]);
  expect((await shownAs(page, 'edge.calm')).length).toBeGreaterThan(3);

  await textLine(page, 'app: c').first().click();
  await expect(line(page)).toContainText('from 2, ingress rule 1');
  await expect.poll(() => shownAs(page, '.pointed')).toEqual([c]);
  await expect.poll(() => shownAs(page, 'edge.focus')).toEqual([cToB]);

  await textLine(page, 'app: b').first().click();
  await expect(line(page)).toContainText('podSelector of x/who-reaches-b selects 1 workload');
  await expect.poll(() => shownAs(page, '.pointed')).toEqual([b]);
  await expect.poll(() => shownAs(page, 'edge.calm')).toEqual([]);

  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('ArrowUp');
  await expect(line(page)).toContainText('x/c');
  await expect.poll(() => shownAs(page, '.pointed')).toEqual([c]);
});

test('typing shows nothing that was not shown, and a selection comes first', async ({ page }) => {
  await startWith(page, INPUT);
  await expectAmongFlows(page, ['x/a → x/b: allowed TCP 80']);
  await page.keyboard.type('# who reaches b?');
  await page.waitForTimeout(600);
  await expect(line(page)).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Home');

  await textLine(page, 'port: 80').click();
  await expect(line(page)).toContainText('ports 1, ingress rule 1');
  await page.keyboard.press('End');
  await page.keyboard.type('80');
  await expectAmongFlows(page, ['x/a → x/b: allowed TCP 8080']);
  await expect(line(page)).toContainText('alone opens 2 flows');

  await clickAt(page, await spotOf(page, a));
  await expect(line(page)).toHaveCount(0);
  await expect.poll(() => shownAs(page, '.pointed')).toEqual([]);
});

test('a note is clicked: it stays in the picture, listed in the details, until let go', async ({
  page,
}) => {
  await start(page);
  await page.locator('.editor-note').filter({ hasText: 'opens 2 flows by itself' }).click();
  const panel = details(page);
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(
    'Ingress rule 1 of x/who-reaches-b',
  );
  await expect(line(page)).toContainText('Pinned');
  await expect.poll(() => shownAs(page, 'edge.focus')).toEqual([aToB, cToB]);
  await expect(panel.getByRole('button', { name: /^a\b.* to b\b/ })).toBeVisible();

  await page.locator('.editor-note').filter({ hasText: 'selects 1 workload' }).nth(1).click();
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(/^From 1, ingress rule 1/);

  await panel.getByRole('button', { name: /^a\b.* to b\b/ }).click();
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(/a\s*→\s*b/);
  await expect(page.locator('.editor-deciding').first()).toBeVisible();
  await panel.getByRole('button', { name: /^Back to/ }).click();
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText(/^From 1, ingress rule 1/);
  await page.getByRole('button', { name: 'Let go' }).click();
  await expect(panel.getByRole('heading', { level: 2 })).toHaveText('Every flow, decided');
  await expect.poll(() => shownAs(page, '.pointed, .subject, edge.focus, edge.calm')).toEqual([]);
});

test('a key lists what stands at the cursor', async ({ page }) => {
  await start(page);
  await textLine(page, 'from:').click({ position: { x: 60, y: 8 } });
  await page.keyboard.press('Alt+Enter');
  await expect(details(page).getByRole('heading', { level: 2 })).toHaveText(/^Ingress rule 1 of/);
  await expect(line(page)).toContainText('Pinned');
});

test('the plain field has a cursor, too', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route(/monaco-[^/]*\.js$/, (route) => route.abort());
  await open(page);
  const field = page.locator('textarea.editor-plain');
  await field.focus();
  await field.press('ControlOrMeta+End');
  await field.press('ArrowUp');
  await expect(line(page)).toContainText('Cursor:');
  expect((await shownAs(page, '.pointed')).length).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'List them' }).click();
  await expect(line(page)).toContainText('Pinned');
  await context.close();
});

test('an edge shows its lines', async ({ page }) => {
  await start(page);
  await editor(page);
  await clickAt(page, await spotOf(page, aToB));
  await expect(page.locator('.editor-deciding.is-allow').first()).toBeVisible();
});
