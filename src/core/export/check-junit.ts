// `check -o junit`: XML as build servers read it, a suite for each intent and a case for each flow.
import type { ListedCheck, ListedIntent } from './check-listing.ts';
import { checkTitle, whyLines } from './check-text.ts';

export function renderJunit(intents: readonly ListedIntent[]): string {
  // The schema that Jenkins' xUnit plugin holds a report to has no count of these for the whole.
  const { skipped: _, ...all } = counts(intents.flatMap(({ checks }) => checks));
  const titleOf = titlesOnce();
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'netpolis', ...all })}>`,
    ...intents.flatMap((intent) => suiteLines(intent, titleOf)),
    '</testsuites>',
  ];
  return `${lines.join('\n')}\n`;
}

/** Nothing is measured, and every case is run: an unsure one counts as failed. */
function counts(checks: readonly ListedCheck[]): Readonly<Record<string, string>> {
  const failures = checks.filter(({ result }) => result !== 'passed').length;
  return {
    tests: `${checks.length}`,
    failures: `${failures}`,
    errors: '0',
    skipped: '0',
    time: '0',
  };
}

type TitleOf = (suite: string, check: ListedCheck) => string;

function suiteLines({ name, file, checks }: ListedIntent, titleOf: TitleOf): readonly string[] {
  return [
    `  <testsuite${attributes({ name, file, ...counts(checks) })}>`,
    ...checks.flatMap((check) => caseLines(name, titleOf(name, check), check)),
    '  </testsuite>',
  ];
}

/**
 * Build servers tell cases apart by suite and name, from one run to the next, and some drop all but the
 * first of those that are called alike. Two intents may have one name.
 */
function titlesOnce(): TitleOf {
  const seen = new Map<string, number>();
  return (suite, check) => {
    const title = checkTitle(check);
    const key = JSON.stringify([suite, title]);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before === 0 ? title : `${title} (${before + 1})`;
  };
}

function caseLines(suite: string, title: string, check: ListedCheck): readonly string[] {
  const { file, line, result, why = '', reason } = check;
  const named = { name: title, classname: suite, file, line: `${line}`, time: '0' };
  const head = `    <testcase${attributes(named)}`;
  if (result === 'passed') return [`${head}/>`];
  const text = [
    `${file}:${line}`,
    ...(reason === undefined ? [] : [reason]),
    ...whyLines(check),
  ].join('\n');
  return [
    `${head}>`,
    `      <failure${attributes({ message: why, type: result })}>${escaped(text)}</failure>`,
    '    </testcase>',
  ];
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapedValue(value)}"`)
    .join('');
}

/** Lines and tabs in an attribute would be read as spaces. */
function escapedValue(text: string): string {
  return escaped(text).replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escaped(text: string): string {
  return [...text]
    .map((letter) => (isAllowed(letter) ? (ENTITIES[letter] ?? letter) : '\uFFFD'))
    .join('');
}

/** XML 1.0 has no way to write the others, not even escaped: control characters and half a pair. */
function isAllowed(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
