// How shapes and links look, in the colours of the page.
import type { StylesheetJson } from 'cytoscape';
import type { Colour } from '../styles/tokens.ts';

export type Colours = Readonly<Record<Colour, string>>;

export const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

const LAYER = { box: 1, denied: 2, depends: 3, allowed: 4, focus: 5, title: 6, shape: 7, badge: 8 };

export function stylesheetOf(colours: Colours): StylesheetJson {
  return [...nodes(colours), ...edges(colours), ...states(colours)] as StylesheetJson;
}

function nodes(colours: Colours) {
  return [
    {
      selector: 'node',
      style: {
        width: 'data(width)',
        height: 'data(height)',
        shape: 'round-rectangle',
        'z-index-compare': 'manual',
        'font-family': FONT,
        color: colours.ink,
        'overlay-opacity': 0,
        'text-wrap': 'none',
      },
    },
    {
      selector: '.box',
      style: {
        'corner-radius': 14,
        'background-color': colours['surface-sunken'],
        'border-width': 1.5,
        'border-color': colours['line-strong'],
        'z-index': LAYER.box,
      },
    },
    {
      selector: '.box.outside',
      style: { 'background-color': colours.surface, 'border-style': 'dashed', 'corner-radius': 26 },
    },
    {
      selector: '.title',
      style: {
        label: 'data(label)',
        'background-opacity': 0,
        'font-size': 16,
        'font-weight': 700,
        'text-valign': 'center',
        'text-halign': 'center',
        color: colours['ink-soft'],
        'text-background-color': colours['surface-sunken'],
        'text-background-opacity': 1,
        'text-background-padding': '3px',
        'z-index': LAYER.title,
      },
    },
    { selector: '.title.outside', style: { 'text-background-color': colours.surface } },
    {
      selector: '.workload, .external',
      style: {
        label: 'data(label)',
        'corner-radius': 9,
        'font-size': 14,
        'font-weight': 700,
        'text-valign': 'center',
        'text-halign': 'center',
        'text-margin-y': -8,
        'background-color': colours['surface-raised'],
        'background-image': 'data(image)',
        'background-width': '100%',
        'background-height': '100%',
        'background-image-containment': 'over',
        'border-width': 1.5,
        'border-color': colours['line-strong'],
        'z-index': LAYER.shape,
      },
    },
    { selector: '.guarded', style: { 'border-width': 2.5, 'border-color': colours.accent } },
    { selector: '.host', style: { 'border-style': 'double', 'border-width': 5 } },
    {
      selector: '.empty',
      style: {
        'border-style': 'dashed',
        'background-color': colours['surface-sunken'],
        color: colours['ink-faint'],
      },
    },
    { selector: '.external', style: { 'corner-radius': 26, 'text-margin-x': 12 } },
    // Without the globe before its name.
    { selector: '.external.actor', style: { 'text-margin-x': 0 } },
    { selector: '.external.plain', style: { 'text-margin-y': 0 } },
    {
      selector: '.badge',
      style: {
        label: 'data(label)',
        'corner-radius': 10,
        'font-size': 11.5,
        'font-weight': 600,
        'text-valign': 'center',
        'text-halign': 'center',
        'border-width': 1.25,
        'z-index': LAYER.badge,
      },
    },
    ...(['allow', 'depends', 'deny'] as const).map((verdict) => ({
      selector: `.badge.${verdict}`,
      style: {
        color: colours[verdict],
        'border-color': colours[verdict],
        'background-color': colours[`${verdict}-soft`],
      },
    })),
  ];
}

function edges(colours: Colours) {
  return [
    {
      selector: 'edge',
      style: {
        label: 'data(label)',
        'curve-style': 'unbundled-bezier',
        'control-point-distances': 'data(bend)',
        'control-point-weights': 0.5,
        'z-index-compare': 'manual',
        'arrow-scale': 1.15,
        'font-family': FONT,
        'font-size': 12,
        'font-weight': 600,
        'text-rotation': 'data(turn)',
        'text-margin-x': 'data(slipX)',
        'text-margin-y': 'data(slipY)',
        'text-background-color': colours.surface,
        'text-background-opacity': 1,
        'text-background-padding': '3px',
        'text-background-shape': 'roundrectangle',
        'overlay-opacity': 0,
        'overlay-padding': 6,
      },
    },
    {
      selector: 'edge.allow',
      style: {
        width: 2.5,
        'line-color': colours.allow,
        'target-arrow-color': colours.allow,
        'target-arrow-shape': 'triangle',
        color: colours.allow,
        'z-index': LAYER.allowed,
      },
    },
    {
      selector: 'edge.depends',
      style: {
        width: 2.5,
        'line-style': 'dashed',
        'line-dash-pattern': [7, 5],
        'line-color': colours.depends,
        'target-arrow-color': colours.depends,
        'target-arrow-shape': 'triangle',
        'target-arrow-fill': 'hollow',
        color: colours.depends,
        'z-index': LAYER.depends,
      },
    },
    {
      selector: 'edge.deny',
      style: {
        width: 1.5,
        'line-color': colours.deny,
        'source-arrow-color': colours.deny,
        'target-arrow-color': colours.deny,
        'target-arrow-shape': 'vee',
        color: colours.deny,
        'z-index': LAYER.denied,
      },
    },
    { selector: 'edge.egress-deny', style: { 'source-arrow-shape': 'tee' } },
    { selector: 'edge.ingress-deny', style: { 'target-arrow-shape': 'triangle-tee' } },
    { selector: 'edge.stop-somewhere', style: { 'target-arrow-shape': 'triangle-tee' } },
    ...halves(colours),
    {
      selector: 'edge.but',
      style: { 'text-wrap': 'wrap', 'text-max-width': '120px' },
    },
    ...ways(colours),
    {
      selector: 'edge.loop',
      style: {
        'curve-style': 'bezier',
        'control-point-step-size': 46,
        'loop-direction': '0deg',
        'loop-sweep': '-50deg',
      },
    },
  ];
}

/** What is meant to come in: dots that begin with a ring, calmer than what policies say. */
function ways(colours: Colours) {
  const shared = {
    width: 2,
    'line-style': 'dotted',
    'source-arrow-shape': 'circle',
    'source-arrow-fill': 'hollow',
    'font-size': 11,
    'z-index': LAYER.depends,
  };
  const heads = { allow: 'triangle', depends: 'triangle', deny: 'triangle-tee' } as const;
  return (['allow', 'depends', 'deny'] as const).map((verdict) => ({
    selector: `edge.way.${verdict}`,
    style: {
      ...shared,
      'line-color': colours[verdict],
      'source-arrow-color': colours[verdict],
      'target-arrow-color': colours[verdict],
      'target-arrow-shape': heads[verdict],
      'target-arrow-fill': verdict === 'depends' ? 'hollow' : 'filled',
      color: colours[verdict],
    },
  }));
}

/** A denied link whose one side would let through: each half has its own side's colour. */
function halves(colours: Colours) {
  const rules: { selector: string; style: Record<string, string> }[] = [];
  for (const side of ['allow', 'depends'] as const) {
    // Paler than what is really allowed: it is only what one side would say.
    const colour = mix(colours[side], colours.surface, 0.5);
    const stops = {
      'line-fill': 'linear-gradient',
      'line-gradient-stop-positions': '0% 50% 50% 100%',
    };
    rules.push({
      selector: `edge.egress-${side}.ingress-deny`,
      style: {
        ...stops,
        'line-gradient-stop-colors': `${colour} ${colour} ${colours.deny} ${colours.deny}`,
      },
    });
    rules.push({
      selector: `edge.egress-deny.ingress-${side}`,
      style: {
        ...stops,
        'line-gradient-stop-colors': `${colours.deny} ${colours.deny} ${colour} ${colour}`,
        'target-arrow-color': colour,
      },
    });
  }
  return rules;
}

/** How a line is drawn by whoever draws it. */
export interface Line {
  readonly width: number;
  readonly dashed: boolean;
  /** The colours of its two halves. */
  readonly egress: string;
  readonly ingress: string;
  readonly sourceBar: boolean;
  readonly head: 'triangle' | 'hollow' | 'vee' | 'triangle-tee';
  readonly headColour: string;
}

/** The same rules for the still picture, from the classes that an edge has. */
export function lineOf(has: (name: string) => boolean, colours: Colours): Line {
  const plain = { dashed: false, sourceBar: false };
  const one = (colour: string) => ({ egress: colour, ingress: colour, headColour: colour });
  if (has('faded')) return { ...plain, ...one(colours.line), width: 1, head: 'vee' };
  if (has('allow')) return { ...plain, ...one(colours.allow), width: 2.5, head: 'triangle' };
  if (has('depends')) {
    return { ...plain, ...one(colours.depends), width: 2.5, dashed: true, head: 'hollow' };
  }
  const half = (side: 'egress' | 'ingress') => {
    const says = has(`${side}-allow`) ? 'allow' : has(`${side}-depends`) ? 'depends' : null;
    return says === null ? colours.deny : mix(colours[says], colours.surface, 0.5);
  };
  const isStopped = has('ingress-deny') || has('stop-somewhere');
  return {
    width: 1.5,
    dashed: false,
    egress: half('egress'),
    ingress: half('ingress'),
    sourceBar: has('egress-deny'),
    head: isStopped ? 'triangle-tee' : 'vee',
    headColour: half('ingress'),
  };
}

/** A part of the one `#rrggbb` colour in the other; the first as it is when either is written otherwise. */
function mix(one: string, other: string, part: number): string {
  const channels = (colour: string) =>
    [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const others = channels(other);
  const mixed = channels(one).map((value, at) =>
    Math.round(value * (1 - part) + (others[at] ?? value) * part),
  );
  if (mixed.some(Number.isNaN)) return one;
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function states(colours: Colours) {
  return [
    {
      selector: 'edge.faded',
      style: {
        label: '',
        width: 1,
        'line-fill': 'solid',
        'line-color': colours.line,
        'source-arrow-color': colours.line,
        'target-arrow-color': colours.line,
        'z-index': LAYER.denied - 1,
      },
    },
    {
      selector: 'node.faded',
      style: {
        color: colours['ink-faint'],
        'border-color': colours.line,
        'background-image-opacity': 0.45,
      },
    },
    { selector: '.badge.faded', style: { 'background-color': colours.surface } },
    { selector: '.box.faded', style: { 'background-image-opacity': 1 } },
    ...(['allow', 'depends', 'deny'] as const).map((verdict) => {
      const colour = mix(colours[verdict], colours.surface, 0.62);
      return {
        selector: `edge.${verdict}.calm`,
        style: {
          width: 1.5,
          'line-fill': 'solid',
          'line-color': colour,
          'source-arrow-color': colour,
          'target-arrow-color': colour,
          color: colour,
        },
      };
    }),
    {
      selector: '.badge.calm',
      style: { 'background-color': colours.surface, 'border-color': colours.line },
    },
    {
      selector: 'node.pointed, node.subject',
      style: {
        'outline-width': 3,
        'outline-offset': 3,
        'outline-color': colours.accent,
      },
    },
    { selector: 'node.subject', style: { 'outline-width': 2, 'outline-style': 'dashed' } },
    { selector: 'edge.focus', style: { 'z-index': LAYER.focus } },
    { selector: 'edge.allow.focus, edge.depends.focus', style: { width: 3.5 } },
    { selector: 'edge.deny.focus', style: { width: 2.25 } },
    {
      selector: 'node.hover, node.selected',
      style: { 'border-color': colours.accent },
    },
    {
      selector: 'node.selected',
      style: {
        'border-width': 3.5,
        'background-color': colours['accent-soft'],
        color: colours.ink,
      },
    },
    { selector: '.title.hover', style: { color: colours.ink } },
    { selector: 'edge.selected', style: { width: 5 } },
    { selector: 'edge.hover', style: { width: 4, 'z-index': LAYER.focus } },
  ];
}
