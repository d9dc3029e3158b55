// How the page is built: static files that run under any path.
import react from '@vitejs/plugin-react';
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite';

/** Monaco colours its text through style elements, hence the one relaxation. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "worker-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Only on build: the development server needs inline scripts and a socket. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}

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

/** The core only declares: what a chunk does not use of it stays out. */
const treeshake = {
  moduleSideEffects: [{ test: /src\/core\/|ipaddr|js-yaml/, sideEffects: false }],
};

export default defineConfig({
  base: './',
  plugins: [react(), contentSecurityPolicy(), fetchComponentsAhead()],
  worker: { format: 'es', rolldownOptions: { treeshake } },
  build: {
    target: 'es2023',
    chunkSizeWarningLimit: 5_000,
    rolldownOptions: { treeshake },
  },
});
