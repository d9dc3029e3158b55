// What the editor asks the engine about the text while a person works in it.

import type {
  Completions,
  Fold,
  Hover,
  OutlineEntry,
  Span,
  Target,
  TextChange,
} from '../../core/index.ts';
import { loadDocumentation } from '../../core/index.ts';
import type { EngineClient } from '../../worker/client.ts';
import { newestVersion } from '../newest.ts';
import { isCurrent, type PageStore } from '../store.ts';

export interface Asking {
  complete(text: string, at: number): Promise<Completions | null>;
  outline(text: string): Promise<readonly OutlineEntry[]>;
  folds(text: string): Promise<readonly Fold[]>;
  format(text: string): Promise<readonly TextChange[]>;
  /** These wait for the answer to the text as it is, and are about no other. */
  hover(file: string, at: number): Promise<Hover | null>;
  definition(file: string, at: number): Promise<readonly Target[]>;
  references(file: string, at: number): Promise<readonly Span[]>;
  /** What the API's own documentation says of a field, in paragraphs. */
  documentation(field: string): Promise<readonly string[]>;
  /** Shows a place in whichever file it is. */
  open(span: Span): void;
}

/** @param flush passes on what is typed and held back */
export function createAsking(
  store: PageStore,
  client: EngineClient,
  flush: () => void,
  open: (span: Span) => void,
): Asking {
  /** Help that fails is no help, and no reason to complain: the analysis says when the engine broke. */
  async function calmly<T>(asked: () => Promise<T | null>, otherwise: T): Promise<T> {
    try {
      return (await asked()) ?? otherwise;
    } catch {
      return otherwise;
    }
  }

  const aboutNewest = <T>(ask: (version: number) => Promise<T | null>, otherwise: T) =>
    calmly(async () => {
      flush();
      const version = await newestVersion(store);
      const answer = version === null ? null : await ask(version);
      return version !== null && isCurrent(store.getState(), version) ? answer : null;
    }, otherwise);

  return {
    complete: (text, at) => calmly<Completions | null>(() => client.complete(text, at), null),
    outline: async (text) => (isLong(text) ? [] : calmly(() => client.outline(text), [])),
    folds: async (text) => (isLong(text) ? [] : calmly(() => client.folds(text), [])),
    format: (text) => calmly(() => client.format(text), []),
    hover: (file, at) =>
      aboutNewest<Hover | null>((version) => client.hover(version, file, at), null),
    definition: (file, at) => aboutNewest((version) => client.definition(version, file, at), []),
    references: (file, at) => aboutNewest((version) => client.references(version, file, at), []),
    documentation: (field) =>
      calmly(async () => {
        const { documentationOf } = await loadDocumentation();
        return documentationOf(field)?.split(/\n\n+/) ?? null;
      }, []),
    open,
  };
}

/** Characters; folds are asked for at every edit, and reading more would keep the engine from its work. */
const MOST_TEXT = 400_000;

function isLong(text: string): boolean {
  return text.length > MOST_TEXT;
}
