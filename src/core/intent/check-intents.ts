// Intents as they are written → each of their flows with what came of checking it, at its place.
import type { IntendedFlow, Intent } from '../model/intent.ts';
import { type Span, spanAt } from '../model/span.ts';
import type { Outcome } from '../pipeline.ts';
import { checkFlows } from './check.ts';
import type { FlowCheck } from './flow-check.ts';

export interface IntentCheck {
  /** Null where it has none. */
  readonly name: string | null;
  /** Where its flows begin. */
  readonly span: Span;
  readonly checks: readonly PlacedCheck[];
  /** Flows that could not be read, each with a finding of level error. */
  readonly broken: number;
}

export interface PlacedCheck extends FlowCheck {
  readonly flow: IntendedFlow;
  /** The item in the text. */
  readonly span: Span;
}

/** In the order given. */
export function checkIntents(outcome: Outcome, intents: readonly Intent[]): readonly IntentCheck[] {
  const checks = checkFlows(
    outcome,
    intents.flatMap(({ flows }) => flows),
  ).values();
  return intents.map(({ name, origin, range, flows, broken }) => ({
    name,
    span: spanAt(origin, range),
    broken,
    checks: flows.flatMap(({ range: place, ...flow }) => {
      const { value } = checks.next();
      return value === undefined ? [] : [{ ...value, flow, span: spanAt(origin, place) }];
    }),
  }));
}
