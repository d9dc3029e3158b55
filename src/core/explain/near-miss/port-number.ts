// The rule's number is a slip away from the port: a digit off, two swapped, or just past the end of a range.
import { editDistance } from '../../model/edit-distance.ts';
import { type PortRange, rangeText } from '../../model/port.ts';
import type { Candidate } from './blocked.ts';
import { type PortPlace, withPort } from './port-place.ts';
import { replacement } from './words.ts';

export function portNumber(place: PortPlace): readonly Candidate[] {
  const { entry, policy, blocked } = place;
  const { destination, protocol, port } = blocked.packet;
  if (entry.protocol !== protocol || entry.port === null || 'name' in entry.port) return [];
  const range = entry.port;
  if (!isNear(range, port)) return [];
  const isSingle = range.from === range.to;
  // Where the pods do listen on the rule's number, it was surely meant.
  const isMeant =
    destination.type === 'workload' &&
    destination.workload.ports.some(
      (own) => own.protocol === protocol && range.from <= own.number && own.number <= range.to,
    );
  return [
    {
      kind: 'port-number',
      distance: isMeant ? 6 : 3,
      policy,
      range: entry.valueRange ?? entry.range,
      message: isSingle
        ? `This entry lets ${protocol} ${range.from} through, and the port is ${port}: nearly the same number.`
        : `This entry lets ${protocol} ${rangeText(range)} through, and ${port} is just past the end.`,
      fix:
        isSingle && !isMeant && entry.hasEndPort !== true
          ? replacement(policy, entry.range, entry.valueRange, `${port}`)
          : null,
      repaired: withPort(place, {
        ...entry,
        port: isSingle
          ? { from: port, to: port }
          : { from: Math.min(range.from, port), to: Math.max(range.to, port) },
      }),
    },
  ];
}

function isNear({ from, to }: PortRange, port: number): boolean {
  if (from !== to) return port === from - 1 || port === to + 1;
  const [one, other] = [`${from}`, `${port}`];
  // 8080 for 80 and 8443 for 443 are mistaken for each other more often than any typo happens.
  return editDistance(one, other) === 1 || one.endsWith(other) || other.endsWith(one);
}
