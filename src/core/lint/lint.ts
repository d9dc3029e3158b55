// Runs the rules: what is valid, and yet hardly what was meant.
import type { Finding } from '../model/finding.ts';
import { spanAt } from '../model/span.ts';
import { createContext, type LintInput } from './context.ts';
import type { Complaint, LintRule } from './rule.ts';
import { LINT_RULES } from './rules.ts';

/**
 * Rule by rule, each in the order of the cluster.
 * @param off the ids of rules that are switched off everywhere
 */
export function lint(input: LintInput, off: ReadonlySet<string> = NONE): readonly Finding[] {
  const context = createContext(input);
  return LINT_RULES.filter(({ id }) => !off.has(id)).flatMap((rule) =>
    [...rule.check(context)]
      .filter(({ about }) => !about.ignores.includes(rule.id))
      .map((complaint) => findingOf(rule, complaint)),
  );
}

const NONE: ReadonlySet<string> = new Set();

function findingOf(rule: LintRule, complaint: Complaint): Finding {
  const { about, range, message, level = rule.level, fix } = complaint;
  const finding = { rule: rule.id, level, message, span: spanAt(about.origin, range) };
  if (fix === undefined) return finding;
  const edits = fix.edits.map((edit) => ({
    span: spanAt(about.origin, edit.range),
    text: edit.text,
  }));
  return { ...finding, fix: { title: fix.title, edits } };
}
