// What holds of every rule, and of the linter as a whole.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze, lint } from '../../../src/core/index.ts';
import { LINT_RULES } from '../../../src/core/lint/rules.ts';
import { textOf } from './judge.ts';
import { deployment, policy } from './manifests.ts';

describe('the rules', () => {
  it('are one a file, named as their ids are, with examples of their own', () => {
    const ids = LINT_RULES.map(({ id }) => id).sort();
    const room = join(import.meta.dirname, '../../../src/core/lint/rules');
    expect(readdirSync(room).sort()).toEqual(ids.map((id) => `${id}.ts`));
    const examples = new Set(readdirSync(import.meta.dirname));
    expect(ids.filter((id) => !examples.has(`${id}.test.ts`))).toEqual([]);
  });

  it.each(LINT_RULES.map((rule) => [rule.id, rule] as const))('%s is documented', (_, rule) => {
    expect(rule.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(rule.title).toMatch(/^\S.{10,80}[^.]$/);
    expect(rule.documentation.split('. ').length).toBeGreaterThanOrEqual(3);
    expect(rule.documentation).toMatch(/\.$/);
  });
});

describe('lint', () => {
  const text = textOf([
    deployment('shop/web', 'app: web'),
    policy('shop/p', 'podSelector: {}\npolicyTypes: [Ingress]\negress: [{ports: [{port: 80}]}]'),
  ]);
  const files = [{ name: 'input.yaml', text }];
  const rulesOf = (off?: ReadonlySet<string>) =>
    lint(analyze(files), files, off).map(({ rule }) => rule);

  it('gives the findings of reading and its own in the order of the text', () => {
    const broken = [...files, { name: 'broken.yaml', text: 'kind: [' }];
    const found = lint(analyze(broken), broken);
    expect(found.map(({ rule }) => rule)).toEqual(['unprotected', 'unlisted-direction', 'syntax']);
  });

  it('leaves out the rules that are switched off', () => {
    expect(rulesOf()).toContain('unlisted-direction');
    expect(rulesOf(new Set(['unlisted-direction']))).not.toContain('unlisted-direction');
  });

  it('says the same of the same input, however often it is asked', () => {
    expect(lint(analyze(files), files)).toEqual(lint(analyze(files), files));
  });

  it('has nothing to say about nothing', () => {
    expect(lint(analyze([]), [])).toEqual([]);
  });

  it('takes names that are special in other places for names', () => {
    const hostile = textOf([
      deployment('constructor/__proto__', 'app: __proto__, toString: constructor'),
      policy(
        'constructor/__proto__',
        'podSelector: {matchLabels: {toString: valueOf}}\ningress: [{from: [{podSelector: {matchLabels: {constructor: __proto__}}}]}]',
      ),
    ]);
    const input = [{ name: '__proto__', text: hostile }];
    expect(() => lint(analyze(input), input)).not.toThrow();
  });
});
