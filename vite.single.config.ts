// How the page is built into one HTML file that opens by double click, without a server or a network.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { withPolicyOfScript } from './build/content-security-policy.ts';
import { treeshake } from './build/treeshake.ts';

/** Workers have no address to be loaded from: each lies in the script as text. */
const INLINE_WORKERS = [
  {
    find: /^\.\/spawn\.ts$/,
    replacement: fileURLToPath(new URL('./src/worker/spawn-inline.ts', import.meta.url)),
  },
  {
    find: 'monaco-editor/editor/editor.worker?worker',
    replacement: 'monaco-editor/editor/editor.worker?worker&inline',
  },
];

/** No manifest of an application, since a file can't be installed; the icon as part of the page. */
function alone(): Plugin {
  return {
    name: 'alone',
    transformIndexHtml: (html) => {
      const icon = readFileSync(new URL('./public/icon.svg', import.meta.url)).toString('base64');
      return html
        .replace('./icon.svg', `data:image/svg+xml;base64,${icon}`)
        .replace(/\s*<link rel="manifest"[^>]*>/, '');
    },
  };
}

/** After everything has been put into the file. */
function sealed(): Plugin {
  return {
    name: 'sealed',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('There is no index.html in the build.');
        page.source = withPolicyOfScript(`${page.source}`.replaceAll('\r', ''));
        page.fileName = 'netpolis.html';
        const others = Object.values(bundle).filter((output) => output !== page);
        if (others.length > 0) {
          throw new Error(`Not in the one file: ${others.map(({ fileName }) => fileName)}`);
        }
      },
    },
  };
}

export default defineConfig({
  mode: 'single',
  base: './',
  publicDir: false,
  resolve: { alias: INLINE_WORKERS },
  plugins: [react(), alone(), viteSingleFile(), sealed()],
  worker: {
    format: 'iife',
    rolldownOptions: { treeshake, output: { codeSplitting: false } },
  },
  build: { outDir: 'dist-single', target: 'es2023', rolldownOptions: { treeshake } },
});
