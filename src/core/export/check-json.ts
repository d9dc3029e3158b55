// `check -o json`: for other tools.
import { type ListedIntent, summaryOf } from './check-listing.ts';

/** Raised when a reader of the old form would misread the new one. */
const VERSION = 1;

export function renderCheckJson(intents: readonly ListedIntent[]): string {
  return `${JSON.stringify({ version: VERSION, ...summaryOf(intents), intents }, null, 2)}\n`;
}
