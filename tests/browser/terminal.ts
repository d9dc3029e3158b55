// A terminal of the page, as a person types into it and reads it.
import type { Locator, Page } from '@playwright/test';
import { expect } from './page.ts';

export const terminal = (page: Page): Locator => page.getByRole('region', { name: 'Terminal' });

/** The rows on the screen of the terminal that is shown. */
export async function screen(page: Page): Promise<string> {
  const rows = await terminal(page)
    .locator('.terminal-place:not([hidden]) .xterm-rows > div')
    .allTextContents();
  const lines = rows.map((row) => row.replaceAll('\u00a0', ' ').trimEnd());
  return lines.join('\n').trimEnd();
}

/** Behind a prompt, a line can be typed. */
export async function expectPrompt(page: Page): Promise<void> {
  await expect.poll(() => screen(page), { timeout: 30_000 }).toMatch(/(?:^|\n)(?:[\w-]+ \$|\/ #)$/);
}

export async function openTerminal(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Terminal', exact: true }).click();
  await expectPrompt(page);
}

export async function type(page: Page, line: string): Promise<void> {
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
}

/** Types the line, waits for the next prompt, and gives back what stands between them. */
export async function ran(page: Page, line: string): Promise<string> {
  await page.keyboard.press('Control+L');
  await expect.poll(() => screen(page)).toMatch(/^(?:[\w-]+ \$|\/ #)$/);
  await type(page, line);
  await expect
    .poll(() => screen(page), { timeout: 30_000 })
    .toMatch(/^(?:[\w-]+ \$|\/ #) [\s\S]*\n(?:[\w-]+ \$|\/ #)$/);
  return (await screen(page)).split('\n').slice(1, -1).join('\n');
}
