// `list -o csv` and `-o md`: the rows of the listing for a spreadsheet and for a comment.
import type { Outcome } from '../pipeline.ts';
import { portsText } from './list-text.ts';
import { type ListedConnection, listConnections } from './listing.ts';

const HEAD = ['source', 'destination', 'allowed', 'depends'] as const;

/** RFC 4180, but for its line ends, which are those of everything else here. */
export function* renderListCsv(outcome: Outcome, all: boolean): Generator<string> {
  yield `${HEAD.join(',')}\n`;
  for (const connection of listConnections(outcome, all)) {
    yield `${cellsOf(connection).map(csvCell).join(',')}\n`;
  }
}

export function* renderListMarkdown(outcome: Outcome, all: boolean): Generator<string> {
  yield `${markdownRow(HEAD)}${markdownRow(HEAD.map(() => '---'))}`;
  for (const connection of listConnections(outcome, all)) {
    yield markdownRow(cellsOf(connection).map(markdownCell));
  }
}

function cellsOf({ source, destination, allowed, depends }: ListedConnection): readonly string[] {
  return [source, destination, portsText(allowed), portsText(depends)];
}

/** A spreadsheet would run what begins like a formula; no name that an API server takes does. */
function csvCell(written: string): string {
  const text = /^[=+\-@\t\r]/.test(written) ? `'${written}` : written;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function markdownRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

/** What a name may hold, and Markdown takes for something else. */
function markdownCell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|]/g, (letter) => `\\${letter}`);
}
