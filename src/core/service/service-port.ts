// Which port of a Service a number or a name means, and how ports are written.
import type { Protocol } from '../model/port.ts';
import type { Service, ServicePort } from '../model/service.ts';

/** @param asked a number or a name; null: all of them. @param protocol null: any */
export function portsAsked(
  { ports }: Service,
  asked: number | string | null,
  protocol: Protocol | null = null,
): readonly ServicePort[] {
  return ports.filter(
    (port) =>
      (protocol === null || port.protocol === protocol) &&
      (asked === null || port.port === asked || (port.name !== null && port.name === asked)),
  );
}

/** `80 (http), 53/UDP` */
export function portsText(ports: readonly ServicePort[]): string {
  return ports.map(portText).join(', ');
}

function portText({ name, port, protocol }: ServicePort): string {
  const number = protocol === 'TCP' ? `${port}` : `${port}/${protocol}`;
  return name === null || name === '' ? number : `${number} (${name})`;
}
