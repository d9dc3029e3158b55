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

type Told = Pick<PageState, 'linted' | 'hiddenRules' | 'files'>;

export function lintShown({ linted, hiddenRules, files }: Told): readonly Finding[] {
  const names = new Set(files.map(({ name }) => name));
  return linted.findings.filter(
    ({ rule, span }) => !hiddenRules.includes(rule) && names.has(span.file),
  );
}

export function useFindings(store: PageStore): Findings {
  const read = useStore(store, (state) => state.answer?.findings) ?? NONE;
  const linted = useStore(store, (state) => state.linted);
  const hiddenRules = useStore(store, (state) => state.hiddenRules);
  const files = useStore(store, (state) => state.files);
  return useMemo(
    () => ({ read, linted: lintShown({ linted, hiddenRules, files }) }),
    [read, linted, hiddenRules, files],
  );
}
