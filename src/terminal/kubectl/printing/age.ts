// How old an object is, in kubectl's short form.
import { type KubeObject, keyOf } from '../../cluster/objects.ts';
import type { World } from '../../cluster/world.ts';
import type { Session } from '../../session.ts';

/** Objects that no command made are as old as the terminal. */
export function ageOf(object: KubeObject, { born }: Session, { now }: Pick<World, 'now'>): string {
  return durationText(now - bornAt(object, { born }));
}

/** Seconds; 0 for what was there before the terminal. */
export function bornAt(object: KubeObject, { born }: Pick<Session, 'born'>): number {
  const key = keyOf(object.of ?? object);
  return born.findLast(([one]) => one === key)?.[1] ?? 0;
}

/** As in 45s, 3m20s, 12m, 5h3m, 2d1h. */
function durationText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [minutes, hours, days] = [60, 3600, 86400].map((unit) => Math.floor(whole / unit)) as [
    number,
    number,
    number,
  ];
  const two = (big: number, unit: string, small: number, rest: string) =>
    `${big}${unit}${small === 0 ? '' : `${small}${rest}`}`;
  if (whole < 120) return `${whole}s`;
  if (minutes < 10) return two(minutes, 'm', whole % 60, 's');
  if (minutes < 180) return `${minutes}m`;
  if (hours < 8) return two(hours, 'h', minutes % 60, 'm');
  if (hours < 48) return `${hours}h`;
  return days < 8 ? two(days, 'd', hours % 24, 'h') : `${days}d`;
}
