// How the page is built: static files that run under any path.
import react from '@vitejs/plugin-react';
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';
import { contentSecurityPolicy } from './build/content-security-policy.ts';
import { serviceWorker } from './build/service-worker.ts';
import { treeshake } from './build/treeshake.ts';

/**
 * The components come after the first picture. Their styles are the frame's, too; the rest is fetched
 * when the network has nothing better to do.
 */
function fetchComponentsAhead(): Plugin {
  return {
    name: 'fetch-components-ahead',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const ahead = new Set<string>();
        const styles = new Set<string>();
        for (const output of Object.values(bundle)) {
          if (output.type !== 'chunk' || !['mount', 'picture'].includes(output.name)) continue;
          for (const fileName of [output.fileName, ...output.imports]) ahead.add(fileName);
          for (const style of output.viteMetadata?.importedCss ?? []) styles.add(style);
        }
        const link = (rel: string, fileName: string): HtmlTagDescriptor => ({
          tag: 'link',
          attrs: { rel, crossorigin: true, href: `./${fileName}` },
          injectTo: 'head',
        });
        return [
          ...[...styles].map((fileName) => link('stylesheet', fileName)),
          ...[...ahead].map((fileName) => link('prefetch', fileName)),
        ].filter(({ attrs }) => !html.includes(`${attrs?.href}`));
      },
    },
  };
}

export default defineConfig({
  base: './',
  plugins: [react(), contentSecurityPolicy(), fetchComponentsAhead(), serviceWorker()],
  worker: { format: 'es', rolldownOptions: { treeshake } },
  build: {
    target: 'es2023',
    chunkSizeWarningLimit: 5_000,
    rolldownOptions: { treeshake },
  },
});
