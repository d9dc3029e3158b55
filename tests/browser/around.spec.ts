// Who stands around the pods: switched on, drawn, asked why, and kept by the link.
import type { Page } from '@playwright/test';
import { expect, startWith, test } from './page.ts';

const INPUT = `apiVersion: v1
kind: Pod
metadata: {name: agent, namespace: ops, labels: {app: agent}}
spec: {containers: [{name: c, image: i}]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: out, namespace: ops}
spec:
  podSelector: {}
  policyTypes: [Egress, Ingress]
  egress:
    - to: [{ipBlock: {cidr: 10.0.0.0/8}}]
      ports: [{port: 6443}]
`;

const drawnIn = (page: Page) => page.getByRole('list', { name: 'Flows drawn' });
const switchFor = (page: Page, name: string) => page.getByRole('checkbox', { name });

async function openMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Around the pods' }).click();
  await expect(switchFor(page, 'Internet')).toBeVisible();
}

test('a switch draws the API server, its flow says why, and the link keeps it', async ({
  page,
}) => {
  await startWith(page, INPUT);
  const drawn = drawnIn(page);
  await expect(drawn.locator('li', { hasText: 'API server' })).toHaveCount(0);
  await openMenu(page);
  await expect(switchFor(page, 'API server')).not.toBeChecked();
  await switchFor(page, 'API server').click();
  await expect(drawn.locator('li', { hasText: 'ops/agent → API server' })).toContainText(
    'depends TCP 6443',
  );
  await page.keyboard.press('Escape');

  const details = page.locator('.details');
  await details.getByRole('button', { name: 'API server' }).click();
  await expect(details).toContainText('no selector of pods means it');
  await details.getByRole('button', { name: 'agent to API server' }).click();
  await expect(details.locator('.segment').first()).toContainText(
    'Whether the address of {api-server} lies in 10.0.0.0/8',
  );

  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page).toHaveURL(/#v1\./);
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  await expect(drawn.locator('li', { hasText: 'ops/agent → API server' })).toHaveCount(1);
});

test('nodes always reach the pods that run on them, and the Internet can be left out', async ({
  page,
}) => {
  await startWith(page, INPUT);
  await openMenu(page);
  await switchFor(page, 'Nodes').click();
  await switchFor(page, 'Internet').click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await expect(drawnIn(page).locator('li', { hasText: 'Everywhere' })).toHaveCount(0);
  const details = page.locator('.details');
  await details.getByRole('button', { name: 'Nodes' }).click();
  await details.getByRole('button', { name: 'Nodes to agent' }).click();
  await expect(details).toContainText("The kubelet's probes come from the pod's own node");
  await expect(details.locator('.segment').first()).toContainText(
    "A pod's own node always gets in",
  );
});

test('a pod that nobody has written yet is drawn, and one in a namespace that treats it otherwise', async ({
  page,
}) => {
  await startWith(
    page,
    `apiVersion: v1
kind: Pod
metadata: {name: api, namespace: ops, labels: {app: api}}
spec: {containers: [{name: c, image: i}]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: own, namespace: ops}
spec:
  podSelector: {matchLabels: {app: api}}
  ingress: [{from: [{podSelector: {}}], ports: [{port: 8080}]}]
`,
  );
  await openMenu(page);
  await switchFor(page, 'Any new pod').click();
  const drawn = drawnIn(page);
  await expect(drawn.locator('li', { hasText: 'New pod in ops → ops/api' })).toContainText(
    'allowed TCP 8080',
  );
  await expect(drawn.locator('li', { hasText: 'Any new pod → ops/api' })).toContainText('denied');
  await page.keyboard.press('Escape');

  const details = page.locator('.details');
  await details.getByRole('button', { name: 'Any new pod' }).click();
  await expect(details).toContainText('Whatever somebody deploys next');
  await details.getByRole('button', { name: 'Any new pod to api' }).click();
  await expect(details).toContainText('the policies of api do not let Any new pod in');
});
