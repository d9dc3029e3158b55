// Where in an object a value stands, written out only when something is to be said of it.
import { type Path, shorten } from '../manifests/fields.ts';
import type { MapTree } from '../manifests/tree.ts';
import type { Range } from '../model/span.ts';
import type { FieldsType } from './shape.ts';

export interface Place {
  /** Null for the object itself. */
  readonly parent: Place | null;
  readonly step: string | number;
  /** What to point at when something is missing in the value. */
  readonly range: Range;
  /** The value comes from an alias or a merge: its text stands elsewhere, for others, too. */
  readonly isElsewhere: boolean;
  /** The map of fields that the value is, where it is one. */
  readonly fields: { readonly type: FieldsType; readonly map: MapTree } | null;
}

/** `spec.ingress[0].from`; for the object itself, its kind. */
export function pathOf(place: Place, kind: string): Path {
  if (place.parent === null) return `the ${kind}`;
  const { parent, step } = place;
  if (typeof step === 'number') return `${pathOf(parent, kind)}[${step}]`;
  const key = shorten(step);
  return parent.parent === null ? key : `${pathOf(parent, kind)}.${key}`;
}
