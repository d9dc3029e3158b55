// `eval -o json`: the walk for other tools.
import type { Evaluation } from './eval.ts';

/** Raised when a reader of the old form would misread the new one. */
const VERSION = 1;

export function renderEvalJson(evaluation: Evaluation): string {
  return `${JSON.stringify({ version: VERSION, ...evaluation }, null, 2)}\n`;
}
