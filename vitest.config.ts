// The tests that need no browser.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,properties,cli}/**/*.test.{ts,tsx}'],
    // As many as there are processors; left to itself, Vitest keeps one of them free.
    maxWorkers: '100%',
    // Modules keep nothing between tests but what never changes, and are read once for all files.
    isolate: false,
    // Property tests run long on a busy machine; nothing here is timed.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
