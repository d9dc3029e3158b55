// `lint -o txt`: one finding a line, as compilers print them; and the rules' documentation.
import { LINT_RULES } from '../lint/rules.ts';
import type { Finding } from '../model/finding.ts';
import type { SourceFile } from '../model/source-file.ts';
import { listFindings } from './listing.ts';

export function renderLintText(findings: readonly Finding[], files: readonly SourceFile[]): string {
  return listFindings(findings, files)
    .map(
      ({ file, line, column, level, message, rule }) =>
        `${file}:${line}:${column}: ${level}: ${message} [${rule}]\n`,
    )
    .join('');
}

const WIDTH = 100;

/** Every lint rule with its page of documentation. */
export function renderRules(): string {
  return LINT_RULES.map(
    ({ id, level, title, documentation }) =>
      `${id} (${level})\n  ${title}\n\n${wrapped(documentation)}\n`,
  ).join('\n');
}

function wrapped(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > WIDTH - 2) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((one) => `  ${one}`).join('\n');
}
