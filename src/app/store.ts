// What the page knows: inputs, and the newest answer to them. Everything else is derived.
import { createStore } from 'zustand/vanilla';
import type { Progress, Protocol, SourceFile, Span } from '../core/index.ts';
import type { AnalyzeAnswer } from '../worker/engine.ts';

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

/** What a link carries and a reload keeps. */
export interface Document {
  readonly files: readonly SourceFile[];
  readonly activeFile: string;
  readonly filters: Filters;
  readonly selection: Selection | null;
  /** Where a person has put a shape by hand, by peer id. */
  readonly moved: Readonly<Record<string, Place>>;
}

export type Theme = 'system' | 'light' | 'dark';

export interface PageState extends Document {
  readonly theme: Theme;
  /** The answer drawn now; stays while a newer one is computed. */
  readonly answer: AnalyzeAnswer | null;
  /** Set while the worker is busy for longer than a moment. */
  readonly progress: Progress | null;
  /** The place the editor should show next; a new object asks again. */
  readonly reveal: { readonly span: Span } | null;
}

export const NO_FILTERS: Filters = {
  namespaces: [],
  text: '',
  protocol: null,
  port: null,
  show: 'all',
  direction: 'both',
};

export type PageStore = ReturnType<typeof createPageStore>;

export function createPageStore(document: Document, theme: Theme) {
  return createStore<PageState>()(() => ({
    ...document,
    theme,
    answer: null,
    progress: null,
    reveal: null,
  }));
}
