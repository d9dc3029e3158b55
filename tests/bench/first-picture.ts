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

/** Marks the graph as drawn; set with the version of the answer it shows. */
const DRAWN = '[data-settled]';

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
  const times: number[] = [];
  let needed = 0;
  try {
    for (let run = 0; run < RUNS; run++) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const page = await context.newPage();
      let bytes = 0;
      let isDrawn = false;
      page.on('response', async (response) => {
        if (isDrawn) return;
        const body = await response.body().catch(() => null);
        if (body !== null && !isDrawn) bytes += gzipSync(body).length;
      });
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
      const start = performance.now();
      await page.goto(url, { waitUntil: 'commit' });
      await page.waitForSelector(DRAWN, { state: 'attached' });
      times.push(performance.now() - start);
      isDrawn = true;
      needed = Math.max(needed, bytes);
      await context.close();
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return {
    rows: [rowOf('first-picture/cpu4', times)],
    notes: [`needed for the first picture: ${Math.round(needed / 1024)} KB compressed`],
  };
}
