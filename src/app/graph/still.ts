// The picture as plain SVG: it stands long before the canvas, whose library takes its time to load.
import type { EndId, Layout, Rect } from '../../core/index.ts';
import { ARROW, type Curve, curveBetween, halvesOf, loopAt, type Point } from './curve.ts';
import type { Element } from './elements.ts';
import { type Colours, FONT, lineOf } from './stylesheet.ts';
import type { Viewport } from './view.ts';

/** What the canvas needs to go on from it without a jump. */
export interface Still {
  readonly element: SVGSVGElement;
  readonly layout: Layout;
  readonly workloads: readonly EndId[];
}

/** Draws what the canvas would hold, nothing selected and nothing hovered. */
export function drawStill(
  elements: readonly Element[],
  { zoom, pan }: Viewport,
  colours: Colours,
): SVGSVGElement {
  const rects = new Map<string, Rect>();
  for (const element of elements) {
    const rect = rectOf(element);
    if (rect !== null) rects.set(element.id, rect);
  }
  const layers = [...elements].sort((one, other) => layerOf(one) - layerOf(other));
  const all = svg('g', { transform: `translate(${pan.x} ${pan.y}) scale(${zoom})` });
  for (const element of layers) {
    const { group } = element;
    all.append(...(group === 'edges' ? edge(element, rects, colours) : node(element, colours)));
  }
  const root = svg('svg', { class: 'graph-still', width: '100%', height: '100%' });
  root.append(all);
  return root as SVGSVGElement;
}

function rectOf({ data, position }: Element): Rect | null {
  if (position === null) return null;
  return { ...position, width: Number(data.width), height: Number(data.height) };
}

/** As the canvas stacks them. */
function layerOf(element: Element): number {
  const order = ['box', 'deny', 'depends', 'allow', 'title', 'workload', 'external', 'badge'];
  const has = classesOf(element);
  return order.findLastIndex((name) => has(name));
}

function classesOf({ classes }: Element): (name: string) => boolean {
  const names = new Set(classes.split(' '));
  return (name) => names.has(name);
}

function node(element: Element, colours: Colours): SVGElement[] {
  const rect = rectOf(element);
  if (rect === null) return [];
  const has = classesOf(element);
  const label = String(element.data.label ?? '');
  if (has('box')) {
    const outside = has('outside');
    return [
      box(rect, outside ? 26 : 14, {
        fill: outside ? colours.surface : colours['surface-sunken'],
        stroke: colours['line-strong'],
        'stroke-width': 1.5,
        ...(outside ? { 'stroke-dasharray': '4 2' } : {}),
      }),
    ];
  }
  if (has('title')) {
    const behind = has('outside') ? colours.surface : colours['surface-sunken'];
    const style = { fill: colours['ink-soft'], 'font-size': 16, 'font-weight': 700 };
    return [box({ ...rect, height: 22 }, 3, { fill: behind }), words(rect.x, rect.y, label, style)];
  }
  if (has('badge')) {
    const verdict = has('allow') ? 'allow' : has('deny') ? 'deny' : 'depends';
    const colour = colours[verdict];
    return [
      box(rect, 10, { fill: colours[`${verdict}-soft`], stroke: colour, 'stroke-width': 1.25 }),
      words(rect.x, rect.y, label, { fill: colour, 'font-size': 11.5, 'font-weight': 600 }),
    ];
  }
  const external = has('external');
  const border = has('guarded')
    ? { stroke: colours.accent, 'stroke-width': 2.5 }
    : { stroke: colours['line-strong'], 'stroke-width': 1.5 };
  return [
    box(rect, external ? 26 : 9, {
      fill: has('empty') ? colours['surface-sunken'] : colours['surface-raised'],
      ...border,
      ...(has('empty') ? { 'stroke-dasharray': '4 2' } : {}),
    }),
    svg('image', { ...corner(rect), href: String(element.data.image) }),
    words(rect.x + (external && !has('actor') ? 12 : 0), rect.y - (has('plain') ? 0 : 8), label, {
      fill: has('empty') ? colours['ink-faint'] : colours.ink,
      'font-size': 14,
      'font-weight': 700,
    }),
  ];
}

function edge(element: Element, rects: ReadonlyMap<string, Rect>, colours: Colours): SVGElement[] {
  const source = rects.get(String(element.data.source));
  const target = rects.get(String(element.data.target));
  if (source === undefined || target === undefined) return [];
  const has = classesOf(element);
  const line = lineOf(has, colours);
  const curve = has('loop')
    ? loopAt(source)
    : curveBetween(source, target, Number(element.data.bend));
  const [first, second] = halvesOf(curve);
  const stroke = { fill: 'none', 'stroke-width': line.width };
  const paths =
    line.egress === line.ingress
      ? [svg('path', { ...stroke, d: pathOf(curve), stroke: line.egress })]
      : [
          svg('path', { ...stroke, d: pathOf(first), stroke: line.egress }),
          svg('path', { ...stroke, d: pathOf(second), stroke: line.ingress }),
        ];
  if (line.dashed) for (const path of paths) path.setAttribute('stroke-dasharray', '7 5');
  const parts = [...paths];
  if (line.sourceBar) {
    parts.push(arrow(curve.from, curve.start, 'tee', line.egress, colours));
  }
  parts.push(arrow(curve.to, curve.end, line.head, line.headColour, colours));
  const label = String(element.data.label ?? '');
  if (label !== '') parts.push(lineLabel(curve, element.data, line.egress, colours));
  return parts;
}

function pathOf({ from, control, to }: Curve): string {
  return `M${from.x} ${from.y}Q${control.x} ${control.y} ${to.x} ${to.y}`;
}

/** At a place, coming from an angle in degrees. */
function arrow(
  at: Point,
  angle: number,
  shape: keyof typeof ARROW,
  colour: string,
  colours: Colours,
): SVGElement {
  return svg('path', {
    d: ARROW[shape],
    transform: `translate(${at.x} ${at.y}) rotate(${angle})`,
    ...(shape === 'hollow'
      ? { fill: colours.surface, stroke: colour, 'stroke-width': 1.5 }
      : { fill: colour }),
  });
}

function lineLabel(
  { middle, slope }: Curve,
  { label, slipX, slipY, turn }: Element['data'],
  colour: string,
  colours: Colours,
): SVGElement {
  const text = String(label);
  const at = { x: middle.x + Number(slipX), y: middle.y + Number(slipY) };
  const angle =
    turn === 'autorotate' ? slope : turn === 'none' ? 0 : (Number(turn) * 180) / Math.PI;
  const group = svg('g', { transform: `translate(${at.x} ${at.y}) rotate(${angle})` });
  group.append(
    box({ x: 0, y: 0, width: text.length * 6.8 + 6, height: 18 }, 4, { fill: colours.surface }),
    words(0, 0, text, { fill: colour, 'font-size': 12, 'font-weight': 600 }),
  );
  return group;
}

function box(rect: Rect, radius: number, style: Attributes): SVGElement {
  return svg('rect', { ...corner(rect), rx: radius, ...style });
}

function corner({ x, y, width, height }: Rect): Attributes {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function words(x: number, y: number, text: string, style: Attributes): SVGElement {
  const element = svg('text', {
    x,
    y,
    'text-anchor': 'middle',
    'dominant-baseline': 'central',
    'font-family': FONT,
    ...style,
  });
  element.textContent = text;
  return element;
}

type Attributes = Readonly<Record<string, string | number>>;

function svg(name: string, attributes: Attributes): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}
