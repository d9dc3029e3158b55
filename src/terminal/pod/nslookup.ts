// `nslookup`, in the three ways that images have it: BusyBox of today, BusyBox until 1.28, and BIND.
import type { PodCall, PodCommand, Result } from '../command.ts';
import { complain, type Piece, printLine, remark } from '../outcome.ts';
import { DNS_ADDRESS } from './network/dial.ts';
import { type LookedUp, lookUp } from './network/look-up.ts';
import { hostNames, misused } from './network/results.ts';
import { after } from './network/waiting.ts';

export const nslookup: PodCommand = {
  name: 'nslookup',
  synopsis: 'nslookup NAME',
  summary: 'ask the DNS of the cluster for a name',
  run: runNslookup,
  complete: (_, world, session) => hostNames(world, session),
};

/** Three tries of five seconds. */
const PATIENCE = 15;

type Flavour = 'busybox' | 'old-busybox' | 'bind';

const SERVERS = new Set([
  DNS_ADDRESS,
  'kube-dns.kube-system',
  'kube-dns.kube-system.svc.cluster.local',
]);

function runNslookup(call: PodCall): Result {
  const other = call.args.find((word) => /^-(?:type|query|q)=/i.test(word));
  if (other !== undefined && !/=(?:a|any)$/i.test(other)) {
    return misused(`not simulated here: nslookup ${other}`, nslookup.synopsis);
  }
  const [name, server = DNS_ADDRESS, ...more] = call.args.filter((word) => !word.startsWith('-'));
  if (name === undefined || more.length > 0) {
    return misused('nslookup: one name is needed', nslookup.synopsis);
  }
  if (!SERVERS.has(server)) {
    return misused(`not simulated here: asking another server, ${server}`, nslookup.synopsis);
  }
  const flavour = flavourOf(call);
  // BusyBox leaves a name with a dot in it as it is, whatever ndots says.
  const isSearched = flavour !== 'busybox' || !name.includes('.');
  const found = lookUp(call, isSearched ? name : `${name.replace(/\.$/, '')}.`);
  const asked = found.why === null ? {} : { why: found.why };
  if (found.end === 'no-dns') {
    const words =
      flavour === 'old-busybox'
        ? `Server:    ${DNS_ADDRESS}\nAddress 1: ${DNS_ADDRESS}\n\nnslookup: can't resolve '${name}'\n`
        : ';; connection timed out; no servers could be reached\n\n';
    return { output: [after(PATIENCE, words), ...found.remarks], status: 1, ...asked };
  }
  const { output, status } = told(call, name, found, flavour);
  // What is said of the name already says why it is not there.
  const isSaid = found.end === 'no-name' && output.some(({ stream }) => stream === 'remark');
  const remarks = isSaid ? [] : found.remarks;
  return { output: [...output, ...remarks], status, ...asked };
}

interface Told {
  readonly output: readonly Piece[];
  readonly status: number;
}

function told(call: PodCall, name: string, found: LookedUp, flavour: Flavour): Told {
  switch (flavour) {
    case 'busybox':
      return toldByBusyBox(call, name, found);
    case 'old-busybox':
      return toldByOldBusyBox(name, found);
    case 'bind':
      return toldByBind(name, found);
  }
}

/** It asks for every name of the search path at once, for both kinds of addresses, and tells of each. */
function toldByBusyBox(call: PodCall, name: string, found: LookedUp): Told {
  const head = [`Server:\t\t${DNS_ADDRESS}`, `Address:\t${DNS_ADDRESS}:53`, ''];
  const missing = (one: string) => [`** server can't find ${one}: NXDOMAIN`, ''];
  const isSearched = !name.includes('.');
  const tried = isSearched
    ? searchPath(call).map((domain) => `${name}.${domain}`)
    : [name.replace(/\.$/, '')];
  const first = found.aliases[0]?.[0] ?? found.name;
  const others = found.end === 'found' ? tried.filter((one) => one !== first) : tried;
  if (found.end === 'no-name') {
    const lines = [...head, ...others.flatMap(missing), ...others.flatMap(missing)];
    const isMeant = !isSearched && lookUp(call, name).end === 'found';
    const hint = isMeant
      ? [
          remark(
            "# BusyBox's nslookup takes no search path for a name with a dot in it. Other programs do: try wget, or write the whole name.",
          ),
        ]
      : [];
    return { output: [...lines.map(printLine), ...hint], status: 1 };
  }
  const twice = isSearched ? [...others, ...others] : [];
  const lines = [...head, ...answerLines(found), '', ...twice.flatMap(missing), ''];
  const hint =
    twice.length > 0
      ? [
          remark(
            '# BusyBox asks for every name of the search path, and tells of those that are not there, too.',
          ),
        ]
      : [];
  return { output: [...lines.map(printLine), ...hint], status: twice.length > 0 ? 1 : 0 };
}

function toldByOldBusyBox(name: string, { end, addresses, name: whole }: LookedUp): Told {
  const server = `${DNS_ADDRESS} kube-dns.kube-system.svc.cluster.local`;
  const head = [`Server:    ${DNS_ADDRESS}`, `Address 1: ${server}`, ''];
  if (end === 'no-name') {
    return {
      output: [...head.map(printLine), complain(`nslookup: can't resolve '${name}'`)],
      status: 1,
    };
  }
  const lines = addresses.map((address, at) => `Address ${at + 1}: ${address} ${whole}`);
  return { output: [...head, `Name:      ${name}`, ...lines].map(printLine), status: 0 };
}

function toldByBind(name: string, found: LookedUp): Told {
  const head = [`Server:\t\t${DNS_ADDRESS}`, `Address:\t${DNS_ADDRESS}#53`, ''];
  if (found.end === 'no-name') {
    const lines = [...head, `** server can't find ${name}: NXDOMAIN`, ''];
    return { output: lines.map(printLine), status: 1 };
  }
  return { output: [...head, ...answerLines(found), ''].map(printLine), status: 0 };
}

function answerLines({ name, addresses, aliases }: LookedUp): readonly string[] {
  return [
    ...aliases.map(([alias, other]) => `${alias}\tcanonical name = ${other}`),
    ...addresses.flatMap((address) => [`Name:\t${name}`, `Address: ${address}`]),
  ];
}

function searchPath({ pod }: PodCall): readonly string[] {
  return [`${pod.namespace}.svc.cluster.local`, 'svc.cluster.local', 'cluster.local'];
}

/** By the image: small ones bring BusyBox, others BIND's. */
function flavourOf({ pod, container }: PodCall): Flavour {
  const image = pod.containers.find(({ name }) => name === container)?.image ?? '';
  const [path = ''] = image.split('@');
  const [name = '', tag = ''] = (path.split('/').at(-1) ?? '').split(':');
  if (name === 'busybox') {
    const [, major, minor] = /^(\d+)\.(\d+)/.exec(tag) ?? [];
    return major === '1' && Number(minor) <= 28 ? 'old-busybox' : 'busybox';
  }
  const isSmall = /^(?:alpine|curl|busyboxplus)/.test(name) || /alpine/.test(tag);
  return isSmall ? 'busybox' : 'bind';
}
