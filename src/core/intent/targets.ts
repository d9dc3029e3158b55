// The far ends of an intended flow, a Service's endpoints among them, each with the ports that are meant.
import { resolve } from '../explain/ports.ts';
import type { AskedPort } from '../model/asked-ports.ts';
import type { End, Peer, PeerIndex } from '../model/peer.ts';
import {
  ALL_PORTS,
  isEmptyPortSet,
  NO_PORTS,
  type PortRange,
  type PortSet,
  type Protocol,
  rangeText,
} from '../model/port.ts';
import type { Service, ServicePort } from '../model/service.ts';
import type { Outcome } from '../pipeline.ts';
import { nearest } from '../schema/nearest.ts';
import { type Endpoint, endpointsOf, endpointsOnOwnPort } from '../service/endpoints.ts';
import { resolveName } from '../service/names.ts';
import { noEndpoints, wrongPort } from '../service/reach.ts';
import { type MeantEnd, meantEnds } from './ends.ts';

export interface Target extends MeantEnd {
  /** Of the pod, after a Service's translation; never empty. */
  readonly ports: PortSet;
  /** The Service that leads there, as written; null where none is asked. */
  readonly service: string | null;
  /** False where a label that manifests don't tell decides whether the Service leads there. */
  readonly certain: boolean;
}

export type Targets =
  | { readonly ok: true; readonly targets: readonly Target[] }
  | { readonly ok: false; readonly message: string };

export const SERVICE = 'svc/';

/**
 * @param asked null: every port; of a Service all that it has
 * @param namespace of the source, where a Service's name is looked up first
 */
export function targetsOf(
  outcome: Outcome,
  written: string,
  asked: readonly AskedPort[] | null,
  namespace: string,
): Targets {
  const text = written.trim();
  if (text.startsWith(SERVICE)) return behindService(outcome, text, asked, namespace);
  const meant = meantEnds(outcome, text);
  if (!meant.ok) return meant;
  const targets = meant.ends.map((one) => ({
    ...one,
    ports: portsOn(one.end, asked),
    service: null,
    certain: true,
  }));
  const having = targets.filter(({ ports }) => !isEmptyPortSet(ports));
  const lacking = targets.find(({ ports }) => isEmptyPortSet(ports));
  if (having.length === 0 || (lacking !== undefined && !meant.isGroup)) {
    return fail(noSuchPort(text, lacking?.end ?? null, asked ?? [], meant.isGroup));
  }
  // One name that it lacks is as bad as all of them.
  const missing = meant.isGroup ? null : missingName(meant.ends, asked ?? []);
  return missing === null ? { ok: true, targets: having } : fail(missing);
}

function fail(message: string): Targets {
  return { ok: false, message };
}

function missingName(ends: readonly MeantEnd[], asked: readonly AskedPort[]): string | null {
  for (const { end } of ends) {
    const lacks = asked.find(
      (port) => port.kind === 'name' && isEmptyPortSet(portsOn(end, [port])),
    );
    if (lacks !== undefined) return noSuchPort(end.id, end, [lacks], false);
  }
  return null;
}

function noSuchPort(
  text: string,
  end: End | null,
  asked: readonly AskedPort[],
  isGroup: boolean,
): string {
  const names = asked.flatMap((port) => (port.kind === 'name' ? [port.name] : []));
  const named = names.map((name) => `"${name}"`).join(' or ');
  if (isGroup || end === null) return `Nobody in ${text} has a port named ${named}.`;
  if (end.type !== 'workload') {
    return `Port names mean nothing for ${text}: write the number instead of ${named}.`;
  }
  const near = names.map((name) => nearest(name, ownNames(end.workload.ports))).find((one) => one);
  const hint = near === undefined || near === null ? '' : ` Did you mean "${near.word}"?`;
  return `${end.id} has no port named ${named}.${hint}`;
}

function ownNames(ports: readonly { readonly name: string | null }[]): readonly string[] {
  return ports.flatMap(({ name }) => (name === null ? [] : [name]));
}

function portsOn(end: End, asked: readonly AskedPort[] | null): PortSet {
  if (asked === null) return ALL_PORTS;
  const of = (protocol: Protocol): readonly PortRange[] =>
    asked.flatMap((port) => {
      if (port.kind === 'range') return port.protocol === protocol ? [port.range] : [];
      if (port.protocol !== null && port.protocol !== protocol) return [];
      return resolve(end, port.name, protocol).map((number) => ({ from: number, to: number }));
    });
  return { TCP: of('TCP'), UDP: of('UDP'), SCTP: of('SCTP') };
}

/** `svc/NAME[:PORT]`, the port by number or by the name that the Service gives it. */
const WRITTEN = /^svc\/([^\s:/]+)(?::([a-z0-9-]+))?$/;
/** No DNS name is longer. */
const LONGEST_NAME = 253;

function behindService(
  outcome: Outcome,
  text: string,
  asked: readonly AskedPort[] | null,
  namespace: string,
): Targets {
  const [, name, port] = WRITTEN.exec(text) ?? [];
  if (name === undefined || name.length > LONGEST_NAME) {
    return fail(
      `"${text}" is no Service: write svc/NAME.NAMESPACE, as svc/web.shop or svc/web.shop:80.`,
    );
  }
  if (port !== undefined && asked !== null) {
    return fail(`"${text}" names a port already: leave out its :${port}, or the ports.`);
  }
  const meaning = resolveName(outcome.cluster, name, namespace);
  switch (meaning.kind) {
    case 'service':
      return ofService(outcome, meaning.service, text, asked ?? portWritten(port, meaning.service));
    case 'api-server':
      return {
        ok: true,
        targets: [
          { ...indexed(outcome, meaning.peer), ports: API_PORTS, service: text, certain: true },
        ],
      };
    case 'pod':
    case 'address':
      return {
        ok: true,
        targets: [
          {
            ...indexed(outcome, meaning.peer),
            ports: portsOn(meaning.peer, asked ?? portWritten(port)),
            service: text,
            certain: true,
          },
        ],
      };
    case 'outside':
      return fail(`Which addresses ${name} has is not in the manifests: write a CIDR.`);
    case 'nobody':
      return fail(nobody(outcome, name));
  }
}

/** Behind its Service the API server listens on 443 or, mostly, on 6443 (SEMANTICS 1.32): both are asked. */
const API_PORTS: PortSet = {
  TCP: [
    { from: 443, to: 443 },
    { from: 6443, to: 6443 },
  ],
  UDP: [],
  SCTP: [],
};

/** The Service tells the protocol of a number behind the colon. */
function portWritten(text: string | undefined, service?: Service): readonly AskedPort[] | null {
  if (text === undefined) return null;
  const number = /^[0-9]{1,5}$/.test(text) ? Number(text) : null;
  if (number === null) return [{ kind: 'name', protocol: null, name: text }];
  const range = { from: number, to: number };
  const found = service?.ports.filter(({ port }) => port === number) ?? [];
  const protocols = found.length === 0 ? (['TCP'] as const) : found.map(({ protocol }) => protocol);
  return [...new Set(protocols)].map((protocol) => ({ kind: 'range', protocol, range }));
}

function nobody({ cluster }: Outcome, name: string): string {
  const known = cluster.services.map((service) => `${service.name}.${service.namespace}`);
  const near = nearest(name, known) ?? nearest(name.split('.')[0] ?? '', namesOf(cluster.services));
  const full = known.find((one) => one === near?.word || one.startsWith(`${near?.word}.`));
  return `There is no Service ${name}.${full === undefined ? '' : ` Did you mean svc/${full}?`}`;
}

function namesOf(services: readonly Service[]): readonly string[] {
  return services.map(({ name }) => name);
}

function ofService(
  outcome: Outcome,
  service: Service,
  written: string,
  asked: readonly AskedPort[] | null,
): Targets {
  const endpoints: Endpoint[] = [];
  for (const one of asked ?? [null]) {
    const found = endpointsFor(outcome, service, one);
    if (typeof found === 'string') return fail(found);
    endpoints.push(...found);
  }
  return {
    ok: true,
    targets: endpoints.map(({ peer, protocol, port, certain }) => ({
      ...indexed(outcome, peer),
      ports: { ...NO_PORTS, [protocol]: [{ from: port, to: port }] },
      service: written,
      certain,
    })),
  };
}

/** Never none: where there are none, why. */
function endpointsFor(
  { cluster }: Outcome,
  service: Service,
  asked: AskedPort | null,
): readonly Endpoint[] | string {
  const ports = service.ports.filter((port) => asked === null || isMeant(asked, port));
  const behind = (some: readonly ServicePort[]) =>
    some.flatMap((port) => endpointsOf(cluster, service, port));
  if (service.isHeadless && asked?.kind === 'range') {
    const { protocol, range } = asked;
    // It translates nothing: a number is the pods' own (SEMANTICS 1.29).
    const own = behind(service.ports.filter((port) => port.protocol === protocol)).filter(
      ({ port }) => range.from <= port && port <= range.to,
    );
    if (own.length > 0) return own;
    const there = [...new Set(behind(ports).map(({ port }) => port))].join(' or ');
    if (there !== '') {
      return `Service ${service.namespace}/${service.name} is headless and translates no port: write ${there}.`;
    }
    if (range.from === range.to && service.ports.length === 0) {
      const all = endpointsOnOwnPort(cluster, service, protocol, range.from);
      if (all.length > 0) return all;
    }
  }
  if (ports.length === 0) return wrongPort(service, asked === null ? '' : askedText(asked));
  const endpoints = behind(ports);
  return endpoints.length > 0 ? endpoints : noEndpoints(cluster, service, ports[0] ?? null);
}

function isMeant(asked: AskedPort, { name, port, protocol }: ServicePort): boolean {
  if (asked.protocol !== null && asked.protocol !== protocol) return false;
  if (asked.kind === 'name') return asked.name === name;
  return asked.range.from <= port && port <= asked.range.to;
}

function askedText(asked: AskedPort): string {
  return asked.kind === 'name' ? asked.name : `${asked.protocol} ${rangeText(asked.range)}`;
}

/** The peer of the analysis that an endpoint is, or is part of. */
function indexed(outcome: Outcome, end: End): MeantEnd {
  const own = indexOf(outcome.analysis.peers, end.id);
  if (own !== undefined) return { end, index: own };
  const meant = meantEnds(outcome, end.id);
  const [only] = meant.ok && meant.ends.length === 1 ? meant.ends : [];
  return { end, index: only?.index ?? null };
}

const indices = new WeakMap<readonly Peer[], ReadonlyMap<string, PeerIndex>>();

function indexOf(peers: readonly Peer[], id: string): PeerIndex | undefined {
  const known = indices.get(peers) ?? new Map(peers.map((peer, index) => [peer.id, index]));
  indices.set(peers, known);
  return known.get(id);
}
