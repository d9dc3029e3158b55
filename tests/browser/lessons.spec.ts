// The course as a learner takes it: predicting, asking for hints, reaching goals by edits, in two languages.
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { TWO_PODS, TWO_PODS_FLOWS } from './manifests.ts';
import {
  details,
  expect,
  expectAmongFlows,
  expectFlows,
  flowsDrawn,
  graph,
  open,
  pasteOver,
  startWith,
  tabs,
  test,
  watch,
} from './page.ts';

const course = (page: Page) => page.getByRole('region', { name: /^(Course|Cours)$/ });

const goals = (page: Page) => course(page).locator('.lesson-goals li');

async function expectGoals(page: Page, states: readonly string[]): Promise<void> {
  await expect
    .poll(() => goals(page).evaluateAll((all) => all.map((one) => one.getAttribute('data-state'))))
    .toEqual(states);
}

async function toStep(page: Page, number: number): Promise<void> {
  await course(page)
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`(Step|Étape) ${number} `) })
    .click();
}

const WALL = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: wall, namespace: blue}
spec:
  podSelector: {}
  ingress: [{from: [{podSelector: {}}]}]
`;

test('a lesson is predicted, hinted at, and solved by an edit', async ({ page }, testInfo) => {
  await open(page);
  await page.getByRole('button', { name: 'Take the course' }).click();
  await expect(
    course(page).getByRole('list', { name: 'Lessons' }).getByRole('listitem'),
  ).toHaveCount(12);
  await page.screenshot({ path: testInfo.outputPath('course.png') });
  await course(page).getByRole('button', { name: 'Namespaces do not isolate' }).click();
  await expect(tabs(page).first()).toHaveText('policies.yaml');

  // The picture does not tell before somebody has guessed.
  const hidden = page.getByText('Flows appear once you have answered.');
  await expect(hidden).toBeVisible();
  await expectFlows(page, []);
  const problems = page.getByRole('region', { name: 'Problems' });
  await expect(problems).toContainText('Notes appear once you have answered.');

  // A wrong guess is told, and why; the flow itself is selected.
  const reveal = course(page).getByRole('button', { name: 'Reveal the answer' });
  await expect(reveal).toBeDisabled();
  await course(page).getByLabel('No, they are in different namespaces.').check();
  await reveal.click();
  await expect(course(page).getByText('Not quite. The answer: Yes, on every port.')).toBeVisible();
  await expect(details(page).getByRole('heading').first()).toContainText('web → web');
  await expect(hidden).toBeHidden();
  await expect(problems).toContainText('No policy isolates the ingress or the egress');
  await expectAmongFlows(page, ['green/web → blue/web: allowed']);
  await page.screenshot({ path: testInfo.outputPath('predicted.png') });
  await expectAccessible(page, 'an answer', '.lessons');

  // The next step begins with the whole picture; whoever wants to see need not guess.
  await course(page).getByRole('button', { name: 'Next', exact: true }).click();
  await expect(details(page).getByRole('heading').first()).toHaveText('Every flow, decided');
  await expectFlows(page, []);
  await page.getByRole('button', { name: 'Show them' }).click();
  await expect.poll(async () => (await flowsDrawn(page)).length).toBeGreaterThan(0);

  // A command with a long address makes nothing wider than the panel.
  await toStep(page, 4);
  await course(page).getByLabel('Yes, any pod can.').check();
  await reveal.click();
  const panel = await course(page).boundingBox();
  const question = await course(page).locator('.lesson-predict').boundingBox();
  expect((question?.x ?? 0) + (question?.width ?? 0)).toBeLessThan(
    (panel?.x ?? 0) + (panel?.width ?? 0),
  );

  await toStep(page, 5);
  await expectGoals(page, ['open', 'open', 'holds']);
  await course(page).getByRole('button', { name: 'Give me a hint' }).click();
  await expect(course(page).getByText('Hint 1 of 3')).toBeVisible();
  await expect(course(page).getByText('Hint 2 of 3')).toBeHidden();
  await course(page).getByRole('button', { name: 'Another hint' }).click();
  await expect(course(page).getByText('Hint 2 of 3')).toBeVisible();

  await pasteOver(page, WALL);
  await expectGoals(page, ['holds', 'holds', 'holds']);
  await expect(course(page).getByText('That is it.')).toBeVisible();
  await page.screenshot({ path: testInfo.outputPath('solved.png') });
  await expectAccessible(page, 'goals and hints', '.lessons');

  // What was reached is remembered, and what holds now is told apart from it.
  await pasteOver(page, '# Nothing');
  await expectGoals(page, ['heldBefore', 'heldBefore', 'holds']);
  await page.reload();
  await expectGoals(page, ['heldBefore', 'heldBefore', 'holds']);
  await course(page).getByRole('button', { name: 'Next lesson' }).click();
  await expect(course(page).getByRole('heading', { name: 'What a policy is' })).toBeVisible();
  await course(page).getByRole('button', { name: 'All lessons' }).click();
  await expect(course(page).getByText('done')).toBeVisible();
});

test('goals that hold one after the other, and never together, are not reached', async ({
  page,
}) => {
  await open(page, '#/learn/selectors');
  await toStep(page, 2);
  // Nobody gets in: who should not, does not.
  await expectGoals(page, ['open', 'holds', 'holds']);
  // OR in place of AND: who should gets in, and its neighbour with it.
  await pasteOver(
    page,
    `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: metrics, namespace: shop}
spec:
  podSelector: {matchLabels: {app: orders}}
  policyTypes: [Ingress]
  ingress:
    - from:
        - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}
        - podSelector: {matchLabels: {app: prometheus}}
      ports: [{port: 9090}]
`,
  );
  await expectGoals(page, ['holds', 'open', 'holds']);
  await expect(course(page).getByText('That is it.')).toBeHidden();
  await expect(
    course(page).getByRole('button', { name: 'Step 2 of 4: Name the namespace', exact: true }),
  ).toBeVisible();
});

test('the whole lesson is there in French, and the choice is kept', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'fr-CA' });
  const page = await context.newPage();
  const quiet = watch(page);
  await open(page, '#/learn/namespaces');
  await expect(course(page)).toHaveAttribute('lang', 'fr');
  await expect(
    course(page).getByRole('heading', { name: 'Les namespaces n’isolent pas' }),
  ).toBeVisible();
  // Taken off the address, so that a reload goes on where one was.
  expect(new URL(page.url()).hash).toBe('');
  await toStep(page, 5);
  await expectGoals(page, ['open', 'open', 'holds']);
  await course(page).getByRole('button', { name: 'Donnez-moi un indice' }).click();
  await expect(course(page).getByText('Indice 1 sur 3')).toBeVisible();
  await pasteOver(page, WALL);
  await expectGoals(page, ['holds', 'holds', 'holds']);

  await course(page).getByLabel('Langue').selectOption({ label: 'English' });
  await expect(
    course(page).getByRole('heading', { name: 'Namespaces do not isolate' }),
  ).toBeVisible();
  await expectGoals(page, ['holds', 'holds', 'holds']);
  await page.reload();
  await expect(course(page)).toHaveAttribute('lang', 'en');
  quiet();
  await context.close();
});

test('nothing that was written is lost: neither one’s own text nor that of a lesson', async ({
  page,
}) => {
  await startWith(page, TWO_PODS);
  await expectFlows(page, TWO_PODS_FLOWS);
  await page.evaluate(() => {
    window.location.hash = '#/learn/policy';
  });
  await expect(page.getByText('What was in the editor is set aside.')).toBeVisible();
  await expect(tabs(page).first()).toHaveText('policies.yaml');
  await pasteOver(page, '# Mine');
  await toStep(page, 3);
  await expectGoals(page, ['open', 'holds']);

  // Another lesson, and back.
  await course(page).getByRole('button', { name: 'All lessons' }).click();
  await course(page).getByRole('button', { name: 'Empty, missing, null' }).click();
  await expect(graph(page)).toBeVisible();
  await course(page).getByRole('button', { name: 'All lessons' }).click();
  await course(page).getByRole('button', { name: 'What a policy is' }).click();
  await expect(page.locator('.view-lines').first()).toContainText('# Mine');

  // A solution asks first, and sets aside what it replaces.
  await course(page).getByRole('button', { name: 'Show the solution of this step' }).click();
  await expectGoals(page, ['open', 'holds']);
  await course(page).getByRole('button', { name: 'Show it' }).click();
  await expectGoals(page, ['holds', 'holds']);
  await course(page).getByRole('button', { name: 'Start over' }).click();
  await course(page).getByRole('button', { name: 'Start over' }).click();
  await expect(course(page).getByRole('heading', { name: 'Three questions' })).toBeVisible();

  // Something else in the editor is said, and can be put right.
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(course(page).getByText('something other than this lesson')).toBeVisible();
  await course(page).getByRole('button', { name: 'Put the lesson’s manifests there' }).click();
  await expect(course(page).getByText('something other than this lesson')).toBeHidden();

  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await page.getByRole('button', { name: 'Replaced by “What a policy is”' }).last().click();
  await course(page).getByRole('button', { name: 'Close the course' }).click();
  await expect(course(page)).toBeHidden();
  await expectFlows(page, TWO_PODS_FLOWS);
});

test('what a command says leaves the lesson in sight, and its options stay whole', async ({
  page,
}) => {
  await open(page, '#/learn/nginx');
  await course(page).getByRole('button', { name: 'Type it for me' }).click();
  await expectGoals(page, ['holds']);
  const toast = await page.locator('.toast').boundingBox();
  const lesson = await course(page).boundingBox();
  expect(toast?.x).toBeGreaterThanOrEqual((lesson?.x ?? 0) + (lesson?.width ?? 0));
  // "--" at the end of a line would read as a word of its own.
  const option = course(page).locator('.option', { hasText: '--replicas=2' });
  expect((await option.boundingBox())?.height).toBeLessThan(30);
  // In another lesson there is nothing of this one to undo.
  await course(page).getByRole('button', { name: 'All lessons' }).click();
  await course(page).getByRole('button', { name: 'AND against OR' }).click();
  await expect(tabs(page).first()).toHaveText('policies.yaml');
  expect(await page.locator('.toast').count()).toBe(0);
});

test('a recipe opens in one click', async ({ page }, testInfo) => {
  await open(page, '#/learn');
  await course(page).getByRole('button', { name: 'Shut a whole namespace' }).click();
  await expect(details(page)).toContainText('other');
  await expect(tabs(page)).toHaveText(['policies.yaml', 'workloads.yaml']);
  await expect(
    course(page).getByRole('link', { name: 'The recipe 03', exact: true }),
  ).toHaveAttribute('href', /03-deny-all-non-whitelisted-traffic-in-the-namespace\.md$/);
  await page.screenshot({ path: testInfo.outputPath('cook-book.png') });
  await expectAccessible(page, 'the cook book', '.lessons');
});

for (const [width, height] of [
  [820, 1180],
  [1180, 820],
] as const) {
  test(`a lesson leaves room for the picture on a tablet, ${width} wide`, async ({
    browser,
  }, testInfo) => {
    const context = await browser.newContext({ viewport: { width, height }, hasTouch: true });
    const page = await context.newPage();
    const quiet = watch(page);
    await open(page, '#/learn/and-or');
    const { width: wide = 0, height: high = 0 } = (await graph(page).boundingBox()) ?? {};
    expect(Math.min(wide, high)).toBeGreaterThan(280);
    await page.screenshot({ path: testInfo.outputPath('tablet.png') });
    quiet();
    await context.close();
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the lesson is a pane of its own', async ({ page }, testInfo) => {
    await open(page);
    const panes = page.getByRole('navigation', { name: 'Panes' });
    await panes.getByRole('button', { name: 'Learn' }).click();
    await course(page).getByRole('button', { name: 'AND against OR' }).click();
    await course(page).getByLabel('Yes.').check();
    await course(page).getByRole('button', { name: 'Reveal the answer' }).click();
    await expect(course(page).getByText('Yes.', { exact: true }).last()).toBeVisible();
    await page.screenshot({ path: testInfo.outputPath('lesson.png') });
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page, 'a lesson in the dark', '.lessons');
    await course(page).getByRole('button', { name: 'See it in the picture' }).click();
    await expect(graph(page)).toBeVisible();
    await expect(course(page)).toBeHidden();
    await page.screenshot({ path: testInfo.outputPath('picture.png') });
    await panes.getByRole('button', { name: 'Learn' }).click();
    await expect(course(page)).toBeVisible();
  });

  test('what is said about a change covers no button of the lesson', async ({ page }, testInfo) => {
    await open(page, '#/learn/policy');
    const panes = page.getByRole('navigation', { name: 'Panes' });
    await panes.getByRole('button', { name: 'Manifests' }).click();
    await pasteOver(page, '# Mine');
    await panes.getByRole('button', { name: 'Learn' }).click();
    await toStep(page, 3);
    await course(page).getByRole('button', { name: 'Show the solution of this step' }).click();
    await course(page).getByRole('button', { name: 'Show it' }).click();
    const toast = page.locator('.toast');
    await expect(toast).toBeVisible();
    await page.screenshot({ path: testInfo.outputPath('said.png') });
    const { y: top = 0, height = 0 } = (await toast.boundingBox()) ?? {};
    const lesson = await course(page).boundingBox();
    expect(top).toBeGreaterThanOrEqual((lesson?.y ?? 0) + (lesson?.height ?? 0));
    expect(top + height).toBeLessThanOrEqual((await panes.boundingBox())?.y ?? 0);
    // And a step begins at its top.
    await course(page).getByRole('button', { name: 'Next', exact: true }).click();
    await expect(course(page).getByRole('heading', { name: 'What a policy is' })).toBeInViewport();
  });
});
