// What the editor offers while one writes: completion, hover, places, outline, folds, format.
import type { Page } from '@playwright/test';
import { SHOP } from '../unit/help/cluster.ts';
import {
  editor,
  expect,
  expectAmongFlows,
  intoText,
  linesShown,
  open,
  pasteOver,
  startWith,
  tabs,
  test,
} from './page.ts';

const POLICY = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: only-web
  namespace: shop
spec:
  podSelector:
    matchLabels:
      app: api
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: web
      ports:
        - port: grpc
`;

/** Apps in one file, the text in another, which is open with the cursor at its end. */
async function startWithShop(page: Page, text: string): Promise<void> {
  await startWith(page, SHOP);
  await expectAmongFlows(page, ['shop/web → shop/api: allowed']);
  await page.getByRole('button', { name: 'New file' }).click();
  await expect(tabs(page)).toHaveCount(2);
  await pasteOver(page, text);
}

const list = (page: Page) => page.locator('.suggest-widget.visible');
const rows = (page: Page) => list(page).locator('.monaco-list-row .label-name');

/** Puts the cursor into the first occurrence of the words, by the editor's own search. */
async function cursorAt(page: Page, words: string): Promise<void> {
  await intoText(page);
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ControlOrMeta+F');
  await page.locator('.find-widget textarea').first().fill(words);
  await page.keyboard.press('Escape');
}

test('completes labels of the cluster while the text is broken', async ({ page }) => {
  await startWithShop(page, POLICY.slice(0, POLICY.indexOf('app: api')));
  await page.keyboard.type('app:');
  await page.keyboard.type(' ');
  await expect(rows(page)).toHaveText(['api', 'web']);
  await page.keyboard.type('w');
  await expect(rows(page)).toHaveText(['web']);
  await page.keyboard.press('Enter');
  await expect(list(page)).toBeHidden();
  await expect.poll(() => linesShown(page)).toContain('app: web');
});

test('completes fields, one after the other, indented as they must be', async ({ page }) => {
  await startWithShop(page, POLICY.slice(0, POLICY.indexOf('  podSelector')));
  await page.keyboard.type('  ');
  await page.keyboard.press('Control+Space');
  await expect(rows(page)).toHaveText(['egress', 'ingress', 'podSelector', 'policyTypes']);
  await page.keyboard.type('policyT');
  await expect(rows(page)).toHaveText(['policyTypes']);
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveText(['Egress', 'Ingress']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => linesShown(page)).toContain('policyTypes:    - Ingress');
});

test('tells what a field means and what a selector selects', async ({ page }) => {
  await startWithShop(page, POLICY);
  await page.getByText('podSelector', { exact: true }).first().hover();
  const hover = page.locator('.monaco-hover:visible');
  await expect(hover).toContainText('This selector selects 1 workload: shop/api.');
  await expect(hover).toContainText('podSelector: LabelSelector');
  await expect(hover).toContainText('selects the pods');
});

test('goes to the workload that a selector selects, in its file', async ({ page }) => {
  await startWithShop(page, POLICY);
  await cursorAt(page, 'app: web');
  await page.keyboard.press('F12');
  await expect(tabs(page).first()).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.editor-revealed')).toBeVisible();
});

test('lists several workloads in place', async ({ page }) => {
  await startWithShop(page, POLICY.replace('matchLabels:\n      app: api', 'matchLabels: {}'));
  await cursorAt(page, 'podSelector');
  await page.keyboard.press('F12');
  const peek = page.locator('.peekview-widget');
  await expect(peek).toBeVisible();
  await expect(peek.locator('.monaco-list-row')).toHaveText(['name: web', 'name: api']);
});

test('lists the policies that select a workload', async ({ page }) => {
  await startWithShop(page, POLICY);
  await tabs(page).first().click();
  await cursorAt(page, 'name: web');
  await page.keyboard.press('Shift+F12');
  const peek = page.locator('.peekview-widget');
  await expect(peek).toBeVisible();
  const files = peek.locator('.monaco-list-row .label-name');
  await expect(files).toHaveText(['manifests.yaml', 'manifests-2.yaml']);
});

test('indents anew as one step that can be undone', async ({ page }) => {
  const wide = 'a:\n    b: 1\n    # why\n    c:\n        - 2\n';
  await startWith(page, wide);
  await page.keyboard.press('Shift+Alt+F');
  await expect.poll(() => linesShown(page)).toBe('a:  b: 1  # why  c:    - 2');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(() => linesShown(page)).toBe('a:    b: 1    # why    c:        - 2');
});

test('lists the objects of the file and goes to one', async ({ page }) => {
  await startWith(page, SHOP);
  await expectAmongFlows(page, ['shop/web → shop/api: allowed']);
  await page.keyboard.press('ControlOrMeta+Shift+O');
  const outline = page.locator('.quick-input-widget');
  const objects = outline.locator('.monaco-list-row .label-name');
  await expect(objects.first()).toContainText('Namespace shop');
  await page.keyboard.type('Service');
  await expect(objects).toHaveText([/Service shop\/web/]);
  await page.keyboard.press('Enter');
  await expect.poll(() => linesShown(page)).toContain('kind: Service');
});

test('folds a document away', async ({ page }) => {
  await startWith(page, SHOP);
  await page.keyboard.press('ControlOrMeta+Home');
  await editor(page);
  await page.keyboard.press('ControlOrMeta+Shift+BracketLeft');
  await expect.poll(() => linesShown(page)).not.toContain('stage: live');
});

test('has a menu for those who do not know the keys', async ({ page }) => {
  await startWith(page, 'a:\n    b: 1\n');
  const menu = page.getByRole('button', { name: 'Text commands and keys' });
  await menu.click();
  const commands = ['Suggest', 'Go to object', 'Go to what', 'Find what', 'Quick fix', 'Format'];
  const others = ['Fold all', 'Unfold all', 'Rename the file', 'Close the file', 'Take back'];
  await expect(page.getByRole('menuitem')).toContainText([...commands, ...others]);
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('menuitem').last()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  await menu.click();
  await page.getByRole('menuitem', { name: 'Format' }).click();
  await expect.poll(() => linesShown(page)).toBe('a:  b: 1');
});

test('marks a mistake with its rule and fixes it at a key', async ({ page }) => {
  await startWith(page, POLICY.replace('from:', 'form:'));
  const mark = page.locator('.squiggly-error').first();
  await expect(mark).toBeVisible();
  await page.getByText('form', { exact: true }).first().click();
  const fixes = page.locator('.action-widget');
  // Asked while the linter is still at it, Monaco has nothing to offer and asks no second time.
  await expect(async () => {
    await page.keyboard.press('ControlOrMeta+.');
    await expect(fixes.first()).toContainText('from', { timeout: 2_000 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect.poll(() => linesShown(page)).toContain('- from:');
  await expect(mark).toBeHidden();
});

test('opens without any of it', async ({ page }) => {
  await open(page);
  expect(await page.locator('.suggest-widget.visible').count()).toBe(0);
});
