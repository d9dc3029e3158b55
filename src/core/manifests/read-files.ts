// Files → objects at their places; only documents whose text is new are read.
import type { Finding } from '../model/finding.ts';
import type { Intent } from '../model/intent.ts';
import type { Placed } from '../model/resource.ts';
import { isApplied, type SourceFile } from '../model/source-file.ts';
import { findingAt } from './notes.ts';
import { type PlacedReading, type Reading, readDocument } from './read.ts';
import { splitDocuments } from './split.ts';
import { mayMakePods, unreadFindings } from './unread.ts';

/** What was read before, by the documents' text. */
export interface ReadingCache {
  readings: Map<string, Reading>;
}

export function createReadingCache(): ReadingCache {
  return { readings: new Map() };
}

export interface ReadFiles {
  readonly placed: readonly Placed[];
  readonly intents: readonly Intent[];
  readonly findings: readonly Finding[];
  /** Objects that are not read may stand for pods that are missing here. */
  readonly mayLackPods: boolean;
}

/**
 * Between two documents it yields how many of how many are read. Files that are not applied are read for
 * their findings alone: this is the one place that keeps their objects out of the cluster.
 */
export function* readFiles(
  files: readonly SourceFile[],
  cache: ReadingCache,
): Generator<{ done: number; total: number }, ReadFiles> {
  const documents = files.flatMap((file) =>
    splitDocuments(file.text).map(({ text, offset }) => ({
      text,
      origin: { file: file.name, offset },
    })),
  );
  const used = new Map<string, Reading>();
  const readings: PlacedReading[] = [];
  for (const { text, origin } of documents) {
    let reading = cache.readings.get(text);
    if (reading === undefined) {
      reading = readDocument(text);
      // Kept at once, so that a run that is given up half-way was not for nothing.
      cache.readings.set(text, reading);
      yield { done: readings.length + 1, total: documents.length };
    }
    used.set(text, reading);
    readings.push({ origin, reading });
  }
  cache.readings = used;
  const waiting = new Set(files.filter((file) => !isApplied(file)).map(({ name }) => name));
  const applied = readings.filter(({ origin }) => !waiting.has(origin.file));
  return {
    placed: applied.flatMap(({ origin, reading }) =>
      reading.resources.map((resource) => ({ origin, resource })),
    ),
    intents: applied.flatMap(({ origin, reading }) =>
      reading.intents.map((intent) => ({ ...intent, origin })),
    ),
    findings: [
      ...readings.flatMap(({ origin, reading }) =>
        reading.notes.map((note) => findingAt(origin, note)),
      ),
      ...unreadFindings(readings),
    ],
    mayLackPods: applied.some(({ reading }) => reading.unread.some(mayMakePods)),
  };
}
