// The exercise with nginx as a class takes it: the commands of the slides, typed in the terminal, and the page's verdicts.
import type { Locator, Page } from '@playwright/test';
import { expect, expectAmongFlows, open, test } from './page.ts';

const course = (page: Page): Locator => page.getByRole('region', { name: 'Course' });
const terminal = (page: Page): Locator => page.getByRole('region', { name: 'Terminal' });

/** The rows on the screen, run together. */
async function screen(page: Page): Promise<string> {
  const rows = await terminal(page)
    .locator('.terminal-place:not([hidden]) .xterm-rows > div')
    .allTextContents();
  return rows
    .map((row) => row.replaceAll('\u00a0', ' ').trimEnd())
    .join('\n')
    .trimEnd();
}

const PROMPT = /\$$/;
const INSIDE = /\/ #$/;

/** Types a line, and waits until the prompt that is meant is there again. */
async function type(page: Page, line: string, then: RegExp): Promise<string> {
  await terminal(page).locator('textarea').first().focus();
  await page.keyboard.type('clear');
  await page.keyboard.press('Enter');
  await expect.poll(() => screen(page)).not.toContain('\n');
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
  await expect.poll(() => screen(page), { timeout: 30_000 }).toMatch(/\n/);
  await expect.poll(() => screen(page), { timeout: 30_000 }).toMatch(then);
  return screen(page);
}

async function toStep(page: Page, number: number): Promise<void> {
  await course(page)
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`Step ${number} `) })
    .click();
}

async function expectGoals(page: Page, states: readonly string[]): Promise<void> {
  await expect
    .poll(() =>
      course(page)
        .locator('.lesson-goals li')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-state'))),
    )
    .toEqual(states);
}

test('nginx is deployed, tested, blocked, let in again and taken away', async ({
  page,
}, testInfo) => {
  test.setTimeout(180_000);
  await open(page, '#/learn/nginx');
  await expectGoals(page, ['open']);

  // The lesson types for those who want to read.
  await course(page).getByRole('button', { name: 'Type it for me' }).click();
  await expect.poll(() => screen(page)).toContain('nginx created');
  await expectGoals(page, ['holds']);
  await expectAmongFlows(page, ['Everywhere → default/nginx: allowed']);

  await toStep(page, 2);
  await type(page, 'kubectl expose deployment nginx --port=80', PROMPT);
  await expectGoals(page, ['holds']);
  const listed = await type(page, 'kubectl get svc,pod | grep nginx', PROMPT);
  expect(listed).toMatch(/service\/nginx +ClusterIP/);
  expect(listed.match(/pod\/nginx-\S+ +1\/1 +Running/g)).toHaveLength(2);

  await toStep(page, 3);
  await expectGoals(page, ['open']);
  await type(
    page,
    'kubectl run -i --tty interactivetest --image=alpine --restart=Never --rm -- sh',
    INSIDE,
  );
  expect(await type(page, 'wget -qO- nginx', INSIDE)).toContain('nginx');
  await expectGoals(page, ['holds']);
  await page.screenshot({ path: testInfo.outputPath('inside.png') });
  expect(await type(page, 'exit', PROMPT)).toContain('deleted');
  await expectGoals(page, ['heldBefore']);

  await toStep(page, 4);
  await expectGoals(page, ['open']);
  await type(page, 'kubectl apply -f access-nginx.yaml', PROMPT);
  await expectGoals(page, ['holds']);

  await toStep(page, 5);
  await type(
    page,
    'kubectl run -i --tty interactivetest --image=alpine --restart=Never --rm -- sh',
    INSIDE,
  );
  await expectGoals(page, ['holds']);
  const blocked = await type(page, 'wget -qO- --timeout=2 nginx', INSIDE);
  expect(blocked).toContain('timed out');
  expect(blocked).toContain('why?');
  await page.screenshot({ path: testInfo.outputPath('blocked.png') });
  await type(page, 'exit', PROMPT);

  await toStep(page, 6);
  await expectGoals(page, ['open', 'holds']);
  await type(
    page,
    'kubectl run -i --tty interactivetest --image=alpine --labels="iamnice=yeah" --restart=Never --rm -- sh',
    INSIDE,
  );
  await expectGoals(page, ['holds', 'holds']);
  const welcome = await type(page, 'wget -qO- --timeout=2 nginx', INSIDE);
  expect(welcome).toContain('nginx');
  expect(welcome).not.toContain('timed out');
  await type(page, 'exit', PROMPT);

  await toStep(page, 7);
  await expectGoals(page, ['open', 'holds']);
  await type(page, 'kubectl delete deployment,svc nginx', PROMPT);
  await type(page, 'kubectl delete networkpolicy access-nginx', PROMPT);
  await expectGoals(page, ['holds', 'holds']);
});
