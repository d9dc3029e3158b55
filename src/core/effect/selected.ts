// How many workloads some terms pick, and how many blocks of addresses outside.
import type { Term } from '../engine/terms.ts';
import type { UnitKind, Units } from '../engine/units.ts';

/** What any of the terms picks, counted once. */
export type CountOf = (terms: readonly Term[]) => Counted;

interface Counted {
  readonly workloads: number;
  readonly maybe: number;
  readonly outside: number;
}

export function createCount(units: Units): CountOf {
  const sizes = new Int32Array(units.units.length);
  units.peers.forEach((peer, at) => {
    if (peer.type === 'external') return;
    const unit = units.unitOf[at] as number;
    sizes[unit] = (sizes[unit] as number) + 1;
  });
  const sum = (list: Iterable<number>) => {
    let total = 0;
    for (const unit of list) total += sizes[unit] as number;
    return total;
  };
  const ofKind = (kind: UnitKind) =>
    units.units.flatMap((unit, at) => (unit.kind === kind ? [at] : []));
  const unknown = ofKind('unknown');
  const host = ofKind('host');
  return (terms) => {
    const sure = new Set<number>();
    const maybe = new Set<number>();
    for (const term of terms) {
      for (const unit of term.sure) sure.add(unit);
      for (const unit of term.maybe) maybe.add(unit);
      if (term.unknown !== 'no') {
        for (const unit of unknown) (term.unknown === 'sure' ? sure : maybe).add(unit);
      }
      if (term.host === 'maybe') for (const unit of host) maybe.add(unit);
    }
    for (const unit of sure) maybe.delete(unit);
    let outside = 0;
    for (const unit of sure) if (units.units[unit]?.kind === 'external') outside++;
    return { workloads: sum(sure), maybe: sum(maybe), outside };
  };
}
