// `wget`, as BusyBox has it.
import type { PodCall, PodCommand, Result } from '../command.ts';
import { complain, type Piece, print, remark } from '../outcome.ts';
import { dialFrom, hostNames, misused, resultOf } from './network/results.ts';
import { after, DNS_SECONDS, KERNEL_SECONDS } from './network/waiting.ts';
import { type Address, exchange, type Reply, readUrl } from './network/web.ts';
import { readOptions, secondsIn } from './network/words.ts';

const ACCEPTED = {
  switches: [
    ['q', 'quiet'],
    ['spider'],
    ['S', 'server-response'],
    ['c', 'continue'],
    ['no-check-certificate'],
    ['nv', 'no-verbose'],
  ],
  valued: [
    ['O', 'output-document'],
    ['T', 'timeout'],
    ['t', 'tries'],
    ['U', 'user-agent'],
    ['Y', 'proxy'],
    ['P', 'directory-prefix'],
    ['header'],
    ['post-data'],
  ],
} as const;

export const wget: PodCommand = {
  name: 'wget',
  synopsis: 'wget [-q] [-O FILE] [-T SECONDS] [--spider] [-S] URL',
  summary: 'ask for a page over HTTP',
  run: runWget,
  complete: (_, world, session) => hostNames(world, session),
};

function runWget(call: PodCall): Result {
  const { values, words, unknown } = readOptions(call.args, ACCEPTED);
  if (unknown !== null) return misused(`wget: unrecognized option: ${unknown}`, wget.synopsis);
  const [text, ...more] = words;
  if (text === undefined) return misused('wget: missing URL', wget.synopsis);
  if (more.length > 0)
    return misused('not simulated here: wget: several addresses at once', wget.synopsis);
  const url = readUrl(text);
  if (url === null)
    return { output: [complain(`wget: not an http or ftp url: ${text}`)], status: 1 };
  const timeout = values.has('timeout') ? secondsIn(values.get('timeout')) : 0;
  if (timeout === null) {
    return { output: [complain(`wget: invalid number '${values.get('timeout')}'`)], status: 1 };
  }
  const { host, written, port } = url;
  const isQuiet = values.has('quiet');
  const dialled = dialFrom(call, host, port);
  const { end, address, server } = dialled;
  const said: Piece[] = [];
  const failed = (...pieces: readonly Piece[]) => resultOf(dialled, [...said, ...pieces], 1);
  const badAddress = `wget: bad address '${written}'`;
  if (end === 'no-name') return failed(complain(badAddress));
  if (end === 'no-dns') return failed(after(DNS_SECONDS, `${badAddress}\n`));
  if (!isQuiet) said.push(complain(`Connecting to ${written} (${address}:${port})`));
  const cannot = `wget: can't connect to remote host (${address})`;
  if (end === 'refused') return failed(complain(`${cannot}: Connection refused`));
  if (end === 'silent' || server === null) {
    return failed(
      timeout > 0
        ? after(timeout, 'wget: download timed out\n')
        : after(KERNEL_SECONDS, `${cannot}: Operation timed out\n`),
    );
  }
  if (url.scheme === 'https' && !values.has('no-check-certificate')) {
    said.push(complain('wget: note: TLS certificate validation not implemented'));
  }
  const met = exchange(server, url);
  if (!met.ok) return failed(complain('wget: error getting response'));
  const { reply } = met;
  if (values.has('server-response')) said.push(...headersOf(reply));
  if (reply.status >= 400) {
    return failed(
      complain(`wget: server returned error: HTTP/1.1 ${reply.status} ${reply.reason}`),
    );
  }
  if (values.has('spider')) {
    return resultOf(dialled, isQuiet ? said : [...said, complain('remote file exists')], 0);
  }
  const remarks = reply.remark === null ? [] : [remark(`# ${reply.remark}`)];
  const saved = savedAs(reply, url, values.get('output-document'), isQuiet);
  return resultOf(dialled, [...said, ...saved, ...remarks], 0);
}

function headersOf({ status, reason, type, server, body }: Reply): readonly Piece[] {
  const lines = [
    `HTTP/1.1 ${status} ${reason}`,
    ...(server === null ? [] : [`Server: ${server}`]),
    `Content-Type: ${type}`,
    `Content-Length: ${body.length}`,
  ];
  return lines.map((line) => complain(`  ${line}`));
}

function savedAs(
  { body }: Reply,
  { path }: Address,
  output: string | undefined,
  isQuiet: boolean,
): readonly Piece[] {
  const progress = (name: string) =>
    complain(
      `${name.padEnd(20)} 100% |********************************| ${String(body.length).padStart(5)}  0:00:00 ETA`,
    );
  if (output === '-') {
    if (isQuiet) return [print(body)];
    return [
      complain('writing to stdout'),
      progress('-'),
      print(body),
      complain('written to stdout'),
    ];
  }
  const name = output ?? (path.split('?')[0]?.split('/').at(-1) || 'index.html');
  const notKept = remark('# Files inside pods are not kept here: "-O -" shows what came.');
  const kept = name === '/dev/null' ? [] : [notKept];
  if (isQuiet) return kept;
  return [complain(`saving to '${name}'`), progress(name), complain(`'${name}' saved`), ...kept];
}
