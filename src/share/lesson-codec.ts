// A lesson that somebody wrote ⇄ what a link or a file holds of it.
import { NO_ASSUMPTIONS, writtenAssumptions } from '../core/index.ts';
import type { AuthoredLesson } from '../lessons/authored.ts';
import type { Desk } from '../lessons/lesson.ts';
import { packJson, type Refusal, unpackJson } from './codec.ts';
import { readAuthored } from './lesson-reading.ts';
import { property } from './reading.ts';

/** Of the files. */
const VERSION = 1;

export type DecodedLesson =
  | { readonly ok: true; readonly lesson: AuthoredLesson }
  | { readonly ok: false; readonly reason: Refusal };

/** What stands behind `#/learn/` in a link. */
export function encodeLesson(lesson: AuthoredLesson): string {
  return packJson(JSON.stringify(written(lesson)));
}

/** Total: any text at all gives an answer, soon. */
export function decodeLesson(packed: string): DecodedLesson {
  const unpacked = unpackJson(packed);
  if (!unpacked.ok) return unpacked;
  const lesson = readAuthored(unpacked.value);
  return lesson === null ? { ok: false, reason: 'damaged' } : { ok: true, lesson };
}

/** The file that a teacher keeps; people may look into it. */
export function lessonFile(lesson: AuthoredLesson): string {
  return `${JSON.stringify({ netpolis: 'lesson', version: VERSION, ...written(lesson) }, null, 2)}\n`;
}

/** Total, as above. */
export function readLessonFile(text: string): DecodedLesson {
  let value: unknown;
  try {
    // Some editors set a mark before the text.
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { ok: false, reason: 'damaged' };
  }
  const version = property(value, 'version');
  if (typeof version === 'number' && version > VERSION) {
    return { ok: false, reason: 'newer-version' };
  }
  const lesson = readAuthored(value);
  return lesson === null ? { ok: false, reason: 'damaged' } : { ok: true, lesson };
}

function written(lesson: AuthoredLesson) {
  const steps = lesson.steps.map((step) => ({
    ...step,
    solution: step.solution === null ? null : writtenDesk(step.solution),
  }));
  return { ...lesson, start: writtenDesk(lesson.start), steps };
}

/** Assumptions as their own files have them, which is what is read again. */
function writtenDesk({ files, assumptions }: Desk) {
  if (assumptions === undefined) return { files };
  return { files, assumptions: writtenAssumptions({ ...NO_ASSUMPTIONS, ...assumptions }) };
}
