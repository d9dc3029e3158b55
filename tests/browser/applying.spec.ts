// A file that is not applied yet: seen in its tab, kept out of the picture, applied and taken back.
import { NO_ASSUMPTIONS } from '../../src/core/index.ts';
import { encodeDocument } from '../../src/share/codec.ts';
import { NO_FILTERS } from '../../src/share/document.ts';
import { ONLY_A_REACHES_B, pod, TWO_PODS_FLOWS } from './manifests.ts';
import { expect, expectFlows, open, tabs, test } from './page.ts';

/** SEMANTICS 0.3: nothing selects the pods. */
const OPEN_FLOWS = [
  'Everywhere → x/a: allowed',
  'Everywhere → x/b: allowed',
  'x/a → Everywhere: allowed',
  'x/b → Everywhere: allowed',
  'x/a → x/b: allowed',
  'x/b → x/a: allowed',
];

const LINK = `#${encodeDocument({
  files: [
    { name: 'pods.yaml', text: `${pod('a')}---\n${pod('b')}` },
    { name: 'policy.yaml', text: ONLY_A_REACHES_B, applied: false },
  ],
  activeFile: 'policy.yaml',
  filters: NO_FILTERS,
  selection: null,
  moved: {},
  assumptions: NO_ASSUMPTIONS,
})}`;

const NOT_APPLIED = 'Not applied yet: the picture does not know these manifests.';

test('a file that is not applied waits until someone applies it', async ({ page }, info) => {
  await open(page, LINK);
  await expectFlows(page, OPEN_FLOWS);
  const tab = tabs(page).nth(1);
  await expect(tab).toHaveAccessibleName('policy.yaml not applied');
  await expect(tab).toHaveAttribute('title', /policy\.yaml, not applied/);
  await expect(page.getByText(NOT_APPLIED)).toBeVisible();
  await page.screenshot({ path: info.outputPath('waiting.png') });
  await page.getByRole('button', { name: 'Apply', exact: true }).click();
  await expectFlows(page, TWO_PODS_FLOWS);
  await expect(page.getByText(NOT_APPLIED)).toBeHidden();
  await expect(tab).toHaveAccessibleName('policy.yaml');

  await page.getByRole('button', { name: 'Text commands and keys' }).click();
  await page.getByRole('menuitem', { name: 'Take back from the cluster' }).click();
  await expectFlows(page, OPEN_FLOWS);
  await page.getByRole('button', { name: 'Text commands and keys' }).click();
  await page.getByRole('menuitem', { name: 'Apply to the cluster' }).click();
  await expectFlows(page, TWO_PODS_FLOWS);
});

test('a reload and another file leave it as it is', async ({ page }) => {
  await open(page, LINK);
  await tabs(page).nth(0).click();
  await expect(page.getByText(NOT_APPLIED)).toBeHidden();
  await page.reload();
  await expectFlows(page, OPEN_FLOWS);
  await expect(tabs(page).nth(1)).toHaveAccessibleName('policy.yaml not applied');
});
