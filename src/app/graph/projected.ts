// The same look, drawn so that the last row sees it: thicker lines, larger words on them.
import type { StylesheetJson } from 'cytoscape';

const THICKER = 1.8;
const LARGER = 1.2;

export function forProjector(stylesheet: StylesheetJson): StylesheetJson {
  return stylesheet.map((rule) => {
    if (!('style' in rule)) return rule;
    const isEdge = rule.selector.startsWith('edge');
    const factors = new Map(
      isEdge
        ? [
            ['width', THICKER],
            ['font-size', LARGER],
            ['arrow-scale', LARGER],
          ]
        : [['border-width', THICKER] as [string, number]],
    );
    const style = Object.fromEntries(
      Object.entries(rule.style).map(([name, value]) => {
        const factor = factors.get(name);
        return [name, factor !== undefined && typeof value === 'number' ? value * factor : value];
      }),
    );
    return { ...rule, style };
  });
}
