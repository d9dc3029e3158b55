// Every recipe does what it says, and says it in every language.
import { describe, expect, it } from 'vitest';
import { analyze, checkFlows, lint } from '../../../src/core/index.ts';
import { addressOf, documentationOf } from '../../../src/lessons/cook-book/recipe.ts';
import {
  RECIPE_IDS,
  RECIPES,
  type RecipeId,
  recipeOf,
} from '../../../src/lessons/cook-book/recipes.ts';
import { COOK_BOOK } from '../../../src/lessons/cook-book.ts';
import { LANGUAGES } from '../../../src/lessons/languages.ts';
import { textFaults } from './texts.ts';

/** The pages of the recipes, 13 being announced there and not written. */
const PAGES = '01 02 02a 03 04 05 06 07 08 09 10 11 12 14'.split(' ');

/** What the pages name: the policy, the labels it goes by, the ports. */
const FACTS = {
  '01': ['name: web-deny-all', 'app: web', 'env: prod', 'port: 80'],
  '02': ['name: api-allow', 'app: bookstore', 'role: api', 'role: frontend', 'port: 80'],
  '02a': ['name: web-allow-all', 'app: web', '- {}', 'port: 80'],
  '03': ['name: default-deny-all', 'namespace: default'],
  '04': ['name: deny-from-other-namespaces', 'namespace: secondary', '- podSelector: {}'],
  '05': ['name: web-allow-all-namespaces', 'namespace: secondary', '- namespaceSelector: {}'],
  '06': ['name: web-allow-prod', 'purpose: production', 'purpose: testing', 'name: dev'],
  '07': ['name: web-allow-all-ns-monitoring', 'team: operations', 'type: monitoring'],
  '08': ['name: web-allow-external', 'type: LoadBalancer', '- {}', 'port: 80'],
  '09': ['name: api-allow-5000', 'app: apiserver', 'role: monitoring', '8001', '8000', '5001'],
  '10': ['name: redis-allow-services', 'role: search', 'role: api', 'app: inventory', '6379'],
  '11': ['name: foo-deny-egress', 'app: foo', 'protocol: UDP', 'port: 53'],
  '12': ['name: default-deny-all-egress', 'namespace: default'],
  '14': ['name: foo-deny-external-egress', 'app: foo', '- namespaceSelector: {}', 'port: 53'],
} satisfies Readonly<Record<RecipeId, readonly string[]>>;

/** Recipe 12 stops DNS, too, and says so. */
const MEANT: Readonly<Record<string, readonly string[]>> = { '12': ['dns-blocked'] };

describe.each(RECIPE_IDS)('recipe %s', (id) => {
  const { files, flows } = recipeOf(id);

  it('has the flows that it is for', () => {
    const outcome = analyze(files);
    const failed = checkFlows(outcome, flows).flatMap(({ why }) => why ?? []);
    expect(failed).toEqual([]);
    expect(new Set(flows.map((flow) => flow.expect))).toEqual(new Set(['allow', 'deny']));
  });

  it('does not have them without its policies', () => {
    const outcome = analyze(files.filter(({ name }) => name !== 'policies.yaml'));
    const states = checkFlows(outcome, flows).map(({ state }) => state);
    expect(states).toContain('failed');
  });

  it('holds nothing that looks like a mistake', () => {
    const found = lint(analyze(files), files)
      .filter(({ level, rule }) => level !== 'info' && !MEANT[id]?.includes(rule))
      .map(({ message }) => message);
    expect(found).toEqual([]);
  });

  it('names what its page names', () => {
    const text = files.map((file) => file.text).join('');
    for (const fact of FACTS[id]) expect(text).toContain(fact);
  });

  it('leads to its page and to the documentation', () => {
    expect(addressOf(recipeOf(id))).toMatch(new RegExp(`/${id}-[a-z-]+\\.md$`));
    expect(documentationOf(recipeOf(id))).toMatch(/^https:\/\/kubernetes\.io\/docs\/.+#[a-z-]+$/);
  });
});

describe('the cook book', () => {
  it('has every recipe, in the order of their numbers', () => {
    expect(RECIPE_IDS).toEqual(PAGES);
  });

  it.each(LANGUAGES)('has all its words in %s', async (language) => {
    const texts = await COOK_BOOK[language]();
    expect(Object.keys(texts).toSorted()).toEqual(Object.keys(RECIPES).toSorted());
    expect(textFaults(texts, language)).toEqual([]);
  });
});
