// A broken document: marked at its line, listed under Problems, and everything else still drawn.
import { pod, TWO_PODS, TWO_PODS_FLOWS } from './manifests.ts';
import {
  editor,
  expect,
  expectFlows,
  intoText,
  linesShown,
  problems,
  startWith,
  test,
} from './page.ts';

/** Line 4 leaves a list open. */
const BROKEN = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: [broken\nspec: {}\n';

test('the rest is drawn, and the broken document is listed with its place', async ({ page }) => {
  await startWith(page, [BROKEN, TWO_PODS].join('---\n'));
  await expectFlows(page, TWO_PODS_FLOWS);
  const listed = problems(page).filter({ hasText: /manifests\.yaml:[45]:\d+/ });
  await expect(listed).toHaveCount(1);
  await expect(page.getByRole('tab', { name: /manifests\.yaml\s+1 error/ })).toBeVisible();
  await listed.getByRole('button').click();
  await expect(page.locator('.editor-error-glyph')).toHaveCount(1);
  await expect(page.locator('.monaco-editor .squiggly-error').first()).toBeVisible();
});

test('a problem leads to its line, also far down and in another tab', async ({ page }) => {
  const many = Array.from({ length: 60 }, (_, at) => pod(`p${at}`)).join('---\n');
  await startWith(page, [many, BROKEN].join('---\n'));
  const error = problems(page).filter({ hasText: 'error:' });
  await expect(error).toHaveCount(1);
  await page.getByRole('button', { name: 'New file' }).click();
  await error.getByRole('button').click();
  await expect(page.getByRole('tab', { name: /^manifests\.yaml/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(page.locator('.editor-revealed').first()).toBeVisible();
  await expect.poll(() => linesShown(page)).toContain('name: [broken');
});

test('a mark comes and goes as one types', async ({ page }) => {
  await startWith(page, TWO_PODS);
  await expectFlows(page, TWO_PODS_FLOWS);
  await intoText(page);
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('}');
  await expect(page.locator('.editor-error-glyph').first()).toBeVisible();
  await page.keyboard.press('Backspace');
  await expect(page.locator('.editor-error-glyph')).toHaveCount(0);
  await expectFlows(page, TWO_PODS_FLOWS);
});

test('a policy that the API server would refuse is an error and takes no part', async ({
  page,
}) => {
  await startWith(page, TWO_PODS.replace('from:', 'form:'));
  await expect(problems(page).filter({ hasText: 'form' })).toHaveCount(1);
  await expectFlows(page, [
    'Everywhere → x/a: allowed',
    'Everywhere → x/b: allowed',
    'x/a → Everywhere: allowed',
    'x/b → Everywhere: allowed',
    'x/a → x/b: allowed',
    'x/b → x/a: allowed',
  ]);
});

test('the words of a problem are told on hovering its mark', async ({ page }) => {
  await startWith(page, BROKEN);
  await expect(problems(page)).toHaveCount(1);
  await editor(page);
  await page.locator('.editor-error-glyph').hover();
  const words = (await problems(page).locator('.problem-words').textContent()) ?? '?';
  await expect(page.locator('.monaco-hover').getByText(words.slice(0, 30))).toBeVisible();
  await intoText(page);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await expect(problems(page)).toHaveCount(0);
});
