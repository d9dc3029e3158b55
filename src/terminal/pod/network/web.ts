// What is asked for over HTTP, and what comes back.
import type { Server } from './dial.ts';
import { webServerOf } from './listening.ts';
import { portIn } from './words.ts';

export interface Address {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  /** As it is written, with the port where one is. */
  readonly written: string;
  readonly port: number;
  /** With the slash that it begins with. */
  readonly path: string;
}

/** null for what is no address of a web page. */
export function readUrl(text: string): Address | null {
  const [, scheme = 'http', rest = ''] = /^(?:([a-z]+):\/\/)?(.*)$/i.exec(text) ?? [];
  const kind = scheme.toLowerCase();
  if (kind !== 'http' && kind !== 'https') return null;
  const [, authority = '', path = ''] = /^([^/?#]*)([^#]*)/.exec(rest) ?? [];
  const [, sixth, plain = '', written] =
    /^(?:\[([0-9a-f:]+)\]|([^:]*))(?::(\d+))?$/i.exec(authority.split('@').at(-1) ?? '') ?? [];
  const host = sixth ?? plain;
  const port = written === undefined ? (kind === 'https' ? 443 : 80) : portIn(written);
  if (host === '' || port === null) return null;
  return {
    scheme: kind,
    host,
    written: written === undefined ? host : `${host}:${written}`,
    port,
    path: path.startsWith('/') ? path : `/${path}`,
  };
}

export interface Reply {
  readonly status: number;
  readonly reason: string;
  readonly type: string;
  /** Of the server, in its header. */
  readonly server: string | null;
  readonly body: string;
  /** What is to be said of the simulation; null where it is as it would be. */
  readonly remark: string | null;
}

/** What goes wrong before there is a reply: `tls` where the server does not speak it, `garbage` where it speaks no HTTP. */
export type Exchange =
  | { readonly ok: true; readonly reply: Reply; readonly isTrusted: boolean }
  | { readonly ok: false; readonly problem: 'tls' | 'garbage' };

export function exchange(server: Server, { scheme, path }: Address): Exchange {
  if (server.kind === 'api-server') {
    return scheme === 'https'
      ? { ok: true, reply: apiServer(path), isTrusted: false }
      : { ok: true, reply: PLAIN_TO_TLS, isTrusted: true };
  }
  if (server.kind === 'outside') return { ok: true, reply: OUTSIDE, isTrusted: true };
  if (server.speech === 'other') return { ok: false, problem: 'garbage' };
  if (scheme === 'https' && server.speech === 'http') return { ok: false, problem: 'tls' };
  if (scheme === 'http' && server.speech === 'https') {
    return { ok: true, reply: PLAIN_TO_TLS, isTrusted: true };
  }
  return { ok: true, reply: pageOf(server, path), isTrusted: scheme === 'http' };
}

function pageOf({ pod }: Extract<Server, { kind: 'pod' }>, path: string): Reply {
  const kind = webServerOf(pod);
  if (kind !== null && path !== '/' && path !== '/index.html') {
    return { ...OK, status: 404, reason: 'Not Found', server: kind, body: notFound(kind) };
  }
  if (kind === 'nginx') return { ...OK, server: 'nginx', body: NGINX };
  if (kind === 'httpd') return { ...OK, server: 'Apache', body: HTTPD };
  return {
    ...OK,
    type: 'text/plain',
    body: `This is ${pod.name}.\n`,
    remark: 'What this image really answers is not simulated.',
  };
}

const OK: Reply = {
  status: 200,
  reason: 'OK',
  type: 'text/html',
  server: null,
  body: '',
  remark: null,
};

const NGINX = `<!DOCTYPE html>
<html>
<head>
<title>Welcome to nginx!</title>
</head>
<body>
<h1>Welcome to nginx!</h1>
<p>This page comes from the simulated pod: nginx runs, and you have reached it.</p>
</body>
</html>
`;

const HTTPD = '<html><body><h1>It works!</h1></body></html>\n';

function notFound(server: string): string {
  return `<html>
<head><title>404 Not Found</title></head>
<body>
<center><h1>404 Not Found</h1></center>
<hr><center>${server}</center>
</body>
</html>
`;
}

const OUTSIDE: Reply = {
  ...OK,
  body: '<!doctype html>\n<title>Outside the cluster</title>\n<p>Somebody outside would answer here.</p>\n',
  remark:
    'Nothing leaves this page: policies let the packets out, and somebody is taken to answer.',
};

const PLAIN_TO_TLS: Reply = {
  ...OK,
  status: 400,
  reason: 'Bad Request',
  type: 'text/plain',
  body: 'Client sent an HTTP request to an HTTPS server.\n',
};

const PUBLIC = new Set(['/healthz', '/livez', '/readyz']);

/** To somebody it does not know. */
function apiServer(path: string): Reply {
  const [plain = '/'] = path.split('?');
  if (PUBLIC.has(plain)) return { ...OK, type: 'text/plain', body: 'ok' };
  if (plain === '/version') return { ...OK, type: 'application/json', body: VERSION };
  const message = `forbidden: User "system:anonymous" cannot get path ${JSON.stringify(plain)}`;
  const status = {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message,
    reason: 'Forbidden',
    details: {},
    code: 403,
  };
  return {
    ...OK,
    status: 403,
    reason: 'Forbidden',
    type: 'application/json',
    body: `${JSON.stringify(status, null, 2)}\n`,
  };
}

const VERSION = `${JSON.stringify({ major: '1', minor: '34', platform: 'linux/amd64' }, null, 2)}\n`;
