// A selector written out as JSON, which YAML files take, too.
import type { Selector } from '../../model/selector.ts';

/** As matchLabels where that can say it, which is what people read best. */
export function selectorJson({ requirements }: Selector): string {
  if (requirements.length === 0) return '{}';
  const keys = new Set(requirements.map(({ key }) => key));
  const areLabels =
    keys.size === requirements.length &&
    requirements.every(({ operator, values }) => operator === 'In' && values.length === 1);
  const text = (value: string) => JSON.stringify(value);
  if (areLabels) {
    const labels = requirements.map(({ key, values }) => `${text(key)}: ${text(values[0] ?? '')}`);
    return `{"matchLabels": {${labels.join(', ')}}}`;
  }
  const expressions = requirements.map(({ key, operator, values }) => {
    const listed = values.length === 0 ? '' : `, "values": [${values.map(text).join(', ')}]`;
    return `{"key": ${text(key)}, "operator": ${text(operator)}${listed}}`;
  });
  return `{"matchExpressions": [${expressions.join(', ')}]}`;
}
