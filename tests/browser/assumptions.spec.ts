// What manifests can't tell: supplied where it is missing or in the panel, drawn, shared, and taken back.
import type { Page } from '@playwright/test';
import { pod } from './manifests.ts';
import {
  clickAt,
  details,
  expect,
  expectAmongFlows,
  linkOf,
  open,
  spotOf,
  startWith,
  test,
  watch,
} from './page.ts';

const policy = (name: string, rule: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${name}-in
  namespace: x
spec:
  podSelector:
    matchLabels:
      app: ${name}
  ingress:
    - from:
        - ${rule}
`;

const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: x\n';
const BLOCK = policy('b', 'ipBlock: {cidr: 10.244.0.0/16}');

/** b takes in a block of addresses. */
const PODS_BY_ADDRESS = [namespace, pod('a'), pod('b'), BLOCK].join('---\n');

/** Besides, a takes in a labelled namespace. */
const OPEN_QUESTIONS = [
  PODS_BY_ADDRESS,
  pod('guest', 'y'),
  policy('a', 'namespaceSelector: {matchLabels: {team: web}}'),
].join('---\n');

const ON_HOST = [
  namespace,
  pod('host').replace('spec:', 'spec:\n  hostNetwork: true'),
  pod('b'),
  policy('b', 'podSelector: {matchLabels: {app: host}}'),
].join('---\n');

const button = (page: Page) =>
  page.getByRole('banner').getByRole('button', { name: /assumption/i });
const panel = (page: Page) => page.getByRole('region', { name: 'Assumptions' });

async function select(page: Page, source: string, destination: string): Promise<void> {
  await clickAt(page, await spotOf(page, linkOf(source, destination)));
  await expect(details(page).getByText('What is missing')).toBeVisible();
}

test('a range of pod addresses turns a doubtful flow green or red, travels in the link, and is taken back', async ({
  page,
  browser,
}) => {
  await startWith(page, PODS_BY_ADDRESS);
  await expectAmongFlows(page, ['x/a → x/b: depends']);
  await expect(button(page)).toHaveText('Assumptions');
  await select(page, 'x/a[Pod]', 'x/b[Pod]');

  const field = details(page).getByLabel('Pod addresses are in');
  await field.fill('10.244.0.0');
  await details(page).getByRole('button', { name: 'Assume', exact: true }).click();
  await expect(details(page).getByRole('alert')).toContainText('prefix length');
  await field.fill('10.96.0.0/12');
  await details(page).getByRole('button', { name: 'Assume', exact: true }).click();
  await expectAmongFlows(page, ['x/a → x/b: denied (stopped at the destination)']);
  await expect(details(page).getByText('What is missing')).toBeHidden();
  await expect(page.locator('.toasts')).toContainText(
    'Assuming that pod addresses are in 10.96.0.0/12.',
  );

  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expectAmongFlows(page, ['x/a → x/b: depends']);
  await expect(button(page)).toHaveText('Assumptions');

  await details(page).getByRole('button', { name: '10.244.0.0/16' }).click();
  await details(page).getByRole('button', { name: 'Assume', exact: true }).click();
  await expectAmongFlows(page, ['x/a → x/b: allowed']);
  await expect(button(page)).toContainText('1 assumption');
  await expect(details(page)).toContainText('Assuming that pod addresses are in 10.244.0.0/16.');

  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page.getByLabel('Link to this page').inputValue();
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  const quiet = watch(other);
  await open(other, new URL(link).hash);
  await expectAmongFlows(other, ['x/a → x/b: allowed']);
  await button(other).click();
  await expect(panel(other).getByLabel('Pod addresses')).toHaveValue('10.244.0.0/16');
  quiet();
  await elsewhere.close();

  await button(page).click();
  await panel(page).getByRole('button', { name: 'Reset' }).click();
  await expectAmongFlows(page, ['x/a → x/b: depends']);
  await expect(button(page)).toHaveText('Assumptions');
});

test('the labels of a namespace are supplied where they are missing', async ({ page }) => {
  await startWith(page, OPEN_QUESTIONS);
  await expectAmongFlows(page, ['y/guest → x/a: depends']);
  await select(page, 'y/guest[Pod]', 'x/a[Pod]');
  await details(page).getByRole('button', { name: 'y has no other labels' }).click();
  await expectAmongFlows(page, ['y/guest → x/a: denied (stopped at the destination)']);
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await details(page).getByLabel('team =').fill('web');
  await page.keyboard.press('Enter');
  await expectAmongFlows(page, ['y/guest → x/a: allowed']);
});

test('how policies see a pod on its host’s network is supplied where it is missing', async ({
  page,
}) => {
  await startWith(page, ON_HOST);
  await expectAmongFlows(page, ['x/host → x/b: depends']);
  await select(page, 'x/host[Pod]', 'x/b[Pod]');
  await details(page).getByRole('button', { name: 'Policies see only its node' }).click();
  await expectAmongFlows(page, ['x/host → x/b: denied (stopped at the destination)']);
  await button(page).click();
  await panel(page).getByLabel('Pods on their host’s network').selectOption('pod');
  await expectAmongFlows(page, ['x/host → x/b: allowed']);
});

test('another network plugin: verdicts are redrawn, and what it does otherwise is said beside the flow', async ({
  page,
}) => {
  await startWith(page, ON_HOST);
  await expectAmongFlows(page, ['x/host → x/b: depends']);
  await select(page, 'x/host[Pod]', 'x/b[Pod]');
  await expect(details(page).locator('.differs')).toHaveCount(0);
  await button(page).click();
  const plugin = panel(page).getByLabel('Network plugin');
  await plugin.selectOption('cilium');
  await expectAmongFlows(page, ['x/host → x/b: denied (stopped at the destination)']);
  await expect(details(page).locator('.differs').first()).toContainText(
    'Cilium: Whatever runs on a pod’s own node always gets in',
  );
  await expect(details(page)).toContainText('Assuming that the network plugin is Cilium');
  // A flow without a range of ports has no sentence about them.
  await expect(details(page)).not.toContainText('endPort');
  await plugin.selectOption('kindnet');
  await expectAmongFlows(page, ['x/host → x/b: denied (stopped at the destination)']);
  await expect(details(page).locator('.differs')).toHaveText([
    'kindnet: What root sends from a node is let in, also where this says denied.',
  ]);
  await plugin.selectOption('ovn-kubernetes');
  await expectAmongFlows(page, ['x/host → x/b: depends']);
  await expect(details(page).locator('.differs').first()).toContainText('OVN-Kubernetes:');
});

test('the panel says what is wrong beside the field, and a reload keeps what is right', async ({
  page,
}) => {
  await startWith(page, OPEN_QUESTIONS);
  await expectAmongFlows(page, ['x/a → x/b: depends']);
  await button(page).click();
  const pods = panel(page).getByLabel('Pod addresses');
  await pods.fill('10.244.0.0/33');
  await pods.press('Enter');
  await expect(panel(page).getByRole('alert')).toContainText('over 32');
  await expect(pods).toHaveAttribute('aria-invalid', 'true');
  await expect(button(page)).toHaveText('Assumptions');
  await pods.fill('10.244.9.9/16, fd00::/48');
  await pods.press('Enter');
  await expect(pods).toHaveValue('10.244.0.0/16, fd00::/48');
  await pods.fill('10.244.0.0/16');
  await pods.press('Enter');
  await expectAmongFlows(page, ['x/a → x/b: allowed']);
  await panel(page).getByLabel('Add a namespace').selectOption('y');
  await panel(page).getByLabel('y', { exact: true }).fill('team=web');
  await page.keyboard.press('Enter');
  await expectAmongFlows(page, ['y/guest → x/a: allowed']);
  await expect(button(page)).toContainText('2 assumptions');
  await page.reload();
  await expectAmongFlows(page, ['x/a → x/b: allowed', 'y/guest → x/a: allowed']);
  await button(page).click();
  await panel(page).getByRole('button', { name: 'Assume nothing of y' }).click();
  await expectAmongFlows(page, ['y/guest → x/a: depends']);
  await expect(button(page)).toContainText('1 assumption');
});
