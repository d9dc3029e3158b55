// Blocks of addresses where a rule names one: those that are assumed of the cluster, and the common ones.
import type { Assumptions } from '../model/assumptions.ts';
import { type Cidr, containsCidr } from '../model/cidr.ts';
import { readCidr } from '../model/read-cidr.ts';
import type { Completion } from './completion.ts';
import type { Step } from './loose.ts';
import { inObject, textIn, type WritingSite } from './site.ts';
import { writeValue } from './writing.ts';

type Ranges = Pick<Assumptions, 'podRanges' | 'nodeRanges' | 'serviceRanges'>;

interface Offer {
  readonly text: string;
  readonly about: string;
}

const WHOLE: readonly Offer[] = [
  { text: '0.0.0.0/0', about: 'all of IPv4' },
  { text: '::/0', about: 'all of IPv6' },
];

const COMMON: readonly Offer[] = [
  { text: '10.0.0.0/8', about: 'private' },
  { text: '172.16.0.0/12', about: 'private' },
  { text: '192.168.0.0/16', about: 'private' },
  { text: '100.64.0.0/10', about: 'shared by providers' },
  { text: '169.254.0.0/16', about: 'on the link, cloud metadata' },
  { text: 'fc00::/7', about: 'private, IPv6' },
  { text: 'fe80::/10', about: 'on the link, IPv6' },
];

/** Null where no block is meant. */
export function completeBlocks(site: WritingSite, ranges: Ranges): readonly Completion[] | null {
  const { path, spot } = site;
  if (spot.form === 'key') return null;
  const last = path.at(-1);
  const isCidr = last === 'cidr' && path.at(-2) === 'ipBlock';
  const isNetwork = typeof last === 'number' && path.at(-2) === 'networks' && path.includes('to');
  if (isCidr || isNetwork) {
    const others = isNetwork ? writtenIn(site, path.slice(0, -1), last) : [];
    return [...assumed(ranges), ...WHOLE, ...COMMON]
      .filter(({ text }) => !others.includes(text))
      .map((offer) => completionOf(site, offer));
  }
  const isExcept =
    typeof last === 'number' && path.at(-2) === 'except' && path.at(-3) === 'ipBlock';
  if (!isExcept) return null;
  const outer = cidrOf(textIn(inObject(site, path.slice(0, -2)), 'cidr') ?? '');
  const others = writtenIn(site, path.slice(0, -1), last);
  // The API server refuses what does not lie inside (SEMANTICS 2.10).
  return [...assumed(ranges), ...COMMON]
    .filter(({ text }) => !others.includes(text) && isInside(outer, cidrOf(text)))
    .map((offer) => completionOf(site, offer));
}

function assumed({ podRanges, nodeRanges, serviceRanges }: Ranges): readonly Offer[] {
  const of = (texts: readonly string[], about: string) => texts.map((text) => ({ text, about }));
  return [
    ...of(podRanges, 'pods, as assumed'),
    ...of(nodeRanges, 'nodes, as assumed'),
    ...of(serviceRanges, 'Services, as assumed'),
  ];
}

/** What the other items of the list say. */
function writtenIn(site: WritingSite, list: readonly Step[], own: number): readonly string[] {
  const there = inObject(site, list);
  if (there?.type !== 'list') return [];
  return there.items.flatMap((item, at) =>
    at !== own && item.type === 'scalar' ? [item.text] : [],
  );
}

function cidrOf(text: string): Cidr | null {
  const reading = readCidr(text);
  return reading.ok ? reading.cidr : null;
}

/** Of a block that is not written yet nothing is known. */
function isInside(outer: Cidr | null, inner: Cidr | null): boolean {
  if (outer === null || inner === null) return outer === null;
  return containsCidr(outer, inner) && outer.text !== inner.text;
}

function completionOf(site: WritingSite, { text, about }: Offer): Completion {
  return {
    kind: 'value',
    label: text,
    detail: about,
    documentation: `Addresses: ${about}.`,
    ...writeValue(site, text),
  };
}
