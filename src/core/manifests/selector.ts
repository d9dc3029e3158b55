// Reads a label selector and checks it as the API server does (SEMANTICS 1.2, 1.3, 2.2–2.4).
import type { Operator, Requirement, RequirementPlace, Selector } from '../model/selector.ts';
import {
  asMap,
  asString,
  entryOf,
  isNull,
  listAt,
  mapAt,
  shorten,
  stringAt,
  stringMapAt,
  valueAt,
} from './fields.ts';
import { checkLabels, labelKeyMessage, labelValueMessage } from './metadata.ts';
import { isLabelKey, isLabelValue } from './names.ts';
import type { Notes } from './notes.ts';
import { rewriteNear } from './rewriting.ts';
import type { Entry, MapTree } from './tree.ts';

const OPERATORS: readonly Operator[] = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

function readSelector(notes: Notes, tree: MapTree, path: string): Selector {
  const labels = valueAt(tree, 'matchLabels');
  if (labels?.type === 'map') checkLabels(notes, labels, `${path}.matchLabels`);
  const requirements: Requirement[] = [];
  for (const [key, value] of stringMapAt(notes, tree, 'matchLabels', path)) {
    const entry = labels?.type === 'map' ? entryOf(labels, key) : null;
    const requirement: Requirement = { key, operator: 'In', values: [value] };
    requirements.push(
      entry === null ? requirement : { ...requirement, place: placeOfLabel(entry) },
    );
  }
  const expressions = listAt(notes, tree, 'matchExpressions', path);
  expressions?.items.forEach((item, index) => {
    const at = `${path}.matchExpressions[${index}]`;
    const expression = asMap(notes, item, at);
    const requirement = expression === null ? null : readExpression(notes, expression, at);
    if (requirement !== null) requirements.push(requirement);
  });
  return { requirements };
}

function placeOfLabel({ keyRange, value: { range } }: Entry): RequirementPlace {
  return {
    range: { start: keyRange.start, end: Math.max(keyRange.end, range.end) },
    key: keyRange,
    values: [range],
  };
}

/** The selector of a field, or null where the field is missing or null: the two differ (SEMANTICS 1.10). */
export function selectorAt(notes: Notes, map: MapTree, key: string, path: string): Selector | null {
  const tree = mapAt(notes, map, key, path);
  return tree === null ? null : readSelector(notes, tree, `${path}.${key}`);
}

function readExpression(notes: Notes, tree: MapTree, path: string): Requirement | null {
  const key = stringAt(notes, tree, 'key', path) ?? '';
  if (!isLabelKey(key)) {
    notes.error(
      'invalid-label',
      entryOf(tree, 'key')?.value.range ?? tree.range,
      labelKeyMessage(path),
    );
  }
  const operator = readOperator(notes, tree, path);
  const values = readValues(notes, tree, path);
  const place = entryOf(tree, 'values')?.value.range ?? tree.range;
  if (operator === null) return null;
  const listed = valueAt(tree, 'values');
  const wantsValues = operator === 'In' || operator === 'NotIn';
  if (wantsValues && values.length === 0) {
    notes.error('invalid-selector', place, `${path}: ${operator} needs at least one of values.`);
  }
  if (!wantsValues && values.length > 0) {
    notes.error('invalid-selector', place, `${path}: ${operator} takes no values; remove them.`);
  }
  return {
    key,
    operator,
    values,
    place: {
      range: tree.range,
      key: entryOf(tree, 'key')?.value.range ?? tree.range,
      values: listed?.type === 'list' ? listed.items.map(({ range }) => range) : [],
    },
  };
}

function readOperator(notes: Notes, tree: MapTree, path: string): Operator | null {
  const value = valueAt(tree, 'operator');
  const text = stringAt(notes, tree, 'operator', path);
  const found = OPERATORS.find((operator) => operator === text);
  if (found !== undefined) return found;
  const near = OPERATORS.find((operator) => operator.toLowerCase() === text?.toLowerCase());
  notes.error(
    'invalid-selector',
    entryOf(tree, 'operator')?.value.range ?? tree.range,
    near === undefined
      ? `${path}.operator must be one of ${OPERATORS.join(', ')}${text === null ? '' : `, not "${shorten(text)}"`}.`
      : `Write the operator as ${near}: upper and lower case count.`,
    value === null ? null : rewriteNear(notes, value, OPERATORS),
  );
  return null;
}

function readValues(notes: Notes, tree: MapTree, path: string): readonly string[] {
  const values: string[] = [];
  listAt(notes, tree, 'values', path)?.items.forEach((item, index) => {
    // A null decodes to the empty string, which is a value.
    const value = isNull(item) ? '' : asString(notes, item, `${path}.values[${index}]`);
    if (value === null) return;
    if (!isLabelValue(value)) {
      notes.error('invalid-label', item.range, labelValueMessage(`${path}.values`));
    }
    values.push(value);
  });
  return values;
}
