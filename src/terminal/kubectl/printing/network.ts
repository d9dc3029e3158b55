// The columns of Services, their endpoints, the ways in, and policies.
import type { KubeObject } from '../../cluster/objects.ts';
import { at, listAt, numberAt, textAt, textsAt } from '../../cluster/value.ts';
import type { World } from '../../cluster/world.ts';
import { labelsText, selectorText } from '../../selecting/selector.ts';
import { AGE, type Column, column, wide } from './column.ts';

function serviceOf({ namespace, name }: KubeObject, { services }: World) {
  return services.find((one) => one.namespace === namespace && one.name === name);
}

export const SERVICE_COLUMNS: readonly Column[] = [
  column('TYPE', ({ value }) => textAt(value, 'spec', 'type') ?? 'ClusterIP'),
  column('CLUSTER-IP', ({ value }) => textAt(value, 'spec', 'clusterIP') ?? '<none>'),
  column('EXTERNAL-IP', (object, { world }) => {
    const service = serviceOf(object, world);
    if (service === undefined) return '<none>';
    if (service.externalName !== null) return service.externalName;
    if (service.externalIps.length > 0) return service.externalIps.join(',');
    return service.type === 'LoadBalancer' ? '<pending>' : '<none>';
  }),
  column('PORT(S)', ({ value }) => {
    const words = listAt(value, 'spec', 'ports').map((port) => {
      const nodePort = numberAt(port, 'nodePort');
      return `${numberAt(port, 'port')}${nodePort === null ? '' : `:${nodePort}`}/${textAt(port, 'protocol') ?? 'TCP'}`;
    });
    return words.length === 0 ? '<none>' : words.join(',');
  }),
  AGE,
  wide('SELECTOR', ({ value }) => labelsText(textsAt(value, 'spec', 'selector'))),
];

/** As many as fit, and how many there are beside. */
function firstFew(words: readonly string[], none: string): string {
  if (words.length === 0) return none;
  const more = words.length > 3 ? ` + ${words.length - 3} more...` : '';
  return words.slice(0, 3).join(',') + more;
}

export const ENDPOINTS_COLUMNS: readonly Column[] = [
  column('ENDPOINTS', ({ value }) => {
    const words = listAt(value, 'subsets').flatMap((subset) =>
      listAt(subset, 'ports').flatMap((port) =>
        listAt(subset, 'addresses').map((one) => `${textAt(one, 'ip')}:${numberAt(port, 'port')}`),
      ),
    );
    return firstFew(words, '<none>');
  }),
  AGE,
];

export const ENDPOINT_SLICE_COLUMNS: readonly Column[] = [
  column('ADDRESSTYPE', ({ value }) => textAt(value, 'addressType') ?? 'IPv4'),
  column('PORTS', ({ value }) => {
    const words = listAt(value, 'ports').map((port) => String(numberAt(port, 'port') ?? '*'));
    return firstFew(words, '<unset>');
  }),
  column('ENDPOINTS', ({ value }) => {
    const words = listAt(value, 'endpoints').flatMap((one) => listAt(one, 'addresses').map(String));
    return firstFew(words, '<unset>');
  }),
  AGE,
];

export const INGRESS_COLUMNS: readonly Column[] = [
  column('CLASS', ({ value }) => textAt(value, 'spec', 'ingressClassName') ?? '<none>'),
  column('HOSTS', ({ value }) => {
    const hosts = listAt(value, 'spec', 'rules').flatMap((rule) => textAt(rule, 'host') ?? []);
    return firstFew(hosts, '*');
  }),
  column('ADDRESS', ({ value }) =>
    listAt(value, 'status', 'loadBalancer', 'ingress')
      .map((one) => textAt(one, 'ip') ?? textAt(one, 'hostname') ?? '')
      .join(','),
  ),
  column('PORTS', ({ value }) => (listAt(value, 'spec', 'tls').length > 0 ? '80, 443' : '80')),
  AGE,
];

export const INGRESS_CLASS_COLUMNS: readonly Column[] = [
  column('CONTROLLER', ({ value }) => textAt(value, 'spec', 'controller') ?? ''),
  column('PARAMETERS', () => '<none>'),
  AGE,
];

export const POLICY_COLUMNS: readonly Column[] = [
  column('POD-SELECTOR', ({ value }) => selectorText(at(value, 'spec', 'podSelector'))),
  AGE,
];

const PRIORITY = column('PRIORITY', ({ value }) =>
  String(numberAt(value, 'spec', 'priority') ?? ''),
);

export const ADMIN_POLICY_COLUMNS: readonly Column[] = [PRIORITY, AGE];

export const CLUSTER_POLICY_COLUMNS: readonly Column[] = [
  column('TIER', ({ value }) => textAt(value, 'spec', 'tier') ?? ''),
  PRIORITY,
  AGE,
];

export const GATEWAY_COLUMNS: readonly Column[] = [
  column('CLASS', ({ value }) => textAt(value, 'spec', 'gatewayClassName') ?? ''),
  column('ADDRESS', ({ value }) => textAt(value, 'status', 'addresses', 0, 'value') ?? ''),
  column('PROGRAMMED', () => 'True'),
  AGE,
];

export const GATEWAY_CLASS_COLUMNS: readonly Column[] = [
  column('CONTROLLER', ({ value }) => textAt(value, 'spec', 'controllerName') ?? ''),
  column('ACCEPTED', () => 'True'),
  AGE,
];

export const HOSTS_COLUMNS: readonly Column[] = [
  column('HOSTNAMES', ({ value }) => {
    const hosts = listAt(value, 'spec', 'hostnames').map(String);
    return hosts.length === 0 ? '' : JSON.stringify(hosts);
  }),
  AGE,
];
