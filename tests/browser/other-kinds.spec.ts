// Policies beside NetworkPolicies: the chain of tiers in a sample, and other makers' policies, which are said.
import { pod } from './manifests.ts';
import {
  details,
  expect,
  expectAmongFlows,
  graph,
  linesShown,
  open,
  problems,
  startWith,
  tabs,
  test,
} from './page.ts';

test('a sample leads through the tiers: Pass, then the team, then the baseline', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('button', { name: 'Samples' }).click();
  await page.getByText('Admin, team, baseline').click();
  await expect(tabs(page)).toHaveText(['policies.yaml', 'pods.yaml']);
  await expect(graph(page)).toHaveAttribute('data-settled', /./);

  await details(page).getByRole('button', { name: 'orders' }).click();
  await details(page).getByRole('button', { name: 'grader to orders' }).click();
  await expect(details(page).getByText('guard').first()).toBeVisible();
  await expect(details(page).getByText('Ingress of orders').first()).toBeVisible();
  await expect(details(page).getByText('Pass').first()).toBeVisible();
  await expect(details(page).getByText('TCP 8080').first()).toBeVisible();
});

const CILIUM = `apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata:
  name: only-get
  namespace: x
spec:
  endpointSelector:
    matchLabels:
      app: a
`;

test("another maker's policy is said over the picture and beside what it may change", async ({
  page,
}) => {
  await startWith(page, [pod('a'), pod('b'), CILIUM].join('---\n'));
  await expectAmongFlows(page, ['x/a → x/b: allowed']);
  await expect(
    page.getByText('1 Cilium policy is not computed; verdicts of 1 workload could differ.'),
  ).toBeVisible();
  await expect(
    problems(page)
      .getByText(/CiliumNetworkPolicy/)
      .first(),
  ).toBeVisible();

  await details(page).getByRole('button', { name: 'b Pod' }).click();
  await expect(details(page).getByRole('heading', { level: 2 })).toHaveText('b');
  await expect(details(page).getByText('Not computed, and may change this')).toHaveCount(0);
  await details(page).getByRole('button', { name: 'b to a' }).click();
  await expect(details(page).getByText('Not computed, and may change this')).toBeVisible();
  await details(page).getByRole('button', { name: 'CiliumNetworkPolicy x/only-get' }).click();
  await expect.poll(() => linesShown(page)).toContain('name: only-get');
});
