// The tests of the built page in a real Chromium.
import process from 'node:process';
import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './tests/chromium.ts';

/** Another one lets two checkouts be tested side by side. */
const address = `http://127.0.0.1:${process.env.PORT ?? '4179'}/`;

export default defineConfig({
  testDir: 'tests/browser',
  globalSetup: './tests/browser/serve.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // For what never comes; a busy machine may take its time.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    baseURL: address,
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: findChromium(), args: CHROMIUM_FLAGS },
    trace: 'off',
    // Each test has a browser of its own, which would store the whole page for nothing.
    serviceWorkers: 'block',
  },
});
