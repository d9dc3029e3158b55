// The page as a person finds it: how the tests open it, write into it, and read what it draws.
import { test as base, expect, type Locator, type Page } from '@playwright/test';

/**
 * As Playwright's, and fails a test whose page throws, complains, or shows a dialog, whatever else
 * it asserts.
 */
export const test = base.extend<{ page: Page }>({
  page: async ({ page }, use) => {
    const quiet = watch(page);
    await use(page);
    quiet();
  },
});

export { expect };

/** Call what it gives back at the end, for pages that a test opens by itself. */
export function watch(page: Page): () => void {
  const complaints: string[] = [];
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  return () => expect(complaints, 'complaints of the page').toEqual([]);
}

/** Opens the page and waits for its first picture. */
export async function open(page: Page, fragment = ''): Promise<void> {
  await page.goto(`./${fragment}`);
  await expect(graph(page)).toHaveAttribute('data-settled', /./);
}

export const graph = (page: Page): Locator => page.getByTestId('graph');

/** What the picture holds, as it is told to those who hear it, in alphabetical order. */
export async function flowsDrawn(page: Page): Promise<readonly string[]> {
  const texts = await page
    .getByRole('list', { name: 'Flows drawn' })
    .locator('li')
    .allTextContents();
  return texts.sort();
}

/** Waits until the picture holds exactly these flows. */
export async function expectFlows(page: Page, expected: readonly string[]): Promise<void> {
  await expect.poll(() => flowsDrawn(page)).toEqual([...expected].sort());
}

/** Waits until these are among the flows drawn. */
export async function expectAmongFlows(page: Page, expected: readonly string[]): Promise<void> {
  await expect.poll(() => flowsDrawn(page)).toEqual(expect.arrayContaining([...expected]));
}

/** The full editor, once it is there. */
export async function editor(page: Page): Promise<Locator> {
  const found = page.locator('.monaco-editor').first();
  await expect(found).toBeVisible();
  return found;
}

/** Puts the cursor into the text of the open file. */
export async function intoText(page: Page): Promise<void> {
  await editor(page);
  await page.getByRole('tabpanel').click({ position: { x: 120, y: 50 } });
}

/** Pastes over all of the open file's text, from the clipboard; the cursor is at the end then. */
export async function pasteOver(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await intoText(page);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+V');
}

/** An empty page with these manifests pasted into its one file. */
export async function startWith(page: Page, text: string): Promise<void> {
  await open(page);
  await page.getByRole('button', { name: 'Clear all' }).click();
  await expect(tabs(page)).toHaveText(['manifests.yaml']);
  await pasteOver(page, text);
}

/** Those of the files. */
export const tabs = (page: Page): Locator =>
  page.getByRole('tablist', { name: 'Files' }).getByRole('tab');

export const details = (page: Page): Locator => page.getByRole('region', { name: 'Details' });

export const problems = (page: Page): Locator =>
  page.getByRole('region', { name: 'Problems' }).getByRole('listitem');

/** The text of the lines on screen, run together. */
export async function linesShown(page: Page): Promise<string> {
  const text = await page.locator('.monaco-editor .view-lines').first().textContent();
  // Monaco shows spaces as no-break spaces.
  return (text ?? '').replaceAll('\u00a0', ' ');
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

interface CanvasHost extends HTMLElement {
  /** Where Cytoscape keeps itself on its element. */
  readonly _cyreg?: { readonly cy: Canvas };
}

interface Canvas {
  getElementById(id: string): {
    renderedPosition(): Spot;
    renderedMidpoint(): Spot;
    position(): Spot;
    length: number;
  };
}

/** Where the picture shows a workload or a link, in the page's own coordinates, once it has come to rest there. */
export async function spotOf(page: Page, id: string): Promise<Spot> {
  let last = await spotNow(page, id);
  await expect
    .poll(
      async () => {
        const before = last;
        last = await spotNow(page, id);
        return last !== null && last.x === before?.x && last.y === before.y;
      },
      { message: `${id} is drawn and at rest`, intervals: [20] },
    )
    .toBe(true);
  if (last === null) throw new Error(`not drawn: ${id}`);
  return last;
}

/** In the frame after this one; null while it is not drawn. */
async function spotNow(page: Page, id: string): Promise<Spot | null> {
  return graph(page).evaluate(async (host: CanvasHost, element) => {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const found = host._cyreg?.cy.getElementById(element);
    if (found === undefined || found.length === 0) return null;
    const at = element.startsWith('link') ? found.renderedMidpoint() : found.renderedPosition();
    const { left, top } = host.getBoundingClientRect();
    return { x: left + at.x, y: top + at.y };
  }, id);
}

/** Where a workload stands in the picture, whatever part of it is in view. */
export async function placeOf(page: Page, peer: string): Promise<Spot> {
  return graph(page).evaluate((host: CanvasHost, element) => {
    const found = host._cyreg?.cy.getElementById(element);
    if (found === undefined || found.length === 0) throw new Error(`not drawn: ${element}`);
    const { x, y } = found.position();
    return { x, y };
  }, shapeOf(peer));
}

/** The id that the canvas gives to a peer's shape. */
export const shapeOf = (peer: string): string => `shape ${peer}`;

/** The id that the canvas gives to the link between two peers. */
export const linkOf = (source: string, destination: string): string =>
  `link ${JSON.stringify([source, destination])}`;

export async function clickAt(page: Page, { x, y }: Spot): Promise<void> {
  await page.mouse.click(x, y);
}

/**
 * Milliseconds after which the page counts as hanging. On a free machine hostile input costs a small
 * part of a second; a busy one is forgiven, what would never end is not.
 */
export const LONGEST_HANG = 8_000;

/** Notes from now on, and from the start of every page opened later, how long the page hangs. */
export async function watchForHangs(page: Page): Promise<void> {
  const start = () => {
    const kept = window as { longestHang?: number };
    kept.longestHang = 0;
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      kept.longestHang = Math.max(kept.longestHang ?? 0, now - last);
      last = now;
    }, 20);
  };
  await page.addInitScript(start);
  await page.evaluate(start);
}

/** Milliseconds. */
export async function longestHang(page: Page): Promise<number> {
  return page.evaluate(() => (window as { longestHang?: number }).longestHang ?? 0);
}
