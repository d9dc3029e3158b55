// A lesson on its way to a class: as a file, from an address, in a frame on a slide, as a code on the wall.
import type { Locator, Page } from '@playwright/test';
import { type AuthoredLesson, emptyStep } from '../../src/lessons/authored.ts';
import { packJson } from '../../src/share/codec.ts';
import { encodeLesson, lessonFile } from '../../src/share/lesson-codec.ts';
import { expectAccessible } from './axe.ts';
import { PODS, SHUT } from './manifests.ts';
import {
  clickAt,
  expect,
  expectAmongFlows,
  graph,
  linkOf,
  open,
  pasteOver,
  spotOf,
  startWith,
  test,
  watch,
} from './page.ts';

const desk = (text: string) => ({ files: [{ name: 'pods.yaml', text }] });

const LESSON: AuthoredLesson = {
  language: 'en',
  title: 'Shut the database',
  minutes: 5,
  inOrder: false,
  isReadOnly: false,
  start: desk(PODS),
  steps: [
    {
      ...emptyStep(),
      title: 'Nobody in',
      text: 'Write a policy for **db**.',
      goals: [
        {
          words: 'Nobody reaches the database.',
          flow: { from: 'default/web[Pod]', to: 'default/db[Pod]', expect: 'deny' },
        },
      ],
      solution: desk(SHUT),
    },
  ],
};

const FILE = {
  name: 'shut.netpolis.json',
  mimeType: 'application/json',
  buffer: Buffer.from(lessonFile(LESSON)),
};

const course = (page: Page): Locator => page.getByRole('region', { name: 'Course' });

const title = (page: Page): Locator =>
  course(page).getByRole('heading', { name: 'Shut the database' });

async function toTheDesk(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Learn' }).click();
  await page.getByRole('button', { name: 'Write a lesson' }).click();
  return course(page);
}

test('a link is shown only as long as it is one to the lesson as it is', async ({ page }) => {
  await open(page);
  const author = await toTheDesk(page);
  await author.locator('input[type=file]').setInputFiles(FILE);
  await expect(author.getByLabel('Title', { exact: true })).toHaveValue('Shut the database');
  const field = author.getByRole('textbox', { name: 'Copy this link:' });
  const make = author.getByRole('button', { name: 'Make a link' });
  await make.click();
  const whole = await field.inputValue();
  await author.getByLabel('Without the solutions').check();
  await expect(field).toHaveCount(0);
  await make.click();
  const without = await field.inputValue();
  expect(without.length).toBeLessThan(whole.length);
  await author.getByLabel('Title', { exact: true }).fill('Another');
  await expect(field).toHaveCount(0);
  await author.getByLabel('Title', { exact: true }).fill('Shut the database');
  await make.click();
  expect(await field.inputValue()).toBe(without);
});

test('a second goal on the same flow begins with words of its own', async ({ page }) => {
  await startWith(page, PODS);
  const author = await toTheDesk(page);
  await clickAt(page, await spotOf(page, linkOf('default/web[Pod]', 'default/db[Pod]')));
  const words = author.getByLabel('What the learner reads').last();
  const usual = await words.inputValue();
  await words.fill('My own words.');
  await author.getByLabel('Ports').fill('5432');
  await author.getByRole('button', { name: 'Add this goal' }).click();
  await expect(author.getByRole('button', { name: 'Remove: My own words.' })).toBeVisible();
  await expect(words).toHaveValue(usual);
  await expect(author.getByLabel('Ports')).toHaveValue('');
});

test('a lesson opened in place of one that is written gives that back', async ({ page }) => {
  await open(page);
  const author = await toTheDesk(page);
  const field = author.getByLabel('Title', { exact: true });
  await field.fill('An evening’s work');
  await author.locator('input[type=file]').setInputFiles(FILE);
  await expect(field).toHaveValue('Shut the database');
  await author.getByRole('button', { name: 'Go back to that' }).click();
  await expect(field).toHaveValue('An evening’s work');
  await author.locator('input[type=file]').setInputFiles({
    ...FILE,
    buffer: Buffer.from(lessonFile(LESSON).replace('"version": 1', '"version": 2')),
  });
  await expect(author.getByText('made by a newer Netpolis')).toBeVisible();
  await expect(field).toHaveValue('An evening’s work');
});

test('who is given a file opens it, from the list or by dropping it', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Learn' }).click();
  const list = course(page);
  await list.locator('input[type=file]').setInputFiles({ ...FILE, buffer: Buffer.from('{}') });
  await expect(list.getByText('This file holds no lesson.')).toBeVisible();
  await list.locator('input[type=file]').setInputFiles(FILE);
  await expect(title(page)).toBeVisible();
  await expectAmongFlows(page, ['default/web → default/db: allowed']);
  await page.reload();
  await expect(title(page)).toBeVisible();
  await list.getByRole('button', { name: 'All lessons' }).click();
  await expect(list.getByRole('list', { name: 'Lessons you were given' })).toContainText('5 min');
  await page.evaluate((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'shut.netpolis.json', { type: 'application/json' }));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
  }, lessonFile(LESSON));
  await expect(title(page)).toBeVisible();
});

test('?src= opens a lesson, too, and opening it again goes on where one was', async ({ page }) => {
  const address = 'https://school.example/shut.netpolis.json';
  await page.route(address, (route) =>
    route.fulfill({
      body: lessonFile(LESSON),
      contentType: 'application/json',
      headers: { 'access-control-allow-origin': '*' },
    }),
  );
  const link = `./?src=${encodeURIComponent(address)}`;
  await startWith(page, '# My own work\n');
  await page.goto(link);
  await expect(title(page)).toBeVisible();
  await expect(page.getByText('What was in the editor is set aside.')).toBeVisible();
  expect(new URL(page.url()).search).toBe('');
  await pasteOver(page, SHUT);
  await expect(course(page).getByText('Nobody reaches the database.')).toContainText('reached');
  await page.goto(link);
  await expect(title(page)).toBeVisible();
  await expectAmongFlows(page, ['default/web → default/db: denied (stopped at the destination)']);
});

test('a link opened in the middle of a lesson takes nothing of it away', async ({ page }) => {
  await page.goto(`./#/learn/${encodeLesson(LESSON)}`);
  await expect(title(page)).toBeVisible();
  await pasteOver(page, SHUT);
  await expect(course(page).getByText('Nobody reaches the database.')).toContainText('reached');
  await page.evaluate(
    (hash) => {
      window.location.hash = hash;
    },
    packJson(JSON.stringify({ files: [{ name: 'other.yaml', text: PODS }] })),
  );
  await expectAmongFlows(page, ['default/web → default/db: allowed']);
  await course(page).getByRole('button', { name: 'Put the lesson’s manifests there' }).click();
  await expectAmongFlows(page, ['default/web → default/db: denied (stopped at the destination)']);
});

test('a lesson in French is spoken about in French', async ({ page }) => {
  await page.goto(`./#/learn/${encodeLesson({ ...LESSON, language: 'fr' })}`);
  await expect(title(page)).toBeVisible();
  await expect(course(page).getByText('Nobody reaches the database.')).toContainText('pas encore');
  await expect(course(page).getByRole('button', { name: 'Recommencer' })).toBeVisible();
});

test('a lesson in a frame shows its steps beside the picture, and nothing that is not there', async ({
  page,
}) => {
  await page.setViewportSize({ width: 960, height: 540 });
  const link = `./?embed#/learn/${encodeLesson(LESSON)}`;
  await page.goto(link);
  await expect(title(page)).toBeVisible();
  await expectAmongFlows(page, ['default/web → default/db: allowed']);
  await course(page).getByRole('button', { name: 'Show the solution' }).click();
  await course(page).getByRole('button', { name: 'Show it', exact: true }).click();
  await expectAmongFlows(page, ['default/web → default/db: denied (stopped at the destination)']);
  await expect(page.getByRole('button', { name: 'All lessons' })).toHaveCount(0);
  await clickAt(page, await spotOf(page, linkOf('default/db[Pod]', 'default/web[Pod]')));
  const panel = page.getByRole('complementary', { name: 'Details' });
  await expect(panel.getByRole('button', { name: 'Swap direction' })).toBeVisible();
  await expect(panel.getByRole('button', { name: 'Add a check' })).toHaveCount(0);
  // There is room for all three.
  await expect(title(page)).toBeVisible();
  await expectAccessible(page, 'a lesson in a frame');
  const whole = await page.getByRole('link', { name: 'Open in Netpolis' }).getAttribute('href');
  expect(whole).toContain(`#/learn/${encodeLesson(LESSON)}`);
  expect(whole).not.toContain('embed');
  // Nothing is kept, so the address is all that a reload has.
  await page.reload();
  await expect(title(page)).toBeVisible();
  await expectAmongFlows(page, ['default/web → default/db: allowed']);
});

test('a lesson of a later release says so, and takes no room', async ({ page }) => {
  await page.goto('./#/learn/v2.abcdef');
  await expect(course(page).getByText('made by a newer Netpolis')).toBeVisible();
  await page.goto('about:blank');
  await page.goto(`./#/learn/v1.${'a'.repeat(100_000)}`);
  await expect(course(page).getByText('This link is damaged')).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }).length);
  expect(kept).toBeLessThan(50_000);
});

test('each square of a QR code is as large as the others', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(`./#/learn/${encodeLesson(LESSON)}`);
  await expect(graph(page)).toHaveAttribute('data-settled', /./);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'QR code' }).click();
  const code = page.getByRole('img', { name: 'QR code of the link' });
  const [squares, drawn] = await code.evaluate((svg: SVGSVGElement) => [
    svg.viewBox.baseVal.width,
    svg.getBoundingClientRect().width,
  ]);
  expect(Number(drawn) % Number(squares)).toBe(0);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect
    .poll(() => code.evaluate((svg) => svg.getBoundingClientRect().width))
    .toBeLessThan(390);
});

test('a page opened from a disk does not pretend that its links lead anywhere', async ({
  browser,
}) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const quiet = watch(page);
  await page.goto(new URL('../../dist-single/netpolis.html', import.meta.url).href);
  await expect(graph(page)).toHaveAttribute('data-settled', /./);
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByText('its link opens nowhere else')).toBeVisible();
  await expect(page.getByRole('button', { name: 'QR code' })).toHaveCount(0);
  quiet();
  await context.close();
});

test('the keyboard goes on where it was when a part of the lesson goes away', async ({ page }) => {
  await open(page);
  const focused = () =>
    page.evaluate(() => {
      const { activeElement: at } = document;
      return at?.getAttribute('aria-label') ?? at?.textContent?.trim().slice(0, 20);
    });
  const press = async (name: string) => {
    await course(page).getByRole('button', { name, exact: true }).focus();
    await page.keyboard.press('Enter');
  };
  await page.getByRole('button', { name: 'Learn' }).focus();
  await page.keyboard.press('Enter');
  await press('Write a lesson');
  await expect.poll(focused).toContain('Write a lesson');
  await press('Begin a new lesson');
  await expect.poll(focused).toBe('Begin a new lesson');
  await page.keyboard.press('Escape');
  await expect(course(page).getByRole('button', { name: 'Cancel' })).toHaveCount(0);
  expect(await focused()).toBe('Begin a new lesson');
  await press('Add a hint');
  await press('Remove: Hint 1');
  await expect.poll(focused).toContain('Hints');
  await press('Add a step');
  await press('Remove this step');
  await expect.poll(focused).toBe('Step 1');
  await press('Close the course');
  await expect.poll(focused).toBe('Learn');
});

test('the page is whole on a window that is four times enlarged', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.goto(`./#/learn/${encodeLesson(LESSON)}`);
  await expect(title(page)).toBeVisible();
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await wide()).toBeLessThanOrEqual(0);
});

test('what is chosen is seen where the system chooses the colours', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page);
  const ground = (text: string) =>
    page
      .getByRole('search')
      .getByText(text, { exact: true })
      .evaluate((label) => getComputedStyle(label).backgroundColor);
  expect(await ground('All')).not.toBe(await ground('Denied'));
  await page.getByRole('button', { name: 'Text commands and keys' }).press('Enter');
  const item = page.getByRole('menuitem', { name: 'Suggest' });
  await expect(item).toBeFocused();
  expect(await item.evaluate((it) => getComputedStyle(it).outlineStyle)).toBe('solid');
});
