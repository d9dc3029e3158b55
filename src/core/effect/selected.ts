// How many workloads a term picks, and how many blocks of addresses outside.
import type { Term } from '../engine/terms.ts';
import type { UnitKind, Units } from '../engine/units.ts';

export type CountOf = (term: Term) => Counted;

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
  const sum = (list: readonly number[]) =>
    list.reduce((total, unit) => total + (sizes[unit] as number), 0);
  const ofKind = (kind: UnitKind) =>
    sum(units.units.flatMap((unit, at) => (unit.kind === kind ? [at] : [])));
  const unknown = ofKind('unknown');
  const host = ofKind('host');
  return (term) => ({
    workloads: sum(term.sure) + (term.unknown === 'sure' ? unknown : 0),
    maybe:
      sum(term.maybe) +
      (term.unknown === 'maybe' ? unknown : 0) +
      (term.host === 'maybe' ? host : 0),
    outside: term.sure.filter((unit) => units.units[unit]?.kind === 'external').length,
  });
}
