// Files and folders: picked, and dropped onto the page.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { ONLY_A_REACHES_B, pod, TWO_PODS_FLOWS } from './manifests.ts';
import { expect, expectAmongFlows, expectFlows, open, tabs, test } from './page.ts';

const SHOP = {
  'a.yaml': pod('a'),
  'more/b.yml': pod('b'),
  'more/policies/only-a.yaml': ONLY_A_REACHES_B,
  'README.md': '# not a manifest',
  '.git/config.yaml': pod('not-this-one'),
};
const SHOP_TABS = ['shop/a.yaml', 'shop/more/b.yml', 'shop/more/policies/only-a.yaml'];

async function folder(at: string): Promise<string> {
  for (const [name, text] of Object.entries(SHOP)) {
    const path = join(at, 'shop', name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  return join(at, 'shop');
}

/** As a hand does from the desktop: real files and folders. */
async function dropOnto(page: Page, paths: readonly string[]): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  }
}

test('a folder dropped onto the page opens with all its manifests', async ({ page }, info) => {
  const shop = await folder(info.outputPath());
  await open(page);
  await dropOnto(page, [shop]);
  await expect(tabs(page)).toHaveText(SHOP_TABS);
  await expectFlows(page, TWO_PODS_FLOWS);
});

test('a folder picked opens with all its manifests', async ({ page }, info) => {
  const shop = await folder(info.outputPath());
  await open(page);
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: /^A folder/ }).click(),
  ]);
  await chooser.setFiles(shop);
  await expect(tabs(page)).toHaveText(SHOP_TABS);
  await expectFlows(page, TWO_PODS_FLOWS);
});

test('files dropped beside own text become tabs, and can be undone', async ({ page }, info) => {
  const shop = await folder(info.outputPath());
  await open(page);
  await dropOnto(page, [join(shop, 'a.yaml')]);
  await expect(tabs(page)).toHaveText(['a.yaml']);
  await dropOnto(page, [join(shop, 'more/b.yml'), join(shop, 'more/policies/only-a.yaml')]);
  await expect(tabs(page)).toHaveText(['a.yaml', 'b.yml', 'only-a.yaml']);
  await expectFlows(page, TWO_PODS_FLOWS);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(tabs(page)).toHaveText(['a.yaml']);
  await expectAmongFlows(page, ['x/a → Everywhere: allowed']);
});
