// All that there is to say about the manifests: what reading found, and what the linter found beyond it.
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Finding } from '../core/index.ts';
import type { PageState, PageStore } from './store.ts';

export interface Findings {
  readonly read: readonly Finding[];
  /** Without those of hidden rules, and of files that are gone. */
  readonly linted: readonly Finding[];
}

const NONE: readonly Finding[] = [];

type Told = Pick<PageState, 'linted' | 'hiddenRules' | 'files' | 'guessing'>;

/** While a question of a lesson waits for a guess, notes on what is open would answer it. */
export function lintShown({ linted, hiddenRules, files, guessing }: Told): readonly Finding[] {
  const names = new Set(files.map(({ name }) => name));
  return linted.findings.filter(
    ({ rule, span, level }) =>
      !hiddenRules.includes(rule) &&
      names.has(span.file) &&
      (guessing === null || level !== 'info'),
  );
}

export function useFindings(store: PageStore): Findings {
  const read = useStore(store, (state) => state.answer?.findings) ?? NONE;
  const linted = useStore(store, (state) => state.linted);
  const hiddenRules = useStore(store, (state) => state.hiddenRules);
  const files = useStore(store, (state) => state.files);
  const guessing = useStore(store, (state) => state.guessing);
  return useMemo(
    () => ({ read, linted: lintShown({ linted, hiddenRules, files, guessing }) }),
    [read, linted, hiddenRules, files, guessing],
  );
}
