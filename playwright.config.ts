// The tests of the built page in a real Chromium.
import process from 'node:process';
import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './tests/chromium.ts';

/** Another one lets two checkouts be tested side by side. */
const address = `http://127.0.0.1:${process.env.PORT ?? '4179'}/`;

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL: address,
    viewport: { width: 1440, height: 900 },
    launchOptions: { executablePath: findChromium(), args: CHROMIUM_FLAGS },
    trace: 'off',
    // Each test has a browser of its own, which would store the whole page for nothing.
    serviceWorkers: 'block',
  },
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${new URL(address).port} --strictPort`,
    url: address,
    reuseExistingServer: false,
  },
});
