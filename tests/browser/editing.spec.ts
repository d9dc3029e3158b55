// Paste and type: the picture follows, and stays still.
import { ONLY_A_REACHES_B, pod, SAMPLE_FLOWS, TWO_PODS, TWO_PODS_FLOWS } from './manifests.ts';
import {
  editor,
  expect,
  expectAmongFlows,
  expectFlows,
  flowsDrawn,
  intoText,
  linesShown,
  open,
  pasteOver,
  placeOf,
  startWith,
  tabs,
  test,
} from './page.ts';

test('opens on a sample with allowed and denied flows at once', async ({ page }) => {
  await open(page);
  await expectAmongFlows(page, SAMPLE_FLOWS);
  await expect.poll(() => flowsDrawn(page)).toHaveLength(22);
});

test('draws what is pasted', async ({ page }) => {
  await startWith(page, TWO_PODS);
  await expectFlows(page, TWO_PODS_FLOWS);
});

test('redraws while one types', async ({ page }) => {
  await startWith(page, TWO_PODS);
  await expectFlows(page, TWO_PODS_FLOWS);
  await page.keyboard.type('80');
  await expectAmongFlows(page, ['x/a → x/b: allowed TCP 8080']);
  await page.keyboard.press('ControlOrMeta+Z');
  await expectFlows(page, TWO_PODS_FLOWS);
});

test('leaves the pods that were there where they are', async ({ page }) => {
  await startWith(page, TWO_PODS);
  await expectFlows(page, TWO_PODS_FLOWS);
  const before = [await placeOf(page, 'x/a[Pod]'), await placeOf(page, 'x/b[Pod]')];
  await pasteOver(page, [pod('a'), pod('a-new-one'), pod('b'), ONLY_A_REACHES_B].join('---\n'));
  await expectAmongFlows(page, ['x/a-new-one → x/b: denied (stopped at the destination)']);
  const after = [await placeOf(page, 'x/a[Pod]'), await placeOf(page, 'x/b[Pod]')];
  expect(after).toEqual(before);
});

test('reads JSON lists and the output of kubectl', async ({ page }) => {
  const item = (name: string) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: 'x',
      labels: { app: name },
      uid: 'c1c1c1c1',
      managedFields: [{ manager: 'kubectl', operation: 'Update', fieldsV1: { 'f:spec': {} } }],
    },
    spec: { containers: [{ name: 'main', image: 'example.com/main' }] },
    status: { phase: 'Running', podIP: `10.0.0.${name.length}` },
  });
  await startWith(
    page,
    JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [item('a'), item('bb')] }, null, 2),
  );
  await expectFlows(page, [
    'Everywhere → x/a: allowed',
    'Everywhere → x/bb: allowed',
    'x/a → Everywhere: allowed',
    'x/bb → Everywhere: allowed',
    'x/a → x/bb: allowed',
    'x/bb → x/a: allowed',
  ]);
});

test('keeps what is typed while the full editor is still loading', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/monaco-[^/]*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await open(page);
  await page.getByRole('button', { name: 'Clear all' }).click();
  const plain = page.locator('textarea.editor-plain');
  await plain.fill(TWO_PODS);
  await plain.press('ControlOrMeta+End');
  await page.keyboard.type('8');
  await expectAmongFlows(page, ['x/a → x/b: allowed TCP 808']);
  release();
  await editor(page);
  await expect(plain).toHaveCount(0);
  await page.keyboard.type('8');
  await expectAmongFlows(page, ['x/a → x/b: allowed TCP 8088']);
});

test('goes on with a plain field where the full editor cannot be loaded', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  let blocked = true;
  await page.route(/monaco-[^/]*\.js$/, (route) => (blocked ? route.abort() : route.continue()));
  await open(page);
  await expect(page.getByText('The full editor could not be loaded.')).toBeVisible();
  await page.locator('textarea.editor-plain').fill(pod('a', 'alone'));
  await expectAmongFlows(page, ['alone/a → Everywhere: allowed']);
  blocked = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await editor(page);
  await expect.poll(() => linesShown(page)).toContain('namespace: alone');
  await context.close();
});

test.describe('files', () => {
  test('each tab has its text, its name and its own undo', async ({ page }) => {
    await startWith(page, TWO_PODS);
    await expectFlows(page, TWO_PODS_FLOWS);
    await page.getByRole('button', { name: 'New file' }).click();
    await expect(tabs(page)).toHaveText(['manifests.yaml', 'manifests-2.yaml']);
    await page.keyboard.type('kind: Pod');
    await page.keyboard.press('Enter');
    await page.keyboard.type('apiVersion: v1');
    await page.keyboard.press('Enter');
    await page.keyboard.type('metadata: { name: c, namespace: x }');
    await expectAmongFlows(page, ['x/c → x/b: denied (stopped at the destination)']);

    await tabs(page).nth(1).dblclick();
    await page.getByRole('textbox', { name: 'New name of manifests-2.yaml' }).fill('more.yaml');
    await page.keyboard.press('Enter');
    await expect(tabs(page)).toHaveText(['manifests.yaml', 'more.yaml']);

    await tabs(page).nth(0).click();
    await intoText(page);
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('80');
    await expectAmongFlows(page, ['x/a → x/b: allowed TCP 8080']);

    await tabs(page).nth(1).click();
    await intoText(page);
    // One step takes back what was typed without a pause, which a busy machine may have made.
    await expect
      .poll(async () => {
        await page.keyboard.press('ControlOrMeta+Z');
        return linesShown(page);
      })
      .not.toContain('namespace: x');
    await expectAmongFlows(page, ['x/a → x/b: allowed TCP 8080']);
  });

  test('a closed tab comes back by Undo', async ({ page }) => {
    await open(page);
    await tabs(page).getByText('policies.yaml').focus();
    await tabs(page).first().press('Delete');
    await expect(tabs(page)).toHaveText(['workloads.yaml']);
    await expectAmongFlows(page, ['shop/postgres → shop/frontend: allowed']);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(tabs(page)).toHaveText(['policies.yaml', 'workloads.yaml']);
    await expectAmongFlows(page, SAMPLE_FLOWS);
  });

  test('the tabs are walked by the arrow keys', async ({ page }) => {
    await open(page);
    await tabs(page).first().focus();
    await page.keyboard.press('ArrowRight');
    await expect(tabs(page).nth(1)).toBeFocused();
    await expect(tabs(page).nth(1)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('F2');
    await page.keyboard.type('policies');
    await page.keyboard.press('Enter');
    await expect(page.getByText('There is a file called policies.yaml already.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(tabs(page)).toHaveText(['policies.yaml', 'workloads.yaml']);
  });
});
