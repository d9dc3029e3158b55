// Manifests in, questions about names and ways in asked of them.
import { analyze } from '../../../src/core/index.ts';
import type { End } from '../../../src/core/model/peer.ts';
import { NOTHING_KNOWN } from '../../../src/core/model/unlisted.ts';
import { unlistedController } from '../../../src/core/service/actors.ts';
import { askName, type NameAnswer } from '../../../src/core/service/ask.ts';
import { type Meaning, resolveName } from '../../../src/core/service/names.ts';
import type { Way } from '../../../src/core/service/way.ts';
import { waysIn } from '../../../src/core/service/ways.ts';

export interface Asked {
  /** @param end `namespace/name` of a workload, or `{ingress-controller}` */
  ask(end: string, name: string, port?: number | string | null): NameAnswer;
  /** What a name means in a pod of the namespace, in short. */
  means(name: string, namespace: string): string;
  ways(): readonly Way[];
  /** `id:port verdict xPODS` of every endpoint on the way. */
  endpoints(end: string, name: string, port?: number | string | null): readonly string[];
  messages: readonly string[];
}

const CONTROLLER = unlistedController({ unlisted: NOTHING_KNOWN }, 'pods');

export function asking(...documents: readonly string[]): Asked {
  const text = documents.map((document) => document.trim()).join('\n---\n');
  const { cluster, analysis, findings } = analyze([{ name: 'input.yaml', text }]);
  const endOf = (end: string): End => {
    if (end === CONTROLLER.id) return CONTROLLER;
    const found = analysis.peers.find(
      (peer) =>
        peer.type === 'workload' && `${peer.workload.namespace}/${peer.workload.name}` === end,
    );
    if (found === undefined) throw new Error(`there is no ${end}`);
    return found;
  };
  const ask: Asked['ask'] = (end, name, port = null) =>
    askName(cluster, analysis.peers, { source: endOf(end), name, port, protocol: null });
  return {
    ask,
    means: (name, namespace) => meaningText(resolveName(cluster, name, namespace)),
    ways: () => waysIn(cluster, analysis.peers),
    endpoints: (end, name, port) =>
      ask(end, name, port).ports.flatMap(({ endpoints }) =>
        endpoints.map(
          (one) =>
            `${one.peer.id}:${one.port} ${one.verdict} x${one.pods}${one.isSelf ? ' itself' : ''}`,
        ),
      ),
    messages: findings.map(({ rule, message }) => `${rule}: ${message}`),
  };
}

function meaningText(meaning: Meaning): string {
  switch (meaning.kind) {
    case 'service':
      return `service ${meaning.service.namespace}/${meaning.service.name}`;
    case 'nobody':
      return 'nobody';
    case 'outside':
      return `outside ${meaning.name}`;
    default:
      return `${meaning.kind} ${meaning.peer.id}`;
  }
}

/** @param place `namespace/name`; @param spec as a flow map's content */
export function service(place: string, spec: string): string {
  return object('v1', 'Service', place, spec);
}

export function object(apiVersion: string, kind: string, place: string, spec: string): string {
  const [namespace, name] = place.split('/');
  return `apiVersion: ${apiVersion}
kind: ${kind}
metadata: {name: "${name}", namespace: "${namespace}"}
spec: {${spec}}`;
}

/** Leads every request for shop.example to one Service. */
export function ingress(place: string, backend: string): string {
  return object(
    'networking.k8s.io/v1',
    'Ingress',
    place,
    `rules: [{host: shop.example, http: {paths: [{path: /, pathType: Prefix, backend: {service: {${backend}}}}]}}]`,
  );
}
