// Ports in words for the panels, the shorter of what is meant and what is not.
import {
  type PortRange,
  type PortSet,
  PROTOCOLS,
  portsText,
  rangeText,
  type Segment,
} from '../../core/index.ts';

const MOST_RANGES = 8;

/** `TCP 80, 443; UDP 53`, cut where it would fill the panel. */
export function shortPorts(set: PortSet): string {
  const whole = portsText(set);
  const parts = whole.split(', ');
  return parts.length <= MOST_RANGES
    ? whole
    : `${parts.slice(0, MOST_RANGES).join(', ')} and ${parts.length - MOST_RANGES} more`;
}

/** `TCP 8080`, `TCP except 8080`, `all UDP`; one text a protocol that the segments touch. */
export function segmentPorts(segments: readonly Segment[]): string {
  const texts = PROTOCOLS.flatMap((protocol) => {
    const ranges = segments
      .filter((segment) => segment.protocols.includes(protocol))
      .flatMap((segment) => segment.ranges)
      .sort((one, other) => one.from - other.from);
    return ranges.length === 0 ? [] : [{ protocol, text: rangesText(ranges) }];
  });
  if (texts.length === PROTOCOLS.length && texts.every(({ text }) => text === 'all')) {
    return 'all ports';
  }
  return texts
    .map(({ protocol, text }) => (text === 'all' ? `all ${protocol}` : `${protocol} ${text}`))
    .join('; ');
}

function rangesText(ranges: readonly PortRange[]): string {
  const gaps = gapsBetween(ranges);
  if (gaps.length === 0) return 'all';
  return gaps.length < ranges.length || (gaps.length === 1 && ranges.length === 1 && isWide(ranges))
    ? `except ${listed(gaps)}`
    : listed(ranges);
}

/** A lone range at one end of the scale, as 1024-65535, reads well as it is. */
function isWide(ranges: readonly PortRange[]): boolean {
  return ranges.every((range) => range.to - range.from > 60_000);
}

function listed(ranges: readonly PortRange[]): string {
  const shown = ranges.slice(0, MOST_RANGES).map(rangeText).join(', ');
  return ranges.length > MOST_RANGES ? `${shown} and ${ranges.length - MOST_RANGES} more` : shown;
}

/** What of 1 to 65535 sorted ranges leave out; touching ranges leave nothing between them. */
function gapsBetween(ranges: readonly PortRange[]): readonly PortRange[] {
  const gaps: PortRange[] = [];
  let next = 1;
  for (const range of ranges) {
    if (range.from > next) gaps.push({ from: next, to: range.from - 1 });
    next = Math.max(next, range.to + 1);
  }
  if (next <= 65535) gaps.push({ from: next, to: 65535 });
  return gaps;
}
