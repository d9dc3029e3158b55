// How long a person waits for the first picture: the built page, served as static files, in a real
// Chromium whose processor is slowed four times.

import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { CHROMIUM_FLAGS, findChromium } from '../chromium.ts';
import { type Row, rowOf } from './measure.ts';

const SLOWED = 4;
const RUNS = 5;

/** Set by the page when its first picture has been painted; counted from the start of the navigation. */
const PAINTED = 'first-picture';

/** Marks the canvas as drawn: from here on the picture can be touched. */
const READY = '[data-settled]';

export async function benchFirstPicture(): Promise<{
  rows: readonly Row[];
  notes: readonly string[];
}> {
  const server = await preview({ preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
  const url = server.resolvedUrls?.local[0] ?? '';
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: CHROMIUM_FLAGS,
  });
  const painted: number[] = [];
  const ready: number[] = [];
  let needed = 0;
  try {
    for (let run = 0; run < RUNS; run++) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const page = await context.newPage();
      const sizes = new Map<string, Promise<number>>();
      page.on('response', (response) => {
        const body = response.body().catch(() => Buffer.alloc(0));
        sizes.set(
          response.url(),
          body.then((bytes) => gzipSync(bytes).length),
        );
      });
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
      const start = performance.now();
      await page.goto(url, { waitUntil: 'commit' });
      await page.waitForSelector(READY, { state: 'attached' });
      ready.push(performance.now() - start);
      const seen = await page.evaluate(whatWasNeeded, PAINTED);
      painted.push(seen.painted);
      const used = await Promise.all(seen.urls.map((one) => sizes.get(one) ?? 0));
      needed = Math.max(
        needed,
        used.reduce((sum, size) => sum + size, 0),
      );
      await context.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return {
    rows: [rowOf('first-picture/cpu4', painted), rowOf('picture-ready/cpu4', ready)],
    notes: [`needed for the first picture: ${Math.round(needed / 1024)} KB compressed`],
  };
}

/** In the page: when the mark was set, and what had come by then without being fetched ahead. */
function whatWasNeeded(mark: string): { painted: number; urls: string[] } {
  const painted = performance.getEntriesByName(mark)[0]?.startTime ?? Number.NaN;
  const ahead = new Set(
    [...document.querySelectorAll<HTMLLinkElement>('link[rel="prefetch"]')].map(({ href }) => href),
  );
  const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const urls = resources
    .filter(({ name, responseEnd }) => responseEnd <= painted && !ahead.has(name))
    .map(({ name }) => name);
  return { painted, urls: [location.href, ...urls] };
}
