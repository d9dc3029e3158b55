// A three-valued answer together with the facts that it waits for.
import type { Tri } from '../model/labels.ts';
import type { Fact } from '../model/verdict.ts';

/** `facts` is empty unless `match` is maybe; it may name one twice. */
export interface Judgement {
  readonly match: Tri;
  readonly facts: readonly Fact[];
}

export const YES: Judgement = { match: 'yes', facts: [] };
export const NO: Judgement = { match: 'no', facts: [] };

export function certainly(holds: boolean): Judgement {
  return holds ? YES : NO;
}

export function maybe(facts: readonly Fact[]): Judgement {
  return { match: 'maybe', facts };
}

/** A certain no beats any doubt; otherwise any doubt remains. */
export function both(one: Judgement, other: Judgement): Judgement {
  if (one.match === 'no' || other.match === 'no') return NO;
  if (one.match === 'yes') return other;
  if (other.match === 'yes') return one;
  return maybe([...one.facts, ...other.facts]);
}

/** A certain yes beats any doubt; otherwise every doubt counts. */
export function any(judgements: readonly Judgement[]): Judgement {
  const open = judgements.filter(({ match }) => match !== 'no');
  if (open.length === 0) return NO;
  if (open.some(({ match }) => match === 'yes')) return YES;
  return maybe(open.flatMap(({ facts }) => facts));
}

/** In order of first appearance. */
export function distinctFacts(facts: readonly Fact[]): readonly Fact[] {
  return [...new Map(facts.map((fact) => [JSON.stringify(fact), fact])).values()];
}
