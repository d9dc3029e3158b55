// Text in, what the structures say of it out, for the tests of structures and fixes.
import { analyze, type Finding, lineCounter, lint } from '../../../src/core/index.ts';
import { LINT_RULES } from '../../../src/core/lint/rules.ts';

const NAME = 'input.yaml';

const LINT = new Set(LINT_RULES.map(({ id }) => id));

/** Reading and structure, without the linter's rules, in the order of the text. */
export function findingsOf(text: string): readonly Finding[] {
  const files = [{ name: NAME, text }];
  return lint(analyze(files), files, LINT);
}

/** `level rule line:column`, without what is only said for information. */
export function said(text: string): readonly string[] {
  const position = lineCounter(text);
  return findingsOf(text)
    .filter(({ level }) => level !== 'info')
    .map(({ level, rule, span }) => {
      const { line, column } = position(span.start);
      return `${level} ${rule} ${line}:${column}`;
    });
}
