// `lint -o json`: the findings as `list -o json` has them.
import type { Finding } from '../model/finding.ts';
import type { SourceFile } from '../model/source-file.ts';
import { listFindings } from './listing.ts';

/** Raised when a reader of the old form would misread the new one. */
const VERSION = 1;

export function renderLintJson(findings: readonly Finding[], files: readonly SourceFile[]): string {
  const listed = listFindings(findings, files);
  return `${JSON.stringify({ version: VERSION, findings: listed }, null, 2)}\n`;
}
