// What a plain YAML scalar means to kubectl, which reads YAML 1.1 (SEMANTICS 10.1). One thing is
// gentler here: a bare y or n, a boolean there, stays the letter, and whoever takes it as text warns.

export type ScalarValue = string | number | boolean | null;

const TRUE = new Set(['yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON']);
const FALSE = new Set(['no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF']);
const NULL = new Set(['', '~', 'null', 'Null', 'NULL']);

/** All but the infinite ones are tried without the underscores that may stand in them. */
const DECIMAL = /^[-+]?(?:0|[1-9][0-9]*)$/;
const OCTAL = /^[-+]?0[0-7]+$/;
const OCTAL_12 = /^[-+]?0[oO][0-7]+$/;
const HEXADECIMAL = /^[-+]?0[xX][0-9a-fA-F]+$/;
const BINARY = /^[-+]?0[bB][01]+$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const INFINITE = /^([-+]?)\.(?:inf|Inf|INF)$/;
const NOT_A_NUMBER = new Set(['.nan', '.NaN', '.NAN']);

/** The value of an unquoted, untagged scalar. */
export function resolvePlain(text: string): ScalarValue {
  if (NULL.has(text)) return null;
  if (TRUE.has(text)) return true;
  if (FALSE.has(text)) return false;
  // Everything that is a number starts with a digit, a sign or a dot.
  const first = text.charCodeAt(0);
  const mayBeNumber =
    (first >= 0x30 && first <= 0x39) || first === 0x2b || first === 0x2d || first === 0x2e;
  return mayBeNumber ? resolveNumber(text) : text;
}

function resolveNumber(text: string): ScalarValue {
  const digits = text.replace(/_/g, '');
  if (DECIMAL.test(digits)) return Number(digits);
  const sign = digits.startsWith('-') ? -1 : 1;
  const magnitude = digits.replace(/^[-+]/, '');
  if (OCTAL.test(digits)) return sign * Number.parseInt(magnitude, 8);
  if (OCTAL_12.test(digits)) return sign * Number.parseInt(magnitude.slice(2), 8);
  if (HEXADECIMAL.test(digits)) return sign * Number.parseInt(magnitude.slice(2), 16);
  if (BINARY.test(digits)) return sign * Number.parseInt(magnitude.slice(2), 2);
  if (FLOAT.test(digits)) return Number(digits);
  if (INFINITE.test(text)) return sign * Number.POSITIVE_INFINITY;
  if (NOT_A_NUMBER.has(text)) return Number.NaN;
  return text;
}
