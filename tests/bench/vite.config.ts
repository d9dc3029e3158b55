// Builds the measurements into one file that runs on plain Node.
import { defineConfig } from 'vite';

export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'tests/bench/main.ts',
    outDir: 'node_modules/.cache/netpolis-bench',
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'bench.mjs' } },
  },
});
