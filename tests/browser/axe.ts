// The accessibility checker, run inside a page.
import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { expect } from './page.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly {
    readonly target: readonly string[];
    readonly failureSummary?: string;
  }[];
}

/**
 * Fails with what breaks WCAG 2.2 at levels A and AA, and where.
 * @param part a selector, where the rest of the page lies partly under it
 */
export async function expectAccessible(page: Page, view: string, part?: string): Promise<void> {
  // Evaluated by the browser itself, so that the page's own policy stays as it is.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(
    async ({ tags, on }) => {
      const inside = window as unknown as {
        axe: { run(on: Document | string, options: object): Promise<{ violations: Violation[] }> };
      };
      const { violations } = await inside.axe.run(on ?? document, {
        runOnly: { type: 'tag', values: tags },
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
      );
    },
    { tags: TAGS, on: part },
  );
  expect.soft(found, view).toEqual([]);
}
