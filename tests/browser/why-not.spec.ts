// What nearly let a denied flow through, and what the linter says: in words, leading to its line, put
// right at a click.
import { pod, TWO_PODS } from './manifests.ts';
import {
  details,
  editor,
  expect,
  expectAmongFlows,
  linesShown,
  pasteOver,
  problems,
  startWith,
  test,
} from './page.ts';

/** The label's value differs from the pod's by case. */
const ALMOST = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: only-a-reaches-b
  namespace: x
spec:
  podSelector:
    matchLabels:
      app: b
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: A
`;

const INPUT = [pod('a'), pod('b'), ALMOST].join('---\n');

test('a near miss leads to its line, is put right, and taken back', async ({ page }) => {
  await startWith(page, INPUT);
  await expectAmongFlows(page, ['Everywhere → x/b: denied (stopped at the destination)']);
  await details(page).getByRole('button', { name: /^b/ }).first().click();
  await details(page).getByRole('button', { name: 'a to b' }).click();
  const missed = details(page).locator('.near-misses');
  await expect(missed).toContainText('What nearly let it through');
  await expect(missed).toContainText('Upper and lower case count');

  await missed.getByRole('button', { name: 'only-a-reaches-b' }).first().click();
  await expect(page.locator('.editor-revealed').first()).toBeVisible();
  await expect.poll(() => linesShown(page)).toContain('app: A');

  await missed.getByRole('button', { name: 'Change it' }).first().click();
  await expectAmongFlows(page, ['x/a → x/b: allowed']);
  await expect.poll(() => linesShown(page)).not.toContain('app: A');
  await expect(missed).toHaveCount(0);

  await page.locator('.toast', { hasText: 'Done:' }).getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => linesShown(page)).toContain('app: A');
  await expect(missed).toHaveCount(1);
});

const SERVICE = `apiVersion: v1
kind: Service
metadata:
  name: b
  namespace: x
spec:
  selector:
    app: b
  ports:
    - port: 80
      targetPort: 8080
`;

/** The port of the Service, where a policy sees that of the pods. */
const SERVICE_PORT = [
  pod('a'),
  `${pod('b')}      ports:\n        - containerPort: 8080\n`,
  SERVICE,
  `${ALMOST.replace('app: A', 'app: a')}      ports:\n        - port: 80\n`,
].join('---\n');

test('what the linter finds is listed by its rule, and a rule is hidden and shown again', async ({
  page,
}) => {
  await startWith(page, SERVICE_PORT);
  const found = problems(page).filter({ hasText: 'service-port' });
  await expect(found).toHaveCount(1);
  await found.getByRole('button', { name: /8080/ }).first().click();
  await expect(page.locator('.editor-revealed').first()).toBeVisible();
  await expect(page.locator('.monaco-editor .squiggly-warning').first()).toBeVisible();

  await found.getByRole('button', { name: 'Don’t show this rule' }).click();
  await expect(found).toHaveCount(0);
  await expect(page.locator('.monaco-editor .squiggly-warning')).toHaveCount(0);
  await page.reload();
  const hidden = page.getByRole('region', { name: 'Problems' }).getByText('1 rule hidden');
  await expect(hidden).toBeVisible();
  await expect(found).toHaveCount(0);
  await hidden.getByRole('button', { name: 'Show' }).click();
  await expect(found).toHaveCount(1);
});

test('a fix is applied from the list, undone by its toast, and again by the light bulb', async ({
  page,
}) => {
  await startWith(page, SERVICE_PORT);
  await expectAmongFlows(page, ['x/a → x/b: allowed TCP 80']);
  const found = problems(page).filter({ hasText: 'service-port' });
  await found.getByRole('button', { name: 'Fix', exact: true }).click();
  await expectAmongFlows(page, ['x/a → x/b: allowed TCP 8080']);
  await expect(found).toHaveCount(0);
  await page.locator('.toast', { hasText: 'Done:' }).getByRole('button', { name: 'Undo' }).click();
  await expectAmongFlows(page, ['x/a → x/b: allowed TCP 80']);

  await found.getByRole('button', { name: /8080/ }).first().click();
  await editor(page);
  await page.locator('.monaco-editor .squiggly-warning').first().click({ force: true });
  await page.keyboard.press('ControlOrMeta+.');
  await page.getByRole('option', { name: /8080/ }).click();
  await expectAmongFlows(page, ['x/a → x/b: allowed TCP 8080']);
  await page.keyboard.press('ControlOrMeta+z');
  await expectAmongFlows(page, ['x/a → x/b: allowed TCP 80']);
});

test('a policy says what it selects, and each rule what it opens, by itself or not', async ({
  page,
}) => {
  await startWith(page, TWO_PODS);
  const notes = page.locator('.monaco-editor .editor-note');
  // Of all that could reach b the rule lets only a in (SEMANTICS 1.8).
  await expect(notes).toHaveText([
    'selects 1 workload',
    'opens 1 flow by itself',
    'selects 1 workload',
  ]);
  await pasteOver(page, `${TWO_PODS}\n    - ports:\n        - port: 80\n`);
  await expect(notes).toContainText([
    'selects 1 workload',
    'opens 1 flow, none by itself',
    /^opens/,
  ]);
});

test('a selected flow colours the lines that decide it, as long as it is selected', async ({
  page,
}) => {
  await startWith(page, TWO_PODS);
  await expectAmongFlows(page, ['x/a → x/b: allowed TCP 80']);
  await expect(page.locator('.editor-deciding')).toHaveCount(0);
  await details(page).getByRole('button', { name: /^b/ }).first().click();
  await details(page).getByRole('button', { name: 'a to b' }).click();
  // The rule's seven lines let port 80 in; the selector's two lines stop the other ports.
  await expect(page.locator('.editor-deciding.is-allow').first()).toBeVisible();
  await expect(page.locator('.editor-deciding.is-deny').first()).toBeVisible();
  await details(page).getByRole('button', { name: 'b', exact: true }).first().click();
  await expect(page.locator('.editor-deciding')).toHaveCount(0);
});
