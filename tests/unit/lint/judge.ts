// Good and bad examples of one rule, as a table: a ▸ in a manifest marks where a finding must begin.
import { describe, expect, it } from 'vitest';
import { analyze, type Finding, type Level, lineCounter, lint } from '../../../src/core/index.ts';

export interface Bad {
  readonly documents: readonly string[];
  readonly level: Level;
  /** What the message must say. */
  readonly says: RegExp;
  /** The text of the documents after the finding's fix, where it has one: a part of it. */
  readonly fixed?: RegExp;
}

const MARK = '▸';

export function judge(
  rule: string,
  {
    good,
    bad,
  }: {
    readonly good: Readonly<Record<string, readonly string[]>>;
    readonly bad: Readonly<Record<string, Bad>>;
  },
): void {
  describe(`lint rule ${rule}`, () => {
    it.each(Object.entries(good))('says nothing: %s', (_, documents) => {
      const text = textOf(documents);
      expect(text).not.toContain(MARK);
      expect(findingsOf(rule, text).map(({ message }) => message)).toEqual([]);
    });

    it.each(Object.entries(bad))('says it: %s', (_, { documents, level, says, fixed }) => {
      const { text, places } = marked(textOf(documents));
      expect(places.length).toBeGreaterThan(0);
      const found = findingsOf(rule, text);
      const position = lineCounter(text);
      expect(found.map(({ span }) => position(span.start))).toEqual(places);
      for (const finding of found) {
        expect(finding.level).toBe(level);
        expect(finding.message).toMatch(says);
        expect(finding.message).toMatch(/^[^.].*[.?]$/);
      }
      if (fixed === undefined) expect(found.filter(({ fix }) => fix !== undefined)).toEqual([]);
      else expect(applyFixes(text, found)).toMatch(fixed);
    });

    it('is switched off by an annotation on the object it stands in', () => {
      const [first] = Object.values(bad);
      const { text } = marked(textOf(first?.documents ?? []));
      const annotation = `  annotations: {netpolis.dev/ignore: "something-else, ${rule}"}`;
      const off = text.replaceAll(/^metadata:$/gm, (line) => `${line}\n${annotation}`);
      expect(findingsOf(rule, off)).toEqual([]);
    });

    it('leaves nothing of itself behind once its fix is done', () => {
      for (const { documents, fixed } of Object.values(bad)) {
        if (fixed === undefined) continue;
        const { text } = marked(textOf(documents));
        const done = applyFixes(text, findingsOf(rule, text));
        expect(findingsOf(rule, done)).toEqual([]);
        expect(errorsOf(done)).toEqual([]);
      }
    });
  });
}

export function textOf(documents: readonly string[]): string {
  return documents.map((document) => document.trim()).join('\n---\n');
}

function findingsOf(rule: string, text: string): readonly Finding[] {
  expect(errorsOf(text)).toEqual([]);
  const files = [{ name: 'input.yaml', text }];
  return lint(analyze(files), files).filter((finding) => finding.rule === rule);
}

function errorsOf(text: string): readonly string[] {
  return analyze([{ name: 'input.yaml', text }])
    .findings.filter(({ level }) => level === 'error')
    .map(({ message }) => message);
}

function marked(text: string) {
  const places: { line: number; column: number }[] = [];
  const lines = text.split('\n').map((line, at) => {
    const parts = line.split(MARK);
    let column = 1;
    for (const part of parts.slice(0, -1)) {
      column += part.length;
      places.push({ line: at + 1, column });
    }
    return parts.join('');
  });
  return { text: lines.join('\n'), places };
}

function applyFixes(text: string, findings: readonly Finding[]): string {
  const edits = findings.flatMap(({ fix }) => fix?.edits ?? []);
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce(
      (before, { span, text: written }) =>
        before.slice(0, span.start) + written + before.slice(span.end),
      text,
    );
}
