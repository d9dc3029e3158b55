// `kubectl describe service`.
import { endpointsBehind } from '../../cluster/listing.ts';
import type { KubeServicePort } from '../../cluster/services.ts';
import { textAt, textsAt } from '../../cluster/value.ts';
import { labelsText } from '../../selecting/selector.ts';
import { annotationsLines, type Describe, headLines, labelsLines } from './common.ts';

export const describeService: Describe = (object, world) => {
  const service = world.services.find(
    ({ namespace, name }) => namespace === object.namespace && name === object.name,
  );
  if (service === undefined) return headLines(object);
  const { value } = object;
  const all = endpointsBehind(service, world);
  const endpoints = ({ name, protocol }: KubeServicePort) => {
    const own = all.filter((one) => one.portName === name && one.protocol === protocol);
    const words = own.map(({ ip, port }) => `${ip}:${port}`);
    if (words.length === 0) return '';
    return words.slice(0, 3).join(',') + (words.length > 3 ? ` + ${words.length - 3} more...` : '');
  };
  const isExternal = service.type === 'ExternalName';
  const ip = service.clusterIp === '' ? '' : service.clusterIp;
  return [
    ...headLines(object),
    ...labelsLines(object),
    ...annotationsLines(object),
    `Selector:\t${labelsText(textsAt(value, 'spec', 'selector'))}`,
    `Type:\t${service.type}`,
    ...(isExternal ? [] : ['IP Family Policy:\tSingleStack', 'IP Families:\tIPv4']),
    `IP:\t${ip}`,
    ...(isExternal ? [] : [`IPs:\t${ip}`]),
    ...(service.externalName === null ? [] : [`External Name:\t${service.externalName}`]),
    ...(service.externalIps.length === 0
      ? []
      : [`LoadBalancer Ingress:\t${service.externalIps.join(', ')}`]),
    ...service.ports.flatMap((port) => {
      const name = port.name ?? '<unset>';
      return [
        `Port:\t${name}  ${port.port}/${port.protocol}`,
        `TargetPort:\t${port.targetPort}/${port.protocol}`,
        ...(port.nodePort === null
          ? []
          : [`NodePort:\t${name}  ${port.nodePort}/${port.protocol}`]),
        `Endpoints:\t${endpoints(port)}`,
      ];
    }),
    'Session Affinity:\tNone',
    ...(service.type === 'NodePort' || service.type === 'LoadBalancer'
      ? [`External Traffic Policy:\t${textAt(value, 'spec', 'externalTrafficPolicy') ?? 'Cluster'}`]
      : []),
    ...(isExternal ? [] : ['Internal Traffic Policy:\tCluster']),
    'Events:\t<none>',
  ];
};
