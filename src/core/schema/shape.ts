// What a value in a manifest must be: the vocabulary of the structures.

export type Shape =
  | { readonly type: Plain; readonly bounds?: Bounds }
  | { readonly type: 'values'; readonly values: readonly string[] }
  | { readonly type: 'list'; readonly of: Shape; readonly bounds?: Bounds }
  | { readonly type: 'map'; readonly of: Shape; readonly bounds?: Bounds }
  /** A map of known fields, by the name of its type. */
  | { readonly type: 'fields'; readonly name: string };

export type Plain = (typeof PLAIN)[number];

/**
 * `quantity` is a text or a number, as `100m` and `2`; `any` is not looked into, nor is `string-or-list`,
 * which is for the reader of its kind to check.
 */
export const PLAIN = [
  'string',
  'integer',
  'number',
  'boolean',
  'int-or-string',
  'quantity',
  'string-or-list',
  'any',
] as const;

/** Of a number its value, of a text its letters, of a list its items, of a map its entries; both ends belong to it. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

export interface Field {
  readonly name: string;
  readonly isRequired: boolean;
  readonly shape: Shape;
}

export interface FieldsType {
  readonly name: string;
  readonly fields: ReadonlyMap<string, Field>;
  /** How many of its fields may be there at once; null where nothing is said. */
  readonly count: Bounds | null;
}

/** The structure of one kind. */
export interface Schema {
  readonly kind: string;
  readonly root: FieldsType;
  /** A type that the structure names. */
  readonly typeOf: (name: string) => FieldsType;
  /** Types of which whoever reads the kind says more exactly what is missing or which values are wrong. */
  readonly leaves: (type: string) => boolean;
  /** Without it no server takes the object; yet most kinds can be read as far as they are written. */
  readonly missingIs: 'error' | 'warning';
  /** The empty text counts as missing, as Kubernetes' own kinds have it, also where only some values are known. */
  readonly takesEmpty: boolean;
}
