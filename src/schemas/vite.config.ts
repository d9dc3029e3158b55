// Builds the generator of the structures into one file that runs on plain Node.
import { defineConfig } from 'vite';

export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'src/schemas/main.ts',
    outDir: 'node_modules/.cache/netpolis-schemas-tool',
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'main.mjs' } },
  },
});
