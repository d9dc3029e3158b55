// The variables that a container is given: by its manifest, and for each Service that was there before it.
import type { Pod } from '../cluster/pods.ts';
import type { KubeService } from '../cluster/services.ts';
import { at, listAt, textAt, type Value } from '../cluster/value.ts';
import type { World } from '../cluster/world.ts';
import { bornAt } from '../kubectl/printing/age.ts';
import type { Session } from '../session.ts';

type Variable = readonly [name: string, text: string];

export function environmentOf(
  pod: Pod,
  container: string,
  world: World,
  session: Session,
): readonly Variable[] {
  const value = pod.containers.find(({ name }) => name === container)?.value ?? null;
  return [
    ['PATH', '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
    ['HOSTNAME', pod.hostNetwork ? pod.node : pod.name],
    ...listAt(value, 'env').flatMap((one) => ownVariable(one, pod)),
    ...world.services
      .filter((service) => isTold(service, pod, session))
      .flatMap((service) => serviceVariables(service)),
    ['HOME', '/root'],
  ];
}

function ownVariable(one: Value, pod: Pod): readonly Variable[] {
  const name = textAt(one, 'name');
  if (name === null) return [];
  const given = at(one, 'value');
  if (typeof given === 'string') return [[name, given]];
  switch (textAt(one, 'valueFrom', 'fieldRef', 'fieldPath')) {
    case 'metadata.name':
      return [[name, pod.name]];
    case 'metadata.namespace':
      return [[name, pod.namespace]];
    case 'status.podIP':
      return [[name, pod.ip]];
    case 'spec.nodeName':
      return [[name, pod.node]];
    default:
      return [[name, '']];
  }
}

/** Those of the pod's own namespace and the API server's; one that came later it knows nothing of. */
function isTold({ clusterIp, namespace, object }: KubeService, pod: Pod, session: Session) {
  if (clusterIp === '' || clusterIp === 'None') return false;
  if (object.place === null) return true;
  const isLinked = at(pod.spec, 'enableServiceLinks') !== false;
  return (
    isLinked &&
    namespace === pod.namespace &&
    bornAt(object, session) <= bornAt(pod.object, session)
  );
}

function serviceVariables({ name, clusterIp, ports }: KubeService): readonly Variable[] {
  const [first] = ports;
  if (first === undefined) return [];
  const service = constant(name);
  const url = ({ protocol, port }: { readonly protocol: string; readonly port: number }) =>
    `${protocol.toLowerCase()}://${clusterIp}:${port}`;
  return [
    [`${service}_SERVICE_HOST`, clusterIp],
    [`${service}_SERVICE_PORT`, String(first.port)],
    ...ports.flatMap(({ name: port, port: number }): readonly Variable[] =>
      port === null ? [] : [[`${service}_SERVICE_PORT_${constant(port)}`, String(number)]],
    ),
    [`${service}_PORT`, url(first)],
    ...ports.flatMap((port): readonly Variable[] => {
      const start = `${service}_PORT_${port.port}_${port.protocol}`;
      return [
        [start, url(port)],
        [`${start}_PROTO`, port.protocol.toLowerCase()],
        [`${start}_PORT`, String(port.port)],
        [`${start}_ADDR`, clusterIp],
      ];
    }),
  ];
}

function constant(name: string): string {
  return name.toUpperCase().replaceAll('-', '_');
}
