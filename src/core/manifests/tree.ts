// One document's text → a tree in which every key and value knows its place.
import type { Range } from '../model/span.ts';
import { readAnyTree } from './event-tree.ts';
import { readPlainTree } from './plain-tree.ts';
import type { ScalarValue } from './scalar.ts';

export type Tree = MapTree | ListTree | ScalarTree;

export interface MapTree {
  readonly type: 'map';
  readonly range: Range;
  /** In the order of the text; of a key that stands twice both are here, and the last one counts. */
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: Tree;
}

export interface ListTree {
  readonly type: 'list';
  readonly range: Range;
  readonly items: readonly Tree[];
}

export interface ScalarTree {
  readonly type: 'scalar';
  readonly range: Range;
  readonly value: ScalarValue;
  /** As written, without quotes. */
  readonly text: string;
}

export type Parsed =
  | {
      readonly ok: true;
      readonly root: Tree;
      /** Keys that stand a second time in their map, in the order of the text. */
      readonly duplicates: readonly Duplicate[];
    }
  | { readonly ok: false; readonly message: string; readonly offset: number };

export interface Duplicate {
  readonly key: string;
  readonly range: Range;
}

/** Never throws on bad text: a syntax error is an answer. */
export function parseDocument(text: string): Parsed {
  return readPlainTree(text) ?? readAnyTree(text);
}
