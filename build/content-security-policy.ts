// The policy that the page carries with it: what a browser lets it load, and whom it lets it ask.
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

interface Sources {
  readonly scripts: string;
  readonly workers: string;
  /** Whatever is the page's own besides scripts: its pictures, fonts and the rest. */
  readonly own: string;
}

/**
 * Monaco colours its text through style elements, hence the one relaxation. `connect-src` is as wide
 * as `?src=` may ever need; the page narrows it before it does anything else (link/fence.ts).
 */
function policyOf({ scripts, workers, own }: Sources): string {
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src ${own} 'unsafe-inline'`,
    `worker-src ${workers}`,
    `img-src ${own} data:`,
    `font-src ${own} data:`,
    `connect-src ${own} https: http://localhost:* http://127.0.0.1:*`,
    `manifest-src ${own}`,
    "base-uri 'none'",
    "form-action 'none'",
  ]
    .map((directive) => directive.replace(/ {2,}/g, ' '))
    .join('; ');
}

const SITE = policyOf({ scripts: "'self'", workers: "'self'", own: "'self'" });

/** Only on build: the development server needs inline scripts and a socket. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: SITE },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** For a page in one file, where nothing has an address of its own: its one script, by its hash. */
export function withPolicyOfScript(html: string): string {
  const scripts = [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  );
  const policy = policyOf({ scripts: scripts.join(' '), workers: 'blob:', own: '' });
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
  return html.replace('<head>', () => `<head>\n    ${meta}`);
}
