// What the picture says in words: for those who hear it, on badges, and where it says too little.
import { AROUND, type Drawing, EVERYTHING, type Link, OUTSIDE } from '../../core/index.ts';

const VERDICTS = { allow: 'allowed', depends: 'depends', deny: 'denied' } as const;

/** So many names can be listened to. */
const MOST_HEARD = 8;

/** `default/frontend → default/backend: allowed TCP 80`. */
export function sentenceOf(link: Link, nameOf: (end: string) => string): string {
  const ports = link.label === '' ? '' : ` ${link.ports}`;
  const more = link.moreDepends ? ', more ports depend' : '';
  const rest = link.rest ? 'otherwise ' : '';
  const nameAt = (end: 'source' | 'destination') =>
    link.except?.end === end
      ? `${nameOf(link[end])}${butText(link, nameOf, MOST_HEARD)}`
      : nameOf(link[end]);
  return `${nameAt('source')} → ${nameAt('destination')}: ${rest}${VERDICTS[link.verdict]}${ports}${more}${stopOf(link)}`;
}

function stopOf({ verdict, sides }: Link): string {
  if (verdict !== 'deny' || sides === null) return '';
  if (sides.egress === 'deny' && sides.ingress === 'deny') return ' (stopped on both sides)';
  if (sides.egress === 'deny') return ' (stopped at the source)';
  return sides.ingress === 'deny' ? ' (stopped at the destination)' : ' (no port in common)';
}

/** Boxes that are no namespaces. */
const ALL_OF: ReadonlyMap<string, string> = new Map([
  [OUTSIDE, 'all outside the cluster'],
  [AROUND, 'all around the pods'],
]);

/** Names for the ends of links: `default/frontend`, `all of default`. */
export function namesOf(drawing: Drawing): (end: string) => string {
  const names = new Map<string, string>([[EVERYTHING, 'everything']]);
  for (const box of drawing.boxes) {
    names.set(box.id, ALL_OF.get(box.id) ?? `all of ${box.title}`);
    const prefix = ALL_OF.has(box.id) ? '' : `${box.title}/`;
    const members = new Set(box.members);
    for (const shape of drawing.shapes) {
      if (members.has(shape.id)) names.set(shape.id, `${prefix}${shape.name}`);
    }
  }
  return (end) => names.get(end) ?? end;
}

const MARKS = { allow: '✓', depends: '?', deny: '✕' } as const;

/** What stands on a line: its ports, and whom it leaves out; `nameOf` gives plain names. */
export function edgeLabel(link: Link, nameOf: (end: string) => string): string {
  const but = link.except === null ? '' : `all${butText(link, nameOf)}`;
  return [portsOnLine(link), but].filter((part) => part !== '').join(', ');
}

function portsOnLine(link: Link): string {
  if (link.rest) return 'all else denied';
  if (link.verdict === 'deny') return '';
  if (link.verdict === 'depends') return link.label === '' ? '?' : `${link.label} ?`;
  return link.moreDepends ? `${link.label} · more?` : link.label;
}

/** Letters of names and ports that a badge under a shape has room for. */
const SHORT = 20;

/** So many can be named on a line. */
const NAMED = 2;

function butText({ except }: Link, nameOf: (end: string) => string, named = NAMED): string {
  if (except === null) return '';
  const { ids } = except;
  return ids.length > named ? ` but ${ids.length}` : ` but ${ids.map(nameOf).join(', ')}`;
}

/** The badge of a box about flows among its own members, or of a shape about those with its box. */
export function badgeText(link: Link, nameOf: (end: string) => string): string {
  const mark = MARKS[link.verdict];
  const ports = link.label === '' ? '' : `: ${link.label}`;
  if (link.rest) {
    if (link.source === link.destination) return `${mark} inside: all else denied`;
    return isBox(link.source)
      ? `${mark} no other here may reach it`
      : `${mark} may reach no other here`;
  }
  if (link.source === link.destination) {
    if (link.except !== null) return butBadge(link, mark, ports, nameOf);
    if (link.verdict === 'allow') return `${mark} all reach each other${ports}`;
    return link.verdict === 'deny'
      ? `${mark} none reaches another`
      : `${mark} inside: depends${ports}`;
  }
  // A badge must not reach over its neighbours.
  const isLong = butText(link, nameOf).length + ports.length > SHORT;
  const but = butText(link, nameOf, isLong ? 0 : NAMED);
  const who = `${link.verdict === 'deny' ? 'none' : 'all'} here${but}`;
  const may = link.verdict === 'depends' ? 'might' : 'may';
  return isBox(link.source)
    ? `${mark} ${who} ${may} reach it${ports}`
    : `${mark} ${may} reach ${who}${ports}`;
}

function butBadge(
  link: Link,
  mark: string,
  ports: string,
  nameOf: (end: string) => string,
): string {
  const but = butText(link, nameOf);
  const does = { allow: 'reach', depends: 'may reach', deny: 'are kept from' }[link.verdict];
  return link.except?.end === 'source'
    ? `${mark} all${but} ${does} each other${ports}`
    : `${mark} all ${does} all${but}${ports}`;
}

function isBox(end: string): boolean {
  return ALL_OF.has(end) || end.startsWith('namespace:');
}

/** What the link at `EVERYTHING` says, in a line above the picture. */
export function everythingText(link: Link): string {
  if (link.rest) {
    const verdict = link.verdict === 'allow' ? `allowed on ${link.ports}` : 'denied';
    return `Between the boxes, all that is not drawn is ${verdict}.`;
  }
  const ports = link.label === '' ? '' : ` on ${link.ports}`;
  if (link.verdict === 'allow') return `Everything may talk to everything${ports}.`;
  if (link.verdict === 'deny') return 'Nothing may talk to anything.';
  return `Whether anything may talk to anything${ports} depends.`;
}

/** `Way in by Ingress shop: Ingress controller → shop/web: allowed` */
export function wayText(
  { source, destination, verdict, label }: NonNullable<Drawing['ways']>[number],
  nameOf: (end: string) => string,
): string {
  return `Way in by ${label}: ${nameOf(source)} → ${nameOf(destination)}: ${VERDICTS[verdict]}`;
}
