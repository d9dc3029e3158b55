// What a link carries and a reload keeps: the inputs of the page, and how it is looked at.
import {
  type Around,
  type Assumptions,
  isSameFile,
  type Protocol,
  type SourceFile,
} from '../core/index.ts';

export interface Document {
  readonly files: readonly SourceFile[];
  readonly activeFile: string;
  readonly filters: Filters;
  readonly selection: Selection | null;
  /** Where a person has put a shape by hand, by peer id. */
  readonly moved: Readonly<Record<string, Place>>;
  /** What the manifests can't tell and a person has said. */
  readonly assumptions: Assumptions;
  /** Who is drawn around the pods, and whether the ways in are: what was switched; the rest, and all where it is left out, is as usual. */
  readonly around?: Around;
}

export interface Filters {
  /** Names of namespaces; empty means all. */
  readonly namespaces: readonly string[];
  /** Part of a workload's name or of an address block. */
  readonly text: string;
  readonly protocol: Protocol | null;
  readonly port: number | null;
  readonly show: 'all' | 'allowed' | 'denied';
  /** Of the workloads that the filters name: flows that leave them, reach them, or either. */
  readonly direction: 'both' | 'egress' | 'ingress';
}

/** By id, not by index: a selection outlives an edit. */
export type Selection =
  | { readonly kind: 'peer'; readonly id: string }
  /** Ends are peer ids, or `namespace:NAME` where one edge stands for a whole namespace. */
  | { readonly kind: 'flow'; readonly source: string; readonly destination: string };

export interface Place {
  readonly x: number;
  readonly y: number;
}

export const NO_FILTERS: Filters = {
  namespaces: [],
  text: '',
  protocol: null,
  port: null,
  show: 'all',
  direction: 'both',
};

export const USUAL_AROUND: Around = {};

/** The same text under the same names, applied or not, however it is looked at. */
export function sameFiles(one: Document, other: Document): boolean {
  return (
    one.files === other.files ||
    (one.files.length === other.files.length &&
      one.files.every((file, at) => {
        const twin = other.files[at];
        return twin !== undefined && isSameFile(twin, file);
      }))
  );
}
