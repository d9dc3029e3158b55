// The law of fixes: what is fixed is gone, and nothing is wrong that was not wrong before.
import { analyze, type Finding, lint } from '../src/core/index.ts';

const NAME = 'input.yaml';

export function everythingSaid(text: string): readonly Finding[] {
  const files = [{ name: NAME, text }];
  return lint(analyze(files), files);
}

/** The text with a finding's fix in it. */
export function withFix(text: string, { fix }: Finding): string {
  const edits = [...(fix?.edits ?? [])].sort((a, b) => b.span.start - a.span.start);
  return edits.reduce(
    (now, { span, text: put }) => now.slice(0, span.start) + put + now.slice(span.end),
    text,
  );
}

export interface Broken {
  readonly rule: string;
  readonly fix: string;
  readonly after: string;
  /** What is still said, or what is wrong now. */
  readonly because: string;
}

/** Every fix of a text that breaks the law; none, where all is well. */
export function brokenFixes(text: string): readonly Broken[] {
  const before = everythingSaid(text);
  return before.flatMap((finding): readonly Broken[] => {
    if (finding.fix === undefined) return [];
    const after = withFix(text, finding);
    const now = everythingSaid(after);
    const because =
      count(now, finding) < count(before, finding)
        ? newError(before, now)
        : `still said: ${finding.message}`;
    if (because === null) return [];
    return [{ rule: finding.rule, fix: finding.fix.title, after, because }];
  });
}

function count(findings: readonly Finding[], { rule, message }: Finding): number {
  return findings.filter((one) => one.rule === rule && one.message === message).length;
}

function newError(before: readonly Finding[], now: readonly Finding[]): string | null {
  for (const finding of now) {
    if (finding.level === 'error' && count(now, finding) > count(before, finding)) {
      return `new: ${finding.message} [${finding.rule}]`;
    }
  }
  return null;
}

export function fixesOf(text: string): readonly string[] {
  return everythingSaid(text).flatMap(({ fix }) => (fix === undefined ? [] : [fix.title]));
}
