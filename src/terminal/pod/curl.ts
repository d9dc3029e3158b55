// `curl`, as far as one asks who answers.
import type { PodCall, PodCommand, Result } from '../command.ts';
import { complain, type Piece, print, printLine, remark } from '../outcome.ts';
import { dialFrom, hostNames, resultOf } from './network/results.ts';
import { after, DNS_SECONDS, KERNEL_SECONDS } from './network/waiting.ts';
import { exchange, type Reply, readUrl } from './network/web.ts';
import { type Options, readOptions, secondsIn } from './network/words.ts';

const ACCEPTED = {
  switches: [
    ['s', 'silent'],
    ['S', 'show-error'],
    ['k', 'insecure'],
    ['v', 'verbose'],
    ['I', 'head'],
    ['i', 'include', 'show-headers'],
    ['f', 'fail'],
    ['L', 'location'],
    ['4', 'ipv4'],
    ['G', 'get'],
    ['no-progress-meter'],
    ['6', 'ipv6'],
    ['N', 'no-buffer'],
    ['O', 'remote-name'],
    ['fail-with-body'],
    ['http1.1'],
    ['http2'],
    ['retry-connrefused'],
    ['retry-all-errors'],
    ['compressed'],
  ],
  valued: [
    ['m', 'max-time'],
    ['connect-timeout'],
    ['o', 'output'],
    ['X', 'request'],
    ['H', 'header'],
    ['d', 'data'],
    ['A', 'user-agent'],
    ['w', 'write-out'],
    ['retry'],
    ['retry-delay'],
    ['retry-max-time'],
    ['noproxy'],
    ['u', 'user'],
    ['b', 'cookie'],
    ['data-raw'],
    ['data-binary'],
    ['interface'],
    ['url'],
  ],
} as const;

export const curl: PodCommand = {
  name: 'curl',
  synopsis: 'curl [-sSkvIif] [-m SECONDS] [--connect-timeout SECONDS] [-o FILE] [-w FORMAT] URL',
  summary: 'ask for a page over HTTP',
  run: runCurl,
  complete: (_, world, session) => hostNames(world, session),
};

function runCurl(call: PodCall): Result {
  const options = readOptions(call.args, ACCEPTED);
  const { unknown } = options;
  const { values } = options;
  const [text = values.get('url'), ...more] = options.words;
  if (unknown !== null) {
    return {
      output: [complain(`curl: option ${unknown}: is unknown, or not simulated here`)],
      status: 2,
    };
  }
  if (text === undefined) return { output: [complain('curl: (2) no URL specified')], status: 2 };
  if (more.length > 0) {
    const flags = call.args.filter((word) => !options.words.includes(word));
    return call.run(
      options.words.map((one) => ['curl', ...flags, one]),
      null,
    );
  }
  const isTelnet = text.startsWith('telnet://');
  const url = readUrl(isTelnet ? text.replace('telnet', 'http') : text);
  if (url === null) {
    return {
      output: [complain(`curl: (3) URL rejected, or not simulated here: ${text}`)],
      status: 3,
    };
  }
  const limits = ['max-time', 'connect-timeout'].flatMap((name) =>
    values.has(name) ? [secondsIn(values.get(name))] : [],
  );
  if (limits.includes(null)) {
    return {
      output: [complain('curl: option -m: expected a proper numerical parameter')],
      status: 2,
    };
  }
  const limit = Math.min(
    KERNEL_SECONDS,
    ...limits.flatMap((one) => (one === null || one === 0 ? [] : [one])),
  );
  const { host, port, scheme } = url;
  const dialled = dialFrom(call, host, port);
  const { end, address, server } = dialled;
  const said: Piece[] = [];
  const tell = (line: string) => {
    if (values.has('verbose')) said.push(complain(`* ${line}`));
  };
  const failed = (code: number, words: string, seconds = 0): Result => {
    const isShown = !values.has('silent') || values.has('show-error');
    const line = isShown ? `curl: (${code}) ${words}\n` : '';
    const piece = seconds > 0 ? after(seconds, line) : { ...complain(''), text: line };
    return resultOf(dialled, [...said, piece, ...writtenOut(options, null, address)], code);
  };
  if (end === 'no-name') return failed(6, `Could not resolve host: ${host}`);
  if (end === 'no-dns') {
    return limit < DNS_SECONDS
      ? failed(28, `Resolving timed out after ${limit * 1000} milliseconds`, limit)
      : failed(6, `Could not resolve host: ${host}`, DNS_SECONDS);
  }
  tell(`  Trying ${address}:${port}...`);
  if (end === 'silent') {
    const told = limits.length > 0 ? limit : KERNEL_SECONDS;
    return limits.length > 0
      ? failed(28, `Connection timed out after ${Math.round(told * 1000)} milliseconds`, told)
      : failed(
          28,
          `Failed to connect to ${host} port ${port} after ${told * 1000} ms: Could not connect to server`,
          told,
        );
  }
  if (end === 'refused' || server === null) {
    return failed(
      7,
      `Failed to connect to ${host} port ${port} after 1 ms: Could not connect to server`,
    );
  }
  tell(`Connected to ${host} (${address}) port ${port}`);
  if (isTelnet) {
    const closed = remark('# Closed again at once: what is typed is not sent on here.');
    return resultOf(dialled, [...said, closed], 0);
  }
  const met = exchange(server, url);
  if (!met.ok) {
    return met.problem === 'tls'
      ? failed(35, 'TLS connect error: wrong version number')
      : failed(52, 'Empty reply from server');
  }
  const isSecure = scheme === 'https';
  if (isSecure && !met.isTrusted && !values.has('insecure')) {
    return failed(
      60,
      'SSL certificate problem: unable to get local issuer certificate\nMore details here: https://curl.se/docs/sslcerts.html',
    );
  }
  const { reply } = met;
  if (values.has('fail') && reply.status >= 400) {
    return failed(22, `The requested URL returned error: ${reply.status}`);
  }
  const headers = headersOf(reply, isSecure);
  if (values.has('verbose')) {
    const sent = [
      `${values.has('head') ? 'HEAD' : 'GET'} ${url.path} HTTP/${isSecure ? '2' : '1.1'}`,
      `Host: ${host}`,
      '',
    ];
    said.push(
      ...sent.map((line) => complain(`> ${line}`)),
      ...headers.map((line) => complain(`< ${line}`)),
    );
  }
  const isHead = values.has('head');
  const shown: Piece[] = [];
  if (isHead || values.has('show-headers')) shown.push(...headers.map(printLine));
  if (!isHead) shown.push(print(reply.body));
  const output = values.has('output') ? [] : shown;
  const remarks = reply.remark === null || isHead ? [] : [remark(`# ${reply.remark}`)];
  return resultOf(
    dialled,
    [...said, ...output, ...writtenOut(options, reply, address), ...remarks],
    0,
  );
}

function headersOf(
  { status, reason, type, server, body }: Reply,
  isSecure: boolean,
): readonly string[] {
  return [
    isSecure ? `HTTP/2 ${status}` : `HTTP/1.1 ${status} ${reason}`,
    ...(server === null ? [] : [`Server: ${server}`]),
    `Content-Type: ${type}`,
    `Content-Length: ${body.length}`,
    '',
  ];
}

/** `-w '%{http_code}'` and the like. */
function writtenOut(
  { values }: Options,
  reply: Reply | null,
  address: string | null,
): readonly Piece[] {
  const format = values.get('write-out');
  if (format === undefined) return [];
  const known = new Map([
    ['http_code', String(reply?.status ?? '000').padStart(3, '0')],
    ['response_code', String(reply?.status ?? '000').padStart(3, '0')],
    ['remote_ip', reply === null ? '' : (address ?? '')],
    ['content_type', reply?.type ?? ''],
    ['size_download', String(reply?.body.length ?? 0)],
  ]);
  const text = format
    .replaceAll(/%\{(\w+)\}/g, (_, name: string) => known.get(name) ?? '')
    .replaceAll('\\n', '\n')
    .replaceAll('\\t', '\t');
  return [print(text)];
}
