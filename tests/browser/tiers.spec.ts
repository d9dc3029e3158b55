// A flow through the tiers of the administrators' policies, walked in the page as it is decided.
import type { Page } from '@playwright/test';
import { pod } from './manifests.ts';
import {
  details,
  expect,
  expectAmongFlows,
  linesShown,
  pasteOver,
  startWith,
  test,
} from './page.ts';

const PASS = `apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata:
  name: platform
spec:
  priority: 5
  subject:
    namespaces: {}
  ingress:
    - name: teams-decide
      action: Pass
      from:
        - namespaces: {}
`;

const LATE = `apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata:
  name: never-reached
spec:
  priority: 6
  subject:
    namespaces: {}
  ingress:
    - action: Deny
      from:
        - namespaces: {}
`;

const BASELINE = `apiVersion: policy.networking.k8s.io/v1alpha1
kind: BaselineAdminNetworkPolicy
metadata:
  name: default
spec:
  subject:
    namespaces: {}
  ingress:
    - name: closed-by-default
      action: Deny
      from:
        - namespaces: {}
`;

const TEAM = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: team
  namespace: x
spec:
  podSelector: {matchLabels: {app: b}}
  policyTypes: [Ingress]
  ingress:
    - from:
        - podSelector: {matchLabels: {app: a}}
`;

/** The stops of the way into b, each with what it says. */
function stops(page: Page) {
  return details(page).locator('.side', { hasText: 'Ingress of b' }).locator('.stop');
}

test('a Pass chain is walked through: Admin, NetworkPolicy, Baseline, open', async ({ page }) => {
  const pods = [pod('a'), pod('b')];
  const tiers = [PASS, LATE, BASELINE];
  await startWith(page, [...pods, ...tiers].join('---\n'));
  await details(page).getByRole('button', { name: /^b/ }).first().click();
  await details(page).getByRole('button', { name: 'a to b' }).click();
  await expect(stops(page)).toHaveText([
    'Admin passes it on',
    'NetworkPolicy none selects it',
    'Baseline stops it',
  ]);
  const side = details(page).locator('.side', { hasText: 'Ingress of b' });
  await expect(side).toContainText(
    'platform priority 5 selects it, rule “teams-decide” passes it on',
  );
  await expect(side).toContainText('default selects it, rule “closed-by-default” stops it');
  // Behind a Pass no other policy of the tier is asked.
  await expect(side).not.toContainText('never-reached');

  await side.getByRole('button', { name: 'rule “closed-by-default”' }).click();
  await expect(page.locator('.editor-revealed').first()).toBeVisible();
  await expect.poll(() => linesShown(page)).toContain('name: closed-by-default');

  await pasteOver(page, [...pods, ...tiers, TEAM].join('---\n'));
  await expect(stops(page)).toHaveText(['Admin passes it on', 'NetworkPolicy lets it through']);
  await expect(side).toContainText('team selects it, ingress rule 1 lets it through');
  await expectAmongFlows(page, ['x/a → x/b: allowed']);

  await pasteOver(page, [...pods, PASS, LATE].join('---\n'));
  await expect(stops(page)).toHaveText([
    'Admin passes it on',
    'NetworkPolicy none selects it',
    'Open everything else may enter',
  ]);

  await pasteOver(page, [...pods, LATE, BASELINE, TEAM].join('---\n'));
  await expect(stops(page)).toHaveText(['Admin stops it']);
});
