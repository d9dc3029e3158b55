// Calico's selectors are expressions: `app == 'a' && has(tier)`. What is simple in one becomes
// requirements; everything else narrows nothing.
import type { Requirement } from '../model/selector.ts';

const QUOTED = `(?:'([^']*)'|"([^"]*)")`;
const KEY = '([A-Za-z0-9][-A-Za-z0-9_./]*)';
const EQUALS = new RegExp(`^${KEY} *(==?|!=) *${QUOTED}$`);
const AMONG = new RegExp(`^${KEY} +(in|not +in) *\\{([^{}]*)\\}$`);
const HAS = new RegExp(`^(!?) *has\\( *${KEY} *\\)$`);
const CALL = /\b(?:has|all|global)\([^()]*\)/g;
const VALUE = new RegExp(QUOTED, 'g');

/** Longer ones are nothing that a person wrote. */
const LONGEST = 2000;

/** Every requirement holds for all that the expression selects; there may be more that it asks for. */
export function calicoRequirements(expression: string): readonly Requirement[] {
  const text = expression.trim();
  // Alternatives and brackets would need the whole grammar.
  const isSimple = !text.includes('||') && !text.replace(CALL, '').includes('(');
  if (text.length > LONGEST || !isSimple) return [];
  return text.split('&&').flatMap((term) => requirementOf(term.trim()));
}

function requirementOf(term: string): readonly Requirement[] {
  const equals = EQUALS.exec(term);
  if (equals !== null) {
    const [, key = '', sign, single, double] = equals;
    const operator = sign === '!=' ? 'NotIn' : 'In';
    return [{ key, operator, values: [single ?? double ?? ''] }];
  }
  const among = AMONG.exec(term);
  if (among !== null) {
    const [, key = '', word = '', list = ''] = among;
    const values = [...list.matchAll(VALUE)].map(([, single, double]) => single ?? double ?? '');
    return values.length === 0 ? [] : [{ key, operator: word === 'in' ? 'In' : 'NotIn', values }];
  }
  const has = HAS.exec(term);
  if (has === null) return [];
  const [, not, key = ''] = has;
  return [{ key, operator: not === '!' ? 'DoesNotExist' : 'Exists', values: [] }];
}
