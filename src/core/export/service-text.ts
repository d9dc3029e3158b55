// The answer about a name and a port in words: the way there, step by step.
import type { Reach } from '../service/reach.ts';
import { assumingText, verdictText, walkLines } from './explanation-text.ts';
import type { ServiceEvaluation } from './service-answer.ts';

export function renderServiceText(evaluation: ServiceEvaluation): string {
  return `${[...lines(evaluation)].join('\n')}\n`;
}

export function renderServiceJson(evaluation: ServiceEvaluation): string {
  return `${JSON.stringify({ version: 1, ...evaluation }, null, 2)}\n`;
}

function* lines(evaluation: ServiceEvaluation): Generator<string> {
  const { source, name, verdict, reachable, endpoints, problem, assuming } = evaluation;
  const counted = endpoints === 0 ? '' : `, ${reachable} of ${endpoints} endpoints reachable`;
  yield `${source} => svc/${name}: ${reachText(verdict)}${counted}${assumingText(assuming)}`;
  yield '';
  yield* meaningLines(evaluation);
  yield* dnsLines(evaluation);
  if (problem !== undefined) yield problem;
  for (const port of evaluation.ports) yield* portLines(evaluation, port);
}

function reachText(reach: Reach): string {
  return reach === 'partly' ? 'partly allowed' : verdictText(reach);
}

function* meaningLines({ name, means, dns }: ServiceEvaluation): Generator<string> {
  for (const alias of means.aliases ?? []) yield `Service ${alias} stands for another name`;
  switch (means.kind) {
    case 'service':
      yield `${name} is Service ${means.id}`;
      return;
    case 'pod':
      yield `${name} is a pod of ${means.id}`;
      return;
    case 'api-server':
      yield `${name} is the API server`;
      return;
    case 'address':
      yield `${name} is an address outside the cluster`;
      return;
    case 'outside':
      yield `${means.id} is a name outside the cluster`;
      return;
    case 'nobody':
      yield `${name} does not resolve${dns === undefined ? '' : '; tried'}`;
      for (const one of means.tried ?? []) yield `  ${one}`;
  }
}

/** What the whole of it does not say already. */
function more({ assuming = [] }: ServiceEvaluation, own: readonly string[] = []): string {
  return assumingText(own.filter((words) => !assuming.includes(words)));
}

function* dnsLines(evaluation: ServiceEvaluation): Generator<string> {
  const { source, dns } = evaluation;
  if (dns === undefined) return;
  yield `DNS, UDP ${dns.port} of ${dns.server}: ${verdictText(dns.verdict)}${more(evaluation, dns.assuming)}`;
  if (dns.isAssumed) {
    yield '  the input shows no DNS pods: taken as k8s-app: kube-dns in kube-system';
  }
  if (dns.instead !== undefined) {
    yield `  it depends: the DNS pods can't be asked; a server in ${dns.instead} could be, if there is one`;
  }
  if (dns.verdict === 'allow' && dns.overTcp !== 'allow') {
    yield `  long answers come over TCP, which is ${verdictText(dns.overTcp)}`;
  }
  if (dns.verdict !== 'allow') {
    for (const line of walkLines(dns.segment, source, dns.server)) yield `  ${line}`;
  }
}

function* portLines(
  evaluation: ServiceEvaluation,
  { port, name, protocol, reachable, of, endpoints, nothing }: ServiceEvaluation['ports'][number],
): Generator<string> {
  const { source } = evaluation;
  const named = name === undefined ? '' : ` (${name})`;
  yield `${protocol} ${port}${named}: ${nothing ?? `${reachable} of ${of} endpoints reachable`}`;
  for (const endpoint of endpoints) {
    const pods = endpoint.pods === undefined || endpoint.pods === 1 ? '' : ` x${endpoint.pods}`;
    const self = endpoint.isSelf === true ? ', the pod that asks' : '';
    yield `  ${endpoint.peer}${pods}${self}, ${protocol} ${endpoint.port}: ${verdictText(endpoint.verdict)}${more(evaluation, endpoint.assuming)}`;
    if (endpoint.segment === undefined) {
      for (const sentence of endpoint.because ?? []) yield `    it depends: ${sentence}`;
    } else {
      for (const line of walkLines(endpoint.segment, source, endpoint.peer)) yield `    ${line}`;
    }
  }
}
