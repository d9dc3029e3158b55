// `lint -o sarif`: SARIF 2.1.0, which code hosts show beside the lines of a pull request.
import { LINT_RULES } from '../lint/rules.ts';
import type { Finding, Level } from '../model/finding.ts';
import type { SourceFile } from '../model/source-file.ts';
import { lineCounter, type Position } from '../model/span.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

const LEVELS: Readonly<Record<Level, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** @param uriOf the address of a file, relative to the root of the sources where it lies in them */
export function renderSarif(
  findings: readonly Finding[],
  files: readonly SourceFile[],
  uriOf: (file: string) => string,
): string {
  const positions = new Map<string, (offset: number) => Position>();
  const texts = new Map(files.map(({ name, text }) => [name, text]));
  const positionsOf = (file: string) => {
    const known = positions.get(file) ?? lineCounter(texts.get(file) ?? '');
    positions.set(file, known);
    return known;
  };
  const rules = rulesOf(findings);
  const indexes = new Map(rules.map(({ id }, at) => [id, at]));
  const results = findings.map((finding) => {
    const { rule, level, message, span } = finding;
    const position = positionsOf(span.file);
    const [start, end] = [position(span.start), position(Math.max(span.end, span.start + 1))];
    return {
      ruleId: rule,
      ruleIndex: indexes.get(rule),
      level: LEVELS[level],
      message: { text: message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: uriOf(span.file) },
            region: {
              startLine: start.line,
              startColumn: start.column,
              endLine: end.line,
              endColumn: end.column,
            },
          },
        },
      ],
    };
  });
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'netpolis', rules } },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** The rules of the linter, then those of the reading that found something; these speak for themselves. */
function rulesOf(findings: readonly Finding[]) {
  const documented = LINT_RULES.map(({ id, level, title, documentation }) => ({
    id,
    shortDescription: { text: title },
    fullDescription: { text: documentation },
    help: { text: documentation },
    defaultConfiguration: { level: LEVELS[level] },
  }));
  const known = new Set(documented.map(({ id }) => id));
  const others = new Map(
    findings.filter(({ rule }) => !known.has(rule)).map(({ rule, level }) => [rule, level]),
  );
  const undocumented = [...others].map(([id, level]) => {
    const text = `What was read is not as the API server wants it: ${id.replaceAll('-', ' ')}.`;
    return {
      id,
      shortDescription: { text },
      fullDescription: { text },
      help: { text },
      defaultConfiguration: { level: LEVELS[level] },
    };
  });
  return [...documented, ...undocumented];
}
