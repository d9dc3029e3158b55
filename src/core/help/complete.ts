// What could be written at the cursor: from the cluster where labels, names and ports are meant, else
// from the structure of the kind.
import { type Assumptions, NO_ASSUMPTIONS } from '../model/assumptions.ts';
import type { Cluster } from '../model/cluster.ts';
import { completeBlocks } from './complete-blocks.ts';
import { completeFields, isListAt } from './complete-fields.ts';
import { completeIntent } from './complete-intent.ts';
import { completeLabels } from './complete-labels.ts';
import { completeNames } from './complete-names.ts';
import { completePorts } from './complete-ports.ts';
import { completeTop } from './complete-top.ts';
import type { Completion, Completions } from './completion.ts';
import type { Step } from './loose.ts';
import { inObject, type WritingSite, writingSite } from './site.ts';
import { MOST_COMPLETIONS } from './writing.ts';

/**
 * Works on broken text, too.
 * @param text the file as it is now, which may be newer than the cluster
 * @param at an offset into it
 * @param assumptions whose ranges of addresses are offered
 */
export function complete(
  text: string,
  at: number,
  cluster: Cluster,
  assumptions: Assumptions = NO_ASSUMPTIONS,
): Completions {
  const site = writingSite(text, at);
  if (site === null) return { items: [], replace: { start: at, end: at } };
  const { offset, spot } = site;
  const items = sitesAt(site).flatMap((one) => completionsAt(one, cluster, assumptions));
  return {
    items: items.slice(0, MOST_COMPLETIONS),
    replace: { start: offset + spot.word.start, end: offset + spot.word.end },
  };
}

function completionsAt(
  site: WritingSite,
  cluster: Cluster,
  assumptions: Assumptions,
): readonly Completion[] {
  return (
    completeTop(site, cluster) ??
    completeIntent(site, cluster) ??
    completeLabels(site, cluster) ??
    completePorts(site, cluster) ??
    completeNames(site, cluster) ??
    completeBlocks(site, assumptions) ??
    completeFields(site)
  );
}

/** The same place, also or instead as that of an item whose dash is not written yet. */
function sitesAt(site: WritingSite): readonly WritingSite[] {
  const { spot, objectPath, path } = site;
  if (isListExpected(site)) return [itemSite(site, path)];
  const list = spot.list?.slice(objectPath.length);
  return list === undefined ? [site] : [site, itemSite(site, list)];
}

function itemSite(site: WritingSite, list: readonly Step[]): WritingSite {
  const { spot } = site;
  const there = inObject(site, list);
  const length = there?.type === 'list' ? there.items.length : 0;
  const inner: WritingSite['spot'] = { ...spot, form: 'either', needsDash: true, list: null };
  return { ...site, path: [...list, length], spot: inner };
}

function isListExpected(site: WritingSite): boolean {
  const { spot, path } = site;
  // Behind a dash the path ends with a number.
  if (spot.form !== 'either' || spot.inFlow || typeof path.at(-1) !== 'string') return false;
  return isListAt(site);
}
