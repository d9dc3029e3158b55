// Findings, one a line as compilers print them, on standard error.
import { type Finding, renderLintText, type SourceFile } from '../core/index.ts';
import type { Streams } from './streams.ts';

export function writeFindings(
  findings: readonly Finding[],
  files: readonly SourceFile[],
  { writeMessage }: Streams,
): void {
  if (findings.length > 0) writeMessage(renderLintText(findings, files));
}
