// A teacher writes a lesson in the page; a learner opens its link, without the solutions, and takes it.
import { expectAccessible } from './axe.ts';
import { PODS, SHUT } from './manifests.ts';
import { details, expect, graph, pasteOver, startWith, test, watch } from './page.ts';

test('a lesson is written beside its manifests, proven, handed out as a link, and taken', async ({
  page,
  browser,
}, testInfo) => {
  await startWith(page, PODS);
  await page.getByRole('button', { name: 'Learn' }).click();
  await page.getByRole('button', { name: 'Write a lesson' }).click();
  const desk = page.getByRole('region', { name: 'Course' });
  await desk.getByLabel('Title', { exact: true }).fill('Shut the database');
  await desk.getByRole('button', { name: 'Start with what the editor holds now' }).click();
  await desk.getByLabel('Title of the step').fill('Nobody in');
  await desk.getByLabel('Text', { exact: true }).fill('Write a policy for **db**.\n\n- no rules');

  // Solved in the editor; the flow that is clicked is as it is then.
  await pasteOver(page, SHUT);
  await details(page).getByRole('button', { name: /^web/ }).click();
  await details(page)
    .getByRole('row', { name: /db.*denied/i })
    .getByRole('button')
    .first()
    .click();
  await expect(desk.getByText('Selected in the picture:')).toContainText('default/web');
  await expect(desk.getByLabel('must not be possible')).toBeChecked();
  await desk.getByLabel('What the learner reads').last().fill('Nobody reaches the database.');
  await desk.getByRole('button', { name: 'Add this goal' }).click();
  await desk.getByRole('button', { name: 'Add a hint' }).click();
  await desk
    .getByRole('textbox', { name: 'Hint 1' })
    .fill('A policy without rules lets nobody in.');
  await expect(desk.getByText('nobody knows whether they can be reached')).toBeVisible();
  await desk.getByRole('button', { name: 'Solved by what the editor holds now' }).click();
  await expect(desk.getByText('Yes: every goal is out of reach at first')).toBeVisible();
  await expectAccessible(page, 'the author’s desk');
  await page.screenshot({ path: testInfo.outputPath('author.png') });

  // A reload loses nothing.
  await page.reload();
  await expect(desk.getByLabel('Title', { exact: true })).toHaveValue('Shut the database');

  await desk.getByLabel('Without the solutions').check();
  await desk.getByLabel('Each step opens when the one before is reached').check();
  await desk.getByRole('button', { name: 'Make a link' }).click();
  await expect(desk.getByRole('button', { name: 'QR code' })).toBeVisible();
  const link = await desk.getByRole('textbox', { name: 'Copy this link:' }).inputValue();

  const learner = await browser.newPage();
  const quiet = watch(learner);
  await learner.goto(link);
  await expect(graph(learner)).toHaveAttribute('data-settled', /./);
  const lesson = learner.getByRole('region', { name: 'Course' });
  await expect(lesson.getByRole('heading', { name: 'Shut the database' })).toBeVisible();
  await expect(lesson.getByText('Nobody reaches the database.')).toContainText('not yet');
  await expect(lesson.getByRole('button', { name: 'Show the solution' })).toHaveCount(0);
  await lesson.getByRole('button', { name: 'Give me a hint' }).click();
  await expect(lesson.getByText('A policy without rules lets nobody in.')).toBeVisible();
  await learner.screenshot({ path: testInfo.outputPath('learner.png') });
  await pasteOver(learner, SHUT);
  await expect(lesson.getByText('Nobody reaches the database.')).toContainText('reached');
  await lesson.getByRole('button', { name: 'Finish' }).click();
  await expect(lesson.getByRole('list', { name: 'Lessons you were given' })).toContainText('done');
  quiet();
});
