// A file of intents, in which each document may leave out that it is one.
import type { Finding } from '../model/finding.ts';
import { INTENT_GROUP, INTENT_KIND, INTENT_VERSION, type Intent } from '../model/intent.ts';
import type { SourceFile } from '../model/source-file.ts';
import { asMap, entryOf } from './fields.ts';
import { readIntent } from './intent.ts';
import { createNotes, findingAt, type Notes } from './notes.ts';
import { splitDocuments } from './split.ts';
import { syntaxMessage } from './syntax-note.ts';
import { type MapTree, parseDocument } from './tree.ts';

export interface IntentFile {
  readonly intents: readonly Intent[];
  readonly findings: readonly Finding[];
}

export function readIntentFile({ name, text: whole }: SourceFile): IntentFile {
  const intents: Intent[] = [];
  const findings: Finding[] = [];
  for (const { text, offset } of splitDocuments(whole)) {
    const origin = { file: name, offset };
    const notes = createNotes(text);
    const parsed = parseDocument(text);
    if (!parsed.ok) {
      const range = { start: parsed.offset, end: parsed.offset };
      notes.error('syntax', range, syntaxMessage(text, parsed.message));
    } else {
      for (const { key, range } of parsed.duplicates) {
        notes.error('duplicate-field', range, `"${key}" stands here a second time.`);
      }
      const object = asMap(notes, parsed.root, 'an intent');
      if (object !== null && isIntent(notes, object)) {
        intents.push({ ...readIntent(notes, object), origin });
      }
    }
    findings.push(...notes.all.map((note) => findingAt(origin, note)));
  }
  return { intents, findings };
}

const WRITTEN: ReadonlyMap<string, string> = new Map([
  ['kind', INTENT_KIND],
  ['apiVersion', `${INTENT_GROUP}/${INTENT_VERSION}`],
]);

/** Whether it says so, or says nothing. */
function isIntent(notes: Notes, object: MapTree): boolean {
  for (const [key, wanted] of WRITTEN) {
    const value = entryOf(object, key)?.value;
    if (value === undefined || (value.type === 'scalar' && value.value === wanted)) continue;
    notes.error(
      'not-an-intent',
      value.range,
      `This file takes intents alone: write ${key}: ${wanted}, or leave it out.`,
    );
    return false;
  }
  return true;
}
